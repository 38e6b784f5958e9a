"""The queue's caution: it holds still on low disk, on battery, and while nothing can be written."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.trouble import Hold

if TYPE_CHECKING:
    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.guards import BatteryGuard, DiskGuard, Hindrance
    from videogen_desktop.jobs.model import PauseReason
    from videogen_desktop.jobs.reasons import Reasons
    from videogen_desktop.jobs.store import JobStore

_log = logging.getLogger(__name__)


class Caution:
    """Sets and lifts the reasons that no person sets: what the guards say, trouble with writing, mistakes.

    Args:
        store: Asked whether it can be written again, and told of each pause in its history.
        reasons: What is set and lifted.
        disk: Watches the disks.
        battery: Watches the battery.
        clock: For how long trouble has lasted.
    """

    def __init__(
        self, store: JobStore, reasons: Reasons, disk: DiskGuard, battery: BatteryGuard, clock: Clock
    ) -> None:
        self._store = store
        self._reasons = reasons
        self._disk = disk
        self._battery = battery
        self._clock = clock
        self._lock = threading.Lock()
        self._holds: dict[PauseReason, Hold] = {
            "disk-full": Hold(),
            "not-writable": Hold(),
            "database-failing": Hold(),
            "mistake": Hold(),
        }

    def guard(self) -> None:
        """Look at disk and battery."""
        with self._lock:
            self._heed("low-disk", self._disk.check())
            self._heed("on-battery", self._battery.check())

    def meet(self, trouble: Hindrance | None) -> None:
        """Hold still for trouble; nothing for None."""
        if trouble is None:
            return
        with self._lock:
            if trouble.reason not in self._reasons.state.reasons:
                self._holds[trouble.reason].begin(self._clock.monotonic())
            self._heed(trouble.reason, trouble)

    def lift(self) -> None:
        """Lift what was set for trouble, once it is time to try again and writing works."""
        now = self._clock.monotonic()
        with self._lock:
            over = [
                r for r, hold in self._holds.items() if r in self._reasons.state.reasons and hold.over(now)
            ]
            if not over or not self._store.writable():
                return
            for reason in over:
                if reason == "disk-full" and not self._disk.roomy():
                    continue
                if reason == "not-writable" and not self._disk.takes_files():
                    continue
                if self._record(_over(reason)):  # a larger write than the one that was tried
                    self._reasons.set(reason, False)
                    self._holds[reason].end(now)

    def forget(self) -> None:
        """Try again at the next occasion what failed before, since a person wants it."""
        with self._lock:
            for hold in self._holds.values():
                hold.forget()

    def _heed(self, reason: PauseReason, hindrance: Hindrance | None) -> None:
        if hindrance is not None:
            self._reasons.explain(hindrance)
        if (hindrance is not None) == (reason in self._reasons.state.reasons):
            return
        self._reasons.set(reason, hindrance is not None)
        self._record(f"Paused: {hindrance.message}" if hindrance else _over(reason))

    def _record(self, text: str) -> bool:
        """Write to the history; whether that worked."""
        _log.info("%s", text)
        try:
            self._store.record("queue", text)
        except VideoGenError as error:
            _log.warning("The history could not be written: %s", error)
            return False
        return True


def _over(reason: PauseReason) -> str:
    return f"No longer paused: {reason} is over."
