"""A process and all that it has started, those that have left its tree, group and session included."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Protocol

import psutil

from videogen_desktop.jobs.supervisor import proc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BETWEEN_SWEEPS_S = 0.01
_ROUNDS = 5


class Holder(Protocol):
    """What holds all processes of a job together where the system has such a thing."""

    def terminate(self) -> None:
        """End every process in it."""

    def close(self) -> None:
        """Let go of it."""


def lives(process: psutil.Process) -> bool:
    """Whether it is the same process and still runs; one that only waits to be noticed has ended."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


class Tree:
    """All processes of one attempt.

    While the root is not reaped its number belongs to nobody else, and so do its group and its session.

    Args:
        root: The process that was started, as the leader of its session; None when it is gone.
        strays: Finds those that carry the attempt's token.
        holder: The job object on Windows.
    """

    def __init__(
        self,
        root: psutil.Process | None,
        strays: Callable[[], Iterable[psutil.Process]],
        holder: Holder | None = None,
    ) -> None:
        self._root = root
        self._strays = strays
        self._holder = holder
        self._known: set[psutil.Process] = set()

    def descendants(self) -> list[psutil.Process]:
        """Those below the root now, and those seen there before that still live."""
        below = _below(self._root) if self._root and lives(self._root) else set()
        for process in self._known - below:
            below |= _below(process)
        self._known |= below
        return self._living()

    def others(self) -> list[psutil.Process]:
        """All but the root, strays included."""
        self.descendants()
        self._known.update(self._of_session())
        self._known.update(self._strays())
        if self._root:
            self._known.discard(self._root)
        return self._living()

    def ask_to_end(self) -> None:
        """Ask all to end, and remember who is there before they lose their parents.

        They are made to go on, since one that stands still cannot act on what it is asked. Windows has no
        signal for it that would reach a process without a console of ours: there only the lifeline asks.
        """
        found = self.others()
        self._signal_group("SIGTERM")
        if sys.platform != "win32":  # there, to terminate a process is not to ask it
            for process in found:
                with contextlib.suppress(OSError, psutil.Error):
                    if self._root is None or os.getpgid(process.pid) != self._root.pid:
                        process.terminate()
        self.resume()

    def kill(self) -> bool:
        """Kill whoever is found; whether nobody was."""
        found = [process for process in (self._root, *self.others()) if process and lives(process)]
        self._signal_group("SIGKILL")
        if self._holder:
            self._holder.terminate()
        nobody = True
        for process in itertools.chain(found, self._strays()):  # a stray is killed as soon as it is found
            nobody = False
            with contextlib.suppress(psutil.Error):
                process.kill()
        return nobody

    def end_now(self, within_s: float) -> bool:
        """Kill until nobody is found; False if someone is left after ``within_s`` seconds."""
        give_up_at = time.monotonic() + within_s
        while not self.kill():
            if time.monotonic() > give_up_at:
                return False
            time.sleep(_BETWEEN_SWEEPS_S)
        return True

    def suspend(self) -> None:
        """Let all stand still, those that are started meanwhile too."""
        stopped: set[psutil.Process] = set()
        for _ in range(_ROUNDS):
            found = {process for process in (self._root, *self.others()) if process} - stopped
            if not found:
                return
            for process in sorted(found, key=lambda process: process != self._root):
                with contextlib.suppress(psutil.Error):
                    process.suspend()
            stopped |= found

    def resume(self) -> None:
        """Let all go on."""
        for process in (*self.others(), self._root):
            if process:
                with contextlib.suppress(psutil.Error):
                    process.resume()

    def close(self) -> None:
        """Let go of what holds them together."""
        if self._holder:
            self._holder.close()

    def _living(self) -> list[psutil.Process]:
        self._known = {process for process in self._known if lives(process)}
        return list(self._known)

    def _of_session(self) -> list[psutil.Process]:
        if sys.platform == "win32" or self._root is None or not self._root.is_running():
            return []
        found = []
        for pid in psutil.pids():
            with contextlib.suppress(OSError, psutil.Error):
                if os.getsid(pid) == self._root.pid:
                    process = psutil.Process(pid)
                    if os.getsid(pid) == self._root.pid:  # the number has not changed hands meanwhile
                        found.append(process)
        return found

    def _signal_group(self, name: str) -> None:
        """Signal the group that the root leads, where there is such a thing."""
        if sys.platform == "win32" or self._root is None or not self._root.is_running():
            return
        with contextlib.suppress(OSError, psutil.Error):
            if os.getpgid(self._root.pid) == self._root.pid:
                os.killpg(self._root.pid, getattr(signal, name))


def _below(process: psutil.Process) -> set[psutil.Process]:
    try:
        if sys.platform == "linux":
            with contextlib.suppress(FileNotFoundError):
                return proc.descendants(process)
        return set(process.children(recursive=True))
    except (psutil.Error, OSError):
        return set()
