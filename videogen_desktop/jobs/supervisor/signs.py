"""Whether a process shows that it goes on: it tells of it, or files appear or grow where it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.leftovers import measured

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.supervisor.output import Output

_LOOKS_A_LIMIT = 10
"""How often the files are looked at before the process has been silent for too long."""


class SignsOfLife:
    """What a process has shown since the last look.

    Args:
        output: What it writes, of which only events count where a program speaks the protocol.
        folder: The folder whose files count too; None for a program that tells by itself how far it is.
        stall_s: How long it may be silent.
        now: Seconds that never go back.
    """

    def __init__(self, output: Output, folder: Path | None, stall_s: float, now: float) -> None:
        self._output = output
        self._folder = folder
        self._every_s = stall_s / _LOOKS_A_LIMIT
        self._heard = output.heard
        self._seen = self._files()
        self._next_look = now + self._every_s

    def any_new(self, now: float) -> bool:
        """Whether there was one since this was asked last."""
        heard, self._heard = self._heard, self._output.heard
        return self._grown(now) or heard != self._heard

    def _grown(self, now: float) -> bool:
        if self._folder is None or now < self._next_look:
            return False
        self._next_look = now + self._every_s
        seen, self._seen = self._seen, self._files()
        return seen != self._seen

    def _files(self) -> tuple[int, float]:
        """How large all files are together, and when one was written last."""
        if self._folder is None:
            return 0, 0.0
        found = measured(self._folder)
        return found.size, found.newest
