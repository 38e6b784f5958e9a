from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.jobs.pool.doubles import HandClock
from videogen_desktop.jobs.guards import MAINS_S, MARGIN, BatteryGuard, DiskGuard

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1024**2


def test_a_disk_that_fills_up_is_told_and_forgiven_once_it_is_clearly_better(small_disk: Path) -> None:
    limit = 8 * MIB
    guard = DiskGuard(lambda: [small_disk / "not" / "yet" / "there"], lambda: limit)
    assert guard.check() is None

    filling = small_disk / "filling"
    filling.write_bytes(bytes(9 * MIB))
    hindrance = guard.check()
    assert hindrance is not None
    assert hindrance.reason == "low-disk"
    assert "7 MB" in hindrance.message
    assert "8 MB" in hindrance.message

    os.truncate(filling, int(7.6 * MIB))
    assert shutil.disk_usage(small_disk).free > limit
    assert guard.check() is not None, "just above the limit is not clearly better"
    os.truncate(filling, int(16 * MIB - MARGIN * limit - MIB // 2))
    assert guard.check() is None
    os.truncate(filling, int(7.6 * MIB))
    assert guard.check() is None, "just above the limit is no reason either"


def test_the_disk_of_the_films_counts_as_the_one_of_the_data(tmp_path: Path, small_disk: Path) -> None:
    roomy = shutil.disk_usage(tmp_path).free
    if roomy < 64 * MIB:
        pytest.skip("the disk of the test's own folder is nearly full")
    guard = DiskGuard(lambda: [tmp_path, small_disk], lambda: 32 * MIB)
    hindrance = guard.check()
    assert hindrance is not None
    assert str(small_disk) in hindrance.message


def test_no_limit_is_no_reason(tmp_path: Path) -> None:
    assert DiskGuard(lambda: [tmp_path], lambda: 0).check() is None


def test_the_limit_is_asked_anew_each_time(tmp_path: Path) -> None:
    limits = [0, 1 << 62, 0]
    guard = DiskGuard(lambda: [tmp_path], lambda: limits[0])
    assert guard.check() is None
    del limits[0]
    assert guard.check() is not None
    del limits[0]
    assert guard.check() is None


def test_the_battery_is_a_reason_until_mains_is_back_for_a_while() -> None:
    clock, plugged = HandClock(), [True]
    guard = BatteryGuard(lambda: True, clock, lambda: not plugged[0])
    assert guard.check() is None
    plugged[0] = False
    hindrance = guard.check()
    assert hindrance is not None
    assert hindrance.reason == "on-battery"

    plugged[0] = True
    assert guard.check() is not None, "a loose plug does not start the queue"
    clock.pass_by(MAINS_S / 2)
    plugged[0] = False
    assert guard.check() is not None
    plugged[0] = True
    clock.pass_by(MAINS_S / 2)
    assert guard.check() is not None, "mains was back for half the time only"
    clock.pass_by(MAINS_S / 2)
    assert guard.check() is None


def test_the_battery_is_no_reason_unless_a_person_wants_it() -> None:
    wanted = [True]
    guard = BatteryGuard(lambda: wanted[0], HandClock(), lambda: True)
    assert guard.check() is not None
    wanted[0] = False
    assert guard.check() is None


@pytest.mark.parametrize(
    ("reading", "expected"), [(None, False), (True, False), (False, True), ("unknown", False)]
)
def test_the_systems_reading_is_understood(
    monkeypatch: pytest.MonkeyPatch, reading: bool | str | None, expected: bool
) -> None:
    from types import SimpleNamespace

    import psutil

    plugged = None if reading == "unknown" else reading
    battery = None if reading is None else SimpleNamespace(power_plugged=plugged)
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    hindrance = BatteryGuard(lambda: True, HandClock()).check()
    assert (hindrance is not None) is expected
