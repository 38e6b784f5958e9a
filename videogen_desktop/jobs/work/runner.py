"""One claim of a job from its start to its end: whatever happens, the store is told what became of it."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.endings import Untold
from videogen_desktop.jobs.made_files import size_of
from videogen_desktop.jobs.store import LeaseLost
from videogen_desktop.jobs.supervisor import supervise
from videogen_desktop.jobs.work.command import Launches
from videogen_desktop.jobs.work.judging import Judge, problem_of, says_done
from videogen_desktop.jobs.work.listening import ExternalListener, PipelineListener, Reader
from videogen_desktop.jobs.work.reports import Reports
from videogen_desktop.jobs.work.retry import as_asked
from videogen_desktop.jobs.work.working_folder import make_ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim, Ending, Job
    from videogen_desktop.jobs.settings import Profile, QueueSettings
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.jobs.supervisor import Control, Exit, Launch
    from videogen_desktop.jobs.work.listening import Watcher

_log = logging.getLogger(__name__)
_FIRST_TRY_AGAIN_S = 0.5
_LONGEST_TRY_AGAIN_S = 10.0


class Runner:
    """Runs claimed jobs; one of it serves any number of threads.

    Args:
        store: Told what happens.
        folder: Where working folders, films and logs are.
        settings: The settings as they are now.
        clock: What time it is.
        random: Draws the waits before retries.
        secrets: Gives the value of a secret by its name; None when there is none.
        drawing: How many processes may draw each film now.
        pipeline: Makes the launch of a claim; None for the usual one.
    """

    def __init__(
        self,
        store: JobStore,
        folder: DataFolder,
        settings: Callable[[], QueueSettings],
        clock: Clock,
        random: Random,
        secrets: Callable[[str], str | None],
        drawing: Callable[[], int],
        pipeline: Callable[[Claim], Launch] | None = None,
    ) -> None:
        self._store = store
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._pipeline = pipeline or Launches(folder, settings, secrets, os.environ, drawing)
        self._judge = Judge(folder, settings, clock, random)

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        """Make the film of a claimed job, or find out why not, and give the job back to the store.

        A store that cannot be written does not end the work: the end is told as soon as it can be.

        Args:
            claim: The job.
            control: Heard until the end; what the store says that the owner wants is put to it as well.
            watcher: Told what happens.

        Returns:
            The job as it stands then. One that another worker has taken meanwhile is left to it.

        Raises:
            Untold: The store could not be told before the queue ended.
            VideoGenError: The store refuses the move.
        """
        try:
            with Reports(self._store, claim, control, self._clock) as reports:
                ending = self._attempt(claim, control, watcher, reports)
            job = self._give_back(claim, ending, control)
        except LeaseLost:
            _log.warning("job %d was taken by another worker; nothing is said of it here", claim.job.id)
            return self._store.get(claim.job.id) or claim.job
        watcher.ended(job)
        return job

    def _attempt(self, claim: Claim, control: Control, watcher: Watcher, reports: Reports) -> Ending:
        if control.asked:
            return as_asked(control.asked)
        try:
            exit_ = self._process(claim, control, watcher, reports)
        except VideoGenError as error:
            return self._judge.give_up(problem_of(error), claim.job)
        if says_done(exit_, claim.job):
            self._check_lease(claim)
        ending = self._judge.judge(claim, exit_, control)
        return replace(ending, work_bytes=size_of(self._work_of(claim)))

    def _process(self, claim: Claim, control: Control, watcher: Watcher, reports: Reports) -> Exit:
        """Run the job's process to its end.

        Raises:
            VideoGenError: It cannot be started.
            LeaseLost: Another worker has the job; the process is ended.
        """
        profile = self._settings().profile(claim.job.options.profile)
        launch = self._pipeline(claim)
        listener = self._listener(claim, profile, control, watcher, reports)

        def tick() -> None:
            reports.check()
            listener.tick()

        if film := make_ready(self._work_of(claim), claim.job, profile):
            self._note_film(claim, film)
        exit_ = supervise(launch, control, listener, self._clock, tick=tick)
        listener.ended()
        return exit_

    def _note_film(self, claim: Claim, film: Path) -> None:
        """Say where a finished film is that was in the way."""
        try:
            self._store.adopting.moved(claim, film)
        except VideoGenError as error:
            _log.warning(
                "job %d: the store does not know that its film is %s now: %s", claim.job.id, film, error
            )

    def _listener(
        self, claim: Claim, profile: Profile | None, control: Control, watcher: Watcher, reports: Reports
    ) -> PipelineListener:
        work = self._work_of(claim)
        reader = Reader(claim.job, work, reports, foreign=profile is not None)
        if profile is None:
            return PipelineListener(claim.job, reports, watcher, reader)
        return ExternalListener(
            claim.job,
            reports,
            watcher,
            reader,
            folder=work,
            clock=self._clock,
            suspended=lambda: control.suspended,
        )

    def _check_lease(self, claim: Claim) -> None:
        """Make sure that the job is still held before a film is put in place.

        Raises:
            LeaseLost: Another worker has it, and a late film would take the place of that worker's.
        """
        try:
            self._store.renew(claim)
        except VideoGenError as error:
            _log.warning("job %d: the store cannot say who holds it: %s", claim.job.id, error)

    def _give_back(self, claim: Claim, ending: Ending, control: Control) -> Job:
        """Tell the store how the attempt ended, as often as it takes.

        Raises:
            LeaseLost: Another worker has the job.
            Untold: The queue ends and the store still fails.
            VideoGenError: The store refuses the move.
        """
        bell = threading.Event()
        wait_s = _FIRST_TRY_AGAIN_S
        with control.ringing(bell):
            while True:
                ending = replace(ending, cancelled_untold=control.untold)
                try:
                    return self._store.finish(claim, ending)
                except VideoGenError as error:
                    if not error.retryable:
                        raise
                    if control.queue_ends:
                        raise Untold(ending, error) from error
                    _log.warning("job %d: its end cannot be stored yet: %s", claim.job.id, error)
                bell.wait(wait_s)
                bell.clear()
                wait_s = min(2 * wait_s, _LONGEST_TRY_AGAIN_S)

    def _work_of(self, claim: Claim) -> Path:
        return self._folder.work_of(claim.job.key).absolute()
