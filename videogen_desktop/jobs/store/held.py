"""Whether a job is in a worker's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from videogen_desktop.jobs.model import Claim


def holds(held: Claim) -> ColumnElement[bool]:
    """Whether a job's row is in the hands of this claim: what every later write asks."""
    return held_as(held.job.id, held.attempt, held.token)


def held_as(job_id: object, attempt: object, token: object) -> ColumnElement[bool]:
    """The same, by what makes out a claim."""
    return (
        (JOB.c.id == job_id)
        & (JOB.c.attempt == attempt)
        & (JOB.c.token == token)
        & (JOB.c.state == "running")
    )
