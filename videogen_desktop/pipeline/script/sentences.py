"""Paragraphs cut into sentences, each of which keeps its exact words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.language import english
from videogen_desktop.pipeline.script.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from videogen_desktop.papers.model import Mark, Paragraph, Passage

_BOUNDARY = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)")
_READABLE = re.compile(r"[\w\s.,<=>≤≥±%°µμ−–-]{1,24}")
_GAP = re.compile(r"\s*")
_START = re.compile(r"[\"'“‘(\[]*(?:[^\W\d_a-zß-öø-ÿα-ω]|\d|[a-zα-ω]+[-‐]?[A-Z0-9]|[α-ω]-)")
_LAST_WORD = re.compile(r"([^\s(\[]+?)\.+[\"'”’)\]]*$")


@dataclass(frozen=True)
class QuotedSentence:
    """A sentence of the paper as it stands there, with its place and the marks inside it."""

    passage: Passage
    number: int
    """The sentence's number in its paragraph, from 1."""
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.passage.paragraph.text[self.start : self.end]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Marks that lie inside the sentence, with offsets in the paragraph."""
        return tuple(
            mark for mark in self.passage.paragraph.marks if self.start <= mark.start and mark.end <= self.end
        )

    @property
    def source(self) -> Source:
        """The place, as script.json names it."""
        return Source(
            section=" › ".join(self.passage.section) or "Text",
            locator=self.passage.locator,
            paragraph=self.passage.index,
            sentence=self.number,
            quote=self.quote,
        )


def has_formula(sentence: QuotedSentence) -> bool:
    """Whether a sentence holds a formula that cannot be read aloud as plain words and numbers."""
    text, offset = sentence.quote, sentence.start
    return any(
        mark.kind == "formula" and not _READABLE.fullmatch(text[mark.start - offset : mark.end - offset])
        for mark in sentence.marks
    )


def sentences_of(passages: Iterable[Passage]) -> Iterator[QuotedSentence]:
    """Cut passages into sentences, in order."""
    for passage in passages:
        for number, (start, end) in enumerate(sentence_spans(passage.paragraph), 1):
            yield QuotedSentence(passage, number, start, end)


def sentence_spans(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of each sentence of a paragraph.

    No sentence ends inside brackets, after an abbreviation or an initial, or before a word that no
    sentence starts with. Citations raised behind the full stop belong to the sentence they follow.
    """
    text = paragraph.text
    depth = _bracket_depth(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _stops(paragraph):
        gap = _GAP.match(text, stop)
        following = gap.end() if gap else stop
        if following >= len(text):
            break
        if depth[min(stop, len(depth) - 1)] or not _START.match(text, following):
            continue
        if _is_abbreviated(text[max(start, stop - 60) : stop], text[following : following + 60]):
            continue
        spans.append((start, stop))
        start = following
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans


def _stops(paragraph: Paragraph) -> list[int]:
    """Places where a sentence may end: after its punctuation and the citations raised behind that."""
    text = paragraph.text
    after_punctuation = {match.end() for match in _BOUNDARY.finditer(text)}
    after_citations = {
        mark.end
        for mark in paragraph.marks
        if mark.kind == "citation" and mark.start and text[mark.start - 1] in ".!?"
    }
    return sorted(after_punctuation | after_citations)


def _bracket_depth(text: str) -> list[int]:
    """How many brackets are open at each character; all zero when they do not match up."""
    depth: list[int] = []
    level = 0
    for character in text:
        if character in "([":
            level += 1
        depth.append(level)
        if character in ")]":
            level -= 1
            if level < 0:
                return [0] * max(1, len(text))
    return depth if level == 0 and depth else [0] * max(1, len(text))


def _is_abbreviated(sentence: str, following: str) -> bool:
    """Whether the full stop at the end of ``sentence`` belongs to an abbreviation."""
    last = _LAST_WORD.search(sentence)
    if last is None or not sentence.rstrip("\"'”’)]").endswith("."):
        return False
    word = last.group(1)
    next_word = re.split(r"[\s,]", following, maxsplit=1)[0].strip("\"'“‘([").lower()
    if len(word) == 1 and word.isupper():
        return next_word not in english().starters
    if word.lower() not in english().abbreviations:
        return False
    return word.lower() not in english().may_end or next_word not in english().starters
