"""Looks at the queue now and then, for what is told of it outside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from videogen_desktop.desktop.manners.overall import Census
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.store import JobStore

_APART_MS: Final = 500
_MOST_RUNNING: Final = 64
_RUNNING: Final = JobQuery(frozenset({"running"}))


class Counting(QObject):
    """Takes a census whenever the queue has changed, at most twice a second.

    Args:
        link: The queue.
        parent: Owns it.
    """

    taken = Signal(object)
    """``Census``."""

    def __init__(self, link: QueueLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._timer = QTimer(self, singleShot=True, interval=_APART_MS)
        self._timer.timeout.connect(self._look)
        link.opened.connect(self._look)
        link.changed.connect(self._changed)

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        if self._link.is_open:
            self._link.read(_census, self.taken.emit, key=self)


def _census(store: JobStore) -> Census:
    counts = store.counts()
    running = store.page(_RUNNING, 0, _MOST_RUNNING) if counts.get("running") else ()
    return Census(counts, tuple(job.progress.overall for job in running))
