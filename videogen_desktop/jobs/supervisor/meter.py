"""What a process and all that it started take: processor time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil

from videogen_desktop.jobs.model import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable


class Meter:
    """Adds up over samples; processes may come and go between two of them."""

    def __init__(self) -> None:
        self._own_s: dict[psutil.Process, float] = {}
        self._cpu_s = 0.0
        self._peak_bytes = 0

    @property
    def usage(self) -> Usage:
        """What was taken so far."""
        return Usage(self._cpu_s, self._peak_bytes)

    def sample(self, processes: Iterable[psutil.Process]) -> int:
        """Look at all processes of the tree; return the bytes that they hold now.

        The time of a child that has ended is with its parent, if that waited for it, or in an earlier
        sample of the child; what is known of it either way counts once.
        """
        held = 0
        with_children_s = 0.0
        for process in processes:
            try:
                with process.oneshot():
                    held += process.memory_info().rss
                    times = process.cpu_times()
            except (psutil.Error, OSError):
                continue
            self._own_s[process] = times.user + times.system
            with_children_s += times.user + times.system
            with_children_s += getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
        self._cpu_s = max(self._cpu_s, with_children_s, sum(self._own_s.values()))
        self._peak_bytes = max(self._peak_bytes, held)
        return held

    def count(self, cpu_s: float) -> None:
        """Take what the system itself says about a process that has ended and those it waited for.

        Only the time: Linux counts the memory of whoever started a process as the process's own.
        """
        self._cpu_s = max(self._cpu_s, cpu_s)


def shared_once(processes: Iterable[psutil.Process]) -> int:
    """The bytes that processes hold, memory that several share divided among them; slow."""
    held = 0
    for process in processes:
        try:
            info = process.memory_full_info()
        except (psutil.Error, OSError):
            continue
        held += getattr(info, "pss", info.uss)
    return held
