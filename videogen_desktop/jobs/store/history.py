"""The history: what happened to jobs and to the queue, kept longer than the jobs themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from videogen_desktop.jobs.store.rows import event_of
from videogen_desktop.jobs.store.tables import EVENT

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import Event
    from videogen_desktop.jobs.store.changing import Change


def events(connection: Connection, job_id: int | None, limit: int) -> tuple[Event, ...]:
    """The newest lines about a job, or about all, the newest first."""
    lines = select(EVENT).order_by(EVENT.c.id.desc()).limit(limit)
    if job_id is not None:
        lines = lines.where(EVENT.c.job_id == job_id)
    return tuple(event_of(row) for row in connection.execute(lines))


def count(connection: Connection, before: float) -> int:
    """How many lines are older than a moment."""
    return int(connection.execute(select(func.count()).where(EVENT.c.at < before)).scalar_one())


def forget(change: Change, before: float) -> int:
    """Drop the lines that are older than a moment; return how many there were."""
    return int(change.connection.execute(delete(EVENT).where(EVENT.c.at < before)).rowcount)
