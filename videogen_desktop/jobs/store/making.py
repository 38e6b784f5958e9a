"""Make a new database whole at the present schema, instead of by each step that ever changed it.

As Alembic's cookbook has it ("Building an Up to Date Database from Scratch",
https://alembic.sqlalchemy.org/en/latest/cookbook.html): it is a fifth of the work, and needs no Alembic.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import insert
from sqlalchemy.schema import CreateIndex, CreateTable

from videogen_desktop.jobs.store.engine import BUSY_S
from videogen_desktop.jobs.store.migrating import changing_schema
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.tables import QUEUE, SEARCH_TABLE, Base

if TYPE_CHECKING:
    from pathlib import Path

_SEARCH = (
    f"CREATE VIRTUAL TABLE {SEARCH_TABLE} USING fts5("
    "title, authors, journal, ids, script, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
_REVISION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def make_schema(path: Path, *, wal: bool = True, busy_s: float = BUSY_S) -> None:
    """Make every table of a database that has none, in one transaction, and in the same order each time.

    Where all databases are laid out alike, a log that belongs to another can be told from a damaged one;
    SQLAlchemy would make a table's indexes in any order.

    Raises:
        VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``; nothing was changed.
    """
    with changing_schema(path, wal=wal, busy_s=busy_s) as connection:
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))
        connection.exec_driver_sql(_SEARCH)
        connection.execute(insert(QUEUE), {"id": 1, "store": secrets.token_hex(16)})
        connection.exec_driver_sql(_REVISION)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (STEPS[-1].revision,))
