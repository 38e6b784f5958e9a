"""The tables of the store. Rows never leave this room: callers get the data of ``jobs.model``.

A new database is made from them. What changes here needs a step of the migrations; a test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast, get_args

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, column, table, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from videogen_desktop.jobs.model import Outcome, Request
from videogen_desktop.jobs.states import SAME_FILM, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row, Table

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

SEARCH_TABLE = "job_text"
"""The FTS5 table, one row a job with its id as rowid: title, authors, journal, ids, script."""


def _one_of(name: str, values: Iterable[str]) -> CheckConstraint:
    """That a column holds one of these words, or NULL where it may: damage that makes another is found."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{name} IN ({words})", name=name)


def _no_or_yes(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN (0, 1)", name=name)


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {dict[str, Any]: JSON, list[str]: JSON}


class Paper(Base):
    """A paper, once, however many jobs are about it.

    A paper in hand is one of its own, whatever it is called: its jobs must go on reading that file. And a DOI
    can be that of a whole supplement. So none of the three names is unique.
    """

    __tablename__ = "paper"
    __table_args__ = (
        _no_or_yes("retracted"),
        _no_or_yes("abstract_only"),
        {"sqlite_autoincrement": True},  # whoever still holds the number of a joined paper means no other
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pmid: Mapped[str | None] = mapped_column(index=True)
    pmcid: Mapped[str | None] = mapped_column(index=True)
    doi: Mapped[str | None] = mapped_column(index=True)
    source: Mapped[str | None] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(default="")
    authors: Mapped[list[str]] = mapped_column(default=list)
    journal: Mapped[str] = mapped_column(default="")
    year: Mapped[int] = mapped_column(default=0)
    licence: Mapped[str] = mapped_column(default="")
    retracted: Mapped[bool] = mapped_column(default=False)
    abstract_only: Mapped[bool] = mapped_column(default=False)


class Job(Base):
    """A job. ``sort_*`` are what lists are sorted by, kept beside the job so that one index serves a page.

    They are NULL where there is nothing to sort by. Each such index ends with the id, so that the order is
    whole, and the state, so that a page of some states is found without looking at a row.

    ``wanted_anyway``: its owner wants this job's film, whatever other jobs make.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_line", "state", text("priority DESC"), "position", "id", "not_before"),
        Index("ix_job_due", "state", "not_before"),
        Index("ix_job_by_queue", text("priority DESC"), "position", "id", "state"),
        Index("ix_job_by_title", "sort_title", "id", "state"),
        Index("ix_job_by_authors", "sort_authors", "id", "state"),
        Index("ix_job_by_journal", "sort_journal", "id", "state"),
        Index("ix_job_by_year", "sort_year", "id", "state"),
        Index("ix_job_by_state", "sort_state", text("priority DESC"), "position", "id", "state"),
        Index("ix_job_by_progress", "overall", "id", "state"),
        Index("ix_job_by_added", "created_at", "id", "state"),
        Index("ix_job_by_finished", "finished_at", "id", "state"),
        Index("ix_job_by_length", "sort_length", "id", "state"),
        Index("ix_job_same", "paper_id", "options_key"),
        Index(
            "ix_job_set_aside",
            *("state", "error_code", "id"),  # else SQLite would look through all that are paused
            sqlite_where=text(f"state = 'paused' AND error_code = '{SAME_FILM}'"),
        ),
        _one_of("state", STATES),
        _one_of("request", get_args(Request)),
        _no_or_yes("error_retryable"),
        _no_or_yes("approved"),
        _no_or_yes("from_scratch"),
        _no_or_yes("wanted_anyway"),
        {"sqlite_autoincrement": True},  # a removed job's number is never another's: its history keeps it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id"))
    options: Mapped[dict[str, Any]]
    options_key: Mapped[str]
    state: Mapped[str]
    priority: Mapped[int] = mapped_column(default=0)
    position: Mapped[int]
    stage: Mapped[str] = mapped_column(default="")
    fraction: Mapped[float] = mapped_column(default=0.0)
    overall: Mapped[float] = mapped_column(default=0.0)
    message: Mapped[str] = mapped_column(default="")
    eta_s: Mapped[float | None]
    attempt: Mapped[int] = mapped_column(default=0)
    token: Mapped[str | None]
    lease_boot: Mapped[str | None]
    lease_until: Mapped[float | None]
    failures: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[float | None]
    error_code: Mapped[str | None]
    error_message: Mapped[str | None]
    error_hint: Mapped[str | None]
    error_retryable: Mapped[bool] = mapped_column(default=False)
    error_retry_after_s: Mapped[float | None]
    request: Mapped[str | None]
    approved: Mapped[bool] = mapped_column(default=False)
    from_scratch: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[float]
    changed_at: Mapped[float]
    started_at: Mapped[float | None]
    finished_at: Mapped[float | None]
    worked_s: Mapped[float] = mapped_column(default=0.0)
    work_bytes: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(index=True)
    sort_title: Mapped[str | None]
    sort_authors: Mapped[str | None]
    sort_journal: Mapped[str | None]
    sort_year: Mapped[int | None]
    sort_state: Mapped[int]
    sort_length: Mapped[float | None]
    wanted_anyway: Mapped[bool] = mapped_column(default=False, server_default=text("0"))


class Attempt(Base):
    """One claim of a job and what became of it."""

    __tablename__ = "attempt"
    __table_args__ = (_one_of("outcome", get_args(Outcome)), _no_or_yes("error_retryable"))

    job_id: Mapped[int] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    worker: Mapped[str]
    token: Mapped[str]
    started_at: Mapped[float]
    ended_at: Mapped[float | None]
    outcome: Mapped[str] = mapped_column(default="running", index=True)
    pid: Mapped[int | None]
    process_created: Mapped[float | None]
    boot: Mapped[str | None]
    exit_code: Mapped[int | None]
    error_code: Mapped[str | None]
    error_message: Mapped[str | None]
    error_hint: Mapped[str | None]
    error_retryable: Mapped[bool] = mapped_column(default=False)
    error_retry_after_s: Mapped[float | None]
    cpu_s: Mapped[float] = mapped_column(default=0.0)
    peak_bytes: Mapped[int] = mapped_column(default=0)


class Event(Base):
    """The history: moves, decisions and clean-ups. It outlives the job, so ``job_id`` is no foreign key."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[int | None] = mapped_column(index=True)
    attempt: Mapped[int | None]
    at: Mapped[float] = mapped_column(index=True)
    kind: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class Video(Base):
    """The proven film of a job."""

    __tablename__ = "video"
    __table_args__ = (_no_or_yes("missing"),)

    job_id: Mapped[int] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str]
    duration_s: Mapped[float]
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    sha256: Mapped[str]
    made_at: Mapped[float]
    made_by: Mapped[int]
    missing: Mapped[bool] = mapped_column(default=False)


class Removed(Base):
    """Jobs that were removed, so that the change feed can say so."""

    __tablename__ = "removed"

    job_id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(index=True)


class Queue(Base):
    """The queue as a whole: one row, with the number of the last change.

    ``store`` is drawn at random when the file is made, and tells its log from one of another store.
    ``clean_end`` is no longer kept: the header of the file counts who has not closed it.
    """

    __tablename__ = "queue"
    __table_args__ = (_no_or_yes("after_this_one"), _no_or_yes("clean_end"))

    id: Mapped[int] = mapped_column(primary_key=True)
    store: Mapped[str]
    revision: Mapped[int] = mapped_column(default=0)
    queue_revision: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[str]] = mapped_column(default=list)
    after_this_one: Mapped[bool] = mapped_column(default=False)
    clean_end: Mapped[bool] = mapped_column(default=True)
    last_backup_at: Mapped[float] = mapped_column(default=0.0)


def table_of(model: type[Base]) -> Table:
    """The table of a model, for statements that work on rows and not on objects."""
    return cast("Table", model.__table__)


JOB = table_of(Job)
PAPER = table_of(Paper)
ATTEMPT = table_of(Attempt)
EVENT = table_of(Event)
VIDEO = table_of(Video)
REMOVED = table_of(Removed)
QUEUE = table_of(Queue)
TEXT = table(
    SEARCH_TABLE, *(column(name) for name in ("rowid", "title", "authors", "journal", "ids", "script"))
)
TEXT_CONTENT = table(
    f"{SEARCH_TABLE}_content", *(column(name) for name in ("id", "c0", "c1", "c2", "c3", "c4"))
)
"""The texts of the same rows, as they lie there (https://www.sqlite.org/fts5.html#fts5_data_structures)."""
TEXT_DATA = table(f"{SEARCH_TABLE}_data", column("id"), column("block"))
