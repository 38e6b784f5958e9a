"""How long an export still takes, from how fast it went so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.export import ExportProgress

_LEAST_S: Final = 1.0
"""Seconds before anything is said: the first bytes go into the system's memory and not to the drive."""


class Pace:
    """Reckons the time that is left.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()

    def left_s(self, progress: ExportProgress) -> float | None:
        """Seconds that are left; None while it is too early to say."""
        passed = self._clock() - self._began
        if passed < _LEAST_S or not progress.done:
            return None
        return passed * (progress.total - progress.done) / progress.done
