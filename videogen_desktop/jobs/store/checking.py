"""Values that the tables do not allow, as damage makes them.

A connection that may only read has no CHECK constraints, so that SQLite's own looks pass over them there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint

from videogen_desktop.jobs.store.tables import Base

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Table


def not_allowed(connection: sqlite3.Connection) -> list[str]:
    """The tables with such a value, in SQLite's words; the schema must be the present one.

    Indexes, which may still hold what a value was, are not asked.
    """
    tables = {table: _checks_of(table) for table in Base.metadata.sorted_tables}
    return [
        f"CHECK constraint failed in {table.name}"
        for table, broken in tables.items()
        if broken
        and connection.execute(f"SELECT 1 FROM {table.name} NOT INDEXED WHERE {broken} LIMIT 1").fetchone()  # noqa: S608
    ]


def _checks_of(table: Table) -> str:
    """What holds for a row that breaks one."""
    checks = (each for each in table.constraints if isinstance(each, CheckConstraint))
    return " OR ".join(f"NOT ({each.sqltext})" for each in checks)
