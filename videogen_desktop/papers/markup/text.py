"""Collectors of running text: white space folded, styles flattened or kept, marks at their final place."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from videogen_desktop.papers.markup.citations import cuttable
from videogen_desktop.papers.model import Mark, MarkKind, Paragraph
from videogen_desktop.papers.richtext import RichText, Run, Style, flattened

if TYPE_CHECKING:
    from collections.abc import Iterator

PointerKind = Literal[MarkKind, "pointer", "note"]
"""``pointer`` links to the bibliography, ``note`` to a footnote; whether it can be cut is not yet known."""
_POINTERS = ("pointer", "note")

_SPACE = re.compile(r"\s{2,}|[^\S ]")
"""White space that is not already one plain space; matching those too would cost much on long texts."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f"  # control characters that are not white space
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
    """Remove characters that cannot be seen and change how the rest is read.

    Where Windows-1252 was taken for Latin-1, its quotation marks and dashes are put back, as browsers do
    (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    """
    return _UNSEEN.sub(_seen, text)


def _seen(unseen: re.Match[str]) -> str:
    character = unseen.group()
    return character.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= character <= "\x9f" else ""


def folded(text: str) -> str:
    """Return ``text`` cleaned, with every stretch of white space as one space and none at the ends."""
    return _SPACE.sub(" ", clean(text)).strip()


def _ends_in_line_break(text: str) -> bool:
    return "\n" in text[len(text.rstrip()) :]


@dataclass
class _OpenMark:
    start: int
    kind: PointerKind
    target: str


class ParagraphCollector:
    """Collects one paragraph."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._length = 0
        self._pending: list[str] = []
        self._style: Style = ""
        self._indented = False
        self._open: list[_OpenMark] = []
        self._closed: list[tuple[_OpenMark, int]] = []

    def add(self, text: str, style: Style = "") -> None:
        """Append text; neighbours of one style are flattened together, so that ``1`` and ``0`` give ¹⁰."""
        if style != self._style:
            self._flush()
            self._style = style
        self._pending.append(clean(text))

    def space(self) -> None:
        """Part what came from what follows by a space."""
        self.add(" ")

    def drop_indent(self) -> None:
        """Take back a space that stands for a line break in the file."""
        self._flush()
        if self._indented and self._ends_in_space():
            self._written[-1] = self._written[-1].removesuffix(" ")
            self._length -= 1
            for mark in self._open:
                mark.start = min(mark.start, self._length)
            for index in range(len(self._closed) - 1, -1, -1):
                mark, end = self._closed[index]
                if end <= self._length:
                    break
                self._closed[index] = (mark, self._length)

    def open(self, kind: PointerKind, target: str = "") -> None:
        """Begin a mark here."""
        self._flush()
        self._open.append(_OpenMark(self._length, kind, target))

    def close(self) -> None:
        """End the mark begun last here."""
        self._flush()
        self._closed.append((self._open.pop(), self._length))

    def take(self) -> Paragraph | None:
        """Return the paragraph so far, if it says anything, and begin the next one inside the same marks."""
        self._flush()
        text = "".join(self._written).rstrip()
        settled = [*self._closed, *((replace(mark), len(text)) for mark in self._open)]
        marks = [mark for opened, end in settled if (mark := _settled(text, opened, end))]
        for opened in self._open:
            opened.start = 0
        self._written, self._length, self._closed = [], 0, []
        if not any(map(str.isalnum, text)):
            return None
        kept = [mark for mark, is_pointer in marks if not is_pointer]
        cut = cuttable(text, [mark for mark, is_pointer in marks if is_pointer])
        return Paragraph(text, tuple(sorted((*kept, *cut), key=lambda mark: (mark.start, -mark.end))))

    def _flush(self) -> None:
        text = "".join(self._pending)
        self._pending.clear()
        if not text:
            return
        self._indented = self._style not in ("sub", "sup") and _ends_in_line_break(text)
        piece = _SPACE.sub(" ", flattened(text, self._style) if self._style else text)
        if not self._length or self._ends_in_space():
            piece = piece.lstrip()
        if piece:
            self._written.append(piece)
            self._length += len(piece)

    def _ends_in_space(self) -> bool:
        return bool(self._written) and self._written[-1].endswith(" ")


def _settled(text: str, opened: _OpenMark, end: int) -> tuple[Mark, bool] | None:
    """A mark without the spaces at its ends, and whether it is a pointer; None when nothing is marked."""
    marked = text[opened.start : end]
    start = opened.start + len(marked) - len(marked.lstrip())
    end = opened.start + len(marked.rstrip())
    if end <= start:
        return None
    if opened.kind == "pointer" or opened.kind == "note":
        return Mark(start, end, "citation", opened.target), True
    return Mark(start, end, opened.kind, opened.target), False


@dataclass(frozen=True)
class _Piece:
    text: str
    style: Style
    pointer: PointerKind | None
    """What the piece links to, when it is a link."""


class RunCollector:
    """Collects a title, whose styles are kept and whose marks are of no use.

    Args:
        keep_pointers: False leaves out what points to footnotes and to the bibliography.
    """

    def __init__(self, *, keep_pointers: bool = True) -> None:
        self._pieces: list[_Piece] = []
        self._keep_pointers = keep_pointers
        self._open: list[PointerKind] = []

    def add(self, text: str, style: Style = "") -> None:
        """Append a stretch of text."""
        pointer = next((kind for kind in self._open if kind in _POINTERS), None)
        self._pieces.append(_Piece(clean(text), style, pointer))

    def space(self) -> None:
        """Part what came from what follows by a space."""
        self.add(" ")

    def drop_indent(self) -> None:
        """Take back a space that stands for a line break in the file."""
        if self._pieces and _ends_in_line_break(self._pieces[-1].text):
            last = self._pieces.pop()
            self._pieces.append(replace(last, text=last.text.rstrip()))

    def open(self, kind: PointerKind, target: str = "") -> None:  # noqa: ARG002 - a title keeps no targets
        """Begin a stretch of one kind."""
        self._open.append(kind)

    def close(self) -> None:
        """End the stretch begun last."""
        self._open.pop()

    def take(self) -> RichText:
        """Return the title with white space folded over all its runs."""
        pieces = _folded_pieces(self._pieces)
        if not self._keep_pointers and any(piece.pointer for piece in pieces):
            pieces = _folded_pieces(_without_pointers(pieces))
        runs: list[Run] = []
        for piece in pieces:
            if runs and runs[-1].style == piece.style:
                runs[-1] = Run(runs[-1].text + piece.text, piece.style)
            else:
                runs.append(Run(piece.text, piece.style))
        return RichText(tuple(runs))


def _folded_pieces(pieces: list[_Piece]) -> list[_Piece]:
    """Fold white space across pieces: one space at most between two, none at the ends."""
    folded_pieces: list[_Piece] = []
    in_space = True
    for piece in pieces:
        text = _SPACE.sub(" ", piece.text)
        text = text.lstrip() if in_space else text
        if text:
            in_space = text.endswith(" ")
            folded_pieces.append(replace(piece, text=text))
    if folded_pieces and in_space:
        last = folded_pieces.pop()
        folded_pieces += [replace(last, text=last.text.rstrip())] if last.text.strip() else []
    return folded_pieces


def _without_pointers(pieces: list[_Piece]) -> list[_Piece]:
    """Leave out links to footnotes, raised numbers, and of the bibliography what can be cut."""
    kept = [
        piece for piece in pieces if piece.pointer != "note" and not (piece.pointer and piece.style == "sup")
    ]
    position, pointers = 0, []
    for piece in kept:
        if piece.pointer:
            pointers.append(Mark(position, position + len(piece.text), "citation"))
        position += len(piece.text)
    whole = "".join(piece.text for piece in kept)
    cut = [
        (mark.start - (whole[mark.start - 1 : mark.start] == " "), mark.end)
        for mark in cuttable(whole, pointers)
    ]
    return list(_outside(kept, cut))


def _outside(pieces: list[_Piece], cut: list[tuple[int, int]]) -> Iterator[_Piece]:
    """Yield what of the pieces lies outside the stretches to cut, which are in order and apart."""
    position, remaining = 0, deque(cut)
    for piece in pieces:
        start, end = position, position + len(piece.text)
        while remaining and remaining[0][0] < end:
            if start < remaining[0][0]:
                yield replace(piece, text=piece.text[start - position : remaining[0][0] - position])
            start = max(start, min(remaining[0][1], end))
            if remaining[0][1] > end:
                break
            remaining.popleft()
        if start < end:
            yield replace(piece, text=piece.text[start - position :])
        position = end
