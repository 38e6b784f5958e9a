"""What a person gives to be made into films, put together so that each thing can be traced back."""

from __future__ import annotations

import bisect
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import NewPaper, NotRecognised, PaperFacts, Preview
from videogen_desktop.papers.identifiers import Duplicate, Recognised, merge_resolved, read_list_file
from videogen_desktop.papers.in_hand import read_in_hand

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.papers.identifiers import Entry, Refused
    from videogen_desktop.papers.model import Paper

XML = frozenset({".xml", ".nxml"})
"""How the files of papers in hand end."""


@dataclass(frozen=True)
class Places:
    """Which list each line is in. Lines are numbered on from one list to the next."""

    names: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    def of(self, line: int) -> tuple[str, int]:
        """The name of the list, empty for what came by itself, and the line in it; 0 for no line."""
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
        """Take in what one list names; ``name`` is empty for what was typed or pasted."""
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

    def add_xml(self, path: Path, name: str, text: str = "") -> None:
        """Take in a paper in hand, or PubMed's export of many records, which names papers and is none.

        Args:
            path: A file, or a folder with a paper and its figures.
            name: What it is called, should it turn out to be a list.
            text: The words that it was given by; empty for its name.
        """
        try:
            self.add_paper(paper_at(path, text))
        except VideoGenError as error:
            listed = _listed(path) if error.code == "bad-input" and path.is_file() else None
            if listed and listed.found:
                self.add_list(name, listed)
            else:
                self.refuse(text or name, error.message)

    def refuse(self, text: str, reason: str) -> None:
        """Take in something that is neither a list nor a paper."""
        self._not_recognised.append(NotRecognised(0, text, reason))

    def material(self) -> Material:
        """Everything that was taken in."""
        several = len(self._names) > 1
        own = Recognised(tuple(self._found), tuple(self._duplicates), tuple(self._refused))
        return Material(
            merge_resolved(own, {}) if several else own,
            tuple(self._in_hand),
            tuple(self._not_recognised),
            Places(tuple(self._names), tuple(self._starts)),
        )

    def _together(self, more: Recognised) -> Recognised:
        return merge_resolved(Recognised((*self._found, *more.found), tuple(self._duplicates)), {})


def paper_at(path: Path, text: str = "") -> NewPaper:
    """Read a paper in hand for the list of jobs.

    Args:
        path: Its file, or a folder with it and its figures.
        text: The words that it was given by; empty for its path.

    Raises:
        VideoGenError: as ``read_in_hand`` says.
    """
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - as the store names it; Path.absolute() leaves ".."
    return NewPaper(_facts(read_in_hand(path).paper, whole), 0, text or str(whole))


def preview_of(store: JobStore, material: Material, options: JobOptions) -> Preview:
    """Ask the store what adding would do, with all that was read; nothing is changed.

    Raises:
        VideoGenError: as the store says.
    """
    known = {paper.facts.source: paper for paper in material.in_hand}
    sources = [paper.facts.source for paper in material.in_hand if paper.facts.source]
    asked = store.preview(material.recognised, options, sources)

    def read(paper: NewPaper) -> NewPaper:
        return known.get(paper.facts.source, paper) if paper.facts.source else paper

    return Preview(
        tuple(map(read, asked.new)),
        tuple(replace(here, paper=read(here.paper)) for here in asked.already_here),
        tuple(map(read, asked.repeated)),
        (*material.not_recognised, *asked.not_recognised),
    )


def _facts(paper: Paper, path: Path) -> PaperFacts:
    """What the list of jobs shows of a paper in hand. Its identifiers are left to the pipeline."""
    return PaperFacts(
        source=path,
        title=paper.title.plain,
        authors=tuple(author.name for author in paper.authors),
        journal=paper.journal.name,
        year=paper.published.year if paper.published else 0,
    )


def _listed(path: Path) -> Recognised | None:
    try:
        return read_list_file(path)
    except VideoGenError:
        return None


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
