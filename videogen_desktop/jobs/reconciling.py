"""Rows and files, compared both ways: films that are gone or back, and folders that no job knows."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.data_folder import PROOF
from videogen_desktop.jobs.leftovers import folders_in, is_file, is_folder
from videogen_desktop.jobs.proof import options_of, read_proof
from videogen_desktop.jobs.removing import UNFINISHED_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Film, Job
    from videogen_desktop.jobs.store import JobStore


@dataclass(frozen=True)
class Reconciled:
    """How the store and the disk differ.

    Args:
        missing: Jobs whose film has gone since it was last looked for.
        back: Jobs whose film is there again.
        adopted: Jobs that had none, and whose finished film was found.
        out_of_reach: Folders of films that are not there as a whole, such as on a disk that is not connected;
            nothing is said of the films in them.
        films_without_job: Folders with a proven film that no job knows. They always stay.
        work_without_job: Working folders that no job knows, left for a clean-up.
    """

    missing: tuple[int, ...] = ()
    back: tuple[int, ...] = ()
    out_of_reach: tuple[Path, ...] = ()
    films_without_job: tuple[Path, ...] = ()
    work_without_job: tuple[Path, ...] = ()
    adopted: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """A sentence for each difference; empty when there is none."""
        counted = (
            (
                self.missing,
                "finished film is not in its place any more.",
                "finished films are not in their place any more.",
            ),
            (self.back, "finished film is in its place again.", "finished films are in their place again."),
            (
                self.adopted,
                "finished film was found for a job that had none.",
                "finished films were found for jobs that had none.",
            ),
            (
                self.films_without_job,
                "finished film belongs to no job in the list; it stays.",
                "finished films belong to no job in the list; they stay.",
            ),
            (
                self.work_without_job,
                "working folder belongs to no job; it is removed in time.",
                "working folders belong to no job; they are removed in time.",
            ),
        )
        away = [
            f"The folder of films {path} cannot be found; is its disk connected?"
            for path in self.out_of_reach
        ]
        told = [f"{len(found)} {one if len(found) == 1 else more}" for found, one, more in counted if found]
        return (*away, *told)


def reconcile(store: JobStore, folder: DataFolder) -> Reconciled:
    """Compare the store with the disk, note which films are missing, and give jobs those that are theirs.

    Films are not opened. After going back to a backup many may have been finished since.

    Args:
        store: The jobs.
        folder: The data folder.
    """
    reach = _Reach(folder)
    known: set[Path] = set()
    missing: list[int] = []
    back: list[int] = []
    for job_id, film in store.films().items():
        known.add(film.path.parent)
        if reach.within(film) and film.missing == _is_there(film):
            (back if film.missing else missing).append(job_id)
    for job_ids, gone in ((missing, True), (back, False)):
        if job_ids:
            store.mark_film(*job_ids, missing=gone)
    unknown = tuple(path for path in folders_in(folder.films) if path not in known)
    owners = store.of_keys(path.name for path in unknown)
    films = tuple(path for path in unknown if path.name not in owners)
    work = _strangers(store, folders_in(folder.work))
    return Reconciled(
        tuple(missing),
        tuple(back),
        reach.out_of_reach,
        tuple(path for path in films if is_file(path / PROOF)),
        tuple(path for path in work if not path.name.startswith(UNFINISHED_MARK)),
        _adopt(store, ((path, owners[path.name]) for path in unknown if path.name in owners)),
    )


def _adopt(store: JobStore, owned: Iterable[tuple[Path, Job]]) -> tuple[int, ...]:
    """Give jobs without a film the finished one in their folder, if it was made as they are ordered."""
    films: dict[int, Film] = {}
    for path, job in owned:
        if (
            job.film is None
            and (film := read_proof(path, thorough=False))
            and options_of(path) == job.options
        ):
            films[job.id] = film
    return store.adopting.adopt(films) if films else ()


class _Reach:
    """Which folders of films are there, each looked for once. One in the data folder cannot be elsewhere."""

    def __init__(self, folder: DataFolder) -> None:
        self._root = folder.root
        self._found: dict[Path, bool] = {}

    def within(self, film: Film) -> bool:
        films = film.path.parent.parent
        if films not in self._found:
            self._found[films] = films.is_relative_to(self._root) or is_folder(films)
        return self._found[films]

    @property
    def out_of_reach(self) -> tuple[Path, ...]:
        return tuple(path for path, found in self._found.items() if not found)


def _is_there(film: Film) -> bool:
    try:
        found = film.path.stat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == film.size


def _strangers(store: JobStore, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Those of the folders that no job knows."""
    found = tuple(folders)
    jobs = store.of_keys(path.name for path in found)
    return tuple(path for path in found if path.name not in jobs)
