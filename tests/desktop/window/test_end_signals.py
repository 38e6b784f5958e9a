"""A signal that asks the program to end, whenever it comes: the window is left in order."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.desktop.window.desk import add, papers
from tests.processes import words_of
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import Profile, read_settings, write_settings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there no such signals reach a window")

SLEEPER = Profile(
    "sleeper", (sys.executable, "-c", "import time; time.sleep(600)", "{paper_id}", "{output_dir}")
)


@contextlib.contextmanager
def program(folder: DataFolder) -> Iterator[subprocess.Popen[bytes]]:
    """The window's program, once its queue is open."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "VIDEOGEN_DATA_DIR": str(folder.root)}
    process = subprocess.Popen(
        [sys.executable, "-m", "videogen_desktop.desktop"],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        until(lambda: (folder.root / "instance.json").exists() or process.poll() is not None)
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def until(told: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_ctrl_c_pressed_again_and_again_while_the_window_is_built(before: Before, folder: DataFolder) -> None:
    before(add("Cortical circuits", "Mortality and weight"))
    with program(folder) as process:
        while process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGINT)
            time.sleep(0.001)
        told = process.communicate()[0].decode()
    assert "Traceback" not in told
    assert process.returncode == 0


@pytest.mark.parametrize("told", ["SIGTERM", "SIGHUP"])
def test_a_session_that_ends_asks_nobody_and_gives_running_jobs_back(
    before: Before, folder: DataFolder, told: str
) -> None:
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(SLEEPER,)))

    def leave(store: JobStore) -> None:
        store.add(papers("Sleeps"), JobOptions(profile="sleeper"))
        store.set_reason("owner", False)

    before(leave)
    with program(folder) as process:
        descendants: list[psutil.Process] = []

        def sleeps() -> bool:
            descendants[:] = psutil.Process(process.pid).children(recursive=True)
            return any("time.sleep(600)" in words_of(each) for each in descendants)

        until(sleeps)
        process.send_signal(getattr(signal, told))
        said = process.communicate(timeout=60)[0].decode()
    assert "Traceback" not in said
    assert process.returncode == 0
    assert not any(each.is_running() for each in descendants)
    store = open_store(folder, SystemClock())
    assert {job.state for job in store.jobs([1])} == {"queued"}
    store.close()
