"""Time, handed in, so that rules about it can be proven: a calendar that may jump and a count that cannot."""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Protocol

import psutil


class Clock(Protocol):
    """What time it is."""

    @property
    def boot(self) -> str:
        """Names this run of the system: another after every start of the computer."""

    def now(self) -> float:
        """Seconds since 1970 in UTC. It jumps when somebody sets the clock."""

    def monotonic(self) -> float:
        """Seconds since some moment of this boot, the same for all processes; it never goes back.

        Leases are reckoned in it, so that setting the clock neither ends nor prolongs one (PEP 418).
        """


class SystemClock:
    """The computer's own clock."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    @property
    def boot(self) -> str:
        """Names this run of the system."""
        return self._boot

    def now(self) -> float:
        """Seconds since 1970 in UTC."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds since some moment of this boot."""
        return time.monotonic()


def _boot_id() -> str:
    match sys.platform:
        case "linux":
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        case "darwin":
            asked = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
            return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
        case _:
            return _windows_boot_id()


def _windows_boot_id() -> str:
    """Windows counts its starts in the registry, but for some whose prefetching was taken out."""
    registry: Any = importlib.import_module("winreg")
    path = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path) as key:
            return str(registry.QueryValueEx(key, "BootId")[0])
    except OSError:
        return f"since {psutil.boot_time():.0f}"
