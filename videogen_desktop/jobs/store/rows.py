"""Rows of the tables as the frozen data of ``jobs.model``, and that data as columns."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from videogen_desktop.jobs.model import (
    Attempt,
    Event,
    Film,
    Job,
    PaperFacts,
    Problem,
    ProcessIdentity,
    Progress,
    QueueState,
    Usage,
)
from videogen_desktop.jobs.store.options import options_of
from videogen_desktop.jobs.store.tables import JOB, PAPER, VIDEO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.store.tables import AnyRow

PAPER_COLUMNS = tuple(column.label(f"paper_{column.name}") for column in PAPER.c if column is not PAPER.c.id)
"""A paper whole, but for its number."""

FILM_COLUMNS = tuple(column.label(f"film_{column.name}") for column in VIDEO.c)
JOBS = select(JOB, *PAPER_COLUMNS, *FILM_COLUMNS).select_from(JOB.join(PAPER).outerjoin(VIDEO))
"""Jobs whole, each with its paper and its film."""


def job_of(row: AnyRow) -> Job:
    """The job of a row of ``JOBS``."""
    return Job(
        id=row.id,
        key=row.key,
        paper_id=row.paper_id,
        paper=facts_of(row),
        options=options_of(row.options),
        state=row.state,
        priority=row.priority,
        position=row.position,
        progress=Progress(row.stage, row.fraction, row.overall, row.message, row.eta_s),
        attempt=row.attempt,
        failures=row.failures,
        crashes=row.crashes,
        not_before=row.not_before,
        problem=problem_of(row),
        request=row.request,
        approved=row.approved,
        from_scratch=row.from_scratch,
        created_at=row.created_at,
        changed_at=row.changed_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        worked_s=row.worked_s,
        work_bytes=row.work_bytes,
        film=film_of(row),
        revision=row.revision,
    )


def attempt_of(row: AnyRow) -> Attempt:
    """The attempt of a row of its table."""
    process = None
    if row.pid is not None:
        process = ProcessIdentity(row.pid, row.process_created, row.boot, row.token)
    return Attempt(
        job_id=row.job_id,
        number=row.number,
        worker=row.worker,
        token=row.token,
        started_at=row.started_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
        process=process,
        exit_code=row.exit_code,
        problem=problem_of(row),
        usage=Usage(row.cpu_s, row.peak_bytes),
    )


def event_of(row: AnyRow) -> Event:
    """The line of history of a row of its table."""
    return Event(row.id, row.job_id, row.attempt, row.at, row.kind, row.text)


def queue_state_of(row: AnyRow) -> QueueState:
    """The queue as a whole."""
    return QueueState(tuple(row.reasons or ()), row.after_this_one)


def problem_of(row: AnyRow) -> Problem | None:
    """The problem in a row of jobs or of attempts."""
    if row.error_code is None:
        return None
    return Problem(
        row.error_code, row.error_message, row.error_hint, row.error_retryable, row.error_retry_after_s
    )


def problem_columns(problem: Problem | None) -> dict[str, Any]:
    """A problem, or that there is none, as columns of jobs or of attempts."""
    return {
        "error_code": problem.code if problem else None,
        "error_message": problem.message if problem else None,
        "error_hint": problem.hint if problem else None,
        "error_retryable": problem.retryable if problem else False,
        "error_retry_after_s": problem.retry_after_s if problem else None,
    }


def progress_columns(progress: Progress) -> dict[str, Any]:
    """Progress as columns of a job."""
    return {each.name: getattr(progress, each.name) for each in fields(progress)}


def film_columns(film: Film) -> dict[str, Any]:
    """A film as columns of its table, but for the job's number."""
    return {each.name: getattr(film, each.name) for each in fields(film)} | {"path": str(film.path)}


def paper_columns(facts: PaperFacts) -> dict[str, Any]:
    """A paper as columns of its table, but for its number."""
    source = str(facts.source) if facts.source else None
    return {**vars(facts), "source": source, "authors": list(facts.authors)}


def facts_of(row: AnyRow) -> PaperFacts:
    """The paper of a row that has ``PAPER_COLUMNS``."""
    return PaperFacts(
        pmid=row.paper_pmid,
        pmcid=row.paper_pmcid,
        doi=row.paper_doi,
        source=Path(row.paper_source) if row.paper_source else None,
        title=row.paper_title,
        authors=tuple(row.paper_authors or ()),
        journal=row.paper_journal,
        year=row.paper_year,
        licence=row.paper_licence,
        retracted=row.paper_retracted,
        abstract_only=row.paper_abstract_only,
    )


def facts_from(columns: Mapping[str, Any]) -> PaperFacts:
    """The paper that columns of its table, by their names, are of."""
    values = {each.name: columns[each.name] for each in fields(PaperFacts)}
    source = Path(values["source"]) if values["source"] else None
    return PaperFacts(**values | {"source": source, "authors": tuple(values["authors"] or ())})


def film_of(row: AnyRow) -> Film | None:
    """The film of a row with its columns."""
    if row.film_job_id is None:
        return None
    return Film(
        path=Path(row.film_path),
        duration_s=row.film_duration_s,
        width=row.film_width,
        height=row.film_height,
        size=row.film_size,
        sha256=row.film_sha256,
        made_at=row.film_made_at,
        made_by=row.film_made_by,
        missing=row.film_missing,
    )
