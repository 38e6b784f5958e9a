"""Silence, time and memory have limits: first a request, then an end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.supervisor.running import DEAF, HANG, Supervised, python
from tests.jobs.supervisor.test_ending import FORK
from tests.yardstick import slowness
from videogen_desktop.jobs.settings import Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these processes fork")


@pytest.mark.parametrize(("code", "signal"), [(HANG, 15), (DEAF, 9)])
def test_silence_is_ended(supervised: Callable[..., Supervised], code: str, signal: int) -> None:
    running = supervised(python(FORK + code), limits=Limits(stall_s=2.0))
    ended = running.finish()
    assert (ended.code, ended.signal, ended.ended_by) == (None, signal, "stall")
    assert 2.0 < ended.seconds < (3.8 if signal == 15 else 5.5) * slowness()


TALKS = """
import sys, time
for _ in range(50):
    print(sys.argv[1], file=getattr(sys, sys.argv[2]), flush=True)
    time.sleep(0.05)
"""
EVENT = '{"event": "stage", "stage": "fetch-paper", "state": "progress", "fraction": 0.1, "overall": 0.1}'


@pytest.mark.parametrize(
    ("text", "stream", "protocol"),
    [(".", "stdout", False), (".", "stderr", False), (EVENT, "stdout", True)],
)
def test_what_a_program_tells_is_a_sign_of_life(
    supervised: Callable[..., Supervised], text: str, stream: str, protocol: bool
) -> None:
    limits = Limits(stall_s=2.0)
    ended = supervised(python(TALKS, text, stream), limits=limits, protocol=protocol).finish()
    assert (ended.code, ended.ended_by) == (0, "itself")
    assert ended.seconds > 2.0


@pytest.mark.parametrize(("text", "stream"), [(".", "stdout"), (".", "stderr"), (EVENT, "stderr")])
def test_of_a_program_that_speaks_the_protocol_only_events_are(
    supervised: Callable[..., Supervised], text: str, stream: str
) -> None:
    ended = supervised(python(TALKS, text, stream), limits=Limits(stall_s=0.6)).finish()
    assert ended.ended_by == "stall"


GROWING = """
import os, sys, time
for turn in range(25):
    with open(sys.argv[1] + '/clips/' + sys.argv[2] % turn, 'ab') as file:
        file.write(b'x')
    time.sleep(0.1)
"""


@pytest.mark.parametrize("name", ["scene_%d.mp4", "scene_%.0s0.mp4"])
def test_files_that_appear_or_grow_are_signs_of_life(
    supervised: Callable[..., Supervised], tmp_path: Path, name: str
) -> None:
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "scene_0.mp4").write_bytes(b"of an earlier run")
    how = {"limits": Limits(stall_s=1.5), "protocol": False}
    ended = supervised(python(GROWING, tmp_path, name), **how, watched=tmp_path).finish()
    assert (ended.code, ended.ended_by) == (0, "itself")
    ended = supervised(python(GROWING, tmp_path, name), **how).finish()
    assert ended.ended_by == "stall"


def test_files_that_lie_there_are_none(supervised: Callable[..., Supervised], tmp_path: Path) -> None:
    watched = tmp_path / "work"
    watched.mkdir()
    (watched / "paper.json").write_text("{}")
    running = supervised(python(HANG), limits=Limits(stall_s=0.5), protocol=False, watched=watched)
    ended = running.finish()
    assert ended.ended_by == "stall"
    assert ended.seconds < 2.3 * slowness()


def test_work_without_end_is_ended_however_much_it_tells(supervised: Callable[..., Supervised]) -> None:
    code = "import time\nwhile True:\n    print('still here', flush=True)\n    time.sleep(0.01)\n"
    ended = supervised(python(code), limits=Limits(wall_s=0.5)).finish()
    assert (ended.signal, ended.ended_by) == (15, "wall")
    assert ended.seconds < 2.3 * slowness()


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
    assert ended.seconds < 5.0 * slowness()


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
    running = supervised(python(code), limits=Limits(stall_s=2.0))
    running.ears.wait_for_line("here")
    ended = running.finish()
    assert (ended.signal, ended.ended_by) == (15, "stall")
    assert ended.seconds < 3.8 * slowness()
