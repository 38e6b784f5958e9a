"""Tables: .csv and .tsv files and what is copied out of a spreadsheet, with or without a header line."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from videogen_desktop.papers.identifiers.characters import folded, has_control, normalised, shown
from videogen_desktop.papers.identifiers.forms import Identifier, read_pmcid, read_pmid
from videogen_desktop.papers.identifiers.freetext import read_line
from videogen_desktop.papers.identifiers.mentions import mentions
from videogen_desktop.papers.identifiers.plain import plain_identifier
from videogen_desktop.papers.identifiers.recognised import STRENGTH, Entry, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ColumnKind = Literal["pmid", "pmcid", "doi", "any", "address"]

_REGISTERS: dict[str, ColumnKind] = {
    **dict.fromkeys(("pmid", "pmids", "pubmed", "pubmedid", "pubmedids", "medline"), "pmid"),
    **dict.fromkeys(("pmc", "pmcid", "pmcids"), "pmcid"),
    **dict.fromkeys(("doi", "dois"), "doi"),
}
_BESIDE_REGISTERS = {"id", "ids", "uid", "identifier", "identifiers", "unique", "number", "no", "s"}
_BESIDE_REGISTERS |= {"link", "url", "article", "paper", "ncbi", "or", "and"}
_OTHER_NAMES: dict[str, ColumnKind] = {
    **dict.fromkeys(("identifier", "identifiers", "paper", "papers", "paper id", "article id"), "any"),
    **dict.fromkeys(("url", "urls", "link", "links", "web link", "article url"), "address"),
}
_LONE_COLUMN_NAMES = {"id", "ids", "uid", "uids"}
"""Beside other columns these number the rows; alone they name the identifiers."""
_WORD = re.compile("[a-z]+")
_DELIMITERS = ("\t", ";", ",")
_SEPARATOR_LINE = re.compile(r"sep=(.)", re.IGNORECASE)
_SPREADSHEET_TEXT = re.compile(r"=\"(.*)\"|'(.*)", re.DOTALL)
_SPREADSHEET_FLOAT = re.compile(r"([0-9]{1,8})\.0+")
_MAX_LINES_IN_ROW = 100
"""More than an abstract in a cell has: such a row is two stray quotes with other rows between them."""
_LONGEST_COLUMN_NAME = 40
_HEADER_LENGTH = 10_000
_HEADER_WITHIN = 20
"""Exports put at most a few lines (the search, the date) above the header."""


class _Row(NamedTuple):
    line: int
    cells: list[str]

    @property
    def text(self) -> str:
        return shown(" | ".join(self.cells))


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    kind: ColumnKind
    name: str


@dataclass(frozen=True, slots=True)
class _Header:
    cells: list[str]
    columns: tuple[_Column, ...]

    def columns_for(self, row: _Row) -> tuple[_Column, ...]:
        """The columns that can be trusted: in a row with a stray delimiter only the first one can."""
        if len(row.cells) <= len(self.cells):
            return self.columns
        return tuple(column for column in self.columns if column.index == 0)


def has_known_header(text: str) -> bool:
    """Whether the first line names a column of PMIDs, PMCIDs or DOIs, and the next is a row under it."""
    filled = [line for line in normalised(text[:_HEADER_LENGTH]).split("\n") if line.strip()]
    delimiter = _delimiter_of(filled[0]) if filled else ","
    header = _header_of(_cells_of_line(filled[0], delimiter)) if filled else None
    if header is None or not any(_names_a_register(column.name) for column in header.columns):
        return False
    return len(header.cells) == 1 or (len(filled) > 1 and delimiter in filled[1])


def read_table(text: str, name: str = "") -> Iterator[Entry | Refused]:
    """Yield the papers that each row names.

    With a header that names their columns only these are read, and one row is one paper. Without one a
    row is read as a line of text is: labelled identifiers are taken, bare numbers only where a row has
    nothing else.
    """
    lines = normalised(text).split("\n")
    delimiter = _delimiter_of_table(lines, name)
    header: _Header | None = None
    for position, row in enumerate(_rows(lines, delimiter)):
        if position == 0 and _SEPARATOR_LINE.fullmatch(
            "".join(row.cells) + (delimiter if len(row.cells) > 1 else "")
        ):
            continue
        if header is None and position < _HEADER_WITHIN:
            header = _header_of(row.cells)
            if header is not None:
                continue
        if delimiter.isspace() and not any(map(str.strip, row.cells)):
            continue
        if header is None:
            yield from _read_unlabelled(row)
        elif row.cells != header.cells:
            yield from _read_row(row, header)


def _read_row(row: _Row, header: _Header) -> Iterable[Entry | Refused]:
    names: list[Identifier] = []
    unread: list[Refused] = []
    columns = header.columns_for(row)
    for column in columns:
        cell = _plain_cell(row.cells[column.index]) if column.index < len(row.cells) else ""
        if not cell or (names and column.kind == "address"):  # addresses come last and say nothing new
            continue
        plain = plain_identifier(cell)
        if plain is not None and plain.kind == column.kind:
            names.append(plain)
        else:
            found, refused = _read_cell(cell, column.kind, row.line)
            names += found
            unread += refused
    if names:
        return _entries(names, row)
    if unread:
        return unread
    if columns:
        looked_in = ", ".join(column.name for column in columns)
        return [Refused(row.line, row.text, f"The row has no identifier under {shown(looked_in, 80)}.")]
    return _read_unlabelled(row)


def _read_cell(cell: str, kind: ColumnKind, line: int) -> tuple[list[Identifier], list[Refused]]:
    if kind == "pmid" and cell.isdecimal():
        outcome = read_pmid(cell)
    elif kind == "pmid" and (whole := _SPREADSHEET_FLOAT.fullmatch(cell)):
        outcome = read_pmid(whole[1])
    elif kind == "pmcid" and cell.isdecimal():
        outcome = read_pmcid(cell)
    else:
        return _read_words(cell, kind, line)
    if isinstance(outcome, Identifier):
        return [outcome], []
    return [], [Refused(line, shown(cell), outcome)]


def _read_words(cell: str, kind: ColumnKind, line: int) -> tuple[list[Identifier], list[Refused]]:
    found = mentions(cell)
    bare_numbers_fit = kind in ("pmid", "any")
    names = [
        name
        for paper in found.papers
        if bare_numbers_fit or not paper.text.isdecimal()
        for name in paper.names
    ]
    if kind == "address":
        return names, []
    return names, [Refused(line, unread.text, unread.reason) for unread in found.unread]


def _entries(names: list[Identifier], row: _Row) -> list[Entry]:
    """One paper a row, unless a cell lists several of one kind: then each is one."""
    by_kind = {name.kind: name for name in names}
    by_value = {name.value: name for name in names}
    if len(by_kind) < len(by_value):
        return [Entry(name, row.line, row.text) for name in by_value.values()]
    first, *others = (by_kind[kind] for kind in STRENGTH if kind in by_kind)
    return [Entry(first, row.line, row.text, tuple(others))]


def _read_unlabelled(row: _Row) -> Iterator[Entry | Refused]:
    cells = [cell for cell in map(_plain_cell, row.cells) if cell]
    if cells:
        yield from read_line(", ".join(cells), row.line)
    else:
        yield Refused(row.line, row.text, "The row is empty.")


def _plain_cell(cell: str) -> str:
    """The content of a cell without the marks by which spreadsheets keep a number as text."""
    stripped = cell.strip()
    if not stripped.startswith(("=", "'")):
        return stripped
    marked = _SPREADSHEET_TEXT.fullmatch(stripped)
    return (marked[1] or marked[2] or "").strip() if marked else stripped


def _header_of(cells: Sequence[str]) -> _Header | None:
    if any(plain_identifier(cell.strip()) for cell in cells):
        return None
    kinds = [_kind_of_column(cell) for cell in cells]
    columns = [
        _Column(index, kind, cells[index].strip()) for index, kind in enumerate(kinds) if kind is not None
    ]
    filled = [cell for cell in cells if cell.strip()]
    if not columns and len(filled) == 1 and cells[0].strip(" :").lower() in _LONE_COLUMN_NAMES:
        columns = [_Column(0, "any", cells[0].strip())]
    if not columns:
        return None
    columns.sort(key=lambda column: column.kind == "address")
    return _Header(list(cells), tuple(columns))


def _kind_of_column(name: str) -> ColumnKind | None:
    if len(name) > _LONGEST_COLUMN_NAME or any(map(str.isdecimal, name)):
        return None
    words = _WORD.findall(name.lower().replace("pubmed central", "pmc"))
    registers = {_REGISTERS[word] for word in words if word in _REGISTERS}
    if not registers:
        return _OTHER_NAMES.get(" ".join(words))
    if any(word not in _REGISTERS and word not in _BESIDE_REGISTERS for word in words):
        return None
    return registers.pop() if len(registers) == 1 else "any"


def _names_a_register(name: str) -> bool:
    return any(word in _REGISTERS for word in _WORD.findall(name.lower()))


def _delimiter_of_table(lines: Sequence[str], name: str) -> str:
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    filled = [line for line in lines[: _HEADER_WITHIN + 1] if line.strip()]
    if filled and (said := _SEPARATOR_LINE.fullmatch(filled[0].strip('\ufeff" '))):
        return said[1]
    for line in filled:
        delimiter = _delimiter_of(line)
        if _header_of(_cells_of_line(line, delimiter)):
            return delimiter
    counts = {delimiter: sum(delimiter in line for line in filled) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _delimiter_of(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[_Row]:
    """Yield the rows that are not blank, a quoted cell of several lines whole where the quotes are sound."""
    if _quotes_are_sound(lines, delimiter):
        yield from _quoted_rows(lines, delimiter)
        return
    for number, line in enumerate(lines, 1):
        if folded(line):
            yield _Row(number, _cells_of_line(line, delimiter))


def _quotes_are_sound(lines: Sequence[str], delimiter: str) -> bool:
    reader = csv.reader(_terminated(lines), delimiter=delimiter, strict=True)
    before = 0
    try:
        for _cells in reader:
            if reader.line_num - before > _MAX_LINES_IN_ROW:
                return False
            before = reader.line_num
    except csv.Error:
        return False
    return True


def _quoted_rows(lines: Sequence[str], delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(_terminated(lines), delimiter=delimiter, strict=True)
    before = 0
    for cells in reader:
        if len(cells) > 1 or (cells and folded(cells[0])):
            yield _Row(before + 1, cells)
        before = reader.line_num


def _terminated(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _cells_of_line(line: str, delimiter: str) -> list[str]:
    if has_control(line):
        return [line]
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a cell longer than the csv module reads
        return line.split(delimiter)
