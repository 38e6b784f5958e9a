"""That a process and all it started can be made to stand still, and go on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import (
    CLOCK,
    DEAF,
    HANG,
    Ears,
    Supervised,
    gone,
    launch,
    python,
    wait_until,
)
from tests.jobs.supervisor.test_ending import QUIET_ESCAPE, children
from tests.yardstick import slowness
from videogen_desktop.jobs.settings import Limits
from videogen_desktop.jobs.supervisor import Control, supervise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these processes fork")

COUNT = (
    "import os, time\n"
    "number = 0\n"
    "while True:\n"
    "    os.write(1, b'%d\\n' % number)\n"
    "    number += 1\n"
    "    time.sleep(0.01)\n"
)
FAMILY = (
    QUIET_ESCAPE + "if os.fork() == 0:\n    os.write(1, b'child %d\\n' % os.getpid())\n    time.sleep(600)\n"
)


def stopped(process: psutil.Process) -> bool:
    return process.status() == psutil.STATUS_STOPPED


def test_everything_stands_still_and_goes_on(supervised: Callable[..., Supervised]) -> None:
    running = supervised(python(FAMILY + COUNT))
    running.ears.wait_for(lambda: len(children(running.ears)) == 2 and "3" in running.ears.lines)
    processes = [running.root, *children(running.ears)]
    for _ in range(2):
        running.control.suspend()
        running.control.suspend()
        wait_until(lambda: all(map(stopped, processes)))
        running.control.resume()
        running.control.resume()
        wait_until(lambda: not any(map(stopped, processes)))
    told = len(running.ears.lines)
    running.ears.wait_for(lambda: len(running.ears.lines) > told + 3)
    running.control.cancel()
    running.finish()


@pytest.mark.parametrize(("code", "within_s"), [(HANG, 1.8), (DEAF, 3.0)])
def test_cancel_works_while_it_stands_still(
    supervised: Callable[..., Supervised], code: str, within_s: float
) -> None:
    running = supervised(python(FAMILY + code))
    running.ears.wait_for(lambda: len(children(running.ears)) == 2 and "here" in running.ears.lines)
    processes = [running.root, *children(running.ears)]
    running.control.suspend()
    wait_until(lambda: all(map(stopped, processes)))
    asked = time.monotonic()
    running.control.cancel()
    assert running.finish().ended_by == "cancel"
    assert time.monotonic() - asked < within_s * slowness()
    assert all(map(gone, processes))


def test_ticks_go_on_and_silence_is_not_counted(supervised: Callable[..., Supervised]) -> None:
    ticks: list[float] = []
    limits = Limits(stall_s=3.0, wall_s=60.0)
    running = supervised(
        python(COUNT), limits=limits, protocol=False, tick=lambda: ticks.append(time.monotonic())
    )
    running.ears.wait_for_line("3")
    running.control.suspend()
    wait_until(lambda: stopped(running.root))
    still = len(ticks)
    wait_until(lambda: len(ticks) > still and ticks[-1] - ticks[still] > limits.stall_s)
    running.control.resume()
    told = len(running.ears.lines)
    running.ears.wait_for(lambda: len(running.ears.lines) > told + 3)
    running.control.cancel()
    assert running.finish().ended_by == "cancel"


def test_suspended_before_its_start_it_waits_with_starting(tmp_path: Path) -> None:
    control, ears, ticks = Control(), Ears(), []
    control.suspend()

    def tick() -> None:
        ticks.append(len(ears.identities))
        if len(ticks) == 3:
            control.resume()

    ended = supervise(launch(tmp_path, python("pass")), control, ears, CLOCK, tick=tick)
    assert ended.code == 0
    assert ticks[:3] == [0, 0, 0]
    assert len(ears.identities) == 1


def test_one_that_is_killed_while_it_stands_still_has_ended(supervised: Callable[..., Supervised]) -> None:
    running = supervised(python(HANG))
    running.ears.wait_for_line("here")
    running.control.suspend()
    wait_until(lambda: stopped(running.root))
    running.root.kill()
    assert running.finish().signal == 9
