"""A lock that one process at a time holds and that the system takes back from a process that dies."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextlib.contextmanager
def exclusive_lock(path: Path, on_wait: Callable[[], None]) -> Iterator[int]:
    """Hold the lock that is the file ``path``; wait for as long as another process holds it.

    Args:
        path: Made when absent; its folder must exist.
        on_wait: Called once when the lock is not free.

    Yields:
        The lock's file descriptor. On POSIX a child that inherits it keeps the lock until it ends too.
    """
    with path.open("ab") as file:
        if not _try_lock(file.fileno()):
            on_wait()
            _lock(file.fileno())
        yield file.fileno()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _lock(descriptor: int) -> None:
        while not _try_lock(descriptor):
            time.sleep(0.2)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
