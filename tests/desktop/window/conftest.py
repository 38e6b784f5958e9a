"""The whole window on a queue of its own, which begins no film by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop.window.desk import AROUND, Desk
from tests.desktop.window.slow_list import SlowList
from videogen_desktop.desktop.app import Desktop
from videogen_desktop.desktop.manners import Faults, LastWords
from videogen_desktop.desktop.queue_link import call_of
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.queue import WorkQueue
from videogen_desktop.jobs.settings import QueueSettings, write_settings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from videogen_desktop.jobs.store import JobStore


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A data folder with settings that let nothing of this computer hold the queue."""
    for name in ("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL", "VIDEOGEN_PMC_BUCKET_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    write_settings(folder.settings, QueueSettings(workers=1, least_free_bytes=0, keep_awake=False))
    return folder


@pytest.fixture
def before(folder: DataFolder) -> Callable[[Callable[[JobStore], object]], None]:
    """Put something into the store before the window is opened; the queue is paused."""

    def put(work: Callable[[JobStore], object]) -> None:
        store = open_store(folder, SystemClock())
        store.set_reason("owner", True)
        work(store)
        store.close()

    put(lambda _store: None)
    return put


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, folder: DataFolder) -> Iterator[Callable[..., Desk]]:
    """Opens the window, with arguments; ``as_left`` in the size that it had before."""
    desks: list[Desk] = []

    def opened(*arguments: str, wait: bool = True, as_left: bool = False) -> Desk:
        faults, last_words = Faults(qapp), LastWords(folder.logs)
        desktop = Desktop(qapp, folder, call_of(list(arguments)), faults, last_words, around=AROUND)
        desk = Desk(qtbot, desktop)
        desks.append(desk)
        if not as_left:
            desktop.window.resize(1200, 700)
        desktop.start()
        if wait:
            desk.until(lambda: desktop.ready)
            desk.until_list_is_read()
        return desk

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def idle_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue's own workers take no job: the test does, though the queue is not paused."""
    monkeypatch.setattr(WorkQueue, "next_claim", lambda _queue: None)


@pytest.fixture
def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowList]:
    """The list of the test's own window, read as slowly as the test wants."""
    slow = SlowList(desk, monkeypatch)
    yield slow
    slow.let(1000)  # or the window could not be closed
