"""Lists of jobs: which, in what order, from where to where, all of it in SQL and along one index.

Each order has an index that also holds the state, so a page is found by walking it, wherever the page lies,
and what a search has found is asked on the way, unless it is so little that it is looked up and sorted;
the unary plus keeps SQLite from taking another index and sorting (https://www.sqlite.org/optoverview.html).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, func, literal_column, or_, select, union_all

from videogen_desktop.jobs.store.finding import count_words, find_words, was_found
from videogen_desktop.jobs.store.glancing import first_holding
from videogen_desktop.jobs.store.reading import jobs
from videogen_desktop.jobs.store.selecting import among, last_number
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import Column, ColumnElement, Connection, Select

    from videogen_desktop.jobs.model import Job, JobQuery, SortKey
    from videogen_desktop.jobs.store.tables import AnyRow


@dataclass(frozen=True)
class Term:
    """A column of an order, and whether its highest value comes first."""

    column: Column[Any]
    highest_first: bool = False


FAR = 1_000
"""A place so far down a list that counting the list pays, to see from which end it is nearer."""
_ASKED = 16
"""So many jobs tell well enough in which half another stands: where they are wrong, it is near the middle."""
_STATE: ColumnElement[Any] = literal_column("+job.state")
_LINE = (Term(JOB.c.priority, highest_first=True), Term(JOB.c.position), Term(JOB.c.id))

ORDERS: Mapping[SortKey, tuple[Term, ...]] = {
    "queue": _LINE,
    "title": (Term(JOB.c.sort_title), Term(JOB.c.id)),
    "authors": (Term(JOB.c.sort_authors), Term(JOB.c.id)),
    "journal": (Term(JOB.c.sort_journal), Term(JOB.c.id)),
    "year": (Term(JOB.c.sort_year), Term(JOB.c.id)),
    "state": (Term(JOB.c.sort_state), *_LINE),
    "progress": (Term(JOB.c.overall), Term(JOB.c.id)),
    "added": (Term(JOB.c.created_at), Term(JOB.c.id)),
    "finished": (Term(JOB.c.finished_at), Term(JOB.c.id)),
    "length": (Term(JOB.c.sort_length), Term(JOB.c.id)),
}
"""By what lists are sorted. Backwards is the same order from its end, but what has no value stays last."""


def page(connection: Connection, query: JobQuery, offset: int, limit: int) -> tuple[Job, ...]:
    """A stretch of the list. The far half of a long one is reached from the end, the shorter way."""
    if offset == 0 and query.search and not was_found(connection, query.search):
        first = _first_holding(connection, query, limit)
        if first is not None:
            return jobs(connection, first)
    length = count(connection, query) if offset > FAR and not _is_dear_to_count(query) else 0
    if offset <= length // 2 or not length:
        stretch = _in_order(connection, query).offset(offset).limit(limit)
        return jobs(connection, _numbers(connection, stretch))
    end = min(length, offset + limit)
    backwards = _in_order(connection, query, backwards=True)
    stretch = backwards.offset(length - end).limit(max(0, end - offset))
    return jobs(connection, _numbers(connection, stretch)[::-1])


def ids(connection: Connection, query: JobQuery) -> list[int]:
    """The whole list, by numbers."""
    return _numbers(connection, _in_order(connection, query))


def count(connection: Connection, query: JobQuery) -> int:
    """How long the list is."""
    if not query.states:
        found = count_words(connection, query.search)
        if found is not None:
            return found
    asked = select(func.count()).select_from(JOB).where(*_wanted(connection, query, state=JOB.c.state))
    return int(connection.execute(asked).scalar_one())


def place_of(connection: Connection, query: JobQuery, job_id: int) -> int | None:
    """Where in the list a job stands, from 0; None when it is not in it."""
    wanted = _wanted(connection, query)
    row = connection.execute(select(JOB).where(JOB.c.id == job_id, *wanted)).first()
    if row is None:
        return None
    if _is_dear_to_count(query) or not _is_probably_far(connection, row, query):
        return _how_many(connection, _stretches(row, query, _earlier), wanted)
    return count(connection, query) - 1 - _how_many(connection, _stretches(row, query, _later), wanted)


def _first_holding(connection: Connection, query: JobQuery, limit: int) -> list[int] | None:
    whole = _in_order(connection, replace(query, search=""))

    def in_order(offset: int, limit: int) -> list[int]:
        return _numbers(connection, whole.offset(offset).limit(limit))

    return first_holding(connection, query.search, in_order, limit)


def _numbers(connection: Connection, asked: Select[Any]) -> list[int]:
    """The one column of a query, straight from the driver: rows of SQLAlchemy's would take twice as long."""
    cursor = cast("sqlite3.Cursor", connection.execute(asked).cursor)
    return [number for (number,) in cursor]


def _in_order(connection: Connection, query: JobQuery, *, backwards: bool = False) -> Select[Any]:
    order = [
        term.column.desc() if _downwards(term, query) != backwards else term.column.asc()
        for term in ORDERS[query.sort]
    ]
    if ORDERS[query.sort][0].column.nullable:
        order[0] = order[0].nulls_first() if backwards else order[0].nulls_last()
    return select(JOB.c.id).where(*_wanted(connection, query)).order_by(*order)


def _wanted(
    connection: Connection, query: JobQuery, state: ColumnElement[Any] = _STATE
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if query.states:
        wanted.append(or_(*(state == each for each in sorted(query.states))))  # on a long walk faster than IN
    found = find_words(connection, query.search)
    if found is not None:
        wanted.append(found.condition)
    return wanted


def _is_dear_to_count(query: JobQuery) -> bool:
    """Whether it takes as long to say how long the list is as the shorter way through it saves."""
    return bool(query.search and query.states)


def _is_probably_far(connection: Connection, row: AnyRow, query: JobQuery) -> bool:
    """Whether a job stands in the far half of the list, by a few jobs that were added at any time."""
    last = last_number(connection, JOB)
    asked = [last * (each + 1) // _ASKED for each in range(_ASKED)]
    earlier = func.count().filter(or_(*_stretches(row, query, _earlier)))
    there, before = connection.execute(select(func.count(), earlier).where(among(JOB.c.id, asked))).one()
    return int(before) * 2 > int(there)


def _how_many(
    connection: Connection, stretches: Iterable[ColumnElement[bool]], wanted: list[ColumnElement[bool]]
) -> int:
    counting = select(func.count()).select_from(JOB)
    each = [counting.where(stretch, *wanted) for stretch in stretches]
    return sum(connection.execute(union_all(*each)).scalars())


def _stretches(
    row: AnyRow,
    query: JobQuery,
    beyond: Callable[[Term, object, JobQuery], tuple[ColumnElement[bool], ...]],
) -> Iterator[ColumnElement[bool]]:
    """The jobs on one side of that of ``row``, as stretches of the index: for each term that can differ."""
    alike: list[ColumnElement[bool]] = []
    for term in ORDERS[query.sort]:
        value = getattr(row, term.column.name)
        for stretch in beyond(term, value, query):
            yield and_(*alike, stretch)
        alike.append(term.column.is_not_distinct_from(value))


def _earlier(term: Term, value: object, query: JobQuery) -> tuple[ColumnElement[bool], ...]:
    if value is None:
        return (term.column.is_not(None),)
    return (term.column > value if _downwards(term, query) else term.column < value,)


def _later(term: Term, value: object, query: JobQuery) -> tuple[ColumnElement[bool], ...]:
    if value is None:
        return ()
    without = (term.column.is_(None),) if term.column.nullable else ()
    return (term.column < value if _downwards(term, query) else term.column > value, *without)


def _downwards(term: Term, query: JobQuery) -> bool:
    return term.highest_first != query.descending
