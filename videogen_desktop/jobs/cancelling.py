"""Cancelling jobs: those that run here hear of it at once, and the store as soon as it can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import CancelledJobs, Decided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.running import RunningJobs
    from videogen_desktop.jobs.store import JobStore


def cancel(
    store: JobStore, running: RunningJobs, job_ids: Sequence[int], met: Callable[[VideoGenError], None]
) -> tuple[Decided, CancelledJobs]:
    """Cancel jobs, and wait for no database before the processes of those that run here are asked to end.

    Args:
        store: Told of it. What it cannot be told of a job that runs here it is told with the job's end.
        running: The jobs that run here.
        job_ids: Which ones.
        met: Called with the reason why the store could not be told, when all of them run here.

    Returns:
        What was done, and what takes back as much of it as the store was told in time.

    Raises:
        VideoGenError: The store cannot be written, and some of the jobs do not run here.
    """
    here = set(running.among(job_ids))
    for job_id in here:
        running.cancel(job_id)
    try:
        decided, cancelled = store.cancelling.cancel(job_ids)
    except VideoGenError as error:
        if not error.retryable or not here.issuperset(job_ids):
            raise
        met(error)
        return Decided(tuple(job_ids)), CancelledJobs()
    running.told(here)
    return _with_ended(decided, store, here), cancelled


def _with_ended(decided: Decided, store: JobStore, asked: set[int]) -> Decided:
    """Those that were quicker to end than the store to be told are done too."""
    late = [refusal.job_id for refusal in decided.refused if refusal.job_id in asked]
    ended = {job.id for job in store.jobs(late) if job.state == "cancelled"} if late else set()
    refused = tuple(refusal for refusal in decided.refused if refusal.job_id not in ended)
    return Decided((*decided.done, *ended), refused)
