"""What a person gives to be made into films: identifiers, lists of them in files, papers in hand."""

from __future__ import annotations

import bisect
import os
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import NotRecognised, PaperFacts
from videogen_desktop.papers.fetching import path_in_hand
from videogen_desktop.papers.identifiers import (
    MAX_LIST_BYTES,
    Recognised,
    merge_resolved,
    read_list,
    read_list_bytes,
    read_list_file,
)
from videogen_desktop.papers.in_hand import read_in_hand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.papers.model import Paper

STANDARD_INPUT = "-"
_XML = (".xml", ".nxml")
_LISTS = (".txt", ".csv", ".tsv", ".ris", ".nbib", ".bib", ".xlsx", ".json", ".md")
"""What lists of papers are called: a name that ends so was meant to be a file, and is not there."""


@dataclass(frozen=True)
class InHandPaper:
    """A paper in hand that was read: its facts, and the words that it was given by."""

    facts: PaperFacts
    text: str


@dataclass
class Given:
    """What was given, put together from all its sources.

    The lines of the lists are numbered on from one list to the next, so that what is said about a line can
    be traced back to its list by ``place_of``.
    """

    recognised: Recognised = field(default_factory=Recognised)
    in_hand: list[InHandPaper] = field(default_factory=list)
    not_recognised: list[NotRecognised] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _next: int = 1

    def add_list(self, name: str, recognised: Recognised) -> None:
        """Take in what one list names."""
        offset = self._next - 1
        self._names.append(name)
        self._starts.append(self._next)
        self._next += _last_line(recognised) + 1
        self.recognised = _joined(self.recognised, _shifted(recognised, offset))

    def place_of(self, line: int) -> tuple[str, int]:
        """The list that a line is in, and its number there; no name for what was an argument."""
        which = bisect.bisect_right(self._starts, line) - 1
        if which < 0:
            return "", 0
        return self._names[which], line - self._starts[which] + 1


def given(papers: Sequence[str], files: Sequence[str]) -> Given:
    """Read everything that was given; nothing is requested of the network.

    Args:
        papers: Arguments: identifiers, paths of papers in hand, paths of lists, ``-`` for standard input.
        files: Paths of lists; ``-`` for standard input.

    Raises:
        VideoGenError: ``bad-list`` when a list cannot be read.
    """
    everything = Given()
    names: list[str] = []
    for paper in papers:
        path = None if paper == STANDARD_INPUT else path_in_hand(paper)
        if paper == STANDARD_INPUT:
            everything.add_list("standard input", _standard_input())
        elif path is None:
            names.append(paper.replace("\n", " "))
        elif path.is_file() and path.suffix.lower() not in _XML:
            everything.add_list(path.name, read_list_file(path))
        else:
            _take_in_hand(path, paper, everything)
    if names:
        everything.add_list("", _with_missing_files(read_list("\n".join(names))))
    for file in files:
        if file == STANDARD_INPUT:
            everything.add_list("standard input", _standard_input())
        else:
            everything.add_list(Path(file).name, read_list_file(Path(file)))
    everything.recognised = merge_resolved(everything.recognised, {})
    return everything


def _with_missing_files(recognised: Recognised) -> Recognised:
    """Say of what was meant to be a list that there is no such file, and not that it is no identifier."""
    refused = tuple(
        replace(each, reason=f"There is no file or folder named {Path(each.text).name}.")
        if each.text.lower().endswith(_LISTS)
        else each
        for each in recognised.refused
    )
    return replace(recognised, refused=refused)


def _take_in_hand(path: Path, text: str, everything: Given) -> None:
    try:
        paper = read_in_hand(path).paper
    except VideoGenError as error:
        listed = read_list_file(path) if error.code == "bad-input" and path.is_file() else Recognised()
        if listed.found:  # an export of PubMed with many records, which names papers and is none
            everything.add_list(path.name, listed)
        else:
            everything.not_recognised.append(NotRecognised(0, text, error.message))
        return
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - as the store names it; Path.absolute() leaves ".."
    everything.in_hand.append(InHandPaper(_facts(paper, whole), text))


def _facts(paper: Paper, path: Path) -> PaperFacts:
    """What the list of jobs shows of a paper in hand. Its identifiers are left to the pipeline."""
    return PaperFacts(
        source=path,
        title=paper.title.plain,
        authors=tuple(author.name for author in paper.authors),
        journal=paper.journal.name,
        year=paper.published.year if paper.published else 0,
    )


def _standard_input() -> Recognised:
    return read_list_bytes(sys.stdin.buffer.read(MAX_LIST_BYTES + 1), "standard input")


def _joined(one: Recognised, other: Recognised) -> Recognised:
    return Recognised(one.found + other.found, one.duplicates + other.duplicates, one.refused + other.refused)


def _shifted(recognised: Recognised, offset: int) -> Recognised:
    return Recognised(
        tuple(replace(entry, line=entry.line + offset) for entry in recognised.found),
        tuple(
            replace(
                duplicate,
                entry=replace(duplicate.entry, line=duplicate.entry.line + offset),
                first=replace(duplicate.first, line=duplicate.first.line + offset),
            )
            for duplicate in recognised.duplicates
        ),
        tuple(replace(refused, line=refused.line + offset) for refused in recognised.refused),
    )


def _last_line(recognised: Recognised) -> int:
    lines = [entry.line for entry in recognised.found]
    lines += [duplicate.entry.line for duplicate in recognised.duplicates]
    lines += [refused.line for refused in recognised.refused]
    return max(lines, default=0)
