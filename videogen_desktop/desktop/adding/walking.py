"""Looking through folders for lists and papers: not without end, and never along links."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.material import XML

if TYPE_CHECKING:
    from collections.abc import Callable

LISTS = frozenset({".txt", ".csv", ".tsv", ".tab", ".nbib", ".ris"})

MOST_ENTRIES = 20_000
"""Files and folders that are looked at; a folder with more was hardly meant as a list of papers."""
DEEPEST = 8


@dataclass(frozen=True)
class Found:
    """One folder with lists, or with the XML of papers, in the order of their names."""

    path: Path
    papers: tuple[Path, ...] = ()
    lists: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Walked:
    """What is in a folder and in the folders in it.

    ``left`` are names of what was left alone, and why.
    """

    folders: tuple[Found, ...] = ()
    left: tuple[tuple[str, str], ...] = ()


def walk(
    folder: Path,
    stopped: Callable[[], bool] = lambda: False,
    *,
    most: int = MOST_ENTRIES,
    deepest: int = DEEPEST,
) -> Walked:
    """Look for lists and papers. Hidden files are passed over, and links are not followed.

    Args:
        folder: Where to begin; this one may be a link, for the person named it.
        stopped: Asked at every folder; once it is true nothing more is looked at.
        most: The most entries that are looked at.
        deepest: How many folders deep.
    """
    return _Walk(folder, most, deepest).walked(stopped)


class _Walk:
    def __init__(self, folder: Path, most: int, deepest: int) -> None:
        self._folder = folder
        self._most = most
        self._deepest = deepest
        self._coming = [(folder, 0)]
        self._looked_at = self._others = self._links = 0
        self._found: list[Found] = []
        self._left: list[tuple[str, str]] = []

    def walked(self, stopped: Callable[[], bool]) -> Walked:
        while self._coming and not stopped():
            here, depth = self._coming.pop()
            self._look_into(here, depth)
            if self._looked_at >= self._most:
                self._leave(
                    self._folder, f"It holds more than {self._most:,} files; the rest was not looked at."
                )
                break
        self._account()
        return Walked(tuple(self._found), tuple(self._left))

    def _look_into(self, here: Path, depth: int) -> None:
        try:
            entries = _entries(here, self._most - self._looked_at)
        except OSError as error:
            self._leave(here, f"The folder cannot be read: {error.strerror}.")
            return
        self._looked_at += len(entries)
        sorted_out = self._sorted_out(entries)
        if sorted_out.papers or sorted_out.lists:
            self._found.append(Found(here, tuple(sorted_out.papers), tuple(sorted_out.lists)))
        if depth < self._deepest:
            self._coming += ((path, depth + 1) for path in reversed(sorted_out.folders))
        elif sorted_out.folders:
            self._leave(here, "The folders in it lie too deep, and were not looked at.")

    def _sorted_out(self, entries: list[os.DirEntry[str]]) -> _Entries:
        sorted_out = _Entries([], [], [])
        for entry in entries:
            path = Path(entry.path)
            if entry.is_symlink():
                self._links += 1
            elif entry.is_dir(follow_symlinks=False):
                sorted_out.folders.append(path)
            elif path.suffix.lower() in XML:
                sorted_out.papers.append(path)
            elif path.suffix.lower() in LISTS:
                sorted_out.lists.append(path)
            else:
                self._others += 1
        return sorted_out

    def _account(self) -> None:
        """Say what else there was; beside a paper's XML it is the paper's own."""
        if self._links:
            self._leave(self._folder, f"Links in the folder are not followed ({self._links:,}).")
        if not self._found and not self._left:
            self._leave(self._folder, "There is no list and no paper's XML in the folder.")
        elif self._others and not any(found.papers for found in self._found):
            self._leave(self._folder, f"Other files in the folder were left alone ({self._others:,}).")

    def _leave(self, what: Path, reason: str) -> None:
        self._left.append((shown(what.name), reason))


@dataclass(frozen=True)
class _Entries:
    papers: list[Path]
    lists: list[Path]
    folders: list[Path]


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        seen = (entry for entry in found if not entry.name.startswith("."))
        return sorted(itertools.islice(seen, most), key=lambda entry: entry.name)
