"""The jobs that hold what was typed, kept until words change: who searches goes on to count and to page.

FTS5 must go through all it finds to say which jobs these are, and that is much of the work when a word is in
nearly every one of them; only to count them takes a third of the time. What was found goes back to SQLite as
one value, in which it looks each job up while it walks an order; ids in a table of their own would take
several times as long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, literal_column, select

from videogen_desktop.jobs.store.searching import match_expression
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB, SEARCH_TABLE, TEXT, TEXT_DATA
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

_FEW = 1000
_BLOCK = 32
"""How many ids in a row are marked at once, where none is missing; more of them are seldom without a gap."""
_SEARCHES = 8
"""How many are kept by a connection: 100 kB each where there are 100,000 jobs."""
_STRUCTURE = 10
"""The row that lists the segments of the FTS5 index and counts the pages ever written to it: each transaction
that adds or takes away words changes it, in whichever process (https://www.sqlite.org/fts5.html#fts5_data_structures).
"""
_ID: ColumnElement[int] = literal_column("+job.id")
_VERSION = select(TEXT_DATA.c.block).where(TEXT_DATA.c.id == _STRUCTURE)


@dataclass(frozen=True)
class Found:
    """The jobs that were found: how many, and what holds for their rows alone."""

    count: int
    condition: ColumnElement[bool]


@dataclass
class _Kept:
    """What was found since words last changed, by the query of FTS5."""

    version: bytes | None = None
    found: dict[str, Found] = field(default_factory=dict)


def count_words(connection: Connection, typed: str) -> int | None:
    """How many jobs hold every word of ``typed``: which ones is several times as much work."""
    expression = match_expression(typed)
    if expression is None:
        return None
    kept = _kept(connection).found.get(expression)
    if kept is not None:
        return kept.count
    counting = select(func.count()).select_from(TEXT).where(_matching(expression))
    return int(connection.execute(counting).scalar_one())


def was_found(connection: Connection, typed: str) -> bool:
    """Whether it is known which jobs hold every word of ``typed``."""
    return match_expression(typed) in _kept(connection).found


def find_words(connection: Connection, typed: str) -> Found | None:
    """The jobs that hold every word of ``typed``, each at a word's start; None for no word."""
    expression = match_expression(typed)
    if expression is None:
        return None
    kept = _kept(connection)
    if expression not in kept.found:
        if len(kept.found) >= _SEARCHES:
            del kept.found[next(iter(kept.found))]
        kept.found[expression] = _find(connection, expression)
    return kept.found[expression]


def _kept(connection: Connection) -> _Kept:
    """What this connection has found and still holds, at the moment of the database that it reads."""
    kept: _Kept = connection.info.setdefault(_Kept, _Kept())
    version = connection.execute(_VERSION).scalar()
    if kept.version != version:
        kept.version = version
        kept.found.clear()
    return kept


def _find(connection: Connection, expression: str) -> Found:
    listing = select(func.json_group_array(TEXT.c.rowid)).where(_matching(expression))
    listed = connection.execute(listing).scalar_one()
    ids = sorted(read_json(listed, list[int]))  # so they come, but FTS5 does not promise it
    return Found(len(ids), _one_of(ids))


def _one_of(ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether a job is one of these, given in ascending order."""
    if len(ids) <= _FEW:
        return among(JOB.c.id, ids)
    if ids[-1] - ids[0] == len(ids) - 1:
        return _ID.between(ids[0], ids[-1])
    return _is_marked(ids)


def _matching(expression: str) -> ColumnElement[bool]:
    return literal_column(SEARCH_TABLE).op("MATCH", is_comparison=True)(expression)


def _is_marked(ids: Sequence[int]) -> ColumnElement[Any]:
    """Whether a job is one of many, given in ascending order: each has a byte, the first job the first."""
    marks = bytearray(ids[-1])
    for start in range(0, len(ids), _BLOCK):
        block = ids[start : start + _BLOCK]
        if block[-1] - block[0] == len(block) - 1:
            marks[block[0] - 1 : block[-1]] = b"\x01" * len(block)
        else:
            for number in block:
                marks[number - 1] = 1
    return func.substr(literal(bytes(marks)), JOB.c.id, 1) == literal_column("x'01'")
