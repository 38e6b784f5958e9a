"""What became of films since it was last told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

TOLD: Final[frozenset[State]] = frozenset({"completed", "failed", "needs-attention", "waiting"})
"""Endings that are told; that a job was cancelled or paused is known to whoever did it."""


@dataclass(frozen=True)
class Result:
    """How many films became what, and the one that it was when it was only one."""

    completed: int
    failed: int
    attention: int
    waiting: int
    only: Job | None


class Tally:
    """Counts each job once, as what it became last."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}

    def add(self, job: Job) -> None:
        """An attempt at a job is over."""
        self._jobs.pop(job.id, None)
        if job.state in TOLD:
            self._jobs[job.id] = job

    def take(self) -> Result | None:
        """What there is to tell, which is then told; None for nothing."""
        jobs, self._jobs = self._jobs, {}
        if not jobs:
            return None
        numbers = Counter(job.state for job in jobs.values())
        only = next(iter(jobs.values())) if len(jobs) == 1 else None
        return Result(
            numbers["completed"], numbers["failed"], numbers["needs-attention"], numbers["waiting"], only
        )

    def drop_waiting(self) -> None:
        """Jobs that are tried again by themselves are no news yet."""
        self._jobs = {number: job for number, job in self._jobs.items() if job.state != "waiting"}
