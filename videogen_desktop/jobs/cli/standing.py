"""How a job stands, in a sentence: why it waits, when it goes on, what its owner can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.cli.units import moment, span
from videogen_desktop.jobs.states import SAME_FILM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.model import Job, PauseReason, QueueState

STAGE_NAMES: Mapping[str, str] = {
    "fetch-paper": "reading the paper",
    "generate-script": "writing the script",
    "generate-audio": "speaking",
    "generate-videos": "drawing",
    "add-captions": "finishing the film",
}
"""What a person calls the pipeline's stages."""

_FOR_GOOD = frozenset({"nothing-to-tell", "no-text", "unsupported-language"})
"""What lies in the paper itself: another attempt ends the same way."""

_HINTS: Mapping[str, str] = {
    "secret-missing": "“videogen jobs secret NAME” keeps a key of that name.",
}
"""What is done here about what the window does otherwise."""

_ENDS = (".", "!", "?", "…", "”", ")")

REASONS: Mapping[PauseReason, str] = {
    "owner": "you have paused it",
    "after-this-one": "it was to stop after the jobs that ran",
    "low-disk": "too little disk space is free",
    "on-battery": "the computer runs on its battery",
    "disk-full": "the disk is full",
    "not-writable": "its folders cannot be written to",
    "database-failing": "the database cannot be written",
    "mistake": "the program made a mistake when it was to begin the next film",
}


def standing(
    job: Job, queue: QueueState, now: float, ahead: int | None = None, *, interrupted: bool = False
) -> str:
    """Say how a job stands.

    Args:
        job: The job.
        queue: The queue as a whole.
        now: Seconds since 1970.
        ahead: How many jobs go before it, if that is known.
        interrupted: Whether nobody works on it though it was running.
    """
    match job.state:
        case "queued":
            return _queued(queue, ahead)
        case "running" if interrupted:
            return (
                f"It was interrupted at {percent(job)}: the program that made its film ended all at once. "
                "It goes on from its last finished step at the next start of the window or of "
                "“videogen jobs run”."
            )
        case "running":
            return _running(job)
        case "waiting":
            return _waiting(job, queue, now)
        case "paused":
            if job.problem and job.problem.code == SAME_FILM:
                return f"{job.problem.message} “videogen jobs resume {job.id}” has it made all the same."
            return f"It is paused; “videogen jobs resume {job.id}” lets it go on."
        case "completed":
            return _completed(job)
        case "cancelled":
            return f"It was cancelled; “videogen jobs retry {job.id}” takes it up again."
        case "needs-attention":
            if _for_good(job):
                return f"{_problem(job)} {_out_of_the_way(job)}"
            return f"{_problem(job)} Then “videogen jobs {_decision(job)} {job.id}” lets it go on."
        case "failed":
            if _for_good(job):
                return f"{_problem(job)} {_out_of_the_way(job)}"
            return f"{_problem(job)} Then “videogen jobs retry {job.id}” tries it again."


def in_short(job: Job, now: float, *, interrupted: bool = False, same_film_as: int | None = None) -> str:
    """How a job stands, in a few words for a table."""
    if same_film_as is not None:
        return f"the same film as job {same_film_as}"
    match job.state:
        case "running" if interrupted:
            return f"{percent(job)}, goes on at the next start"
        case "running":
            left = f", {span(job.progress.eta_s)} left" if job.progress.eta_s is not None else ""
            return f"{percent(job)} {_doing(job)}{left}"
        case "waiting":
            due = job.not_before is None or job.not_before <= now
            again = "at its turn" if due else f"in {span((job.not_before or now) - now)}"
            return f"again {again}{f': {job.problem.message}' if job.problem else ''}"
        case "completed":
            if job.film is None:
                return ""
            gone = ", but the file is gone" if job.film.missing else ""
            return f"{span(job.film.duration_s)}{gone}"
        case "failed" | "needs-attention":
            return job.problem.message if job.problem else ""
        case _:
            return percent(job) if job.progress.overall else ""


def percent(job: Job) -> str:
    """How much of a job is done."""
    return f"{int(job.progress.overall * 100)} %"


def why_paused(queue: QueueState) -> str:
    """Why the queue starts no job; empty when it does."""
    return " and ".join(REASONS[reason] for reason in queue.reasons)


def _queued(queue: QueueState, ahead: int | None) -> str:
    if queue.paused:
        return f"It is in the line, and the queue starts no job: {why_paused(queue)}."
    if ahead is None:
        return "It is in the line."
    return "It is the next in the line." if ahead == 0 else f"It is in the line, with {ahead:,} before it."


def _running(job: Job) -> str:
    asked = {"cancel": " It is being cancelled.", "pause": " It is being paused."}
    left = f", about {span(job.progress.eta_s)} left" if job.progress.eta_s is not None else ""
    return f"It is running: {_doing(job)}, {percent(job)}{left}.{asked.get(job.request or '', '')}"


def _waiting(job: Job, queue: QueueState, now: float) -> str:
    why = job.problem.message if job.problem else "It waits."
    if job.not_before is None or job.not_before <= now:
        when = "It goes on as soon as it is its turn."
    else:
        when = f"It is tried again at {moment(job.not_before, now)}, in {span(job.not_before - now)}."
    held = f" The queue starts no job, though: {why_paused(queue)}." if queue.paused else ""
    return f"{why} {when}{held}"


def _completed(job: Job) -> str:
    if job.film is None:
        return "It is completed."
    if job.film.missing:
        return f"Its film was at {job.film.path} and is gone; “videogen jobs retry {job.id}” makes it again."
    return f"Its film, {span(job.film.duration_s)} long, is {job.film.path}."


def _for_good(job: Job) -> bool:
    return job.problem is not None and job.problem.code in _FOR_GOOD


def _out_of_the_way(job: Job) -> str:
    return f"“videogen jobs remove {job.id}” takes this job out of the list."


def _decision(job: Job) -> str:
    codes = {"review": "approve", "retracted": "approve --allow-retracted"}
    return codes.get(job.problem.code if job.problem else "", "retry")


def _problem(job: Job) -> str:
    if job.problem is None:
        return "Nobody knows why."
    message = job.problem.message.rstrip()
    end = "" if message.endswith(_ENDS) else "."  # a pipeline of somebody else says what it likes
    return f"{message}{end} {_HINTS.get(job.problem.code, job.problem.hint)}"


def _doing(job: Job) -> str:
    return job.progress.message or STAGE_NAMES.get(job.progress.stage, job.progress.stage) or "starting"
