"""What their owner wants whatever other jobs make is kept with the jobs: the history is dropped in time.

SQLite adds a column without making the table anew (https://www.sqlite.org/lang_altertable.html#alter_table_add_column).
"""

from __future__ import annotations

revision = "0003"
down_revision = "0002"

_COLUMN = (
    "wanted_anyway BOOLEAN DEFAULT 0 NOT NULL CONSTRAINT ck_job_wanted_anyway CHECK (wanted_anyway IN (0, 1))"
)

_WANTED = """
    id IN (SELECT job_id FROM video)
    OR id IN (SELECT job_id FROM event WHERE kind = 'again')
    OR (error_code IS NOT 'same-film' AND id IN (SELECT job_id FROM event WHERE kind = 'same-film'))
"""
"""It has a film of its own, was added though it was there, or goes on after it was set aside."""


def upgrade() -> None:
    """Add the column, fill it from what the history tells, and index the jobs that are set aside."""
    from alembic import op  # it takes long to load and is seldom needed

    op.execute(f"ALTER TABLE job ADD COLUMN {_COLUMN}")
    op.execute(f"UPDATE job SET wanted_anyway = 1 WHERE {_WANTED}")  # noqa: S608 - our own
    op.execute(
        "CREATE INDEX ix_job_set_aside ON job (state, error_code, id) "
        "WHERE state = 'paused' AND error_code = 'same-film'"
    )
