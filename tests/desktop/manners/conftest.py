"""A real queue, open and with nothing to do, and a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from videogen_desktop.desktop.main_window import MainWindow
from videogen_desktop.desktop.queue_link import QueueLink, call_of
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def theme(application: QCoreApplication) -> Iterator[Theme]:
    assert isinstance(application, QApplication)
    theme = Theme(application, "light")
    yield theme
    theme.deleteLater()


@pytest.fixture
def link(folder: DataFolder) -> Iterator[QueueLink]:
    """The queue, not open yet."""
    link = QueueLink(folder, call_of([]))
    yield link
    link.close()


@pytest.fixture
def open_link(qtbot: QtBot, link: QueueLink) -> QueueLink:
    with qtbot.waitSignal(link.opened, timeout=20_000):
        link.open()
    return link


@pytest.fixture
def window(qtbot: QtBot, link: QueueLink, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(link, theme, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.allow_close()
