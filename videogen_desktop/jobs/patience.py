"""How long is waited for another program to let go of the database; whoever has to leave cuts it short."""

from __future__ import annotations

import math
import sqlite3
import time
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

T = TypeVar("T")

SLICE_S: Final = 0.1
"""SQLite's own wait, which nothing can break off, is made of pieces of so many seconds."""

_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})


class Patience:
    """Of one opening of a database; used from any thread.

    Args:
        longest_s: Seconds that one wait takes at most.
    """

    def __init__(self, longest_s: float) -> None:
        self.longest_s = longest_s
        self._last = math.inf

    def end_within(self, seconds: float) -> None:
        """Let every wait, also one that has begun, be over in so many seconds; then all is tried once."""
        self._last = min(self._last, time.monotonic() + seconds)

    def tried(self, act: Callable[[], T]) -> T:
        """Do something that waits for a slice at most, as often as it takes.

        Raises:
            sqlite3.OperationalError: as SQLite says it; that the database is busy only once the time is over.
        """
        began = time.monotonic()
        while True:
            try:
                return act()
            except sqlite3.OperationalError as error:
                if (error.sqlite_errorcode & 0xFF) not in _BUSY or self.is_over(began):
                    raise

    def taken(self, lock: threading.RLock) -> bool:
        """Take a lock, which another thread may hold as long as it waits itself; False when time was over."""
        began = time.monotonic()
        while not lock.acquire(timeout=min(SLICE_S, self.longest_s)):
            if self.is_over(began):
                return False
        return True

    def is_over(self, began: float) -> bool:
        """Whether a wait that began at a time of ``time.monotonic`` has lasted long enough."""
        return time.monotonic() >= min(began + self.longest_s, self._last)

    def left_s(self) -> float:
        """How many seconds a wait that begins now may take."""
        return max(0.0, min(self.longest_s, self._last - time.monotonic()))
