"""Jobs given up so that they can be had back as they stood."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from videogen_desktop.jobs.model import CancelledJobs, Decided
from videogen_desktop.jobs.store.deciding import cancel, decide, take_back_cancel
from videogen_desktop.jobs.store.rows import problem_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.deciding import Step
    from videogen_desktop.jobs.store.tables import AnyRow

_STANDING = select(
    *(JOB.c[name] for name in ("id", "state", "request", "not_before", *problem_columns(None)))
)
"""What cancelling changes."""


class Cancelling:
    """Cancels jobs, and takes that back.

    Args:
        change: Gives one transaction.
        clock: What time it is.
    """

    def __init__(self, change: Callable[[], AbstractContextManager[Change]], clock: Clock) -> None:
        self._change = change
        self._clock = clock

    def cancel(self, ids: Sequence[int]) -> tuple[Decided, CancelledJobs]:
        """Give jobs up, running ones too; what is returned takes it back."""
        with self._change() as change:
            rows = change.connection.execute(_STANDING.where(among(JOB.c.id, ids))).all()
            decided = decide(change, ids, partial(cancel, now=self._clock.now()))
        done = frozenset(decided.done)
        return decided, CancelledJobs(tuple(dict(row._mapping) for row in rows if row.id in done))

    def take_back(self, cancelled: CancelledJobs) -> Decided:
        """Let jobs stand as they stood, or go on that were running; what has gone on since is refused."""
        before = {cast("int", row["id"]): cast("Mapping[str, Any]", row) for row in cancelled.rows}

        def rule(row: AnyRow) -> Step | str:
            return take_back_cancel(row, before=before[row.id])

        with self._change() as change:
            return decide(change, tuple(before), rule)
