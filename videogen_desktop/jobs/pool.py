"""The queue on threads: workers, and signals for whoever listens. The one file of the queue that knows Qt.

Python's cycle collector may run on whatever thread makes the next object. If it frees a Qt object on a worker
while Qt uses it, the process dies. Whoever owns the ``QCoreApplication`` therefore makes one
``MainThreadCollector(application)`` before the pool, for as long as the application runs.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal

from videogen_desktop.jobs.attendant import Attendant
from videogen_desktop.jobs.collecting import MainThreadCollector
from videogen_desktop.jobs.outbox import Outbox
from videogen_desktop.jobs.queue import WorkQueue
from videogen_desktop.jobs.sizing import MOST_JOBS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.guards import Hindrance
    from videogen_desktop.jobs.housekeeping import Housekeeping
    from videogen_desktop.jobs.model import CancelledJobs, Decided, QueueState
    from videogen_desktop.jobs.queue import Busy, Runner, Surroundings
    from videogen_desktop.jobs.settings import QueueSettings
    from videogen_desktop.jobs.sizing import Sizes
    from videogen_desktop.jobs.store import JobStore

CHANGES_MS = 50
"""The least time between two tellings of what changed."""

NEWS_MS = 100
"""The least time between two tellings of how running jobs go on."""

_log = logging.getLogger(__name__)


class WorkerPool(QObject):
    """Works the queue off on threads of its own, and tells of it in the thread that the pool lives in.

    The work itself needs no event loop; signals arrive while the pool's thread runs one. ``quit`` must be
    called before the pool goes away.

    Args:
        store: Where the jobs are.
        runner: Does one job.
        folder: Whose file systems must have room.
        settings: The settings as they are now.
        clock: What time it is.
        worker: Names this process in the history.
        around: The computer; tests hand in their own.
        housekeeping: What is done besides while the pool works; None for nothing.
        parent: Owns the pool.
    """

    changed = Signal(object)
    """``Changes``: rows that differ, at most twenty times a second."""

    progressed = Signal(object)
    """A list of ``(job_id, Progress, Usage | None)``, the latest of each job, at most ten times a second."""

    logged = Signal(object)
    """A list of ``(job_id, lines)``, at most ten times a second; of many lines the last."""

    ended = Signal(object)
    """``Job``: an attempt is over, and this is how the job stands."""

    queue_changed = Signal(object)
    """``QueueState``: the queue was paused, resumed, or another reason came or went."""

    idle = Signal()
    """Nothing runs, and nothing is to be started now: all is done, waits, or is held."""

    def __init__(
        self,
        store: JobStore,
        runner: Runner,
        folder: DataFolder,
        settings: Callable[[], QueueSettings],
        clock: Clock,
        *,
        worker: str,
        around: Surroundings | None = None,
        housekeeping: Housekeeping | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._happened = _Lane(self, CHANGES_MS, self._tell_happened)
        self._news = _Lane(self, NEWS_MS, self._tell_news)
        self._outbox = Outbox(self._happened.rung.emit, self._news.rung.emit)
        self._queue = WorkQueue(
            store,
            runner,
            folder,
            settings,
            clock,
            worker=worker,
            on_state=self._outbox.became,
            around=around,
        )
        self._attendant = Attendant(store, self._queue, self._call, self._outbox.changed)
        self._housekeeping = housekeeping
        self._threads = QThreadPool(self)
        self._threads.setExpiryTimeout(-1)
        self._threads.setMaxThreadCount(MOST_JOBS)
        self._lock = threading.Lock()
        self._left = threading.Condition(self._lock)
        self._workers = 0
        self._calls = 0
        self._stopped = False

    # What there is to know

    @property
    def state(self) -> QueueState:
        """The queue as a whole."""
        return self._queue.state

    def hindrances(self) -> tuple[Hindrance, ...]:
        """Why the queue holds still by itself, in words."""
        return self._queue.hindrances()

    def sizes(self) -> Sizes:
        """How many jobs run at once, and how many processes draw in each."""
        return self._queue.sizes()

    def busy(self) -> Busy:
        """What runs, for the question whether to quit."""
        return self._queue.busy()

    def has_kept_house(self) -> bool:
        """Whether the look for what is due besides the jobs, which follows the start, is over."""
        return self._housekeeping is None or self._housekeeping.has_looked()

    # Decisions

    def start(self) -> None:
        """Begin to work.

        Raises:
            VideoGenError: The store cannot be read.
        """
        self._queue.open()
        self._attendant.start()
        if self._housekeeping:
            self._housekeeping.start()

    def resize(self, workers: int) -> None:
        """Change how many jobs run at once, 0 for what the machine carries; running ones are let finish."""
        self._queue.resize(workers)
        self._call()

    def pause(self, suspend: bool = False) -> None:
        """Start no new job; ``suspend`` holds running ones where they are, too."""
        self._queue.pause(suspend=suspend)

    def resume(self) -> None:
        """Go on after a pause of the owner's."""
        self._queue.resume()
        self._call()

    def stop_after_this_one(self) -> None:
        """Let running jobs finish and start none after them."""
        self._queue.stop_after_this_one()

    def cancel(self, job_ids: Sequence[int]) -> tuple[Decided, CancelledJobs]:
        """Cancel jobs, running ones too; what is returned beside what was done takes it back.

        Raises:
            VideoGenError: The store cannot be written, and some of them do not run here.
        """
        return self._queue.cancel(job_ids)

    def quit(self, timeout_s: float = 5.0) -> bool:
        """Give running jobs back into the queue, end their processes, and stop for good.

        Returns:
            Whether everything has ended in time. What has not is found and resumed at the next start.
        """
        end = time.monotonic() + timeout_s
        with self._lock:
            self._stopped = True
        self._queue.close()
        with self._left:
            done = self._left.wait_for(lambda: self._workers == 0, timeout_s)
        done = self._attendant.end(max(end - time.monotonic(), 0.0)) and done
        if self._housekeeping:
            done = self._housekeeping.end(max(end - time.monotonic(), 0.0)) and done
        self._queue.end(max(end - time.monotonic(), 0.0))
        done = done and self._threads.waitForDone(max(int((end - time.monotonic()) * 1000), 100))
        for lane in (self._news, self._happened):
            lane.end()
        return done

    # Workers

    def _call(self) -> None:
        """Have one more worker look for a job, if one more may; it calls the next when it found one."""
        wanted = self._queue.sizes().jobs
        with self._lock:
            self._calls += 1
            if self._stopped or self._workers >= wanted:
                return
            self._workers += 1
        self._threads.start(self._work)

    def _work(self) -> None:
        """One worker: job after job, until there is none for it."""
        try:
            while self._work_once():
                pass
        except Exception:
            _log.exception("A mistake in the program ended a worker; the next call starts another.")
            self._leave(self._calls)

    def _work_once(self) -> bool:
        """Do the next job; False when there is none and this worker has left."""
        calls = self._calls
        claim = self._queue.next_claim()
        if claim is None:
            return not self._leave(calls)
        self._outbox.works()
        self._call()
        job = self._queue.run(claim, self._outbox)
        if job is None or job.state == "waiting":
            self._attendant.one_waits()
        return True

    def _leave(self, calls: int) -> bool:
        """Leave, unless somebody called since the look that found nothing."""
        with self._left:
            if calls != self._calls and not self._stopped:
                return False
            self._workers -= 1
            if self._workers == 0 and not self._stopped:
                self._outbox.rests()
            self._left.notify_all()
            return True

    # Telling

    def _tell_happened(self) -> bool:
        happened = self._outbox.take_happened()
        if happened.changes is not None:
            self.changed.emit(happened.changes)
        for job in happened.ended:
            self.ended.emit(job)
        if happened.state is not None:
            self.queue_changed.emit(happened.state)
        if happened.idle:
            self.idle.emit()
        return happened.anything

    def _tell_news(self) -> bool:
        news = self._outbox.take_news()
        if news.advances:
            self.progressed.emit(news.advances)
        if news.lines:
            self.logged.emit(news.lines)
        return news.anything


class _Lane(QObject):
    """Brings word into the thread of its parent: at once when it was quiet, else after an interval.

    ``rung`` may be emitted on any thread.
    """

    rung = Signal()

    def __init__(self, parent: QObject, interval_ms: int, tell: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._tell = tell
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._go)
        self.rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def end(self) -> None:
        """Bring what is left, and nothing after it: no timer runs on while the pool goes away."""
        self._ended = True
        self._tell()
        self._timer.stop()

    def _hear(self) -> None:
        if not (self._ended or self._timer.isActive()):
            self._go()

    def _go(self) -> None:
        if self._tell():
            self._timer.start()


class EventLoop:
    """Qt's event loop for a program without a window, which turns it by hand; made before the pool."""

    def __init__(self) -> None:
        self._application = QCoreApplication.instance() or QCoreApplication([])
        self._collector = MainThreadCollector(self._application)

    def turn(self) -> None:
        """Deliver the signals that wait to be delivered."""
        self._application.processEvents()

    def close(self) -> None:
        """Turn it no more."""
        self._collector.stop()
