"""Exports of tagged lines: MEDLINE (.nbib, PubMed's own) and RIS (EndNote, Zotero, Mendeley, NCBI).

MEDLINE fields: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. RIS has no one specification; the
fields read here are those where its writers put identifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from videogen_desktop.papers.identifiers.characters import folded, normalised, shown
from videogen_desktop.papers.identifiers.forms import Identifier, Kind, read_doi, read_pmcid, read_pmid
from videogen_desktop.papers.identifiers.freetext import read_line
from videogen_desktop.papers.identifiers.mentions import lone_identifier
from videogen_desktop.papers.identifiers.recognised import STRENGTH, Entry, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_NBIB_LINE = re.compile(r"(?=[A-Z ]{4}-)([A-Z]{2,4}) {0,2}-(?: (.*)|$)")
_NBIB_DOI = re.compile(r"(\S+) \[doi\]")
_RIS_LINE = re.compile(r"\s?([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)")
_RIS_NAMES = (
    "DO",
    "PM",
    "AN",
    "C2",
    "U1",
    "U2",
    "U3",
    "U4",
    "U5",
    "UR",
    "ID",
    "N1",
    "M1",
    "M3",
    "C1",
    "C7",
    "LK",
)
"""Where writers of RIS put identifiers, the fields meant for them first."""
_RIS_MARKED = re.compile(r"(.+?) ?\[(pmid|pmcid|doi)\]", re.IGNORECASE)
_PUBMED_DATABASES = re.compile(r"pubmed|medline|^nlm$", re.IGNORECASE)
_RECORD_NUMBER_DIGITS = 6
"""Libraries number their records in ``ID``; a bare number there is a PMID only when it is longer."""
_TITLES = ("TI", "T1")
_NAMELESS = "This record names no PMID, PMCID or DOI."


@dataclass
class _Record:
    line: int
    fields: dict[str, list[list[str]]] = field(default_factory=dict)
    """The lines of each field, under its tag, as often as it occurs."""

    def add(self, tag: str, line: str) -> None:
        self.fields.setdefault(tag, []).append([line])

    def continue_last(self, tag: str, line: str) -> None:
        self.fields[tag][-1].append(line)

    def values(self, *tags: str) -> list[str]:
        return [folded(" ".join(lines)) for tag in tags for lines in self.fields.get(tag, [])]

    def first(self, *tags: str) -> str:
        return next(iter(self.values(*tags)), "")


def read_nbib(text: str) -> Iterator[Entry | Refused]:
    """Yield one paper a MEDLINE record; lines outside the records are read as free text."""
    record: _Record | None = None
    tag = ""
    for number, line in enumerate(normalised(text).split("\n"), 1):
        tagged = _NBIB_LINE.match(line)
        if tagged:
            tag, value = tagged[1], tagged[2] or ""
            if record is not None and tag == "PMID":
                yield _entry(record, _nbib_names(record))
                record = None
            record = record or _Record(number)
            record.add(tag, value)
        elif not line.strip():
            if record is not None:
                yield _entry(record, _nbib_names(record))
            record = None
        elif record is not None and line[0] == " ":
            record.continue_last(tag, line)
        else:
            yield from read_line(line, number)
    if record is not None:
        yield _entry(record, _nbib_names(record))


def read_ris(text: str) -> Iterator[Entry | Refused]:
    """Yield one paper a RIS record; lines outside the records are read as free text."""
    record: _Record | None = None
    for number, line in enumerate(normalised(text).split("\n"), 1):
        tagged = _RIS_LINE.match(line)
        if tagged and tagged[1] in ("TY", "ER"):
            if record is not None:
                yield _entry(record, _ris_names(record))
            record = _Record(number) if tagged[1] == "TY" else None
        elif record is None:
            yield from read_line(line, number)
        elif tagged:
            record.add(tagged[1], tagged[2] or "")
    if record is not None:
        yield _entry(record, _ris_names(record))


def _entry(record: _Record, found: list[Identifier | str]) -> Entry | Refused:
    by_kind: dict[Kind, Identifier] = {}
    for outcome in found:
        if isinstance(outcome, Identifier):
            by_kind.setdefault(outcome.kind, outcome)
    names = tuple(by_kind[kind] for kind in STRENGTH if kind in by_kind)
    title = shown(record.first(*_TITLES))
    if names:
        return Entry(names[0], record.line, title or str(names[0]), names[1:])
    reasons = [outcome for outcome in found if isinstance(outcome, str)]
    return Refused(record.line, title or "a record without a title", (reasons or [_NAMELESS])[0])


def _nbib_names(record: _Record) -> list[Identifier | str]:
    found: list[Identifier | str] = [read_pmid(value) for value in record.values("PMID")]
    found += [read_pmcid(value.upper().removeprefix("PMC")) for value in record.values("PMC")]
    for value in record.values("AID", "LID"):
        marked = _NBIB_DOI.search(value)
        if marked:
            found.append(read_doi(marked[1]))
    return found


def _ris_names(record: _Record) -> list[Identifier | str]:
    found: list[Identifier | str] = []
    for tag in _RIS_NAMES:
        found += filter(None, (_ris_name(record, tag, value) for value in record.values(tag)))
    if not any(isinstance(outcome, Identifier) for outcome in found):
        number = record.first("ID")
        if number.isdecimal() and len(number) > _RECORD_NUMBER_DIGITS:
            found.append(read_pmid(number))
    return found


def _ris_name(record: _Record, tag: str, value: str) -> Identifier | str | None:
    if value.isdecimal():
        database = record.first("DB", "DP")
        from_pubmed = tag == "AN" and (not database or _PUBMED_DATABASES.search(database) is not None)
        return read_pmid(value) if tag == "PM" or from_pubmed else None
    marked = _RIS_MARKED.fullmatch(value)
    if marked:
        label = marked[2].lower()
        return lone_identifier(marked[1] if label == "doi" else f"{label}: {marked[1]}")
    name = lone_identifier(value)
    unlabelled = name is not None and name.kind == "pmid" and not any(map(str.isalpha, value))
    return None if unlabelled else name
