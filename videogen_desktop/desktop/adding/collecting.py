"""Putting together what several lists and papers in hand hold, so that each thing can be traced back."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.desktop.adding.links import reason_against
from videogen_desktop.jobs.model import NewPaper, NotRecognised
from videogen_desktop.papers.identifiers import Duplicate, Recognised, merge_resolved

if TYPE_CHECKING:
    from videogen_desktop.papers.identifiers import Entry, Refused


@dataclass(frozen=True)
class Places:
    """Which list each line is in. Lines are numbered on from one list to the next."""

    names: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    def of(self, line: int) -> tuple[str, int]:
        """The name of the list, empty for typed or pasted text, and the line in it; 0 for no line."""
        which = bisect.bisect_right(self.starts, line) - 1
        if line <= 0 or which < 0:
            return "", 0
        return self.names[which], line - self.starts[which] + 1


@dataclass(frozen=True)
class Material:
    """Everything that was read: papers that lists name, papers in hand, and what is neither."""

    recognised: Recognised = field(default_factory=Recognised)
    in_hand: tuple[NewPaper, ...] = ()
    not_recognised: tuple[NotRecognised, ...] = ()
    places: Places = field(default_factory=Places)


class Collection:
    """Takes in lists and papers one after another."""

    def __init__(self) -> None:
        self._found: list[Entry] = []
        self._duplicates: list[Duplicate] = []
        self._refused: list[Refused] = []
        self._in_hand: list[NewPaper] = []
        self._not_recognised: list[NotRecognised] = []
        self._names: list[str] = []
        self._starts: list[int] = []
        self._next = 1

    def add_list(self, name: str, recognised: Recognised) -> None:
        """Take in what one list names; ``name`` is empty for typed or pasted text."""
        offset = self._next - 1
        self._names.append(name)
        self._starts.append(self._next)
        self._next += _last_line(recognised) + 1
        moved = _shifted(recognised, offset) if offset else recognised
        self._found += moved.found
        self._duplicates += moved.duplicates
        self._refused += moved.refused

    def add_hints(self, recognised: Recognised) -> None:
        """Take in papers that something beside the lists names; they stand in no line.

        What is there already is not repeated.
        """
        together = self._together(Recognised(found=_shifted(recognised, self._next - 1).found))
        self._found += [replace(entry, line=0) for entry in together.found if entry.line >= self._next]

    def add_paper(self, paper: NewPaper) -> None:
        """Take in a paper in hand."""
        self._in_hand.append(paper)

    def refuse(self, text: str, reason: str) -> None:
        """Take in something that is neither a list nor a paper."""
        self._not_recognised.append(NotRecognised(0, text, reason))

    def material(self) -> Material:
        """Everything that was taken in."""
        several = len(self._names) > 1
        own = Recognised(tuple(self._found), tuple(self._duplicates), tuple(map(_explained, self._refused)))
        return Material(
            merge_resolved(own, {}) if several else own,
            tuple(self._in_hand),
            tuple(self._not_recognised),
            Places(tuple(self._names), tuple(self._starts)),
        )

    def _together(self, more: Recognised) -> Recognised:
        return merge_resolved(Recognised((*self._found, *more.found), tuple(self._duplicates)), {})


def _explained(refused: Refused) -> Refused:
    reason = reason_against(refused.text)
    return replace(refused, reason=reason) if reason else refused


def _shifted(recognised: Recognised, offset: int) -> Recognised:
    return Recognised(
        tuple(replace(entry, line=entry.line + offset) for entry in recognised.found),
        tuple(
            Duplicate(
                replace(duplicate.entry, line=duplicate.entry.line + offset),
                replace(duplicate.first, line=duplicate.first.line + offset),
            )
            for duplicate in recognised.duplicates
        ),
        tuple(replace(refused, line=refused.line + offset) for refused in recognised.refused),
    )


def _last_line(recognised: Recognised) -> int:
    last = [part[-1] for part in (recognised.found, recognised.refused) if part]
    lines = [item.line for item in last]
    lines += [duplicate.entry.line for duplicate in recognised.duplicates[-1:]]
    return max(lines, default=0)
