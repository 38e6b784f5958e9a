"""A real queue, open and with finished films in it, behind a window."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.export.finished import FACTS, finished_job
from videogen_desktop.desktop.exporting import Exporter
from videogen_desktop.desktop.queue_link import QueueLink
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper
from videogen_desktop.jobs.pool import MainThreadCollector
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from pytestqt.qtbot import QtBot

    from videogen_desktop.jobs.model import PaperFacts
    from videogen_desktop.jobs.store import JobStore

TITLES = ("Imaging of cortical circuits", "Weight change and mortality", "A third paper")


def add_finished(
    store: JobStore, folder: DataFolder, number: int, facts: PaperFacts, options: JobOptions
) -> None:
    """Add a job that becomes this number, with its film. An open queue's own workers would take it first."""
    store.add([NewPaper(facts)], options)
    claim = store.claim("a worker")
    assert claim is not None
    assert claim.job.id == number
    film = finished_job(folder.films, number, facts).film
    store.finish(claim, Ending("completed", "completed", film=film))


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A data folder with three finished films, numbers 1 to 3, and one paper that waits, number 4."""
    folder = DataFolder(tmp_path / "data")
    store = open_store(folder, SystemClock())
    for number, title in enumerate(TITLES, 1):
        facts = replace(FACTS, pmid=str(29608147 + number), doi=None, title=title)
        add_finished(store, folder, number, facts, JobOptions())
    store.add([NewPaper(replace(FACTS, pmid="1", doi=None, title="Not made yet"))], JobOptions(), paused=True)
    store.close()
    return folder


@pytest.fixture(autouse=True)
def garbage(application: QCoreApplication) -> Iterator[None]:
    """Collects garbage on the main thread, as the program does: on another one a Qt object must not die."""
    collector = MainThreadCollector(application)
    yield
    collector.stop()
    collector.deleteLater()
    gc.collect()


@pytest.fixture
def theme(application: QCoreApplication) -> Iterator[Theme]:
    assert isinstance(application, QApplication)
    theme = Theme(application)
    yield theme
    theme.deleteLater()


@pytest.fixture
def link(qtbot: QtBot, data: DataFolder) -> Iterator[QueueLink]:
    """The queue, open."""
    link = QueueLink(data, Call((), data.root))
    with qtbot.waitSignal(link.opened, timeout=10_000):
        link.open()
    yield link
    link.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def exporter(link: QueueLink, theme: Theme, window: QWidget) -> Iterator[Exporter]:
    exporter = Exporter(link, theme, window)
    yield exporter
    exporter.close()
