"""How a run is ended from outside: SIGTERM, Ctrl+C, or the closing of its standard input.

A long call into a library cannot hold the end up. The signal's number is written to a socket in C
(``signal.set_wakeup_fd``), a thread of its own hears it, asks the work to stop, and after a grace
period ends the process and everything it started.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import stat
import sys
import threading
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.exit_codes import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_GRACE_S = 1.1
_LAST_WORDS_S = 0.3
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP") if hasattr(signal, name)
)


def cancelled_error() -> VideoGenError:
    """The error that a cancelled run ends with."""
    return VideoGenError(
        "cancelled",
        "The work was stopped before the film was finished.",
        "Start it again to go on from the last finished step.",
        retryable=True,
    )


class Cancellation:
    """A request to stop that every stage looks at.

    Args:
        last_words: called once just before the process is ended by force, to tell whoever listens.
    """

    def __init__(self, last_words: Callable[[], None]) -> None:
        self.event = threading.Event()
        self._last_words = last_words
        self._over = threading.Event()

    def check(self) -> None:
        """Stop here when asked to.

        Raises:
            VideoGenError: ``cancelled``.
        """
        if self.event.is_set():
            raise cancelled_error()

    def request(self) -> None:
        """Ask the work to stop, and end the process by force if it has not within the grace period."""
        if self.event.is_set():
            return
        self.event.set()
        threading.Thread(target=self._end_by_force, name="end-by-force", daemon=True).start()

    @contextlib.contextmanager
    def listening(self, *, lifeline: bool) -> Iterator[None]:
        """Hear signals while the block runs and, with ``lifeline``, the closing of standard input."""
        hears, speaks = socket.socketpair()
        speaks.setblocking(False)
        previous_fd = signal.set_wakeup_fd(speaks.fileno(), warn_on_full_buffer=False)
        heard = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        previous = {number: signal.signal(number, _ignore) for number in heard}
        threading.Thread(target=self._hear, args=(hears,), name="signals", daemon=True).start()
        if lifeline and _standard_input_is_a_pipe():
            threading.Thread(target=self._watch_standard_input, name="lifeline", daemon=True).start()
        try:
            yield
        finally:
            self._over.set()
            signal.set_wakeup_fd(previous_fd)
            for number, handler in previous.items():
                signal.signal(number, handler)
            speaks.close()

    def _hear(self, hears: socket.socket) -> None:
        with hears:
            while received := hears.recv(1):
                if received[0] in _SIGNALS:
                    self.request()

    def _watch_standard_input(self) -> None:
        descriptor = sys.stdin.fileno()
        with contextlib.suppress(OSError):
            while os.read(descriptor, 4096):
                pass
        if not self._over.is_set():
            self.request()

    def _end_by_force(self) -> None:
        if self._over.wait(_GRACE_S):
            return
        try:
            end_descendants()
            words = threading.Thread(target=self._last_words, daemon=True)  # whoever listens may be gone
            words.start()
            words.join(_LAST_WORDS_S)
        finally:
            os._exit(CANCELLED)


def end_descendants() -> None:
    """Kill every process that this one has started, and theirs."""
    descendants = psutil.Process().children(recursive=True)
    for process in descendants:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(descendants, timeout=0.5)


def _ignore(_number: int, _frame: object) -> None:
    """Do nothing: the wake-up socket has been told already."""


def _standard_input_is_a_pipe() -> bool:
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
