"""A store whose list is read as slowly as a test wants."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.model import JobQuery


class SlowList:
    """The store's list, each reading of which ends when it is let.

    Attributes:
        asked: What was asked for, one query for each reading that was begun.
    """

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[JobQuery] = []
        self._read = desk.store.ids
        self._let = threading.Semaphore(0)
        monkeypatch.setattr(desk.store, "ids", self._slowly)

    def let(self, readings: int = 1) -> None:
        """Let so many readings end."""
        self._let.release(readings)

    def _slowly(self, query: JobQuery) -> list[int]:
        found = self._read(query)
        self.asked.append(query)
        self._let.acquire()
        return found
