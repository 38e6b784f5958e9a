"""Stand-ins for what the queue is given: a clock, a computer, and runners whose jobs end as a test says."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from videogen_desktop.jobs import work
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import Ending, Film, JobOptions, NewPaper, PaperFacts, Progress
from videogen_desktop.jobs.pool import WorkerPool
from videogen_desktop.jobs.queue import Surroundings
from videogen_desktop.jobs.settings import GIB, Limits, QueueSettings
from videogen_desktop.jobs.sizing import Machine
from videogen_desktop.jobs.supervisor import Launch, supervise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from videogen_desktop.jobs.awake import Awake
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim, Job, ProcessIdentity, Usage
    from videogen_desktop.jobs.queue import Runner, Watcher
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.jobs.supervisor import Control

WAIT_S = 20.0
SETTINGS = QueueSettings(workers=1, least_free_bytes=0, keep_awake=False)

_AS_ASKED = {
    "cancel": Ending("cancelled", "cancelled"),
    "pause": Ending("paused", "paused"),
    "give-back": Ending("queued", "interrupted"),
}


class HandClock:
    """A clock that goes when it is told to."""

    boot = "this boot"

    def __init__(self) -> None:
        self._now = 1_000_000.0

    def now(self) -> float:
        return self._now

    def monotonic(self) -> float:
        return self._now

    def pass_by(self, seconds: float) -> None:
        self._now += seconds


def papers(count: int, first: int = 1) -> list[NewPaper]:
    """Papers that nothing is known of but their numbers."""
    return [NewPaper(PaperFacts(pmid=str(first + n))) for n in range(count)]


def add(store: JobStore, count: int, first: int = 1) -> tuple[int, ...]:
    """Add jobs, and return their numbers."""
    return store.add(papers(count, first), JobOptions())


def completed(claim: Claim, folder: Path) -> Ending:
    """The end of a job whose film is made."""
    film = Film(folder / "final_video.mp4", 60.0, 1920, 1080, 1000, "0" * 64, 1.0, claim.attempt)
    return Ending("completed", "completed", film=film)


class AtOnce:
    """A runner whose jobs are done before they began."""

    def __init__(self, store: JobStore, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self.order: list[int] = []

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        self.order.append(claim.job.id)
        ending = _as_asked(control) if control.asked else completed(claim, self._folder)
        job = self._store.finish(claim, ending)
        watcher.ended(job)
        return job


class ByHand:
    """A runner whose jobs go on until the test ends them, or their owner does."""

    def __init__(self, store: JobStore, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._bells: dict[int, threading.Event] = {}
        self._endings: dict[int, Ending | Exception] = {}
        self.controls: dict[int, Control] = {}
        self.watchers: dict[int, Watcher] = {}
        self.threads: dict[int, int] = {}

    @property
    def running(self) -> set[int]:
        return set(self.controls)

    def let_end(self, *job_ids: int, ending: Ending | Exception | None = None) -> None:
        """Have jobs end, whether they run or will; completed unless the test says otherwise."""
        for job_id in job_ids:
            self._endings[job_id] = ending or Ending("completed", "completed")
            if job_id in self._bells:
                self._bells[job_id].set()

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        job_id, bell = claim.job.id, threading.Event()
        self._bells[job_id] = bell
        self.watchers[job_id], self.threads[job_id] = watcher, threading.get_ident()
        self.controls[job_id] = control
        try:
            with control.ringing(bell):
                while not control.asked and job_id not in self._endings:
                    assert bell.wait(WAIT_S), "nobody ended this job"
                    bell.clear()
            job = self._store.finish(claim, self._ending(claim, control))
        finally:
            del self.controls[job_id]
        watcher.ended(job)
        return job

    def _ending(self, claim: Claim, control: Control) -> Ending:
        if control.asked:
            return _as_asked(control)
        ending = self._endings.pop(claim.job.id)
        if isinstance(ending, Exception):
            raise ending
        return completed(claim, self._folder) if ending.state == "completed" else ending


class OfProcesses:
    """A runner whose jobs are real processes under real supervision."""

    def __init__(self, store: JobStore, folder: DataFolder, code: str) -> None:
        self._store = store
        self._folder = folder
        self._code = code
        self.started: dict[int, ProcessIdentity] = {}

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        launch = _launch(claim, self._folder, self._code)
        exit_ = supervise(launch, control, _Heard(self, claim, watcher), SystemClock())
        ending = _AS_ASKED.get(exit_.ended_by, completed(claim, self._folder.root))
        told = replace(ending, cancelled_untold=control.untold)
        job = self._store.finish(claim, replace(told, exit_code=exit_.code, usage=exit_.usage))
        watcher.ended(job)
        return job


def _as_asked(control: Control) -> Ending:
    assert control.asked
    return replace(_AS_ASKED[control.asked], cancelled_untold=control.untold)


def _launch(claim: Claim, folder: DataFolder, code: str) -> Launch:
    return Launch(
        (sys.executable, "-c", code),
        {"VIDEOGEN_JOB_TOKEN": claim.token},
        None,
        folder.log_of(claim.job.key),
        claim.token,
        Limits(),
    )


class _Heard:
    def __init__(self, runner: OfProcesses, claim: Claim, watcher: Watcher) -> None:
        self._runner = runner
        self._job_id = claim.job.id
        self._watcher = watcher

    def started(self, identity: ProcessIdentity) -> None:
        self._runner.started[self._job_id] = identity

    def event(self, event: object) -> None:
        self._watcher.progressed(self._job_id, Progress(message=str(event)))

    def line(self, text: str) -> None:
        self._watcher.logged(self._job_id, text)

    def usage(self, usage: Usage, now_bytes: int) -> None:
        self._watcher.used(self._job_id, usage, now_bytes)


class Bench:
    """A pool on a real store, with everything that its listeners were told."""

    def __init__(self, application: QCoreApplication, store: JobStore, folder: DataFolder) -> None:
        self.application = application
        self.store = store
        self.folder = folder
        self.settings = SETTINGS
        self.on_battery = False
        self.machine = Machine(cores=4, free_bytes=64 * GIB)
        self.told: list[tuple[str, object, float]] = []
        self.threads: set[int] = set()
        self._pool: WorkerPool | None = None

    def by_hand(self) -> ByHand:
        return ByHand(self.store, self.folder.root)

    def at_once(self) -> AtOnce:
        return AtOnce(self.store, self.folder.root)

    def of_processes(self, code: str) -> OfProcesses:
        return OfProcesses(self.store, self.folder, code)

    def real(self, code: str) -> work.Runner:
        """The real runner, whose pipeline is a small program."""

        def pipeline(claim: Claim) -> Launch:
            return _launch(claim, self.folder, code)

        return work.Runner(
            self.store,
            self.folder,
            lambda: self.settings,
            SystemClock(),
            Random(1),
            {}.get,
            lambda: 1,
            pipeline,
        )

    def pool(self, runner: Runner, *, workers: int = 1, awake: Awake | None = None) -> WorkerPool:
        """Make the pool; the test starts it."""
        self.settings = replace(self.settings, workers=workers)
        around = Surroundings(lambda: self.machine, lambda: self.on_battery, awake)
        pool = WorkerPool(
            self.store,
            runner,
            self.folder,
            lambda: self.settings,
            SystemClock(),
            worker="test",
            around=around,
        )
        for name in ("changed", "progressed", "logged", "ended", "queue_changed"):
            getattr(pool, name).connect(lambda what, name=name: self._hear(name, what))
        pool.idle.connect(lambda: self._hear("idle", None))
        self._pool = pool
        return pool

    def _hear(self, name: str, what: object) -> None:
        self.told.append((name, what, time.monotonic()))
        self.threads.add(threading.get_ident())

    def heard(self, name: str) -> list[Any]:
        """What a signal brought so far."""
        return [what for said, what, _ in self.told if said == name]

    def times(self, name: str) -> list[float]:
        """When a signal came."""
        return [when for said, _, when in self.told if said == name]

    def until(self, condition: Callable[[], object], seconds: float = WAIT_S) -> None:
        """Run the event loop until something is so."""
        end = time.monotonic() + seconds
        pause = threading.Event()
        while not condition():
            assert time.monotonic() < end, "what the test waits for did not come about"
            self.application.processEvents()
            pause.wait(0.001)
        self.application.processEvents()

    def states(self, job_ids: Sequence[int]) -> list[str]:
        """How jobs stand."""
        jobs = [self.store.get(job_id) for job_id in job_ids]
        return [job.state for job in jobs if job is not None]

    def end(self) -> None:
        if self._pool is not None:
            assert self._pool.quit()
            self._pool.deleteLater()
            self.application.processEvents()
