"""The real voice, loaded once, and the lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from videogen_desktop.papers.richtext import flattened
from videogen_desktop.pipeline.narration import Lexicon, Voice, english_lexicon, find_voice, load_voice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def voice() -> Voice:
    return load_voice(find_voice(None))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return english_lexicon()


@pytest.fixture(scope="session")
def abstracts(corpus: Path) -> tuple[str, ...]:
    """The sentences of the abstracts of the corpus that hold a digit or a sign."""
    files = sorted([*corpus.glob("jats/*"), *corpus.glob("pubmed/pubmed[1-7].xml")])
    paragraphs = [
        _plain(paragraph)
        for file in files
        for root in [ET.fromstring(file.read_bytes())]  # noqa: S314 (the corpus is trusted)
        for paragraph in [*root.iterfind(".//abstract//p"), *root.iterfind(".//AbstractText")]
    ]
    sentences = [s for text in paragraphs for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)]
    return tuple(sentence for sentence in sentences if re.search(r"[^A-Za-z ,.']", sentence))


def _plain(element: ET.Element) -> str:
    if element.tag in {"sup", "sub"}:
        return flattened("".join(element.itertext()), "sup" if element.tag == "sup" else "sub")
    text = (element.text or "") + "".join(_plain(child) + (child.tail or "") for child in element)
    return " ".join(text.split()) if element.tag in {"p", "AbstractText"} else text
