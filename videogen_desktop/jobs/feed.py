"""Changes that came one after the other, as one."""

from __future__ import annotations

import threading

from videogen_desktop.jobs.model import Changes


class Feed:
    """Gathers changes on any thread until somebody takes them as one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._touched: dict[int, bool] = {}
        self._revision = 0
        self._queue = False
        self._any = False

    def add(self, changes: Changes) -> None:
        """Add changes; for one job the last word counts."""
        with self._lock:
            for job_id in changes.changed:
                self._touched[job_id] = True
            for job_id in changes.removed:
                self._touched[job_id] = False
            self._revision = max(self._revision, changes.revision)
            self._queue = self._queue or changes.queue
            self._any = True

    def take(self) -> Changes | None:
        """Everything since the last time; None when nothing changed."""
        with self._lock:
            if not self._any:
                return None
            changed = tuple(job_id for job_id, there in self._touched.items() if there)
            removed = tuple(job_id for job_id, there in self._touched.items() if not there)
            taken = Changes(self._revision, changed, removed, self._queue)
            self._clear()
            return taken

    def _clear(self) -> None:
        self._touched = {}
        self._revision = 0
        self._queue = False
        self._any = False
