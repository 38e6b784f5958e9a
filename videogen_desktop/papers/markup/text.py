"""Collectors of running text: white space folded, styles flattened or kept, marks at their final place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from videogen_desktop.papers.markup.citations import cuttable
from videogen_desktop.papers.model import Mark, MarkKind, Paragraph
from videogen_desktop.papers.richtext import RichText, Run, Style, flattened

if TYPE_CHECKING:
    from collections.abc import Iterator

PointerKind = Literal[MarkKind, "pointer"]
"""``pointer`` is a reference to the bibliography or a footnote, before it is known whether it can be cut."""

_SPACE = re.compile(r"\s+")
_INDENT = re.compile(r"\n\s*$")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters that are not white space
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen and the characters of no width that join or part words
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # orders to write from right to left, which can disguise a text
)


class Collector(Protocol):
    """What the walk over inline markup writes to."""

    def add(self, text: str, style: Style = "") -> None:
        """Append a stretch of text in one style."""

    def space(self) -> None:
        """Part what came from what follows by a space."""

    def drop_indent(self) -> None:
        """Take back a space that stands for a line break, because what follows belongs to the word before."""

    def open(self, kind: PointerKind, target: str = "") -> None:
        """Begin a mark."""

    def close(self) -> None:
        """End the mark begun last."""


def clean(text: str) -> str:
    """Remove characters that cannot be seen and change how the rest is read."""
    return _UNSEEN.sub("", text)


def folded(text: str) -> str:
    """Return ``text`` cleaned, with every stretch of white space as one space and none at the ends."""
    return _SPACE.sub(" ", clean(text)).strip()


@dataclass
class _OpenMark:
    start: int
    kind: PointerKind
    target: str


class ParagraphCollector:
    """Collects one paragraph."""

    def __init__(self) -> None:
        self._text = ""
        self._pending = ""
        self._style: Style = ""
        self._indented = False
        self._open: list[_OpenMark] = []
        self._marks: list[Mark] = []
        self._pointers: list[Mark] = []

    def add(self, text: str, style: Style = "") -> None:
        """Append text; neighbours of one style are flattened together, so that ``1`` and ``0`` give ¹⁰."""
        if style != self._style:
            self._flush()
            self._style = style
        self._pending += clean(text)

    def space(self) -> None:
        """Part what came from what follows by a space."""
        self.add(" ")

    def drop_indent(self) -> None:
        """Take back a space that stands for a line break in the file."""
        self._flush()
        if self._indented:
            self._text = self._text.removesuffix(" ")
            for mark in self._open:
                mark.start = min(mark.start, len(self._text))

    def open(self, kind: PointerKind, target: str = "") -> None:
        """Begin a mark here."""
        self._flush()
        self._open.append(_OpenMark(len(self._text), kind, target))

    def close(self) -> None:
        """End the mark begun last here."""
        self._flush()
        self._settle(self._open.pop())

    def take(self) -> Paragraph | None:
        """Return the paragraph so far, if it says anything, and begin the next one inside the same marks."""
        self._flush()
        for mark in self._open:
            self._settle(mark)
            mark.start = 0
        text = self._text.rstrip()
        marks = sorted(
            (*self._marks, *cuttable(text, self._pointers)), key=lambda mark: (mark.start, -mark.end)
        )
        self._text, self._marks, self._pointers = "", [], []
        return Paragraph(text, tuple(marks)) if any(map(str.isalnum, text)) else None

    def _flush(self) -> None:
        text, self._pending = self._pending, ""
        if not text:
            return
        self._indented = bool(_INDENT.search(text)) and not self._style
        piece = _SPACE.sub(" ", flattened(text, self._style) if self._style else text)
        self._text += piece.lstrip() if not self._text or self._text.endswith(" ") else piece

    def _settle(self, mark: _OpenMark) -> None:
        marked = self._text[mark.start :]
        start = mark.start + len(marked) - len(marked.lstrip())
        end = len(self._text.rstrip())
        if end <= start:
            return
        if mark.kind == "pointer":
            self._pointers.append(Mark(start, end, "citation", mark.target))
        else:
            self._marks.append(Mark(start, end, mark.kind, mark.target))


class RunCollector:
    """Collects a title, whose styles are kept and whose marks are of no use.

    Args:
        keep_pointers: False leaves out what points to footnotes and to the bibliography.
    """

    def __init__(self, *, keep_pointers: bool = True) -> None:
        self._runs: list[Run] = []
        self._keep_pointers = keep_pointers
        self._open: list[PointerKind] = []

    def add(self, text: str, style: Style = "") -> None:
        """Append text; neighbours of one style become one run."""
        if "pointer" in self._open and not self._keep_pointers:
            return
        text = clean(text)
        if self._runs and self._runs[-1].style == style:
            text = self._runs.pop().text + text
        if text:
            self._runs.append(Run(text, style))

    def space(self) -> None:
        """Part what came from what follows by a space."""
        self.add(" ")

    def drop_indent(self) -> None:
        """Take back a space that stands for a line break in the file."""
        if self._runs and _INDENT.search(self._runs[-1].text):
            last = self._runs.pop()
            self.add(last.text.rstrip(), last.style)

    def open(self, kind: PointerKind, target: str = "") -> None:  # noqa: ARG002 - a title keeps no targets
        """Begin a stretch of one kind."""
        self._open.append(kind)

    def close(self) -> None:
        """End the stretch begun last."""
        self._open.pop()

    def take(self) -> RichText:
        """Return the title with white space folded over all its runs."""
        return RichText(tuple(_folded_runs(self._runs)))


def _folded_runs(runs: list[Run]) -> Iterator[Run]:
    """Fold white space across runs: one space at most between two, none at the ends."""
    whole = _SPACE.sub(" ", "".join(run.text for run in runs)).strip()
    position = 0
    for run in runs:
        piece = _SPACE.sub(" ", run.text)
        if position == 0 or whole[position - 1] == " ":
            piece = piece.lstrip()
        piece = piece[: len(whole) - position]
        position += len(piece)
        if piece:
            yield Run(piece, run.style)
