"""A store, a runner and someone who watches: all that one claim needs, real but for the clock's calendar."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import Claim, Job, JobOptions, NewPaper, PaperFacts, Progress, Usage
from videogen_desktop.jobs.settings import Limits, QueueSettings
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.jobs.supervisor import Control, Launch
from videogen_desktop.jobs.work import Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.data_folder import DataFolder

FAKE = Path(__file__).with_name("fake_pipeline.py")
SEED = 7


class MovableClock(SystemClock):
    """The computer's clock, which can be put on: its calendar, or the time that has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.shift = 0.0
        self.passed = 0.0
        self._hastened = 0.0
        self._times = 1.0

    def hasten(self, times: float) -> None:
        """Let time go by faster from now on."""
        self._hastened, self._times = super().monotonic(), times

    def now(self) -> float:
        return super().now() + self.shift

    def monotonic(self) -> float:
        real = super().monotonic()
        return real + (self._times - 1.0) * (real - self._hastened) + self.passed


@dataclass
class Notes:
    """Writes down what a watcher is told."""

    progress: list[Progress] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    usage: list[Usage] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    on_progress: Callable[[Progress], object] = lambda _progress: None

    def progressed(self, _job_id: int, progress: Progress) -> None:
        self.progress.append(progress)
        self.on_progress(progress)

    def logged(self, _job_id: int, text: str) -> None:
        self.lines.append(text)

    def used(self, _job_id: int, usage: Usage, _now_bytes: int) -> None:
        self.usage.append(usage)

    def ended(self, job: Job) -> None:
        self.jobs.append(job)


@dataclass
class Bench:
    """One queue of one worker."""

    folder: DataFolder
    store: JobStore
    clock: MovableClock
    film: Path
    settings: QueueSettings = field(default_factory=QueueSettings)
    notes: Notes = field(default_factory=Notes)
    control: Control = field(default_factory=Control)
    started: list[Running] = field(default_factory=list)

    @classmethod
    def at(cls, folder: DataFolder, film: Path) -> Bench:
        clock = MovableClock()
        return cls(folder, open_store(folder, clock), clock, film)

    def add(self, facts: PaperFacts | None = None, options: JobOptions | None = None) -> int:
        facts = facts or PaperFacts(pmid="29608148")
        (job_id,) = self.store.add([NewPaper(facts)], options or JobOptions())
        return job_id

    def claim(self, lease_s: float = 60.0) -> Claim:
        claim = self.store.claim("a-worker", lease_s)
        assert claim is not None
        return claim

    def fake(self, way: str) -> Callable[[Claim], Launch]:
        """The fake pipeline, going one way."""

        def launch(claim: Claim) -> Launch:
            key = claim.job.key
            work = str(self.folder.work_of(key))
            return Launch(
                (sys.executable, "-S", str(FAKE), work, str(self.film), way),
                dict(os.environ),
                None,
                self.folder.log_of(key),
                claim.token,
                Limits(),
            )

        return launch

    def runner(
        self,
        pipeline: Callable[[Claim], Launch] | None = None,
        store: JobStore | None = None,
        kept: dict[str, str] | None = None,
    ) -> Runner:
        kept = kept or {}
        return Runner(
            store or self.store,
            self.folder,
            lambda: self.settings,
            self.clock,
            Random(SEED),
            kept.get,
            lambda: 1,
            pipeline,
        )

    def run(self, way: str, claim: Claim | None = None, store: JobStore | None = None) -> Job:
        """Let the fake pipeline go one way, and return what became of the job."""
        runner = self.runner(self.fake(way), store)
        return runner.run(claim or self.claim(), self.control, self.notes)

    def start(self, way: str, claim: Claim | None = None, store: JobStore | None = None) -> Running:
        """The same on a thread."""
        claim = claim or self.claim()
        running = Running(lambda: self.run(way, claim, store))
        self.started.append(running)
        return running

    def end(self) -> None:
        """End what still runs after a test that failed, and close the store."""
        self.control.give_back()
        for running in self.started:
            running.wait()
        self.store.close()

    def later(self) -> None:
        """Let the time come for what waits."""
        self.clock.shift += 2 * 24 * 3600


class Running:
    """A call on a thread of its own."""

    def __init__(self, call: Callable[[], Job]) -> None:
        self._call = call
        self._job: Job | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self, timeout_s: float = 30.0) -> Job:
        """Wait for its end."""
        self.wait(timeout_s)
        assert self.over, "it does not end"
        if self._error:
            raise self._error
        assert self._job is not None
        return self._job

    def wait(self, timeout_s: float = 30.0) -> None:
        self._thread.join(timeout_s)

    def until(self, told: Callable[[], object], timeout_s: float = 30.0) -> None:
        """Wait until something is so, while the call goes on."""
        deadline = time.monotonic() + timeout_s
        while not told():
            assert not self.over, "it has ended"
            assert time.monotonic() < deadline, "it does not come to pass"
            self._thread.join(0.01)

    @property
    def over(self) -> bool:
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._job = self._call()
        except BaseException as error:
            self._error = error
