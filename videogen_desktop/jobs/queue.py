"""The queue at work, without threads of its own: which job is next, and what stands against it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.awake import Awake
from videogen_desktop.jobs.cancelling import cancel
from videogen_desktop.jobs.caution import Caution
from videogen_desktop.jobs.endings import BY_MISTAKE, Endings, ending_after
from videogen_desktop.jobs.guards import BatteryGuard, DiskGuard
from videogen_desktop.jobs.reasons import Reasons
from videogen_desktop.jobs.running import RunningJobs
from videogen_desktop.jobs.sizing import Machine, Sizes, sizes, this_machine
from videogen_desktop.jobs.store import LeaseLost
from videogen_desktop.jobs.trouble import NOT_CLAIMED, hindrance_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.guards import Hindrance
    from videogen_desktop.jobs.model import (
        CancelledJobs,
        Changes,
        Claim,
        Decided,
        Ending,
        Job,
        Progress,
        QueueState,
        Usage,
    )
    from videogen_desktop.jobs.settings import QueueSettings
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.jobs.supervisor import Control

_HURRY_S = 2.0
_log = logging.getLogger(__name__)


class Watcher(Protocol):
    """Who is told how the jobs go; called on the threads that run them."""

    def progressed(self, job_id: int, progress: Progress) -> None:
        """A job is further."""

    def logged(self, job_id: int, line: str) -> None:
        """A job's process wrote a line."""

    def used(self, job_id: int, usage: Usage, now_bytes: int) -> None:
        """What a job's processes have taken so far, and the memory they hold now."""

    def ended(self, job: Job) -> None:
        """An attempt is over, and this is how the job stands."""


class Runner(Protocol):
    """Does one claimed job from its start to its end."""

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        """Work on a claim until it is finished or given back, and return the job as it then stands."""


@dataclass(frozen=True)
class Surroundings:
    """What the queue asks of the computer it runs on; tests hand in their own."""

    machine: Callable[[], Machine] = this_machine
    on_battery: Callable[[], bool] | None = None
    awake: Awake | None = None


@dataclass(frozen=True)
class Busy:
    """What a person must know before they quit. ``jobs`` run now; nothing of them is lost."""

    jobs: tuple[Job, ...]

    @property
    def message(self) -> str:
        """A sentence for the question whether to quit; empty when nothing runs."""
        if not self.jobs:
            return ""
        many = len(self.jobs)
        films = "One film is" if many == 1 else f"{many} films are"
        return (
            f"{films} being made. Nothing is lost: finished steps are kept, and the work goes on from there "
            "when the queue is started again."
        )


class WorkQueue:
    """Hands out jobs one by one, controls what runs, and holds still while something stands against it.

    Every method may be called from any thread. ``open`` comes first; after ``close`` no job is handed out.

    Args:
        store: Where the jobs are.
        runner: Does one job.
        folder: Whose file systems must have room.
        settings: The settings as they are now.
        clock: What time it is.
        worker: Names this process in the history.
        on_state: Called when the state of the queue as a whole changes, on the thread that changed it.
        around: The computer.
    """

    def __init__(
        self,
        store: JobStore,
        runner: Runner,
        folder: DataFolder,
        settings: Callable[[], QueueSettings],
        clock: Clock,
        *,
        worker: str,
        on_state: Callable[[QueueState], None] = lambda _state: None,
        around: Surroundings | None = None,
    ) -> None:
        around = around or Surroundings()
        self._store = store
        self._runner = runner
        self._settings = settings
        self._worker = worker
        self._machine = around.machine
        self._awake = around.awake or Awake()
        disk = DiskGuard(lambda: (folder.root, folder.films), lambda: settings().least_free_bytes)
        battery = BatteryGuard(lambda: settings().pause_on_battery, clock, around.on_battery)
        self._reasons = Reasons(store, on_state)
        self._caution = Caution(store, self._reasons, disk, battery, clock)
        self._endings = Endings(store)
        self._running = RunningJobs()
        self._claiming = threading.Lock()
        self._waking = threading.Lock()
        self._claimer: int | None = None
        self._closed = threading.Event()
        self._workers: int | None = None

    # What there is to know

    @property
    def state(self) -> QueueState:
        """The queue as a whole."""
        return self._reasons.state

    def hindrances(self) -> tuple[Hindrance, ...]:
        """Why the queue holds still by itself, in words; the owner's own pauses need none."""
        return self._reasons.hindrances()

    def sizes(self) -> Sizes:
        """How many jobs may run at once now, and how many processes draw in each."""
        workers = self._settings().workers if self._workers is None else self._workers
        return sizes(workers, self._machine(), self._running.held_bytes())

    def running(self) -> tuple[int, ...]:
        """The numbers of the jobs that run here."""
        return self._running.ids()

    def busy(self) -> Busy:
        """What runs here, for the question whether to quit, even while the store does not answer."""
        return Busy(tuple(self._now(claim) for claim in self._running.claims()))

    # Work

    def open(self) -> None:
        """Read how the queue was left, and look around.

        Raises:
            VideoGenError: The store cannot be read.
        """
        self._reasons.refresh()
        self._hold_if_last()
        self.look()

    def next_claim(self) -> Claim | None:
        """Claim the next job for the calling thread, which must then ``run`` it.

        Returns:
            None when no job is due, as many run as may, or something stands against it.
        """
        with self._claiming:
            if self._closed.is_set() or len(self._running.ids()) >= self.sizes().jobs:
                return None
            self._caution.guard()
            if self.state.paused or self.state.after_this_one:
                return None
            claim = self._claimed()
            if claim is None:
                return None
            self._running.add(claim)
        self._keep_awake()
        if self._closed.is_set():
            self._running.control(claim.job.id).give_back()
        return claim

    def run(self, claim: Claim, watcher: Watcher) -> Job | None:
        """Do a claimed job to its end. Whatever goes wrong in it, the queue goes on.

        Returns:
            The job as it then stands; None when the store could not be told or another has taken the job.
        """
        job: Job | None = None
        try:
            job = self._runner.run(claim, self._running.control(claim.job.id), _Heard(watcher, self._running))
            if job.problem is not None and job.state != "completed":
                self._caution.meet(hindrance_of(job.problem))
        except LeaseLost:
            _log.warning("Job %d was taken by another worker; what was done here is left.", claim.job.id)
        except VideoGenError as error:
            _log.warning("Job %d could not be brought to its end: %s", claim.job.id, error)
            self.met(error)
            job = self._ended(claim, ending_after(error), watcher)
        except Exception:
            _log.exception("A mistake in the program ended job %d.", claim.job.id)
            job = self._ended(claim, BY_MISTAKE, watcher)
        finally:
            self._running.drop(claim.job.id)
            self._keep_awake()
            self._hold_if_last()
        return job

    def is_routine(self, changes: Changes) -> bool:
        """Whether changes that the calling thread has just made are a claim, or of jobs that run here."""
        if changes.queue:
            return False
        if threading.get_ident() == self._claimer:
            return True
        return len(self._running.among(changes.changed)) == len(changes.changed)

    def attend(self, changes: Changes) -> None:
        """Act on what was decided here or by another process: requests to running jobs, pauses of the queue.

        Raises:
            VideoGenError: The store cannot be read.
        """
        with self._claiming:  # a job that was claimed just now is known as running after it
            running = self._running.among(changes.changed)
        if running:
            for (job_id, attempt), request in self._store.requests().items():
                self._running.ask(job_id, attempt, request)
        if changes.queue:
            self._reasons.refresh()
            if "owner" not in self.state.reasons:
                self._suspend(False)
            self._hold_if_last()

    def look(self) -> None:
        """Look at disk, battery, and whether the store can be written. To be called every few seconds."""
        self._keep_awake()
        self._caution.guard()
        self._try_writing()
        for error in (self._reasons.write_owed(), self._endings.tell_owed()):
            if error is not None:
                self.met(error)
        self._caution.lift()

    def met(self, error: VideoGenError) -> None:
        """Hold still when an error means that nothing can be written."""
        self._caution.meet(hindrance_of(error))

    # Decisions

    def pause(self, *, suspend: bool = False) -> None:
        """Start no new job until the owner says so; once this returns, none starts.

        Args:
            suspend: Whether running jobs are held where they are, too, instead of being let finish.
        """
        self._reasons.decide("owner", True)
        if suspend:  # before anything that may wait for the database
            self._suspend(True)
        self._reasons.write_owed()
        with self._claiming:  # a claim that was under way is known as running after it
            pass

    def resume(self) -> None:
        """Take back the owner's pauses, and try at once what failed before."""
        self._suspend(False)
        self._reasons.finish_first(False)
        self._reasons.set("after-this-one", False)
        self._reasons.set("owner", False)
        self._caution.forget()
        self.look()

    def stop_after_this_one(self) -> None:
        """Let running jobs finish and start none after them until the owner says so."""
        self._reasons.finish_first(True)
        self._hold_if_last()

    def cancel(self, job_ids: Sequence[int]) -> tuple[Decided, CancelledJobs]:
        """Cancel jobs, running ones too: those end within three seconds, even if the store does not answer.

        Raises:
            VideoGenError: The store cannot be written, and some of them do not run here.
        """
        return cancel(self._store, self._running, job_ids, self.met)

    def resize(self, workers: int) -> None:
        """Change how many jobs run at once, 0 for what the machine carries; running ones are let finish."""
        self._workers = workers

    def close(self) -> None:
        """Hand out no more jobs, and ask those that run to end and go back into the queue.

        From now on nobody waits long for another program that holds the store; the next start finds what
        could not be written.
        """
        self._closed.set()
        self._store.hurry(_HURRY_S)
        self._running.give_back_all()

    def end(self, timeout_s: float = 1.0) -> None:
        """Let the computer sleep, and write what is owed unless there is no time left for it."""
        self._awake.end(timeout_s)
        if timeout_s > 0:
            self._reasons.write_owed()
            self._endings.tell_owed()

    # How it is done

    def _now(self, claim: Claim) -> Job:
        try:
            return self._store.get(claim.job.id) or claim.job
        except VideoGenError:
            return claim.job

    def _try_writing(self) -> None:
        """While its process works, a runner keeps trouble with the store to itself: renew a lease to see."""
        for claim in self._running.claims()[:1]:
            try:
                self._store.renew(claim)
            except LeaseLost:
                _log.info("Job %d is not held here any more.", claim.job.id)
            except VideoGenError as error:
                self.met(error)

    def _claimed(self) -> Claim | None:
        self._claimer = threading.get_ident()
        try:
            return self._store.claim(self._worker)
        except VideoGenError as error:
            _log.warning("No job could be claimed: %s", error)
            self.met(error)
            return None
        except Exception:
            _log.exception("A mistake in the program kept the next job from being claimed.")
            self._caution.meet(NOT_CLAIMED)
            return None
        finally:
            self._claimer = None

    def _ended(self, claim: Claim, ending: Ending, watcher: Watcher) -> Job | None:
        try:
            job = self._endings.tell(claim, ending)
        except VideoGenError as error:
            self.met(error)
            return None
        if job is not None:
            watcher.ended(job)
        return job

    def _hold_if_last(self) -> None:
        """Hold still once what was let finish is finished."""
        if not self.state.after_this_one:
            return
        with self._claiming:
            state = self.state  # its owner may have resumed meanwhile
            if state.after_this_one and not self._running.ids():
                self._reasons.set("after-this-one", True)
                self._reasons.finish_first(False)

    def _suspend(self, suspend: bool) -> None:
        self._running.suspend_all(suspend)
        self._keep_awake()

    def _keep_awake(self) -> None:
        with self._waking:
            works = bool(self._running.ids()) and not self._running.suspended
            self._awake.want(works and self._settings().keep_awake)


class _Heard:
    """Passes on what a runner tells, and notes the memory it holds."""

    def __init__(self, watcher: Watcher, running: RunningJobs) -> None:
        self._running = running
        self.progressed = watcher.progressed
        self.logged = watcher.logged
        self.ended = watcher.ended
        self._used = watcher.used

    def used(self, job_id: int, usage: Usage, now_bytes: int) -> None:
        self._running.holds(job_id, now_bytes)
        self._used(job_id, usage, now_bytes)
