"""Finished films that are found where the store does not know of them, as after going back to a backup."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from videogen_desktop.jobs.model import Ending
from videogen_desktop.jobs.store import finishing
from videogen_desktop.jobs.store.held import holds
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.rows import problem_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import ATTEMPT, JOB, VIDEO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Select

    from videogen_desktop.jobs.model import Claim, Film
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow

ADOPTABLE = frozenset({"queued", "waiting"})
"""The queue would make the films of these again by itself; about the others their owner decides."""

_FOUND = "Its finished film was found in its place."


class Adopting:
    """What the store can be told of such films.

    Args:
        change: Opens a write transaction.
    """

    def __init__(self, change: Callable[[], AbstractContextManager[Change]]) -> None:
        self._change = change

    def moved(self, claim: Claim, path: Path) -> None:
        """Note where the finished film of a job that is held was put, so that it stays the job's."""
        with self._change() as change:
            mine = VIDEO.c.job_id.in_(select(JOB.c.id).where(holds(claim)))
            if change.connection.execute(update(VIDEO).where(mine).values(path=str(path))).rowcount:
                change.update_jobs([claim.job.id])

    def adopt(self, films: Mapping[int, Film]) -> tuple[int, ...]:
        """Complete jobs with films that were found, each as by an attempt that took no time.

        Left alone is one that has a film, that is to be made from scratch, or whose state is another.

        Returns:
            The jobs that were completed.
        """
        with self._change() as change:
            rows = change.connection.execute(_free(films)).all()
            for row in rows:
                _complete(change, row, films[row.id])
            return tuple(row.id for row in rows)


def _free(ids: Iterable[int]) -> Select[tuple[int, State, int]]:
    """Those of the jobs that may take a film."""
    return select(JOB.c.id, JOB.c.state, JOB.c.attempt).where(
        among(JOB.c.id, ids),
        JOB.c.state.in_(ADOPTABLE),
        JOB.c.from_scratch.is_(False),
        JOB.c.id.not_in(select(VIDEO.c.job_id)),
    )


def _complete(change: Change, row: AnyRow, film: Film) -> None:
    attempt = row.attempt + 1
    taken = {"attempt": attempt, "started_at": change.now, "not_before": None, "request": None}
    values = {**problem_columns(None), **taken}
    move(change, [row.id], row.state, "running", _FOUND, in_attempt=attempt, **values)
    record = {"job_id": row.id, "number": attempt, "worker": "", "token": secrets.token_hex(16)}
    change.connection.execute(insert(ATTEMPT), [record | {"started_at": change.now}])
    finishing.take_back(change, row.id, attempt, Ending("completed", "completed", film=film))
