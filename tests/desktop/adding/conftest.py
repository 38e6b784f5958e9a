"""A window with an adder on a real queue, and a hand to work it with."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from videogen_desktop.desktop.adding import Adder
from videogen_desktop.desktop.adding.paper_dialog import PaperDialog
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.queue_link import QueueLink
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.pool import MainThreadCollector
from videogen_desktop.jobs.queue import Surroundings
from videogen_desktop.jobs.settings import GIB, QueueSettings, write_settings
from videogen_desktop.jobs.sizing import Machine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

WAIT_MS = 20_000
AROUND = Surroundings(lambda: Machine(2, 8 * GIB), on_battery=lambda: False)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[None]:
    """Garbage is collected as the program does it."""
    collector = MainThreadCollector(qapp)
    yield
    collector.stop()
    collector.deleteLater()


@pytest.fixture
def settings() -> QueueSettings:
    """What the queue is set to; a test module may have its own."""
    return QueueSettings(workers=1, least_free_bytes=0, keep_awake=False)


@pytest.fixture
def link(qtbot: QtBot, tmp_path: Path, settings: QueueSettings) -> Iterator[QueueLink]:
    """An open queue that starts nothing until it is resumed."""
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    write_settings(folder.settings, settings)
    link = QueueLink(folder, Call((), tmp_path), around=AROUND)
    with qtbot.waitSignal(link.opened, timeout=WAIT_MS):
        link.open()
    link.pause()
    qtbot.waitUntil(lambda: link.pool.state.paused, timeout=WAIT_MS)
    yield link
    assert link.close()


@dataclass
class Desk:
    """The window, and everything that the adder said."""

    qtbot: QtBot
    link: QueueLink
    window: QWidget
    adder: Adder
    preferences: list[Preferences]
    added: list[tuple[int, ...]] = field(default_factory=list)
    undoable: list[Any] = field(default_factory=list)
    chosen: list[JobOptions] = field(default_factory=list)
    failed: list[Any] = field(default_factory=list)

    @property
    def store(self) -> JobStore:
        return self.link.queue.store

    def jobs(self) -> tuple[Job, ...]:
        return self.store.page(JobQuery(), 0, 100)

    def names(self) -> list[str]:
        return [job.paper.name for job in self.jobs()]

    def put(self, *pmids: int) -> tuple[int, ...]:
        return self.store.add([NewPaper(PaperFacts(pmid=str(pmid))) for pmid in pmids], JobOptions())

    def open_sheet(self) -> PreviewSheet | None:
        return next((sheet for sheet in self.window.findChildren(PreviewSheet) if sheet.isVisible()), None)

    def sheet(self) -> PreviewSheet:
        """The sheet, once it says what was found."""
        self.qtbot.waitUntil(lambda: self._shows_something(self.open_sheet()), timeout=WAIT_MS)
        sheet = self.open_sheet()
        assert sheet is not None
        return sheet

    def dialog(self) -> PaperDialog:
        self.qtbot.waitUntil(lambda: self._dialogs() != [], timeout=WAIT_MS)
        return self._dialogs()[0]

    def gone(self) -> None:
        """Wait until no sheet is open."""
        self.qtbot.waitUntil(lambda: self.open_sheet() is None, timeout=WAIT_MS)

    def press(self, window: QWidget, key: Qt.Key) -> None:
        """Press a key where the focus of a window is."""
        widget = window.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)

    def click(self, button: QWidget) -> None:
        assert button.isEnabled()
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def add(self, sheet: PreviewSheet) -> tuple[int, ...]:
        """Add what the sheet shows."""
        with self.qtbot.waitSignal(self.adder.added, timeout=WAIT_MS):
            self.click(primary(sheet))
        self.gone()
        return self.added[-1]

    def _dialogs(self) -> list[PaperDialog]:
        return [dialog for dialog in self.window.findChildren(PaperDialog) if dialog.isVisible()]

    def _shows_something(self, sheet: PreviewSheet | None) -> bool:
        return sheet is not None and heading(sheet) != "Reading…"


@pytest.fixture
def desk(qtbot: QtBot, link: QueueLink, theme: Theme) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    preferences = [Preferences()]
    adder = Adder(link, theme, lambda: preferences[-1], window)
    desk = Desk(qtbot, link, window, adder, preferences)
    adder.added.connect(desk.added.append)
    adder.undoable.connect(lambda _ids, undoable: desk.undoable.append(undoable))
    adder.options_chosen.connect(desk.chosen.append)
    adder.failed.connect(desk.failed.append)
    yield desk
    assert desk.failed == []


def heading(sheet: PreviewSheet) -> str:
    return next(label.text() for label in sheet.findChildren(QLabel) if label.property("role") == "title")


def primary(widget: QWidget) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.property("primary"))


def button(widget: QWidget, text: str) -> QPushButton:
    found = widget.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "") == text)


def box(widget: QWidget, start: str) -> QCheckBox:
    found = widget.findChildren(QCheckBox)
    return next(each for each in found if each.text().replace("&", "").startswith(start))


def combo(widget: QWidget, name: str) -> QComboBox:
    return next(each for each in widget.findChildren(QComboBox) if each.accessibleName() == name)


def choose(combo: QComboBox, value: object) -> None:
    """Choose as a person does, who is heard by ``activated``."""
    index = combo.findData(value)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def tabs(sheet: QWidget) -> dict[str, int]:
    """Each tab with its count."""
    bar = sheet.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    texts = (bar.tabText(index).split("  ") for index in range(bar.count()))
    return {name: int(count.replace(",", "")) for name, count in texts}


def rows(sheet: QWidget, tab: str) -> list[tuple[str, str, str]]:
    """What the rows under a tab say."""
    bar, view = sheet.findChild(QTabBar), sheet.findChild(QTableView)
    assert isinstance(bar, QTabBar)
    assert isinstance(view, QTableView)
    bar.setCurrentIndex(list(tabs(sheet)).index(tab))
    model = view.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    ]


def said(widget: QWidget) -> str:
    """All that can be read in labels."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
