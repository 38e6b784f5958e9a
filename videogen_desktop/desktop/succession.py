"""Which job is chosen when none of the chosen ones is in the list any more."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from videogen_desktop.desktop.jobs_view import JobModel, JobTable
    from videogen_desktop.jobs.model import Job


class Succession(QObject):
    """Gives a list that was asked for its first job, and chosen jobs their neighbour.

    The neighbour only where the person took those out of the list: of what leaves it by itself there is no
    successor, or the next key would be for a job that nobody has come to.

    Args:
        model: What is listed.
        table: Where jobs are chosen.
        parent: Owns it.
    """

    def __init__(self, model: JobModel, table: JobTable, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._table = model, table
        self._asked_for = True
        self._acted_on: dict[int, int] = {}
        self._before: tuple[Sequence[int], Sequence[int]] = (), ()
        model.differing.connect(self._note)
        model.refreshed.connect(self._seen)

    def list_asked_for(self) -> None:
        """The person wants to see another list."""
        self._asked_for = True
        self._acted_on.clear()

    def act_on(self, ids: Iterable[int]) -> None:
        """The person does something with jobs that may take them out of the list."""
        known = {job_id: self._model.known(job_id) for job_id in ids}
        self._acted_on = {job_id: job.revision if job else 0 for job_id, job in known.items()}

    def settle(self) -> None:
        """The list was read: choose a job if none is chosen and one has come to be next."""
        (listed, chosen), self._before = self._before, ((), ())
        anything = self._model.rowCount() > 0
        if anything and not self._table.chosen_ids():
            if self._asked_for:
                self._table.choose(self._model.all_ids()[:1], scroll=False)
            elif chosen and self._acted_on.keys() >= set(chosen):
                self._choose_neighbour(listed, chosen[0])
        self._asked_for = self._asked_for and not anything

    def _note(self) -> None:
        """Look where the chosen rows are before any of them goes."""
        if self._acted_on:
            self._before = self._model.all_ids(), self._table.chosen_ids()

    def _seen(self, job: Job) -> None:
        """What a job did not leave the list for, it does not leave it for later; one that runs still may."""
        before, states = self._acted_on.get(job.id), self._model.query.states
        if before is None or job.revision <= before or job.state == "running":
            return
        if not states or job.state in states:
            del self._acted_on[job.id]

    def _choose_neighbour(self, listed: Sequence[int], gone: int) -> None:
        """Choose the first job that is left behind one that is gone, or else the last one before it."""
        row = listed.index(gone)
        near = chain(listed[row:], reversed(listed[:row]))
        left = next((job_id for job_id in near if self._model.row_of(job_id) is not None), None)
        if left is not None:
            self._table.choose([left])
