"""When writing fails, or the program does: how long the queue holds still before it tries again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.guards import Hindrance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import PauseReason, Problem

FIRST_HOLD_S = 5.0
LONGEST_HOLD_S = 300.0
SOON_S = 600.0
"""Trouble that comes back within this time is the same trouble."""

REASONS: Mapping[str, PauseReason] = {
    "disk-full": "disk-full",
    "database-full": "disk-full",
    "not-writable": "not-writable",
    "database-failing": "database-failing",
}
"""What stands against new jobs when something ended with one of these codes."""

NOT_CLAIMED = Hindrance(
    "mistake",
    "The program made a mistake when it was to begin the next film; none is begun for now.",
    "It tries again by itself. If that does not help, start the program anew; if it happens again, send the "
    "zip file that “videogen jobs doctor” writes.",
)
"""What stands against new jobs when none can be claimed for a fault in the program, or in its list."""


def trouble_of(code: str) -> PauseReason | None:
    """What an error means for the whole queue; None when it concerns one job only."""
    return REASONS.get(code)


def hindrance_of(problem: VideoGenError | Problem) -> Hindrance | None:
    """The same with the words for a person."""
    reason = trouble_of(problem.code)
    return None if reason is None else Hindrance(reason, problem.message, problem.hint)


@dataclass
class Hold:
    """How long one kind of trouble holds the queue: longer each time that it comes back soon.

    A quota can refuse a film while a small write succeeds, and would start and stop the queue for ever.
    Moments are seconds of ``Clock.monotonic``.
    """

    seconds: float = 0.0
    until: float = 0.0
    lifted: float = 0.0

    def begin(self, now: float) -> None:
        """Trouble came."""
        soon = self.seconds > 0 and now - self.lifted < SOON_S
        self.seconds = min(2 * self.seconds, LONGEST_HOLD_S) if soon else FIRST_HOLD_S
        self.until = now + self.seconds

    def end(self, now: float) -> None:
        """Trouble is over."""
        self.lifted = now

    def over(self, now: float) -> bool:
        """Whether it is time to try again."""
        return now >= self.until

    def forget(self) -> None:
        """A person wants it tried now."""
        self.seconds = self.until = 0.0
