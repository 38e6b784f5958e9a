"""How a process is started, what it finds, and how its ordinary end is told."""

from __future__ import annotations

import itertools
import json
import os
import signal
import statistics
import sys
import threading
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import CLOCK, HANG, Ears, launch, python, run, wait_until
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Usage
from videogen_desktop.jobs.supervisor import Control, Exit, ResultEvent, StageEvent, supervise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.jobs.supervisor.running import Supervised

posix = pytest.mark.skipif(sys.platform == "win32", reason="sessions and signals are things of POSIX")

REPORT = """
import json, os, select, stat, sys
print(json.dumps({
    "token": os.environ["VIDEOGEN_JOB_TOKEN"],
    "unbuffered": os.environ["PYTHONUNBUFFERED"],
    "encoding": sys.stdout.encoding,
    "own": os.environ["OWN"],
    "session": os.getsid(0) == os.getpid(),
    "group": os.getpgid(0) == os.getpid(),
    "folder": os.getcwd(),
    "input": stat.S_ISFIFO(os.fstat(0).st_mode),
    "input_ended": bool(select.select([0], [], [], 0)[0]),
    "files": sorted(map(int, os.listdir("/proc/self/fd"))) if os.path.isdir("/proc/self/fd") else [],
}))
"""


@posix
def test_a_process_has_a_session_of_its_own_and_nothing_of_ours(tmp_path: Path) -> None:
    ears = Ears()
    inherited = os.open(tmp_path, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    try:
        what = launch(tmp_path, python(REPORT), protocol=False, environment={"OWN": "yes"})
        assert run(what, ears).code == 0
    finally:
        os.close(inherited)
    found = json.loads(ears.lines[0])
    files = found.pop("files")
    assert found == {
        "token": what.token,
        "unbuffered": "1",
        "encoding": "utf-8",
        "own": "yes",
        "session": True,
        "group": True,
        "folder": str(tmp_path),
        "input": True,
        "input_ended": False,
    }
    assert not files or files[-1] <= 3


def test_events_results_and_lines_reach_the_listener_on_the_supervising_thread(tmp_path: Path) -> None:
    told = [
        {"event": "stage", "stage": "fetch-paper", "state": "started", "fraction": 0, "overall": 0},
        {"event": "stage", "stage": "fetch-paper", "state": "done", "fraction": 1, "overall": 0.04},
        {"event": "result", "video": "final_video.mp4", "duration_s": 84.2},
    ]
    code = "import sys\nprint('INFO working', file=sys.stderr)\nprint(sys.argv[1])"
    ears = Ears()
    what = launch(tmp_path, python(code, "\n".join(map(json.dumps, told))))
    ended = run(what, ears)
    assert ended == Exit(
        code=0,
        signal=None,
        ended_by="itself",
        result=ResultEvent("final_video.mp4", 84.2),
        error=None,
        usage=ended.usage,
        seconds=ended.seconds,
        last_words="INFO working",
    )
    assert ears.events == [
        StageEvent("fetch-paper", "started", 0.0, 0.0),
        StageEvent("fetch-paper", "done", 1.0, 0.04),
        ResultEvent("final_video.mp4", 84.2),
    ]
    assert ears.lines == ["INFO working"]
    assert ears.threads == {threading.get_ident()}
    assert ears.identities[0].token == what.token
    assert ears.identities[0].boot == CLOCK.boot
    log = what.log.read_text(encoding="utf-8")
    for part in (
        "start: ",
        "fetch-paper done",
        "stderr: INFO working",
        "result: final_video.mp4",
        "exit code 0",
    ):
        assert part in log


@pytest.mark.parametrize("code", [0, 1, 3, 75, 130])
def test_the_exit_code_is_told(tmp_path: Path, code: int) -> None:
    ended = run(launch(tmp_path, python(f"raise SystemExit({code})")))
    assert (ended.code, ended.signal, ended.ended_by) == (code, None, "itself")


@posix
def test_a_pipeline_that_is_killed_by_a_stranger_is_told_as_such(
    supervised: Callable[..., Supervised],
) -> None:
    running = supervised(python(HANG))
    running.ears.wait_for_line("here")
    running.root.kill()
    ended = running.finish()
    assert (ended.code, ended.signal, ended.ended_by) == (None, signal.SIGKILL, "itself")


def test_an_error_is_told_with_its_last_words(tmp_path: Path) -> None:
    error = {
        "event": "error",
        "code": "offline",
        "message": "No network.",
        "hint": "Connect.",
        "retryable": True,
    }
    code = "import sys\nprint(sys.argv[1])\nprint('Traceback', file=sys.stderr)\nsys.exit(75)"
    ended = run(launch(tmp_path, python(code, json.dumps(error))))
    assert ended.error
    assert (ended.code, ended.error.code, ended.error.retryable) == (75, "offline", True)
    assert ended.last_words == "Traceback"


def test_without_the_protocol_every_line_is_a_line(tmp_path: Path) -> None:
    event = '{"event": "result", "video": null}'
    ears = Ears()
    ended = run(launch(tmp_path, python(f"print('Step: fetch')\nprint('''{event}''')"), protocol=False), ears)
    assert (ears.events, ended.result) == ([], None)
    assert ears.lines == ["Step: fetch", event]


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    ears = Ears()
    run(launch(tmp_path, python("import sys\nsys.stdout.write('x\\n✓ Complete')"), protocol=False), ears)
    assert ears.lines == ["x", "✓ Complete"]


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        (("no-such-program-anywhere",), "."),
        (("/",), "."),
        ((), "."),
        (("a\0b",), "."),
        (python("pass"), "not-there"),
    ],
)
def test_what_cannot_be_started_is_a_plain_error(
    tmp_path: Path, arguments: tuple[str, ...], folder: str
) -> None:
    what = launch(tmp_path / folder, arguments)
    with pytest.raises(VideoGenError) as raised:
        run(what)
    assert raised.value.code == "cannot-start"
    assert not raised.value.retryable


def test_the_log_of_what_cannot_be_started_says_so(tmp_path: Path) -> None:
    what = launch(tmp_path, ("no-such-program-anywhere",))
    with pytest.raises(VideoGenError):
        run(what)
    assert "could not be started" in what.log.read_text(encoding="utf-8")


@posix
def test_a_computer_without_room_is_tried_again(tmp_path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = psutil.Process().num_fds()
    resource.setrlimit(resource.RLIMIT_NOFILE, (used, hard))
    try:
        with pytest.raises(VideoGenError) as raised:
            run(launch(tmp_path, python("pass")))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (raised.value.code, raised.value.retryable) == ("cannot-start", True)


@pytest.mark.parametrize("wish", ["cancel", "pause", "give_back"])
def test_what_was_called_off_before_is_never_started(tmp_path: Path, wish: str) -> None:
    control, ears = Control(), Ears()
    getattr(control, wish)()
    what = launch(tmp_path, python("open('started', 'w')"))
    ended = supervise(what, control, ears, CLOCK)
    assert ended == Exit(None, None, wish.replace("_", "-"), None, None, Usage(), 0.0, "")  # type: ignore[arg-type]
    assert ears.identities == []
    assert not (tmp_path / "started").exists()


def test_what_is_asked_after_the_end_changes_nothing(supervised: Callable[..., Supervised]) -> None:
    running = supervised(python("pass"))
    ended = running.finish()
    running.control.cancel()
    running.control.suspend()
    running.control.resume()
    assert (ended.code, ended.ended_by) == (0, "itself")


def test_values_of_the_environment_and_secrets_are_not_in_the_log(tmp_path: Path) -> None:
    code = "import os\nprint('refused for key', os.environ['GEMINI_API_KEY'])"
    ears = Ears()
    what = launch(
        tmp_path,
        python(code),
        hide=lambda text: text.replace("swordfish", "[hidden]"),
        environment={"GEMINI_API_KEY": "swordfish"},
    )
    ended = run(what, ears)
    assert ended.last_words == ears.lines[0] == "refused for key [hidden]"
    log = what.log.read_text(encoding="utf-8")
    assert "refused for key [hidden]" in log
    assert "swordfish" not in log
    assert what.token not in log


def test_starting_and_ending_cost_little(tmp_path: Path) -> None:
    """Far less than one tick: nothing waits for the next look at the clock."""

    def cost() -> float:
        began = time.perf_counter()
        run(launch(tmp_path, python("pass")))
        return time.perf_counter() - began

    assert min(cost() for _ in range(7)) < 0.15 * slowness()


def test_what_a_process_took_is_measured(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import subprocess, sys, time\n"
        "worker = 'import time\\nwhile time.process_time() < 0.3: pass'\n"
        "subprocess.run([sys.executable, '-S', '-c', worker])\n"
        "held = bytearray(100_000_000)\n" + HANG
    )
    running = supervised(python(code))
    running.ears.wait_for_line("here")
    running.ears.wait_for(lambda: running.ears.usages and running.ears.usages[-1][1] > 100_000_000)
    running.control.cancel()
    usage = running.finish().usage
    assert 0.3 <= usage.cpu_s < 5.0
    assert 100_000_000 < usage.peak_bytes < 200_000_000


def test_memory_of_all_processes_together_is_told(supervised: Callable[..., Supervised]) -> None:
    code = (
        "import os, sys, time\nheld = bytearray(60_000_000)\nos.fork()\nheld = bytearray(60_000_000)\n" + HANG
    )
    running = supervised(python(code))
    running.ears.wait_for(lambda: running.ears.usages and running.ears.usages[-1][1] > 120_000_000)
    running.control.cancel()
    running.finish()


def test_ticks_come_often_enough(supervised: Callable[..., Supervised]) -> None:
    ticks: list[float] = []
    running = supervised(python(HANG), tick=lambda: ticks.append(time.monotonic()))
    wait_until(lambda: len(ticks) >= 6)
    running.control.cancel()
    running.finish()
    pauses = [second - first for first, second in itertools.pairwise(ticks)]
    assert statistics.median(pauses) <= 0.25 * slowness()


def test_no_thread_or_file_is_left(tmp_path: Path) -> None:
    run(launch(tmp_path, python("pass")))
    us = psutil.Process()
    files, threads = us.num_fds() if hasattr(us, "num_fds") else 0, threading.active_count()
    for _ in range(5):
        run(launch(tmp_path, python("pass")))
    wait_until(lambda: threading.active_count() <= threads)
    assert not hasattr(us, "num_fds") or us.num_fds() <= files
