"""What makes the queue hold still by itself: too little free disk, or a computer on its battery.

A guard says what stands against starting another job, as data; it changes nothing. What it said lasts until
things are clearly better, so that a disk at the limit or a loose plug does not start and stop the queue.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.files import free_space
from videogen_desktop.jobs.settings import GIB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.model import PauseReason

MARGIN = 1.1
"""A disk is fine again once this many times the limit is free."""

MAINS_S = 10.0
"""Seconds on mains after which the battery is no reason any more."""

_MIB = 1024**2


@dataclass(frozen=True)
class Hindrance:
    """Why no new job is started: the reason for programs, a sentence, and what a person can do."""

    reason: PauseReason
    message: str
    hint: str


class DiskGuard:
    """Watches the free space of the file systems that hold the given folders.

    Args:
        folders: The data folder and the films' folder; one that does not exist yet counts as its parent.
        least: Bytes that must stay free, asked each time; 0 for no limit.
    """

    def __init__(self, folders: Callable[[], Iterable[Path]], least: Callable[[], int]) -> None:
        self._folders = folders
        self._least = least
        self._low = False

    def check(self) -> Hindrance | None:
        """What stands against starting another job now, if anything."""
        limit = self._least()
        short = self.short_of(int(limit * MARGIN) if self._low else limit)
        self._low = short is not None
        if short is None:
            return None
        folder, free = short
        return Hindrance(
            "low-disk",
            f"Only {_size(free)} are free where {folder} is; new films wait until more than "
            f"{_size(int(limit * MARGIN))} are.",
            "Free some space, keep fewer finished jobs' files, or lower the limit in the settings.",
        )

    def roomy(self) -> bool:
        """Whether there is clearly more than the limit free everywhere, and anything at all."""
        return self.short_of(max(int(self._least() * MARGIN), _MIB)) is None

    def takes_files(self) -> bool:
        """Whether a file can be written to each folder: a drive may be unplugged, or a permission gone."""
        try:
            for folder in self._folders():
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=folder) as file:
                    file.write(b"videogen")
        except OSError:
            return False
        return True

    def short_of(self, limit: int) -> tuple[Path, int] | None:
        """The first folder with less than ``limit`` bytes free, and how many it has."""
        for folder in self._folders():
            free = _free(folder)
            if free is not None and free < limit:
                return folder, free
        return None


class BatteryGuard:
    """Watches whether the computer runs on its battery.

    Args:
        wanted: Whether a person wants the queue to wait for mains, asked each time.
        clock: For how long mains has been back.
        on_battery: Asked whether the computer runs on its battery; False where it has none.
    """

    def __init__(
        self, wanted: Callable[[], bool], clock: Clock, on_battery: Callable[[], bool] | None = None
    ) -> None:
        self._wanted = wanted
        self._clock = clock
        self._on_battery = on_battery or runs_on_battery
        self._last_seen: float | None = None

    def check(self) -> Hindrance | None:
        """What stands against starting another job now, if anything."""
        if not self._wanted():
            self._last_seen = None
            return None
        now = self._clock.monotonic()
        if self._on_battery():
            self._last_seen = now
        elif self._last_seen is None or now - self._last_seen >= MAINS_S:
            self._last_seen = None
            return None
        return Hindrance(
            "on-battery",
            "The computer runs on its battery; new films wait until it is plugged in.",
            "Plug it in, or let the queue work on battery in the settings.",
        )


def runs_on_battery() -> bool:
    """Whether the computer runs on its battery; False where it has none or does not tell."""
    sensor = getattr(psutil, "sensors_battery", None)  # absent on systems without such a reading
    battery = sensor() if sensor else None
    return battery is not None and battery.power_plugged is False


def _free(folder: Path) -> int | None:
    """Bytes free for this user where a folder is or will be; None when the system does not tell."""
    try:
        return free_space(folder)
    except OSError:
        return None


def _size(amount: int) -> str:
    return f"{amount / GIB:.1f} GB" if amount >= GIB else f"{amount // _MIB} MB"
