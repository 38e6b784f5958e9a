"""What went wrong with a job, in words for a person and in full for those who help."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.model import Attempt, Event, Job

_EVENTS = 30


def problem_line(job: Job, attempts: Sequence[Attempt]) -> str:
    """The code of a job's problem, how often it was tried, and how the last attempt ended."""
    if job.problem is None:
        return ""
    parts = [QCoreApplication.translate("details", "Code: {code}").format(code=job.problem.code)]
    if job.attempt:
        parts.append(QCoreApplication.translate("details", "Attempts: {number}").format(number=job.attempt))
    last = attempts[-1] if attempts else None
    if last is not None and last.exit_code is not None:
        parts.append(QCoreApplication.translate("details", "Exit code: {code}").format(code=last.exit_code))
    return " · ".join(parts)


def problem_details(job: Job, attempts: Sequence[Attempt], events: Sequence[Event]) -> str:
    """Everything about a job's problem, to be sent to somebody; in English, as logs are."""
    lines = [f"Job {job.id} ({job.key}): {job.state}", f"Paper: {job.paper.name}", f"Options: {job.options}"]
    if job.problem is not None:
        lines += [f"Problem: {job.problem.code}", job.problem.message, job.problem.hint]
    for attempt in attempts:
        lines.append(_attempt(attempt))
    lines.append("History, the newest first:")
    lines += [f"  {_time(event.at)}  {event.kind}: {event.text}" for event in events[:_EVENTS]]
    return "\n".join(lines) + "\n"


def _attempt(attempt: Attempt) -> str:
    ended = _time(attempt.ended_at) if attempt.ended_at is not None else "still running"
    told = f"Attempt {attempt.number}: {_time(attempt.started_at)} to {ended}, {attempt.outcome}"
    if attempt.exit_code is not None:
        told += f", exit code {attempt.exit_code}"
    if attempt.problem is not None:
        told += f", {attempt.problem.code}: {attempt.problem.message}"
    return told


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(" ", "seconds")
