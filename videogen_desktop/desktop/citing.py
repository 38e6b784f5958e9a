"""The papers of jobs as they are cited, read one after the other however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from videogen_desktop.desktop.export import read_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.papers.model import Paper

_AT_A_TIME: Final = 500


def papers_of(
    store: JobStore, folder: DataFolder, ids: Sequence[int], wanted: Callable[[], bool]
) -> Iterator[Paper]:
    """Read the papers of jobs, in their order; those of jobs that are gone are left out. It blocks.

    Args:
        store: Has the jobs.
        folder: Has their files.
        ids: The jobs, by number.
        wanted: Asked now and then; nothing more is read once it says no.
    """
    for first in range(0, len(ids), _AT_A_TIME):
        for job in store.jobs(ids[first : first + _AT_A_TIME]):
            if not wanted():
                return
            yield _paper_of(job, folder)


def _paper_of(job: Job, folder: DataFolder) -> Paper:
    finished = job.film.path.parent if job.film else folder.film_of(job.key)
    return read_paper(job.paper, (finished, folder.work_of(job.key)))
