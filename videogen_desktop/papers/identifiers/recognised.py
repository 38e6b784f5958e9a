"""What reading a list gives: the papers found, those named twice, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from videogen_desktop.papers.identifiers.forms import lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from videogen_desktop.papers.identifiers.forms import Identifier, Kind
    from videogen_desktop.papers.model import PaperIds

STRENGTH: Final[tuple[Kind, ...]] = ("pmid", "pmcid", "doi")
"""Which of a paper's names says most: a DOI can be that of a whole supplement, a PMID never is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper as the list names it.

    Attributes:
        identifier: The strongest of its names (PMID before PMCID before DOI).
        line: Where it stands, from 1.
        text: What stands there, made safe to show.
        also: Its other names, where the list itself says that they are of the same paper.
    """

    identifier: Identifier
    line: int
    text: str
    also: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A paper that was named before, by this identifier or by another."""

    entry: Entry
    first: Entry

    @property
    def first_line(self) -> int:
        """The line where the paper was named first."""
        return self.first.line


@dataclass(frozen=True, slots=True)
class Refused:
    """A line, or a part of one, that names no paper, with a sentence saying why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """The outcome of reading a list, each part in the order of its lines."""

    found: tuple[Entry, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    refused: tuple[Refused, ...] = ()


def gathered(items: Iterable[Entry | Refused]) -> Recognised:
    """Sort what a reader found into papers, duplicates and refusals."""
    entries: list[Entry] = []
    refused: list[Refused] = []
    for item in items:
        if isinstance(item, Entry):
            entries.append(item)
        else:
            refused.append(item)
    found, duplicates = _told_apart(entries, _own_names)
    return Recognised(found, duplicates, tuple(refused))


def merge_resolved(recognised: Recognised, resolved: Mapping[Identifier, PaperIds]) -> Recognised:
    """Move the entries that turn out to name an earlier paper into ``duplicates``.

    Args:
        recognised: What ``read_list`` gave.
        resolved: The names of the papers as far as they could be looked up, by an identifier of the list.

    Two entries are the same paper when the strongest kind of name that both have is equal; so two records
    with different PMIDs stay apart even when they share a DOI.
    """
    entries = [*recognised.found, *(duplicate.entry for duplicate in recognised.duplicates)]
    entries.sort(key=lambda entry: entry.line)
    found, duplicates = _told_apart(entries, lambda entry: _resolved_names(entry, resolved))
    return Recognised(found, duplicates, recognised.refused)


def _told_apart(
    entries: Sequence[Entry], names_of: Callable[[Entry], dict[Kind, str]]
) -> tuple[tuple[Entry, ...], tuple[Duplicate, ...]]:
    papers = _Papers()
    for entry in entries:
        papers.add(names_of(entry), entry.identifier.value)
    firsts = [papers.first(number) for number in range(len(entries))]
    found = tuple(entries[first] for number, first in enumerate(firsts) if first == number)
    duplicates = tuple(
        Duplicate(entries[number], entries[first]) for number, first in enumerate(firsts) if first != number
    )
    return found, duplicates


class _Papers:
    """Entries, by number, joined where their names are of one paper (a disjoint-set forest)."""

    def __init__(self) -> None:
        self._same_as: list[int] = []
        self._names: list[dict[Kind, str]] = []
        self._known: dict[str, int] = {}  # canonical values of different kinds cannot be equal

    def add(self, names: dict[Kind, str], as_written: str) -> None:
        """Add an entry by all its names and the one that the list has for it, which may be an alias."""
        number = len(self._same_as)
        self._same_as.append(number)
        self._names.append(names)
        for value in (as_written, *names.values()):
            other = self._known.setdefault(value, number)
            if other != number:
                number = self._join(self.first(other), number)

    def first(self, number: int) -> int:
        """The first entry that names the same paper."""
        above = self._same_as[number]
        while above != number:
            self._same_as[number] = self._same_as[above]  # shorten the way, so that long chains stay cheap
            number, above = above, self._same_as[above]
        return number

    def _join(self, one: int, other: int) -> int:
        """Make the two one paper if their names agree; return the first entry of the paper of ``other``."""
        if one == other or not _agree(self._names[one], self._names[other]):
            return other
        earlier, later = sorted((one, other))
        self._names[earlier] = self._names[later] | self._names[earlier]
        self._same_as[later] = earlier
        return earlier


def _agree(one: dict[Kind, str], other: dict[Kind, str]) -> bool:
    for kind in STRENGTH:
        if kind in one and kind in other:
            return one[kind] == other[kind]
    return True


def _own_names(entry: Entry) -> dict[Kind, str]:
    names = {entry.identifier.kind: entry.identifier.value}
    for name in entry.also:
        names[name.kind] = name.value
    return names


def _resolved_names(entry: Entry, resolved: Mapping[Identifier, PaperIds]) -> dict[Kind, str]:
    names = _own_names(entry)
    for name in (entry.identifier, *entry.also):
        ids = resolved.get(name) or resolved.get(replace(name, version=None))
        if ids is not None:
            doi = lower_ascii(ids.doi) if ids.doi else None
            looked_up: dict[Kind, str | None] = {"pmid": ids.pmid, "pmcid": ids.pmcid, "doi": doi}
            return names | {kind: value for kind, value in looked_up.items() if value}
    return names
