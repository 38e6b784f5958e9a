"""What is read of a paper and a script, from files that anybody may have written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.jobs.made_files import LARGEST_TEXT, made_file, read_made, size_of
from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.jobs.work.facts import (
    facts_of,
    foreign_facts_of,
    foreign_script_text,
    scenes_in,
    script_text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.work.real import Rescued

KNOWN = PaperFacts(pmid="1", title="What is known")
DEEP = b"[" * 100_000
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_the_paper_of_the_built_in_pipeline_is_understood(rescued: Rescued) -> None:
    work = rescued.bench.folder.work_of(rescued.second.key)
    facts = facts_of(read_made(work, "paper.json") or b"", PaperFacts(pmid="7", source=work))
    assert facts is not None
    assert (facts.source, facts.title, facts.year) == (work, rescued.second.paper.title, 2020)
    assert facts.authors
    text = script_text(read_made(work, "script.json") or b"")
    assert text is not None
    assert len(text.splitlines()) > 3


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", DEEP, b'{"ids": 5}'])
def test_what_cannot_be_understood_says_nothing(content: bytes) -> None:
    assert facts_of(content, KNOWN) is None
    assert script_text(content) is None
    assert foreign_facts_of(content, KNOWN) is None
    assert foreign_script_text(content) is None
    assert scenes_in(content) == []


def test_of_others_only_what_harms_nobody_is_taken() -> None:
    told = {
        "title": "A  title\nin two lines",
        "authors": ["A. Author", 5, "", {"name": "x"}],
        "journal": "J" * 5000,
        "year": "2024",
        "pmid": "666",
        "doi": "10.1/x",
        "retracted": True,
    }
    title = "A title in two lines"
    facts = foreign_facts_of(json.dumps(told).encode(), KNOWN)
    assert facts == PaperFacts("1", None, None, None, title, ("A. Author",), "J" * 2000, 2024)


@given(st.fixed_dictionaries(dict.fromkeys(("title", "authors", "journal", "year"), ANYTHING)))
def test_whatever_others_write_nothing_breaks(told: dict[str, object]) -> None:
    foreign_facts_of(json.dumps(told).encode(), KNOWN)
    foreign_script_text(json.dumps({"scenes": told["authors"]}).encode())


def test_the_scenes_of_others_may_be_a_list_or_in_an_object() -> None:
    scenes = [{"text": "One."}, {"text": 5}, "x", {"text": "Two."}]
    for content in (json.dumps(scenes), json.dumps({"scenes": scenes})):
        assert foreign_script_text(content.encode()) == "One.\nTwo."
        assert len(scenes_in(content.encode())) == 4


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "paper.json").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    assert read_made(tmp_path, "paper.json") is None
    assert read_made(tmp_path, "gone.json") is None
    assert made_file(tmp_path, "paper.json") == (tmp_path / "paper.json").resolve()
    assert made_file(tmp_path, "../" + tmp_path.name + "/../x") is None


def test_a_folder_is_measured_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "work" / "clips").mkdir(parents=True)
    (tmp_path / "work" / "a").write_bytes(bytes(100))
    (tmp_path / "work" / "clips" / "b").write_bytes(bytes(50))
    (tmp_path / "large").write_bytes(bytes(10_000))
    (tmp_path / "work" / "link").symlink_to(tmp_path / "large")
    (tmp_path / "work" / "up").symlink_to(tmp_path)
    assert size_of(tmp_path / "work") == 150
    assert size_of(tmp_path / "gone") == 0
