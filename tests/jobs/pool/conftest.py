"""What the tests of the queue at work share."""

from __future__ import annotations


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
