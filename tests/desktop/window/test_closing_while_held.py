"""The program is closed while another program holds its list of jobs: at once, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.desktop.window.desk import add, papers
from tests.desktop.window.holder import Holder
from tests.yardstick import slowness
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.restart import recover
from videogen_desktop.jobs.settings import Profile, read_settings, write_settings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

LONGEST_S = 5.0
THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")
SLEEPER = Profile(
    "sleeper", (sys.executable, "-c", "import time; time.sleep(600)", "{paper_id}", "{output_dir}")
)
OFFLINE = dict.fromkeys(("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL"), "http://127.0.0.1:9")


def seconds_to_end(desk: Desk) -> float:
    """How long the program takes to end; no thread of it is left that the process would wait for."""
    before = time.monotonic()
    desk.desktop.end()
    for thread in threading.enumerate():
        assert not thread.name.startswith(("background", "reports", "queue-attendant")), thread
    took = time.monotonic() - before
    desk.close()
    return took


def after(folder: DataFolder) -> dict[str, str]:
    """How jobs stand at the next start, by title."""
    store = open_store(folder, SystemClock())
    recover(store, folder, SystemClock())
    states = {job.paper.title: job.state for job in store.jobs(range(1, 10))}
    store.close()
    return states


def test_a_decision_that_waits_for_its_turn_does_not_hold_the_program(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    with Holder(folder.database):
        desk.choose(desk.listed()[0].id)
        desk.act("cancel")
        desk.act("pause-queue")
        assert seconds_to_end(desk) < LONGEST_S * slowness()
    assert after(folder) == dict.fromkeys(THREE, "queued")


def test_a_running_job_is_ended_and_goes_on_at_the_next_start(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(SLEEPER,)))
    before(lambda store: store.add(papers("Sleeps"), JobOptions(profile="sleeper")))
    desk = opened()
    desk.until_titles("Sleeps")
    desk.act("pause-queue")
    desk.until(lambda: set(desk.states().values()) == {"running"})
    desk.until(lambda: desk.store.running()[0][1].process)
    sleeping = psutil.Process(desk.store.running()[0][1].process.pid)
    with Holder(folder.database):
        assert seconds_to_end(desk) < LONGEST_S * slowness()
        assert not sleeping.is_running()
    assert after(folder) == {"Sleeps": "queued"}


def test_a_list_that_is_still_being_opened_does_not_hold_the_program(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    with Holder(folder.database):
        desk = opened(wait=False)
        desk.until(lambda: desk.desktop.link.background is not None and desk.window.waiting.isVisible())
        desk.until(lambda: any(thread.name.startswith("background") for thread in threading.enumerate()))
        assert seconds_to_end(desk) < LONGEST_S * slowness()
    assert after(folder) == dict.fromkeys(THREE, "queued")


@pytest.mark.skipif(sys.platform == "win32", reason="there a window's program is not interrupted like this")
def test_the_process_is_gone_in_time(before: Before, folder: DataFolder) -> None:
    before(add(*THREE))
    environ = os.environ | OFFLINE | {"QT_QPA_PLATFORM": "offscreen", "VIDEOGEN_DATA_DIR": str(folder.root)}
    process = subprocess.Popen(
        [sys.executable, "-m", "videogen_desktop.desktop"],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        deadline = time.monotonic() + 60
        while not (folder.root / "instance.json").exists():
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        with Holder(folder.database):
            process.send_signal(signal.SIGINT)
            began = time.monotonic()
            told, _ = process.communicate(timeout=60)
            assert time.monotonic() - began < LONGEST_S * slowness(), told.decode()
        assert process.returncode == 0, told.decode()
    finally:
        process.kill()
        process.wait()
    assert after(folder) == dict.fromkeys(THREE, "queued")
