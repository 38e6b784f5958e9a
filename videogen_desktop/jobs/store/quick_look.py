"""SQLite's quick look at each page of each table, and at the values in them, two at a time.

A start waits for it, and SQLite reads without holding Python up: the largest table is looked at on one
core and all else on another.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import dialect

from videogen_desktop.jobs.store.checking import not_allowed
from videogen_desktop.jobs.store.faults import primary_code
from videogen_desktop.jobs.store.migrating import is_present, revision_of
from videogen_desktop.jobs.store.tables import TEXT, Base

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    Look = Callable[[sqlite3.Connection], list[str]]


def quick_look(looking: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> list[str]:
    """What is wrong with a database, in SQLite's words; empty for a sound one.

    Table by table, as a look at all at once reads every word of the search index since SQLite 3.44
    (https://www.sqlite.org/pragma.html#pragma_quick_check). The look at the schema's own table is also one
    at the free pages.

    Args:
        looking: Opens one more connection to it, to be used on the thread that asks for it.

    Raises:
        sqlite3.Error: when it cannot be read, for being damaged or otherwise.
    """
    with looking() as connection:
        found = check(connection, "PRAGMA quick_check(sqlite_schema)")
        if found:
            return found
        present = is_present(revision_of(connection))
        lacking = missing(connection) if present else []
        looks = deque(_looks_at_tables(connection))
        if present and not lacking:
            looks.append(not_allowed)
        with ThreadPoolExecutor(1) as executor:
            others = executor.submit(_go_through_anew, looks, looking)
            found = _go_through(looks, connection)
            return found + others.result() or lacking


def missing(connection: sqlite3.Connection) -> list[str]:
    """A table or column that is not there: no check of SQLite sees a flipped bit in its name."""
    try:
        for table in (*Base.metadata.sorted_tables, TEXT):
            nothing = (
                select(table).limit(0).compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
            )
            connection.execute(str(nothing))
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:
            raise
        return [str(error)]
    return []


def check(connection: sqlite3.Connection, pragma: str) -> list[str]:
    """What a check of SQLite's own finds."""
    return [str(row[0]) for row in connection.execute(pragma) if row[0] != "ok"]


def _looks_at_tables(connection: sqlite3.Connection) -> list[Look]:
    """The largest one first."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name != 'job'"
    )
    return [_look_at(str(name)) for (name,) in tables.fetchall()]


def _look_at(table: str) -> Look:
    quoted = table.replace('"', '""')
    return lambda connection: check(connection, f'PRAGMA quick_check("{quoted}")')


def _go_through_anew(
    looks: deque[Look], looking: Callable[[], AbstractContextManager[sqlite3.Connection]]
) -> list[str]:
    with looking() as connection:
        return _go_through(looks, connection)


def _go_through(looks: deque[Look], connection: sqlite3.Connection) -> list[str]:
    """Take one look after the other, for as long as the other thread leaves some."""
    found: list[str] = []
    while True:
        try:
            look = looks.popleft()
        except IndexError:
            return found
        found += look(connection)
