"""The line at the foot of the window: what is still to be done, and what the computer gives for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psutil
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from videogen_desktop.desktop.forecast import Forecast
from videogen_desktop.desktop.jobs_view.words import span
from videogen_desktop.files import free_space
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Job, Progress, Usage
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

_MEASURE_MS: Final = 2000
_LEARNT_FROM: Final = 20
_MOST_RUNNING: Final = 64
_GB: Final = 1000**3
_RUNNING: Final = JobQuery(frozenset({"running"}))
_DONE: Final = JobQuery(frozenset({"completed"}), sort="finished", descending=True)


class StatusLine(QStatusBar):
    """Counts, the time that is left, workers, processor, memory and free disk.

    Args:
        link: The queue.
        parent: The window.
    """

    def __init__(self, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._forecast = Forecast()
        self._counts: Mapping[State, int] = {}
        self._running: tuple[Job, ...] = ()
        self._memory: dict[int, int] = {}
        self._free: int | None = None
        self._work = QLabel(self)
        self._machine = QLabel(self)
        for label, name in ((self._work, self.tr("Work")), (self._machine, self.tr("Computer"))):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAccessibleName(name)
            label.setContentsMargins(8, 2, 8, 2)
        self.addWidget(self._work, 1)
        self.addPermanentWidget(self._machine)
        self.setSizeGripEnabled(False)
        self._timer = QTimer(self, interval=_MEASURE_MS)
        self._timer.timeout.connect(self._measure)
        link.opened.connect(self._begin)
        link.ended.connect(self._job_ended)
        link.progressed.connect(self._progressed)
        link.queue_changed.connect(self._show_work)

    def count(self, counts: Mapping[State, int]) -> None:
        """Show how many jobs are in each state."""
        self._counts = counts
        self._show_work()

    def _begin(self) -> None:
        psutil.cpu_percent()  # the first call only begins to measure
        self._link.read(_last_done, self._learn)
        self._timer.start()
        self._measure()

    def _learn(self, done: Sequence[Job]) -> None:
        self._forecast.learn(reversed(done))
        self._show_work()

    def _job_ended(self, job: Job) -> None:
        self._memory.pop(job.id, None)
        self._forecast.learn([job])

    def _progressed(self, told: Sequence[tuple[int, Progress, Usage | None]]) -> None:
        for job_id, _progress, usage in told:
            if usage is not None:
                self._memory[job_id] = usage.peak_bytes

    def _measure(self) -> None:
        if not self._link.is_open:
            return
        films = self._link.queue.folder.films
        self._link.background.run(lambda: _free_at(films), self._free_measured, key=(self, "disk"))
        self._link.read(lambda store: store.page(_RUNNING, 0, _MOST_RUNNING), self._ran, key=(self, "run"))

    def _free_measured(self, free: int | None) -> None:
        self._free = free

    def _ran(self, running: tuple[Job, ...]) -> None:
        self._running = running
        ids = {job.id for job in running}
        self._memory = {job_id: size for job_id, size in self._memory.items() if job_id in ids}
        self._show_work()
        self._show_machine()

    def _show_work(self) -> None:
        counts = self._counts
        waiting = counts.get("queued", 0) + counts.get("waiting", 0)
        running, done = counts.get("running", 0), counts.get("completed", 0)
        said = []
        if running:
            said.append(self.tr("%Ln running", "", running))
        if waiting:
            said.append(self.tr("%Ln queued", "", waiting))
        if counts.get("paused"):
            said.append(self.tr("%Ln paused", "", counts["paused"]))
        if done:
            said.append(self.tr("%Ln done", "", done))
        left = self._left_s(waiting) if waiting or running else None
        if left is not None:
            said.append(self.tr("about {time} left").format(time=span(left)))
        self._work.setText(" · ".join(said))

    def _left_s(self, waiting: int) -> float | None:
        """Seconds until all is done; None while that is not known, and while the queue does not go on."""
        if not self._link.is_open:
            return None
        pool = self._link.pool
        if pool.state.paused or pool.state.after_this_one:
            return None
        return self._forecast.left_s(self._running, waiting, pool.sizes().jobs)

    def _show_machine(self) -> None:
        if not self._link.is_open:
            return
        workers = self._link.pool.sizes().jobs
        said = [
            self.tr("1 worker") if workers == 1 else self.tr("{n} workers").format(n=workers),
            self.tr("{percent} % CPU").format(percent=round(psutil.cpu_percent())),
        ]
        memory = sum(self._memory.values())
        if memory:
            said.append(self.tr("{size} GB memory").format(size=self._size(memory)))
        if self._free is not None:
            said.append(self.tr("{size} GB free").format(size=self._size(self._free)))
        self._machine.setText(" · ".join(said))

    def _size(self, size: int) -> str:
        return self.locale().toString(size / _GB, "f", 1 if size < 10 * _GB else 0)


def _last_done(store: JobStore) -> tuple[Job, ...]:
    return store.page(_DONE, 0, _LEARNT_FROM)


def _free_at(folder: Path) -> int | None:
    try:
        return free_space(folder)
    except OSError:
        return None
