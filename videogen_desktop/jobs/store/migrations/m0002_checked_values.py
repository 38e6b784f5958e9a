"""Values that mean something are checked, so that one changed by damage is found; papers keep their numbers.

SQLite reports a broken CHECK when it looks a database over. The numbers of papers are never given again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

revision = "0002"
down_revision = "0001"

_STATES = "'queued', 'running', 'waiting', 'paused', 'needs-attention', 'completed', 'failed', 'cancelled'"
_OUTCOMES = (
    "'running', 'completed', 'retry', 'attention', 'failed', 'crashed', 'cancelled', 'paused', "
    "'interrupted', 'lost'"
)
_NO_OR_YES = "0, 1"
_CHECKS: Mapping[str, Mapping[str, str]] = {
    "paper": {"retracted": _NO_OR_YES, "abstract_only": _NO_OR_YES},
    "job": {
        "state": _STATES,
        "request": "'cancel', 'pause'",
        "error_retryable": _NO_OR_YES,
        "approved": _NO_OR_YES,
        "from_scratch": _NO_OR_YES,
    },
    "attempt": {"outcome": _OUTCOMES, "error_retryable": _NO_OR_YES},
    "video": {"missing": _NO_OR_YES},
    "queue": {"after_this_one": _NO_OR_YES, "clean_end": _NO_OR_YES},
}
"""What may be in a column, by its table."""

_RIGHT: Mapping[str, str] = {
    "state": (
        "CASE sort_state WHEN 0 THEN 'running' WHEN 1 THEN 'queued' WHEN 2 THEN 'waiting' "
        "WHEN 4 THEN 'needs-attention' WHEN 5 THEN 'failed' WHEN 6 THEN 'cancelled' WHEN 7 THEN 'completed' "
        "ELSE 'paused' END"
    ),
    "request": "NULL",
    "outcome": "'lost'",
}
"""What is put in the place of a value that is none of those, where that is not no."""

_NUMBERED_FOR_GOOD = frozenset({"paper", "job"})

_DESCENDING: Mapping[str, tuple[str, ...]] = {
    "ix_job_line": ("state", "priority DESC", "position", "id", "not_before"),
    "ix_job_by_queue": ("priority DESC", "position", "id", "state"),
    "ix_job_by_state": ("sort_state", "priority DESC", "position", "id", "state"),
}
"""Indexes whose directions are lost when SQLAlchemy reads them off a table that is made anew."""


def upgrade() -> None:
    """Make the tables anew, each with its checks and all that is in it."""
    from alembic import op  # it takes long to load and is seldom needed

    _mend(op)
    last = op.get_bind().execute(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'job'")).scalar()
    for name in _DESCENDING:
        op.drop_index(name, "job")
    for table in _CHECKS:
        _make_anew(op, table)
    for name, columns in _DESCENDING.items():
        op.create_index(name, "job", [sa.text(column) for column in columns])
    if last is not None:
        _remember_last_job(op, int(last))


def _mend(op: ModuleType) -> None:
    """Put right what damage has made of a value already: there may be no backup without it.

    Indexes still say what the value was, and would hide that it is another.
    """
    for table, checks in _CHECKS.items():
        wrong = " OR ".join(f"{column} NOT IN ({allowed})" for column, allowed in checks.items())
        found = sa.text(f"SELECT 1 FROM {table} NOT INDEXED WHERE {wrong} LIMIT 1")  # noqa: S608
        if op.get_bind().execute(found).first():
            op.execute(f"REINDEX {table}")
            for column, allowed in checks.items():
                value = _RIGHT.get(column, "0")
                op.execute(f"UPDATE {table} SET {column} = {value} WHERE {column} NOT IN ({allowed})")  # noqa: S608


def _make_anew(op: ModuleType, table: str) -> None:
    numbered = {"sqlite_autoincrement": True} if table in _NUMBERED_FOR_GOOD else {}
    with op.batch_alter_table(table, recreate="always", table_kwargs=numbered) as batch:
        for column, allowed in _CHECKS[table].items():
            batch.create_check_constraint(f"ck_{table}_{column}", sa.text(f"{column} IN ({allowed})"))


def _remember_last_job(op: ModuleType, number: int) -> None:
    """The copy knows only the jobs that are there; the history keeps the numbers of those that are gone."""
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'job'")
    op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('job', {number})")  # noqa: S608
