"""A paper whose markup is not what it should be ends in a paper or a sentence, never in a crash."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.jats import parse_jats
from videogen_desktop.papers.pubmed import parse_pubmed

if TYPE_CHECKING:
    from pathlib import Path

# What happens to an element: it goes, takes another's name, loses its text or attributes, moves into itself.
PLACES = st.integers(0, 10_000)
DAMAGE = st.lists(
    st.tuples(st.sampled_from(["drop", "rename", "empty", "bare", "wrap"]), PLACES, PLACES),
    min_size=1,
    max_size=12,
)


def damaged(root: ET.Element, damage: list[tuple[str, int, int]]) -> bytes:
    for kind, place, other in damage:
        elements = list(root.iter())
        element, second = elements[place % len(elements)], elements[other % len(elements)]
        if kind == "drop" and len(element):
            element.remove(element[other % len(element)])
        elif kind == "rename":
            element.tag = second.tag
        elif kind == "empty":
            element.text = None
        elif kind == "bare":
            element.attrib.clear()
        elif kind == "wrap":
            inner = ET.SubElement(element, second.tag, dict(second.attrib))
            inner.text = second.text
    return ET.tostring(root)


@pytest.mark.parametrize(
    "name", ["jats/journal.pmed.0020171.xml", "jats/mds526.nxml", "elife-32671/article.xml"]
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(damage=DAMAGE)
def test_damaged_articles(corpus: Path, name: str, damage: list[tuple[str, int, int]]) -> None:
    root = ET.parse(corpus / name).getroot()  # noqa: S314 - our own corpus
    try:
        paper = parse_jats(damaged(root, damage))
    except VideoGenError as error:
        assert error.code == "bad-xml"  # noqa: PT017 - either outcome is right
    else:
        assert all(passage.paragraph.text for passage in paper.passages())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(damage=DAMAGE)
def test_damaged_records(corpus: Path, damage: list[tuple[str, int, int]]) -> None:
    root = ET.parse(corpus / "pubmed" / "pubmed5.xml").getroot()  # noqa: S314 - our own corpus
    try:
        papers = parse_pubmed(damaged(root, damage))
    except VideoGenError as error:
        assert error.code == "bad-xml"  # noqa: PT017 - either outcome is right
    else:
        assert all(passage.paragraph.text for paper in papers for passage in paper.passages())
