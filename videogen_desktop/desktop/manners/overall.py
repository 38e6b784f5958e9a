"""How far all that was begun is, as one number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State


@dataclass(frozen=True)
class Census:
    """The queue at one moment: how many jobs are in each state, and how far those are that run."""

    counts: Mapping[State, int] = field(default_factory=dict)
    running: tuple[float, ...] = ()

    def number(self, *states: State) -> int:
        """How many jobs are in any of these states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def to_come(self) -> int:
        """Jobs that the queue will still begin by itself."""
        return self.number("queued", "waiting")


class Overall:
    """Counts what has ended since the queue last rested, each film as one."""

    def __init__(self) -> None:
        self._ended: set[int] = set()

    def ended(self, job: Job) -> None:
        """An attempt is over; one that goes on later has ended nothing."""
        if job.state in ("completed", "failed", "cancelled"):
            self._ended.add(job.id)

    def rest(self) -> None:
        """Nothing runs any more: what begins now is counted anew."""
        self._ended.clear()

    def percent(self, census: Census) -> int | None:
        """How much is done of what is done, runs and is still to come; None while nothing runs."""
        running = census.running
        if not running:
            return None
        done = len(self._ended)
        whole = done + len(running) + census.to_come
        return int(100 * (done + sum(running)) / whole)
