"""Which jobs are exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

_AT_A_TIME = 500


def chosen_jobs(store: JobStore, ids: Sequence[int] | None) -> tuple[Job, ...]:
    """The jobs with these numbers that are still there, or all that have a film. It blocks.

    Raises:
        VideoGenError: ``nothing-to-export`` when none of them has a film, or what the store raises.
    """
    found = _with_film(store) if ids is None else tuple(job for each in ids if (job := store.get(each)))
    if not any(job.film for job in found):
        raise VideoGenError(
            "nothing-to-export",
            "There is no finished film to export yet.",
            "Export again when a film is done." if ids is None else "Choose films that are done.",
        )
    return found


def _with_film(store: JobStore) -> tuple[Job, ...]:
    """Also those whose film is being made again, or was to be."""
    films = store.films()
    ids = [number for number in store.ids(JobQuery()) if number in films]
    pages = (ids[first : first + _AT_A_TIME] for first in range(0, len(ids), _AT_A_TIME))
    return tuple(job for page in pages for job in store.jobs(page))
