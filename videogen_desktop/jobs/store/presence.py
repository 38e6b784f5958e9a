"""Who has the store open: whether somebody else has decides what may be done when it is opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from filelock import ReadWriteLock, Timeout

from videogen_desktop.jobs.store.faults import database_busy, explained

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.patience import Patience

_LOOK_AGAIN_S = 0.02


class Presence:
    """One opener of a database. The system takes a dead process's presence away.

    Args:
        database: The database; the lock is a file beside it.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        with explained(database):
            self._lock = ReadWriteLock(database.with_name("videogen.in-use"), is_singleton=False)

    def enter(self, patience: Patience) -> bool:
        """Come in, alone if nobody else is there, and return whether we are.

        Raises:
            VideoGenError: ``database-busy`` when another stays alone in there for too long.
        """
        began = time.monotonic()
        while True:
            if self.alone():
                return True
            if self._beside_others():
                if self._is_made():
                    return False
                self._lock.release(
                    force=True
                )  # several came at once and each kept the others from being alone
            if patience.is_over(began):
                raise database_busy(self._database)
            time.sleep(_LOOK_AGAIN_S)

    def alone(self) -> bool:
        """Keep everybody else out, if nobody else is in; we must not be in beside others."""
        try:
            with explained(self._database):
                self._lock.acquire_write(blocking=False)
        except Timeout:
            return False
        return True

    def let_others_in(self, wait_s: float) -> None:
        """Stay, but no longer alone. Another may come in alone between, so nothing may be open meanwhile.

        Raises:
            VideoGenError: ``database-busy`` when another came in alone between and stays so.
        """
        self._lock.release(force=True)
        try:
            with explained(self._database):
                self._lock.acquire_read(timeout=wait_s)
        except Timeout:
            raise database_busy(self._database) from None

    def leave(self) -> None:
        """Go."""
        self._lock.close()

    def _is_made(self) -> bool:
        try:
            return self._database.stat().st_size > 0
        except FileNotFoundError:
            return False

    def _beside_others(self) -> bool:
        try:
            with explained(self._database):
                self._lock.acquire_read(blocking=False)
        except Timeout:
            return False
        return True
