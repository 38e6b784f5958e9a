"""The queue as a whole: why it starts nothing new, and whether it stops after what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from videogen_desktop.jobs.store.rows import queue_state_of
from videogen_desktop.jobs.store.tables import QUEUE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import PauseReason, QueueState
    from videogen_desktop.jobs.store.changing import Change


def queue_state(connection: Connection) -> QueueState:
    """How it stands."""
    return queue_state_of(connection.execute(select(QUEUE)).one())


def set_reason(change: Change, reason: PauseReason, on: bool) -> QueueState:
    """Add or take away a reason not to start jobs."""
    reasons = queue_state(change.connection).reasons
    if on and reason not in reasons:
        _write(change, f"No new job is started: {reason}.", reasons=[*reasons, reason])
    if not on and reason in reasons:
        left = [each for each in reasons if each != reason]
        _write(change, f"No longer a reason to wait: {reason}.", reasons=left)
    return queue_state(change.connection)


def set_after_this_one(change: Change, on: bool) -> QueueState:
    """Have the queue stop after what runs, or go on."""
    if queue_state(change.connection).after_this_one != on:
        text = "Nothing more is started after what runs." if on else "The queue goes on after what runs."
        _write(change, text, after_this_one=on)
    return queue_state(change.connection)


def _write(change: Change, text: str, **values: object) -> None:
    change.connection.execute(update(QUEUE).values(values))
    change.tell([None], "queue", text)
    change.queue = True
