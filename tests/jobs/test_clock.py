"""What names a run of the system."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.jobs.clock import SystemClock, _windows_boot_id

if TYPE_CHECKING:
    import pytest


def test_two_clocks_of_one_boot_agree() -> None:
    assert SystemClock().boot == SystemClock().boot != ""


def test_a_windows_that_does_not_count_its_starts_has_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = ModuleType("winreg")

    def open_key(*_: object) -> None:
        raise FileNotFoundError("there is no such key")

    registry.OpenKey = open_key  # type: ignore[attr-defined]
    registry.HKEY_LOCAL_MACHINE = 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winreg", registry)
    assert str(int(psutil.boot_time())) in _windows_boot_id()
