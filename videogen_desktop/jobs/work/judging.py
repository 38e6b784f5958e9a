"""The end of a process turned into the end of an attempt: its film put in place, or the reason why not."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import BUILT_IN, Ending, Problem
from videogen_desktop.jobs.work.external_end import external_problem
from videogen_desktop.jobs.work.placing import place_film
from videogen_desktop.jobs.work.retry import after_exit, after_problem, as_asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim, Film, Job
    from videogen_desktop.jobs.settings import QueueSettings
    from videogen_desktop.jobs.supervisor import Control, Exit

_log = logging.getLogger(__name__)
_ONCE = frozenset({"film-missing", "film-damaged"})
"""What is not tried again with somebody else's pipeline: each try may cost money."""

_SOON_S = 1.5
"""How long a film may still be proven when the queue ends: quitting takes five seconds in all."""


class Judge:
    """Says how attempts end.

    Args:
        folder: Where working folders and films are.
        settings: The settings as they are now.
        clock: What time it is.
        random: Draws the waits before retries.
    """

    def __init__(
        self, folder: DataFolder, settings: Callable[[], QueueSettings], clock: Clock, random: Random
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._random = random

    def judge(self, claim: Claim, exit_: Exit, control: Control) -> Ending:
        """Say how an attempt ends. A film that came out is never thrown away, whatever was asked meanwhile.

        Args:
            claim: The job and its attempt.
            exit_: How its process ended.
            control: What its owner wants of it. When the queue ends, a film that is still being proven is
                left for the next start after a moment.
        """
        if says_done(exit_, claim.job):
            try:
                film = self._place(claim, exit_, control)
            except VideoGenError as error:
                problem = problem_of(error)
            except OSError as error:
                problem = _not_placed(error)
            else:
                return Ending("completed", "completed", film=film, exit_code=exit_.code, usage=exit_.usage)
            _log.warning("job %d: %s", claim.job.id, problem.message)
            if control.asked is None:
                return self._after(_priced(problem, claim.job), claim.job, exit_)
        asked = control.asked
        if asked is not None and not (asked == "give-back" and _has_reason(exit_)):
            return as_asked(asked, exit_)
        if _is_foreign(claim.job) and exit_.ended_by not in ("cancel", "pause", "give-back"):
            return self._after(external_problem(exit_, claim.job.options.profile), claim.job, exit_)
        return after_exit(exit_, claim.job, self._settings().retry, self._clock.now(), self._random)

    def give_up(self, problem: Problem, job: Job) -> Ending:
        """Say how an attempt ends that could not even start."""
        return self._after(problem, job, None)

    def _place(self, claim: Claim, exit_: Exit, control: Control) -> Film:
        key = claim.job.key
        return place_film(
            self._folder.work_of(key),
            self._folder.film_of(key).absolute(),
            attempt=claim.attempt,
            made_at=self._clock.now(),
            told_s=exit_.result.duration_s if exit_.result else None,
            options=claim.job.options,
            share=not _is_foreign(claim.job),
            broken_off=_Haste(control, self._clock),
        )

    def _after(self, problem: Problem, job: Job, exit_: Exit | None) -> Ending:
        return after_problem(problem, job, self._settings().retry, self._clock.now(), self._random, exit_)


class _Haste:
    """Whether there is no more time to prove a film: the queue ends, and soon is over."""

    def __init__(self, control: Control, clock: Clock) -> None:
        self._control = control
        self._clock = clock
        self._since: float | None = None

    def __call__(self) -> bool:
        if not self._control.queue_ends:
            return False
        now = self._clock.monotonic()
        self._since = now if self._since is None else self._since
        return now - self._since > _SOON_S


def problem_of(error: VideoGenError) -> Problem:
    """An error as the store keeps it."""
    return Problem(error.code, error.message, error.hint, error.retryable, error.retry_after_s)


def says_done(exit_: Exit, job: Job) -> bool:
    """Whether the pipeline says that there is a film; a profile's does by ending with 0."""
    if _is_foreign(job):
        return exit_.code == 0
    return exit_.result is not None and exit_.result.video is not None and exit_.error is None


def _has_reason(exit_: Exit) -> bool:
    """Whether the process has said itself why it ended."""
    return exit_.ended_by == "itself" and exit_.error is not None and exit_.error.code != "cancelled"


def _priced(problem: Problem, job: Job) -> Problem:
    return replace(problem, retryable=False) if _is_foreign(job) and problem.code in _ONCE else problem


def _is_foreign(job: Job) -> bool:
    return job.options.profile != BUILT_IN


def _not_placed(error: OSError) -> Problem:
    return Problem(
        "not-placed",
        f"The film is made and could not be put in its place: {error.strerror or error}.",
        "Check the disk for films; it is tried again by itself, and the film is not made anew for it.",
        retryable=True,
    )
