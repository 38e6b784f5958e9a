"""The right half of the status bar says what the computer gives for the work, as it is now."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import psutil
import pytest
from PySide6.QtCore import QLocale

from tests.desktop.window.behaviour import finish_first, label, let_work
from tests.desktop.window.desk import papers
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

GB = 1000**3
HELD = 420_000_000


class Computer:
    """What the system says of itself."""

    def __init__(self) -> None:
        self.percent = 37.4
        self.free = 123 * GB

    def cpu_percent(self, _interval: float | None = None) -> float:
        return self.percent

    def disk_usage(self, _path: object) -> shutil._ntuple_diskusage:
        return shutil._ntuple_diskusage(500 * GB, 500 * GB - self.free, self.free)


def number(value: float) -> str:
    """As the person's own country writes it."""
    return QLocale().toString(value, "f", 1)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    computer = Computer()
    monkeypatch.setattr(psutil, "cpu_percent", computer.cpu_percent)
    monkeypatch.setattr(shutil, "disk_usage", computer.disk_usage)
    return computer


@pytest.mark.usefixtures("before")
def test_workers_processor_and_free_disk_are_those_of_this_moment(opened: Open, computer: Computer) -> None:
    desk = opened()
    desk.until(lambda: label(desk, "Computer") == "1 worker · 37 % CPU · 123 GB free")

    computer.percent, computer.free = 61.0, int(8.4 * GB)
    desk.desktop.link.resize(2)

    desk.until(lambda: label(desk, "Computer") == f"2 workers · 61 % CPU · {number(8.4)} GB free")
    assert label(desk, "Work") == ""


@pytest.mark.usefixtures("before")
def test_free_disk_is_said_before_there_is_any_film(opened: Open, folder: DataFolder) -> None:
    desk = opened()

    desk.until(lambda: label(desk, "Computer").endswith(" GB free"))
    assert not folder.films.exists()


@pytest.mark.usefixtures("computer")
def test_the_memory_of_what_runs_is_said_and_gone_with_it(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    profile = let_work(folder, held=HELD)
    before(lambda store: store.add(papers("Works"), JobOptions(profile=profile.name)))
    desk = opened()
    desk.until_titles("Works")
    desk.act("pause-queue")

    desk.until(lambda: f"· {number(0.4)} GB memory ·" in label(desk, "Computer"))
    desk.until(lambda: label(desk, "Work").startswith("1 running"))
    desk.choose(desk.listed()[0].id)
    desk.act("cancel")

    desk.until(lambda: "memory" not in label(desk, "Computer"))
    desk.until(lambda: "running" not in label(desk, "Work"))


def test_the_time_that_is_left_is_said_while_the_queue_goes_on_only(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    profile = let_work(folder)
    before(lambda store: store.add(papers("Done", "Works", "Waits"), JobOptions(profile=profile.name)))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles("Done", "Works", "Waits")

    desk.act("pause-queue")
    desk.until(lambda: label(desk, "Work").startswith("1 running · 1 queued · 1 done · about "))
    desk.act("pause-queue")
    desk.until(lambda: label(desk, "Work") == "1 running · 1 queued · 1 done")
    desk.act("pause-queue")
    desk.until(lambda: label(desk, "Work").endswith(" left"))
    desk.act("after-this-one")

    desk.until(lambda: label(desk, "Work") == "1 running · 1 queued · 1 done")
