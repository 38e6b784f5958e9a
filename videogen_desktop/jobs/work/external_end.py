"""Why somebody else's pipeline ended without a film, and whether trying again is worth its price.

Its exit codes follow no contract and its services may cost money, so it is tried again only when it says so
itself (75, ``EX_TEMPFAIL`` of BSD's sysexits.h) or when its last words clearly name something that passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Problem
from videogen_desktop.jobs.work.retry import crash_sentence

if TYPE_CHECKING:
    from videogen_desktop.jobs.supervisor import Exit

_LATER_EXIT = 75
_PASSES = re.compile(
    r"""rate.?limit | too\ many\ requests | time(?:d)?.?out | temporar(?:y|ily) | try\ again\ later
    | overloaded | service\ unavailable | bad\ gateway | internal\ server\ error | server\ disconnected
    | connection\W*(?:error|reset|refused|aborted|closed|broken) | remote\ end\ closed
    | network\ is\ unreachable | name\ resolution | name\ or\ service\ not\ known
    | \b(?:http|status|code|error)\W{0,3}(?:code|error)?\W{0,3}(?:429|5\d\d)\b
    | \b(?:429|5\d\d)\s+(?:client|server)\ error""",
    re.IGNORECASE | re.VERBOSE,
)
_STAYS = re.compile(
    r"api.?key|unauthori[sz]ed|authenticat|forbidden|permission|quota|billing|credit|payment|\b40[0134]\b",
    re.IGNORECASE,
)
"""A person must do something about these; a service may use them beside a code that would pass."""

_FAILURE = re.compile(r"✗|error|fail|exception|abort|refused|denied|limit", re.IGNORECASE)
_NO_REASON = re.compile(r"aborted!?", re.IGNORECASE)
_LOG_PREFIX = re.compile(
    r"^\d{4}-\d\d-\d\d[ T][\d:.,]+\s*(?:-\s*)?|^(?:-\s*)?(?:ERROR|CRITICAL)\s*[-:]\s*|^✗\s*"
)
_LONGEST = 400


def external_problem(exit_: Exit, name: str) -> Problem:
    """What a person is told when the pipeline of that name ended without success.

    One that has died is not started again by itself, as the built-in one is three times: each start may cost
    money.

    Args:
        exit_: How it ended.
        name: What the person calls it.
    """
    if exit_.ended_by != "itself" or exit_.code in (None, 0):
        return Problem(
            "pipeline-died",
            f"The pipeline “{name}” made no film. {crash_sentence(exit_)}",
            "Look at this job's log; start the job again once you know why.",
        )
    reason = reason_in(exit_.last_words)
    what = f"The pipeline “{name}” failed: {reason}" if reason else f"The pipeline “{name}” failed."
    if exit_.code == _LATER_EXIT or (_PASSES.search(reason) and not _STAYS.search(reason)):
        return Problem(
            "pipeline-busy", what, "It is tried again by itself; nothing needs to be done.", retryable=True
        )
    return Problem(
        "pipeline-failed", what, "Look at this job's log, put right what it says, and start the job again."
    )


def reason_in(last_words: str) -> str:
    """The line of a program's last words that says why it failed; empty when there is none."""
    lines = [line for line in (_bare(line) for line in last_words.splitlines()) if line]
    lines = [line for line in lines if not _NO_REASON.fullmatch(line)]
    failures = [line for line in lines if _FAILURE.search(line)]
    return next(reversed(failures or lines), "")


def _bare(line: str) -> str:
    """A line without the time, the level and the mark that logs put before it."""
    text = " ".join(line.split())
    while (shorter := _LOG_PREFIX.sub("", text)) != text:
        text = shorter
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
