"""When the whole queue will be done, reckoned from what films took so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.jobs.model import Job

_WEIGHT: Final = 0.2
"""Of the newest film; the last dozen make nearly all of the mean."""


class Forecast:
    """An exponentially weighted mean of the seconds that a film takes."""

    def __init__(self) -> None:
        self._mean_s: float | None = None

    def learn(self, jobs: Iterable[Job]) -> None:
        """Finished jobs, the oldest first."""
        for job in jobs:
            if job.state == "completed" and job.worked_s > 0:
                known = self._mean_s
                self._mean_s = job.worked_s if known is None else known + _WEIGHT * (job.worked_s - known)

    def left_s(self, running: Iterable[Job], queued: int, workers: int) -> float | None:
        """Seconds until all is done; None while nothing is known to reckon with."""
        remaining = [self._remaining(job) for job in running]
        if queued and self._mean_s is None:
            return None
        if any(left is None for left in remaining):
            return None
        work = [left for left in remaining if left is not None]
        whole = sum(work) + queued * (self._mean_s or 0.0)
        if not whole:
            return None
        return max(whole / max(workers, 1), max(work, default=0.0))

    def _remaining(self, job: Job) -> float | None:
        if job.progress.eta_s is not None:
            return job.progress.eta_s
        return None if self._mean_s is None else self._mean_s * (1 - job.progress.overall)
