"""Keeping the computer from falling asleep while films are made, and only then."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

LINGER_S = 0.5
"""The lock is kept this long after the last job, so that one job following another does not ask twice."""

_log = logging.getLogger(__name__)


class Awake:
    """Holds the system's sleep lock while it is wanted, on one thread of its own.

    The thread is there because asking the system takes from 15 milliseconds to seconds where its message bus
    is slow, and because a lock must be given back by the thread that took it.

    Args:
        hold: Makes a context in which the computer stays awake; by default wakepy's. It may fail (a server
            without a desktop has nobody to ask): that is logged once, and the queue works on.
    """

    def __init__(self, hold: Callable[[], AbstractContextManager[object]] | None = None) -> None:
        self._hold = hold or _system_lock
        self._wish = threading.Condition()
        self._wanted = False
        self._ended = False
        self._told = False
        self._thread: threading.Thread | None = None

    def want(self, wanted: bool) -> None:
        """Say whether the computer is to stay awake. It returns at once, from any thread."""
        with self._wish:
            if wanted == self._wanted or self._ended:
                return
            self._wanted = wanted
            if wanted and self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="keep-awake", daemon=True)
                self._thread.start()
            self._wish.notify()

    def end(self, timeout_s: float = 1.0) -> None:
        """Let the computer sleep, and end the thread; one that the system keeps waiting is left behind."""
        with self._wish:
            self._ended = True
            self._wanted = False
            self._wish.notify()
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _serve(self) -> None:
        while self._until_wanted():
            try:
                with self._hold():
                    self._until_unwanted()
            except Exception as error:  # whatever a desktop's service does wrong, films are made
                self._tell_once(error)
                self._until_unwanted()

    def _until_wanted(self) -> bool:
        with self._wish:
            self._wish.wait_for(lambda: self._wanted or self._ended)
            return not self._ended

    def _until_unwanted(self) -> None:
        with self._wish:
            while not self._ended:
                self._wish.wait_for(lambda: not self._wanted or self._ended)
                if not self._wish.wait_for(lambda: self._wanted or self._ended, LINGER_S):
                    return

    def _tell_once(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            _log.warning("The computer cannot be kept awake while films are made: %s", error)


def _system_lock() -> AbstractContextManager[object]:
    """Wakepy's, imported by the thread that uses it: it loads the message bus."""
    from wakepy import keep

    return keep.running(on_fail="error")
