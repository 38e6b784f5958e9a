"""Chosen jobs are read as soon as they are: what is dragged out of the list cannot wait for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from videogen_desktop.desktop.jobs_view.model import JobModel
    from videogen_desktop.desktop.jobs_view.table import JobTable
    from videogen_desktop.desktop.queue_link import QueueLink

MOST = 500
"""Jobs that are read because they are chosen; more films than that nobody drags to a folder by hand."""
_AT_ONCE = 50
_SETTLE_MS = 80


class ChosenReader(QObject):
    """Reads the jobs that are chosen in the list and were not looked at.

    Args:
        table: In which they are chosen.
        model: Keeps them.
        link: The queue.
    """

    def __init__(self, table: JobTable, model: JobModel, link: QueueLink) -> None:
        super().__init__(table)
        self._table, self._model, self._link = table, model, link
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        table.chosen.connect(self._settle.start)

    def _read(self) -> None:
        if not self._link.is_open:
            return
        unread = [each for each in self._table.chosen_ids()[:MOST] if self._model.known(each) is None]
        for begin in range(0, len(unread), _AT_ONCE):
            self._read_some(tuple(unread[begin : begin + _AT_ONCE]), begin)

    def _read_some(self, ids: tuple[int, ...], number: int) -> None:
        self._link.read(lambda store: store.jobs(ids), self._model.keep, key=(self, number))
