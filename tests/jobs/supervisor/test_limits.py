"""Silence, time and memory have limits: first a request, then an end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.supervisor.running import DEAF, HANG, Supervised, python
from tests.jobs.supervisor.test_ending import FORK
from videogen_desktop.jobs.settings import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these processes fork")


@pytest.mark.parametrize(("code", "signal"), [(HANG, 15), (DEAF, 9)])
def test_silence_is_ended(supervised: Callable[..., Supervised], code: str, signal: int) -> None:
    running = supervised(python(FORK + code), limits=Limits(stall_s=0.5))
    ended = running.finish()
    assert (ended.code, ended.signal, ended.ended_by) == (None, signal, "stall")
    assert 0.5 < ended.seconds < (2.3 if signal == 15 else 4.0)


def test_any_output_is_a_sign_of_life(supervised: Callable[..., Supervised]) -> None:
    code = "import sys, time\nfor _ in range(30):\n    sys.stderr.write('.')\n    time.sleep(0.05)\n"
    ended = supervised(python(code), limits=Limits(stall_s=0.6)).finish()
    assert (ended.code, ended.ended_by) == (0, "itself")
    assert ended.seconds > 0.6


def test_work_without_end_is_ended_however_much_it_tells(supervised: Callable[..., Supervised]) -> None:
    code = "import time\nwhile True:\n    print('still here', flush=True)\n    time.sleep(0.01)\n"
    ended = supervised(python(code), limits=Limits(wall_s=0.5)).finish()
    assert (ended.signal, ended.ended_by) == (15, "wall")
    assert ended.seconds < 2.3


def test_a_memory_hog_is_ended_with_all_its_processes(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import os, signal, time\n"
        "signal.signal(15, signal.SIG_IGN)\n"
        "os.fork()\n"
        "os.write(1, b'child %d\\n' % os.getpid())\n"
        "held = []\n"
        "while len(held) < 40:\n"
        "    held.append(bytearray(os.urandom(1000) * 5_000))\n"
        "    time.sleep(0.01)\n" + HANG
    )
    running = supervised(python(code), limits=Limits(memory_bytes=150_000_000))
    ended = running.finish()
    assert (ended.signal, ended.ended_by) == (9, "memory")
    assert ended.usage.peak_bytes > 150_000_000
    assert ended.seconds < 5.0


def test_memory_that_is_shared_counts_once(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import os\n"
        "held = bytearray(os.urandom(1000) * 100_000)\n"
        "for _ in range(3):\n"
        "    if os.fork() == 0: break\n" + HANG
    )
    running = supervised(python(code), limits=Limits(memory_bytes=250_000_000))
    running.ears.wait_for(lambda: running.ears.usages and running.ears.usages[-1][1] > 350_000_000)
    seen = len(running.ears.usages)
    running.ears.wait_for(lambda: len(running.ears.usages) > seen + 1)
    running.control.cancel()
    assert running.finish().ended_by == "cancel"


def test_a_stopped_process_cannot_sit_its_limit_out(supervised: Callable[..., Supervised]) -> None:
    code = "import os, signal\nprint('here', flush=True)\nos.kill(os.getpid(), signal.SIGSTOP)\n"
    running = supervised(python(code), limits=Limits(stall_s=0.4))
    running.ears.wait_for_line("here")
    ended = running.finish()
    assert (ended.signal, ended.ended_by) == (15, "stall")
    assert ended.seconds < 2.3
