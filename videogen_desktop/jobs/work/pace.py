"""How long a program still takes that does not say so: reckoned from how far it came in how much time."""

from __future__ import annotations

FIRST_MOMENTS_S = 10.0
"""What is there by then may be what an earlier run has left, and tells no pace."""

_LEAST_COVERED = 0.05
"""The part of the whole from which a pace can be told."""

_WEIGHT_OF_NEWS = 0.4
_LONGEST_STEP_S = 5.0
"""Who looks later than that has slept, with the whole computer perhaps."""

_SILENT_TIMES = 2.0
"""How many times longer than ever before it may bring nothing before nothing is said of its end."""


class Pace:
    """Reckons with the time in which the program could work, in seconds since its start.

    Args:
        now: Seconds that never go back.
    """

    def __init__(self, now: float) -> None:
        self._looked_at = now
        self._worked_s = 0.0
        self._overall = 0.0
        self._found = 0.0
        self._news_at_s = FIRST_MOMENTS_S
        self._longest_wait_s = 0.0
        self._end_s: float | None = None

    def work(self, now: float, *, suspended: bool) -> None:
        """Time has gone by, in which the program stood still if it was suspended."""
        if not suspended:
            self._worked_s += min(_LONGEST_STEP_S, now - self._looked_at)
        self._looked_at = now

    def reached(self, overall: float) -> None:
        """The program has come that far, from 0 to 1; to where it was already is no news."""
        if overall <= self._overall:
            return
        self._overall = overall
        if self._worked_s <= FIRST_MOMENTS_S:
            self._found = overall
            return
        self._longest_wait_s = max(self._longest_wait_s, self._worked_s - self._news_at_s)
        self._news_at_s = self._worked_s
        covered = overall - self._found
        if covered >= _LEAST_COVERED:
            self._expect(self._worked_s + (1.0 - overall) * (self._worked_s - FIRST_MOMENTS_S) / covered)

    @property
    def left_s(self) -> float | None:
        """Seconds that are left; None while no pace can be told, and when the program does not keep to it."""
        if self._end_s is None or self._end_s <= self._worked_s:
            return None
        waited_s = self._worked_s - self._news_at_s
        return self._end_s - self._worked_s if waited_s <= _SILENT_TIMES * self._longest_wait_s else None

    def _expect(self, end_s: float) -> None:
        """Move what was expected towards what the latest news says."""
        before = end_s if self._end_s is None else self._end_s
        self._end_s = before + _WEIGHT_OF_NEWS * (end_s - before)
