"""The one way in which a job's state changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.states import may_move
from videogen_desktop.jobs.store.refusals import IllegalMove
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.changing import Change

RANK: Mapping[State, int] = {
    "running": 0,
    "queued": 1,
    "waiting": 2,
    "paused": 3,
    "needs-attention": 4,
    "failed": 5,
    "cancelled": 6,
    "completed": 7,
}
"""The order of a list that is sorted by state: what goes on first, what is done with last."""


def move(
    change: Change,
    ids: Sequence[int],
    now: State,
    to: State,
    cause: str,
    *,
    in_attempt: int | None = None,
    kind: str = "",
    **values: object,
) -> None:
    """Bring jobs that are all in one state to another, and write that into their history.

    Args:
        change: The transaction, in which ``now`` was read.
        ids: The jobs.
        now: Their state.
        to: Their new one.
        cause: For the history, a sentence.
        in_attempt: The attempt that it belongs to.
        kind: Of the line of history, where that is not the new state.
        values: Other columns that change with the state.

    Raises:
        IllegalMove: the table of moves has no such move.
        RuntimeError: ``now`` was not read in this transaction.
    """
    if not may_move(now, to):
        raise IllegalMove(now, to)
    moved = change.update_jobs(ids, JOB.c.state == now, state=to, sort_state=RANK[to], **values)
    if moved != len(ids):
        raise RuntimeError(f"not all of the jobs {ids} were {now}")
    change.tell(ids, kind or to, cause, in_attempt)
