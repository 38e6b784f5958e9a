"""When the whole queue will be done, reckoned from what films took so far, and the first by its own word."""

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
        now = tuple(running)
        film_s = _expected(now) if self._mean_s is None else self._mean_s
        if queued and film_s is None:
            return None
        remaining = [_remaining(job, film_s) for job in now]
        work = [left for left in remaining if left is not None]
        if len(work) < len(remaining):
            return None
        whole = sum(work) + queued * (film_s or 0.0)
        if not whole:
            return None
        return max(whole / max(workers, 1), max(work, default=0.0))


def _expected(running: Iterable[Job]) -> float | None:
    """The seconds that a film takes by what those that are being made say of themselves."""
    told = [
        job.progress.eta_s / (1 - job.progress.overall)
        for job in running
        if job.progress.eta_s is not None and job.progress.overall < 1
    ]
    return sum(told) / len(told) if told else None


def _remaining(job: Job, film_s: float | None) -> float | None:
    if job.progress.eta_s is not None:
        return job.progress.eta_s
    return None if film_s is None else film_s * (1 - job.progress.overall)
