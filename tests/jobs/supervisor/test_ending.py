"""That a process and all it started are gone in time, wherever they went."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import DEAF, HANG, Ears, Supervised, gone, launch, python, run, wait_until
from tests.yardstick import slowness
from videogen_desktop.jobs.supervisor import processes_with
from videogen_desktop.jobs.supervisor.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these processes fork")

FORK = (
    "import os, sys, time\n"
    "if os.fork() == 0:\n"
    "    os.write(1, b'child %d\\n' % os.getpid())\n"
    "    time.sleep(600)\n"
)
ESCAPE = (
    "import os, sys, time\n"
    "if os.fork() == 0:\n"
    "    os.setsid()\n"
    "    if os.fork() == 0:\n"
    "        os.write(1, b'child %d\\n' % os.getpid())\n"
    "        {closing}\n"
    "        time.sleep(600)\n"
    "    os._exit(0)\n"
    "os.wait()\n"
)
QUIET_ESCAPE = ESCAPE.format(closing="os.closerange(0, 100)")
LOUD_ESCAPE = ESCAPE.format(closing="pass")


def children(ears: Ears) -> list[psutil.Process]:
    pids = [int(line.split()[1]) for line in ears.lines if line.startswith("child ")]
    return [psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)]


def started_all(running: Supervised) -> list[psutil.Process]:
    """The process and the one child that it tells of."""
    running.ears.wait_for_line("here")
    running.ears.wait_for(lambda: any(line.startswith("child ") for line in running.ears.lines))
    return [running.root, *children(running.ears)]


def test_asked_to_end_a_process_may_finish_in_its_own_way(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import signal, sys\n"
        "signal.signal(signal.SIGTERM, lambda *_: (print('bye', flush=True), sys.exit(130)))\n" + HANG
    )
    running = supervised(python(code))
    running.ears.wait_for_line("here")
    asked = time.monotonic()
    running.control.cancel()
    ended = running.finish()
    assert time.monotonic() - asked < 1.8 * slowness()
    assert (ended.code, ended.signal, ended.ended_by) == (130, None, "cancel")
    assert ended.last_words == "here\nbye"


def test_the_lifeline_is_cut_as_well(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import signal, sys\nsignal.signal(15, signal.SIG_IGN)\nprint('here', flush=True)\nsys.stdin.read()"
    )
    running = supervised(python(code))
    running.ears.wait_for_line("here")
    running.control.give_back()
    ended = running.finish()
    assert (ended.code, ended.ended_by) == (0, "give-back")
    assert ended.seconds < 1.8 * slowness()


def test_on_windows_the_lifeline_is_all_that_asks_a_process_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    with subprocess.Popen(python(HANG), stdout=subprocess.DEVNULL) as process:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "platform", "win32")
            patched.setattr(signal, "CTRL_BREAK_EVENT", 1, raising=False)
            patched.setattr(psutil.Process, "send_signal", lambda _process, number: sent.append(number))
            Tree(psutil.Process(process.pid), lambda: ()).ask_to_end()
        process.kill()
    assert sent == [], "it has no console that Ctrl+Break could reach it in"


def test_a_silent_hang_that_ignores_every_request_is_gone_within_three_seconds(
    supervised: Callable[..., Supervised],
) -> None:
    running = supervised(python(DEAF))
    running.ears.wait_for_line("here")
    root, asked = running.root, time.monotonic()
    running.control.cancel()
    ended = running.finish()
    assert 1.5 < time.monotonic() - asked < 3.0 * slowness()
    assert gone(root)
    assert (ended.code, ended.signal, ended.ended_by) == (None, signal.SIGKILL, "cancel")


@pytest.mark.parametrize(
    "code",
    [
        FORK + HANG,
        "import signal\nsignal.signal(15, signal.SIG_IGN)\n" + QUIET_ESCAPE + HANG,
        LOUD_ESCAPE + HANG,
    ],
    ids=["fork", "setsid, deaf", "setsid, loud"],
)
def test_cancel_takes_every_process_with_it(supervised: Callable[..., Supervised], code: str) -> None:
    running = supervised(python(code))
    processes = started_all(running)
    asked = time.monotonic()
    running.control.cancel()
    running.finish()
    assert time.monotonic() - asked < 3.0 * slowness()
    assert len(processes) == 2
    assert all(map(gone, processes))


@pytest.mark.parametrize("child", [FORK, QUIET_ESCAPE, LOUD_ESCAPE], ids=["fork", "setsid", "setsid, loud"])
def test_after_an_ordinary_end_nobody_is_left_and_nobody_is_waited_for(tmp_path: Path, child: str) -> None:
    ears = Ears()
    began = time.monotonic()
    what = launch(tmp_path, python(child + "os.write(1, b'done\\n')"), protocol=False)
    ended = run(what, ears)
    assert time.monotonic() - began < 2.0 * slowness()
    assert (ended.code, ended.ended_by) == (0, "itself")
    assert "done" in ears.lines
    assert processes_with(what.token) == []
    assert all(map(gone, children(ears)))


def test_one_that_has_thrown_its_environment_away_is_found_by_its_session(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "if os.fork() == 0:\n"
        "    os.setpgid(0, 0)\n"
        "    os.execve(sys.executable, [sys.executable, '-S', '-c', sys.argv[1]], {})\n"
        "sys.stdin.readline()\n"
    )
    child = "import os, time\nos.write(1, b'child %d\\n' % os.getpid())\ntime.sleep(600)"
    running = Supervised(launch(tmp_path, python(code, child)))
    running.ears.wait_for(lambda: running.ears.lines)
    (bare,) = children(running.ears)
    running.root.kill()
    running.finish()
    assert gone(bare)


def test_one_that_was_seen_before_it_fled_without_its_environment_is_found(
    supervised: Callable[..., Supervised],
) -> None:
    code = (
        "import os, sys\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    os.setsid()\n"
        "    os.execve(sys.executable, [sys.executable, '-S', '-c', sys.argv[1]], {})\n"
        "sys.stdin.readline()\n"
    )
    child = "import os, time\nos.write(1, b'child %d\\n' % os.getpid())\ntime.sleep(600)"
    running = supervised(python(code, child))
    running.ears.wait_for(lambda: running.ears.lines and running.ears.usages)
    (bare,) = children(running.ears)
    running.root.kill()
    running.finish()
    assert gone(bare)


def test_those_who_are_just_leaving_may_leave(
    supervised: Callable[..., Supervised], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as the tracker of multiprocessing, which cleans up once its parent has gone."""
    # by its full name: the package has a function that is called like the module
    module = sys.modules["videogen_desktop.jobs.supervisor.supervise"]
    for limit in ("_LEAVING_S", "_GIVE_UP_S"):
        monkeypatch.setattr(module, limit, getattr(module, limit) * 4)
    code = (
        "import os, time\n"
        "reads, writes = os.pipe()\n"
        "if os.fork() == 0:\n"
        "    os.close(writes)\n"
        "    os.read(reads, 1)\n"
        "    time.sleep(0.03)\n"
        "    open('cleaned', 'w').close()\n"
    )
    assert supervised(python(code)).finish().code == 0
    assert (tmp_path / "cleaned").exists()


def test_a_stronger_wish_on_the_way_is_what_it_was_ended_by(supervised: Callable[..., Supervised]) -> None:
    running = supervised(python(DEAF))
    running.ears.wait_for_line("here")
    running.control.pause()
    log = running.launch.log
    wait_until(lambda: log.exists() and "asked to end" in log.read_text())
    running.control.cancel()
    assert running.finish().ended_by == "cancel"


class LeaseLostError(Exception):
    pass


def test_an_exception_of_the_tick_ends_everything_at_once(supervised: Callable[..., Supervised]) -> None:
    lost: list[float] = []

    def tick() -> None:
        if lost:
            raise LeaseLostError

    running = supervised(python(QUIET_ESCAPE + DEAF), tick=tick)
    processes = started_all(running)
    lost.append(time.monotonic())
    with pytest.raises(LeaseLostError):
        running.finish()
    assert time.monotonic() - lost[0] < 1.5 * slowness()
    assert all(map(gone, processes))
    assert "ended by force: LeaseLostError" in running.launch.log.read_text()


def test_an_exception_of_the_listener_ends_everything_too(tmp_path: Path) -> None:
    class Broken(Ears):
        def line(self, text: str) -> None:
            super().line(text)
            raise ValueError(text)

    ears = Broken()
    what = launch(tmp_path, python(DEAF))
    with pytest.raises(ValueError, match="here"):
        run(what, ears)
    assert processes_with(what.token) == []
    assert not psutil.pid_exists(ears.identities[0].pid)


@pytest.mark.parametrize("moment", range(6))
def test_cancel_at_any_moment_leaves_nothing(supervised: Callable[..., Supervised], moment: int) -> None:
    running = supervised(python(QUIET_ESCAPE + HANG))
    moments: list[Callable[[], object]] = [
        lambda: True,
        lambda: running.launch.log.parent.exists(),
        lambda: running.ears.identities,
        lambda: processes_with(running.launch.token),
        lambda: running.ears.lines,
        lambda: running.ears.usages,
    ]
    wait_until(moments[moment])
    running.control.cancel()
    assert running.finish().ended_by == "cancel"
