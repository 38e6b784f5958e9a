"""What becomes of a job whose process has ended without a film: a rule without any input or output."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from videogen_desktop.jobs.model import BUILT_IN, Ending, Problem
from videogen_desktop.jobs.store import LONGEST_WAIT_S

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from videogen_desktop.jobs.model import Job, Outcome
    from videogen_desktop.jobs.settings import RetryRule
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.supervisor import Asked, Exit


ATTENTION: frozenset[str] = frozenset(
    {"retracted", "no-text", "paper-missing", "secret-missing", "no-such-profile", "review"}
)
"""Problems that only a person's decision can solve: the job waits for it and is not lost among failures."""

OF_ITS_PROFILE: frozenset[str] = frozenset({"cannot-start", "bad-setting"})
"""Problems that are mended in the settings of somebody else's pipeline: each of its jobs has them."""

HOLDS_THE_QUEUE: frozenset[str] = frozenset({"disk-full", "not-writable"})
"""No fault of the job: it waits without its failures being counted, and the queue holds still."""

NOT_ITS_FAULT: frozenset[str] = frozenset({"no-network", "in-use"})
"""Problems that pass without the job's doing: it waits longer each time and never runs out of tries."""

LONGEST_S = LONGEST_WAIT_S
"""The most that anything is waited for. The store takes a time further off for a slip of the calendar."""

_USAGE_EXIT = 2
_CANCELLED_EXIT = 130
_ASKED: Mapping[str, tuple[State, Outcome]] = {
    "cancel": ("cancelled", "cancelled"),
    "pause": ("paused", "paused"),
    "give-back": ("queued", "interrupted"),
    "lost": ("queued", "lost"),
}
_LAST_WORDS = 300


def after_exit(exit_: Exit, job: Job, rule: RetryRule, now: float, random: Random) -> Ending:
    """Say how a job goes on after its process has ended, when no film came of it.

    Args:
        exit_: How the process ended.
        job: The job as it was when it was claimed.
        rule: How often and after what time it is tried again.
        now: Seconds since 1970 in UTC.
        random: Draws the waits.
    """
    if exit_.ended_by in ("cancel", "pause", "give-back", "lost"):
        return as_asked(exit_.ended_by, exit_)
    if exit_.ended_by == "itself":
        if exit_.error is not None and exit_.error.code != "cancelled":
            return after_problem(exit_.error, job, rule, now, random, exit_)
        if exit_.code == 0 and exit_.result is not None and _stopped_for_review(job):
            return after_problem(_review_wanted(), job, rule, now, random, exit_)
        if exit_.code == _USAGE_EXIT:
            return after_problem(_not_understood(exit_), job, rule, now, random, exit_)
    return _after_crash(exit_, job, rule, now, random)


def as_asked(asked: Asked | Literal["lost"], exit_: Exit | None = None) -> Ending:
    """The ending of a job that its owner cancelled or paused, or that goes back because the queue ends."""
    state, outcome = _ASKED[asked]
    return _with_exit(Ending(state, outcome), exit_)


def after_problem(
    problem: Problem, job: Job, rule: RetryRule, now: float, random: Random, exit_: Exit | None = None
) -> Ending:
    """Say how a job goes on after a problem, by the problem's own word whether it may pass."""
    if problem.code in ATTENTION or _is_of_its_profile(problem, job):
        ending = Ending("needs-attention", "attention", problem)
    elif problem.code in HOLDS_THE_QUEUE:
        later = now + wait_s(1, rule, random, problem.retry_after_s)
        ending = Ending("waiting", "retry", problem, not_before=later)
    elif problem.code in NOT_ITS_FAULT:
        later = now + wait_s(job.attempt, rule, random, problem.retry_after_s)
        ending = Ending("waiting", "retry", problem, not_before=later)
    elif problem.retryable and job.failures + 1 < rule.most:
        later = now + wait_s(job.failures + 1, rule, random, problem.retry_after_s)
        ending = Ending("waiting", "retry", problem, not_before=later, counts_as="failure")
    else:
        ending = Ending("failed", "failed", problem, counts_as="failure")
    return _with_exit(ending, exit_)


def _is_of_its_profile(problem: Problem, job: Job) -> bool:
    foreign = job.options.profile != BUILT_IN
    return foreign and problem.code in OF_ITS_PROFILE and not problem.retryable


def wait_s(retry: int, rule: RetryRule, random: Random, at_least_s: float | None = None) -> float:
    """Draw the wait before a retry: exponential backoff with full jitter, and no less than was asked for.

    Args:
        retry: Which retry in a row it is, from 1.
        rule: The first and the longest wait.
        random: Draws it.
        at_least_s: What the other side asked for (RFC 9110, Retry-After); ``LONGEST_S`` at most is heeded.
    """
    ceiling_s = min(LONGEST_S, rule.longest_s, rule.first_s * 2.0 ** min(retry - 1, 64))
    asked_s = min(at_least_s, LONGEST_S) if at_least_s is not None and at_least_s > 0 else 0.0
    return max(random.uniform(0.0, ceiling_s), asked_s)


def _after_crash(exit_: Exit, job: Job, rule: RetryRule, now: float, random: Random) -> Ending:
    crashes = job.crashes + 1
    what = crash_sentence(exit_)
    if crashes >= rule.most_crashes:
        times = f"{crashes} times" if crashes > 1 else "once"
        poison = Problem(
            "poison",
            f"The program that makes the film has died {times}, so it is not started again. {what}",
            "Look at this job's log, and report it with the log; you can start it again by hand.",
        )
        return _with_exit(Ending("failed", "crashed", poison, counts_as="crash"), exit_)
    later = now + wait_s(crashes, rule, random)
    problem = Problem(
        "crashed", what, "It is started again by itself and goes on from the last finished step.", True
    )
    return _with_exit(Ending("waiting", "crashed", problem, not_before=later, counts_as="crash"), exit_)


def crash_sentence(exit_: Exit) -> str:
    """One sentence for a person on how a process died, and its last words."""
    match exit_.ended_by:
        case "stall":
            what = "It was ended because it had not said anything for too long."
        case "wall":
            what = "It was ended because it had taken longer than is allowed."
        case "memory":
            what = "It was ended because it had taken more memory than is allowed."
        case _ if exit_.signal is not None:
            what = f"It was ended from outside or by a fault (signal {exit_.signal})."
        case _ if exit_.code == _CANCELLED_EXIT:
            what = "It was stopped from outside, though nobody had asked for that here."
        case _ if exit_.code == 0:
            what = "It ended as if all were well, but told of no film."
        case _:
            what = f"It ended with the code {exit_.code} without saying why."
    words = _last_words(exit_)
    return f"{what} Its last words: {words}" if words else what


def _last_words(exit_: Exit) -> str:
    """The end of what it wrote, from a whole word on."""
    words = " ".join(exit_.last_words.split())
    if len(words) <= _LAST_WORDS:
        return words
    cut = words[-_LAST_WORDS:]
    return f"… {cut.partition(' ')[2] or cut}"


def _stopped_for_review(job: Job) -> bool:
    return job.options.review and not job.approved


def _review_wanted() -> Problem:
    return Problem(
        "review",
        "The script is written and waits for you to look at it.",
        "Read it, change what you like, and approve it to have the film made.",
    )


def _not_understood(exit_: Exit) -> Problem:
    words = _last_words(exit_)
    return Problem(
        "bad-usage",
        f"The pipeline did not understand what it was asked to do. {words}".strip(),
        "Report this with the job's log; the program and its pipeline may be of different versions.",
    )


def _with_exit(ending: Ending, exit_: Exit | None) -> Ending:
    if exit_ is None:
        return ending
    return replace(ending, exit_code=exit_.code, usage=exit_.usage)
