"""The first schema: papers, jobs, attempts, films, history, the queue, and the index that is searched."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from types import ModuleType

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, and the one row of the queue."""
    from alembic import op  # it takes long to load and is seldom needed

    _papers(op)
    _jobs(op)
    _attempts(op)
    _videos(op)
    _events(op)
    _removed(op)
    _queue(op)
    _search(op)


def _papers(op: ModuleType) -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pmid", sa.String(), nullable=True),
        sa.Column("pmcid", sa.String(), nullable=True),
        sa.Column("doi", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("journal", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("retracted", sa.Boolean(), nullable=False),
        sa.Column("abstract_only", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_paper"),
        sa.UniqueConstraint("source", name="uq_paper_source"),
    )
    op.create_index("ix_paper_doi", "paper", ["doi"])
    op.create_index("ix_paper_pmcid", "paper", ["pmcid"])
    op.create_index("ix_paper_pmid", "paper", ["pmid"])


def _jobs(op: ModuleType) -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("options_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("fraction", sa.Double(), nullable=False),
        sa.Column("overall", sa.Double(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("eta_s", sa.Double(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("lease_boot", sa.String(), nullable=True),
        sa.Column("lease_until", sa.Double(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("crashes", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Double(), nullable=True),
        sa.Column("error_code", sa.String(), nullable=True),
        sa.Column("error_message", sa.String(), nullable=True),
        sa.Column("error_hint", sa.String(), nullable=True),
        sa.Column("error_retryable", sa.Boolean(), nullable=False),
        sa.Column("error_retry_after_s", sa.Double(), nullable=True),
        sa.Column("request", sa.String(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("from_scratch", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("changed_at", sa.Double(), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=True),
        sa.Column("finished_at", sa.Double(), nullable=True),
        sa.Column("worked_s", sa.Double(), nullable=False),
        sa.Column("work_bytes", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sort_title", sa.String(), nullable=True),
        sa.Column("sort_authors", sa.String(), nullable=True),
        sa.Column("sort_journal", sa.String(), nullable=True),
        sa.Column("sort_year", sa.Integer(), nullable=True),
        sa.Column("sort_state", sa.Integer(), nullable=False),
        sa.Column("sort_length", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name="fk_job_paper_id_paper"),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sa.UniqueConstraint("key", name="uq_job_key"),
        sqlite_autoincrement=True,
    )
    first = sa.text("priority DESC")
    op.create_index("ix_job_by_added", "job", ["created_at", "id", "state"])
    op.create_index("ix_job_by_authors", "job", ["sort_authors", "id", "state"])
    op.create_index("ix_job_by_finished", "job", ["finished_at", "id", "state"])
    op.create_index("ix_job_by_journal", "job", ["sort_journal", "id", "state"])
    op.create_index("ix_job_by_length", "job", ["sort_length", "id", "state"])
    op.create_index("ix_job_by_progress", "job", ["overall", "id", "state"])
    op.create_index("ix_job_by_queue", "job", [first, "position", "id", "state"])
    op.create_index("ix_job_by_state", "job", ["sort_state", first, "position", "id", "state"])
    op.create_index("ix_job_by_title", "job", ["sort_title", "id", "state"])
    op.create_index("ix_job_by_year", "job", ["sort_year", "id", "state"])
    op.create_index("ix_job_due", "job", ["state", "not_before"])
    op.create_index("ix_job_line", "job", ["state", first, "position", "id", "not_before"])
    op.create_index("ix_job_revision", "job", ["revision"])
    op.create_index("ix_job_same", "job", ["paper_id", "options_key"])


def _attempts(op: ModuleType) -> None:
    op.create_table(
        "attempt",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=False),
        sa.Column("ended_at", sa.Double(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=True),
        sa.Column("process_created", sa.Double(), nullable=True),
        sa.Column("boot", sa.String(), nullable=True),
        sa.Column("exit_code", sa.Integer(), nullable=True),
        sa.Column("error_code", sa.String(), nullable=True),
        sa.Column("error_message", sa.String(), nullable=True),
        sa.Column("error_hint", sa.String(), nullable=True),
        sa.Column("error_retryable", sa.Boolean(), nullable=False),
        sa.Column("error_retry_after_s", sa.Double(), nullable=True),
        sa.Column("cpu_s", sa.Double(), nullable=False),
        sa.Column("peak_bytes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_attempt_job_id_job", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_attempt"),
    )
    op.create_index("ix_attempt_outcome", "attempt", ["outcome"])


def _videos(op: ModuleType) -> None:
    op.create_table(
        "video",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("duration_s", sa.Double(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.Double(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_video_job_id_job", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", name="pk_video"),
    )


def _events(op: ModuleType) -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=True),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_at", "event", ["at"])
    op.create_index("ix_event_job_id", "event", ["job_id"])


def _removed(op: ModuleType) -> None:
    op.create_table(
        "removed",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", name="pk_removed"),
    )
    op.create_index("ix_removed_revision", "removed", ["revision"])


def _queue(op: ModuleType) -> None:
    op.create_table(
        "queue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("queue_revision", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("after_this_one", sa.Boolean(), nullable=False),
        sa.Column("clean_end", sa.Boolean(), nullable=False),
        sa.Column("last_backup_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_queue"),
    )
    queue = sa.table(
        "queue",
        *(sa.column(name) for name in ("id", "store", "revision", "queue_revision")),
        sa.column("reasons", sa.JSON()),
        *(sa.column(name) for name in ("after_this_one", "clean_end", "last_backup_at")),
    )
    op.bulk_insert(
        queue,
        [
            {
                "id": 1,
                "store": secrets.token_hex(16),
                "revision": 0,
                "queue_revision": 0,
                "reasons": [],
                "after_this_one": False,
                "clean_end": True,
                "last_backup_at": 0.0,
            }
        ],
    )


def _search(op: ModuleType) -> None:
    op.execute(
        "CREATE VIRTUAL TABLE job_text USING fts5("
        "title, authors, journal, ids, script, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
