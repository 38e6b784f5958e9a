"""A job is given back: its state, the attempt's record, the film and the history, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.jobs.states import ENDED, OPEN
from videogen_desktop.jobs.store.held import holds
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.reading import the_job
from videogen_desktop.jobs.store.refusals import LeaseLost
from videogen_desktop.jobs.store.rows import film_columns, problem_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import ATTEMPT, JOB, VIDEO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.model import Claim, Ending, Film, Job, Request
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow


def finish(change: Change, held: Claim, ending: Ending) -> Job:
    """Take a job back from the worker that holds it."""
    return _end(change, holds(held), held.job.id, held.attempt, ending)


def take_back(change: Change, job_id: int, attempt: int, ending: Ending) -> Job:
    """Take a job back from an attempt whose worker is gone."""
    running = (JOB.c.id == job_id) & (JOB.c.attempt == attempt) & (JOB.c.state == "running")
    return _end(change, running, job_id, attempt, ending)


def mark_film(change: Change, ids: Sequence[int], *, missing: bool) -> None:
    """Note whether films are where they were put."""
    other = among(VIDEO.c.job_id, ids) & (VIDEO.c.missing != missing)
    marked = update(VIDEO).where(other).values(missing=missing).returning(VIDEO.c.job_id)
    if found := list(change.connection.execute(marked).scalars()):
        change.update_jobs(found)
        change.tell(found, "film", "Its film is gone." if missing else "Its film is there again.")


def _end(change: Change, which: ColumnElement[bool], job_id: int, attempt: int, ending: Ending) -> Job:
    _check(ending)
    row = change.connection.execute(select(JOB).where(which)).first()
    if row is None:
        raise LeaseLost(job_id, attempt)
    to = _heeding("cancel" if ending.cancelled_untold else row.request, ending.state)
    worked_s = _close_attempt(change, row, ending)
    values = _columns(change, row, ending, to) | {"worked_s": row.worked_s + worked_s}
    move(change, [job_id], "running", to, _told(ending, to), in_attempt=attempt, **values)
    if to == "completed" and ending.film:
        _keep_film(change, job_id, ending.film)
    return the_job(change.connection, job_id)


def _check(ending: Ending) -> None:
    """An ending that says too little is a mistake of the program."""
    missing = {
        "completed": ending.film is None,
        "waiting": ending.not_before is None or ending.problem is None,
        "needs-attention": ending.problem is None,
        "failed": ending.problem is None,
    }
    if missing.get(ending.state):
        raise ValueError(f"this ending as {ending.state} does not say all that it must: {ending}")


def _heeding(request: Request | None, state: State) -> State:
    """Where the job goes when its owner asked for what the worker did not see, or took it back."""
    if request == "cancel" and state not in ENDED:
        return "cancelled"
    if request == "pause" and (state in OPEN or state == "cancelled"):
        return "paused"
    if request is None and state in ("paused", "cancelled"):
        return "queued"
    return state


def _columns(change: Change, row: AnyRow, ending: Ending, to: State) -> dict[str, Any]:
    values: dict[str, Any] = {
        **problem_columns(None if to in ("queued", "completed", "cancelled") else ending.problem),
        "not_before": ending.not_before if to in ("waiting", "paused") else None,
        "finished_at": change.now if to in ENDED else None,
        "request": None,
        "token": None,
        "lease_boot": None,
        "lease_until": None,
        "eta_s": None,
        "work_bytes": ending.work_bytes or row.work_bytes,
    }
    if to == "completed":
        done = {"failures": 0, "crashes": 0, "fraction": 1.0, "overall": 1.0}
        return values | done
    if ending.counts_as == "failure":
        values["failures"] = row.failures + 1
    if ending.counts_as == "crash":
        values["crashes"] = row.crashes + 1
    return values


def _close_attempt(change: Change, row: AnyRow, ending: Ending) -> float:
    """Complete the attempt's record; return the seconds that it took."""
    mine = (ATTEMPT.c.job_id == row.id) & (ATTEMPT.c.number == row.attempt)
    before = change.connection.execute(select(ATTEMPT).where(mine)).one()
    values = {
        **problem_columns(ending.problem),
        "ended_at": change.now,
        "outcome": ending.outcome,
        "exit_code": ending.exit_code,
        "cpu_s": max(ending.usage.cpu_s, before.cpu_s),
        "peak_bytes": max(ending.usage.peak_bytes, before.peak_bytes),
    }
    change.connection.execute(update(ATTEMPT).where(mine).values(values))
    return max(0.0, change.now - float(before.started_at))


def _keep_film(change: Change, job_id: int, film: Film) -> None:
    columns = film_columns(film)
    stored = insert(VIDEO).values(job_id=job_id, **columns)
    change.connection.execute(stored.on_conflict_do_update(index_elements=[VIDEO.c.job_id], set_=columns))
    change.update_jobs([job_id], sort_length=film.duration_s)


def _told(ending: Ending, to: State) -> str:
    if to in _SENTENCES:
        return _SENTENCES[to]
    if ending.problem:
        return ending.problem.message
    return "Its worker was gone." if ending.outcome == "lost" else "It was interrupted and goes on later."


_SENTENCES: dict[State, str] = {
    "completed": "The film is finished.",
    "cancelled": "Cancelled by its owner.",
    "paused": "Paused by its owner.",
}
