"""How long a process may be silent, and how long it may take in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from videogen_desktop.jobs.settings import Limits

_LONGEST_STEP_S = 5.0


class Patience:
    """Adds up the time in which the process could have gone on.

    Time does not count while the process is suspended, nor while nobody looked: then the computer slept, or
    the supervisor itself stood still.
    """

    def __init__(self, limits: Limits, now: float) -> None:
        self._limits = limits
        self._looked_at = now
        self._silent_s = 0.0
        self._working_s = 0.0

    def look(self, now: float, *, heard: bool, suspended: bool) -> Literal["stall", "wall"] | None:
        """Look at the clock; say which limit is passed, if any.

        Args:
            now: Seconds that never go back.
            heard: Whether the process has shown that it goes on since the last look.
            suspended: Whether it stood still since then.
        """
        step = 0.0 if suspended else min(_LONGEST_STEP_S, now - self._looked_at)
        self._looked_at = now
        self._working_s += step
        self._silent_s = 0.0 if heard else self._silent_s + step
        if self._working_s > self._limits.wall_s:
            return "wall"
        return "stall" if self._silent_s > self._limits.stall_s else None
