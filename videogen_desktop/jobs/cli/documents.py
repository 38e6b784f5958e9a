"""What programs read: every key is always there, times are ISO 8601 in UTC, null is what is not known.

The names are written out, one by one: they are a promise, and do not change when the program's own do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from videogen_desktop.jobs.cli.units import iso

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import (
        Attempt,
        Decided,
        Event,
        Film,
        Job,
        JobOptions,
        PaperFacts,
        Problem,
        Progress,
        QueueState,
    )

Document = dict[str, Any]


def job_document(job: Job, *, interrupted: bool = False, same_film_as: int | None = None) -> Document:
    """A job.

    ``interrupted`` says of one whose state is ``running`` that nobody works on it now; ``same_film_as`` names
    the job that makes its film, where its paper is in the list under two names.
    """
    return {
        "id": job.id,
        "key": job.key,
        "state": job.state,
        "paper": paper_document(job.paper),
        "options": options_document(job.options),
        "priority": job.priority,
        "position": job.position,
        "progress": _progress(job.progress),
        "problem": problem_document(job.problem),
        "not_before": _iso(job.not_before),
        "request": job.request,
        "approved": job.approved,
        "from_scratch": job.from_scratch,
        "attempt": job.attempt,
        "failures": job.failures,
        "crashes": job.crashes,
        "created_at": iso(job.created_at),
        "changed_at": iso(job.changed_at),
        "started_at": _iso(job.started_at),
        "finished_at": _iso(job.finished_at),
        "worked_s": job.worked_s,
        "work_bytes": job.work_bytes,
        "film": _film(job.film),
        "interrupted": interrupted,
        "same_film_as": same_film_as,
    }


def detailed_document(
    job: Job,
    attempts: tuple[Attempt, ...],
    events: tuple[Event, ...],
    standing: str,
    folder: DataFolder,
    *,
    interrupted: bool = False,
    same_film_as: int | None = None,
) -> Document:
    """Everything about a job: also its attempts, its history, and where its files are."""
    return job_document(job, interrupted=interrupted, same_film_as=same_film_as) | {
        "standing": standing,
        "work_folder": str(folder.work_of(job.key)),
        "log_file": str(folder.log_of(job.key)),
        "attempts": [attempt_document(attempt) for attempt in attempts],
        "history": [event_document(event) for event in events],
    }


def paper_document(paper: PaperFacts) -> Document:
    """A paper as far as it is known."""
    return {
        "name": paper.name,
        "pmid": paper.pmid,
        "pmcid": paper.pmcid,
        "doi": paper.doi,
        "source": str(paper.source) if paper.source else None,
        "title": paper.title or None,
        "authors": list(paper.authors),
        "journal": paper.journal or None,
        "year": paper.year or None,
        "licence": paper.licence or None,
        "retracted": paper.retracted,
        "abstract_only": paper.abstract_only,
    }


def options_document(options: JobOptions) -> Document:
    """How a film is to be made."""
    return {
        "aspect": options.aspect,
        "length": options.length,
        "voice": options.voice,
        "audience": options.audience,
        "captions": options.captions,
        "theme": options.theme,
        "allow_retracted": options.allow_retracted,
        "review": options.review,
        "profile": options.profile,
        "logo": str(options.logo) if options.logo else None,
        "closing": options.closing or None,
    }


def attempt_document(attempt: Attempt) -> Document:
    """One attempt; the token that its process is told by stays here."""
    return {
        "number": attempt.number,
        "worker": attempt.worker,
        "outcome": attempt.outcome,
        "started_at": iso(attempt.started_at),
        "ended_at": _iso(attempt.ended_at),
        "pid": attempt.process.pid if attempt.process else None,
        "exit_code": attempt.exit_code,
        "problem": problem_document(attempt.problem),
        "cpu_s": attempt.usage.cpu_s,
        "peak_bytes": attempt.usage.peak_bytes,
    }


def event_document(event: Event) -> Document:
    """One line of a job's history."""
    return {
        "id": event.id,
        "job": event.job_id,
        "attempt": event.attempt,
        "at": iso(event.at),
        "kind": event.kind,
        "text": event.text,
    }


def problem_document(problem: Problem | None) -> Document | None:
    """Why a job does not go on."""
    if problem is None:
        return None
    return {
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "retryable": problem.retryable,
    }


def queue_document(state: QueueState) -> Document:
    """The queue as a whole."""
    return {
        "paused": state.paused,
        "reasons": list(state.reasons),
        "after_this_one": state.after_this_one,
    }


def decided_document(decided: Decided) -> Document:
    """What became of a decision."""
    return {
        "done": list(decided.done),
        "refused": [{"id": refusal.job_id, "reason": refusal.reason} for refusal in decided.refused],
    }


def _progress(progress: Progress) -> Document:
    return {
        "stage": progress.stage or None,
        "fraction": progress.fraction,
        "overall": progress.overall,
        "message": progress.message or None,
        "eta_s": progress.eta_s,
    }


def _film(film: Film | None) -> Document | None:
    if film is None:
        return None
    return {
        "path": str(film.path),
        "duration_s": film.duration_s,
        "width": film.width,
        "height": film.height,
        "size": film.size,
        "sha256": film.sha256,
        "made_at": iso(film.made_at),
        "made_by": film.made_by,
        "missing": film.missing,
    }


def _iso(seconds: float | None) -> str | None:
    return None if seconds is None else iso(seconds)
