"""Bring a database to the present schema: all missing steps in one transaction, or none."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.store.engine import BUSY_S, connect_in_store
from videogen_desktop.jobs.store.faults import explained
from videogen_desktop.jobs.store.migrations import STEPS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

    from sqlalchemy import Connection


def revision_of(connection: sqlite3.Connection) -> str | None:
    """The schema that a database has; None for one that has no table at all.

    Raises:
        sqlite3.Error: as SQLite says it.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return None
    if "alembic_version" not in tables:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def is_known(revision: str | None, steps: Sequence[ModuleType] = STEPS) -> bool:
    """Whether this version of the program can work with a database of that schema."""
    return revision is None or revision in {step.revision for step in steps}


def is_present(revision: str | None, steps: Sequence[ModuleType] = STEPS) -> bool:
    """Whether a database of that schema needs no step."""
    return bool(revision == steps[-1].revision)


def migrate(
    path: Path, *, wal: bool = True, busy_s: float = BUSY_S, steps: Sequence[ModuleType] = STEPS
) -> None:
    """Take every step that the database at ``path`` lacks, in one transaction.

    Foreign keys are not enforced meanwhile, for a table that is made anew breaks them for a moment; they are
    checked before the commit (https://www.sqlite.org/lang_altertable.html#otheralter).

    Raises:
        VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``; nothing was changed.
    """
    from videogen_desktop.jobs.store.stepping import take_steps  # Alembic, which is seldom needed

    with changing_schema(path, wal=wal, busy_s=busy_s) as connection:
        take_steps(connection, steps)


@contextlib.contextmanager
def changing_schema(path: Path, *, wal: bool, busy_s: float) -> Iterator[Connection]:
    """One transaction on a database that nobody else works with, and no reference broken at its end.

    Raises:
        VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``; nothing was changed.
    """
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: _connect(path, wal, busy_s), poolclass=StaticPool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with explained(path), engine.begin() as connection:
            yield connection
            _refuse_broken_references(connection, path)
    finally:
        engine.dispose()


def _connect(path: Path, wal: bool, busy_s: float) -> sqlite3.Connection:
    connection = connect_in_store(path, wal=wal, busy_s=busy_s)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _refuse_broken_references(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise VideoGenError(
            "database-failing",
            f"{path.name} could not be brought to the schema of this version; it is unchanged.",
            "Go on with the version that you had, and report this with the output of “videogen jobs doctor”.",
        )
