"""Where jobs stand in the line, whatever list they are shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.states import IN_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

_LINE: Final = JobQuery(IN_LINE)


class LinePlaces(QObject):
    """Reads the places of those jobs that are looked at, and only while somebody looks.

    Args:
        link: The queue.
        parent: Owns it.
    """

    differing = Signal(object)
    """Jobs, by number, whose places were read, or are to be read anew: whoever shows them asks again."""

    def __init__(self, link: QueueLink, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._places: dict[int, int] = {}
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)

    def of(self, job: Job) -> int | None:
        """A job's place, the first one 1; None for a job that is not in the line, and until it is read."""
        if job.state not in IN_LINE:
            return None
        if job.id not in self._asked:
            self._asked.add(job.id)
            self._wanted.add(job.id)
            self._soon.start()
        return self._places.get(job.id)

    def line_may_differ(self) -> None:
        """What is looked at is read anew; until that is done, places are as they were."""
        asked, self._asked = self._asked, set()
        if asked:
            self.differing.emit(asked)

    def _read(self) -> None:
        """Read what is wanted, once the reading before has ended: it may be of an earlier line."""
        key = (self, "places")
        if not self._wanted or not self._link.is_open or self._link.is_reading(key):
            return
        wanted, self._wanted = frozenset(self._wanted), set()

        def places(store: JobStore) -> Mapping[int, int]:
            line = enumerate(store.ids(_LINE), 1)
            return {job_id: place for place, job_id in line if job_id in wanted}

        self._link.read(places, self._keep, key=key)

    def _keep(self, places: Mapping[int, int]) -> None:
        self._places.update(places)
        self.differing.emit(places.keys())
        self._read()
