"""What a person is told of unexpected errors, and of how the last session ended."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton

from tests.desktop.manners.walking import unnamed, usable, walk
from videogen_desktop.desktop.manners import Faults, LastWords
from videogen_desktop.desktop.manners.dialogs import CrashDialog, ReportDialog, Reporter, Troubles
from videogen_desktop.jobs.doctor import Sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.data_folder import DataFolder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none

_NO_PROCESS = 2**22 + 7
"""Higher than Linux gives to processes."""


@pytest.fixture
def faults() -> Iterator[Faults]:
    faults = Faults()
    faults.install()
    yield faults
    faults.close()


@pytest.fixture
def troubles(faults: Faults, folder: DataFolder, theme: Theme, window: MainWindow) -> Iterator[Troubles]:
    reporter = Reporter(Sources(folder, {}, lambda _name: None, Path.home()), lambda: None)
    yield Troubles(faults, LastWords(folder.logs), reporter, theme, window)
    reporter.close()


def dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def button(dialog: QDialog, text: str) -> QPushButton:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text]
    return found


def said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def break_down() -> None:
    raise ValueError(f"boom in {Path.home() / 'private'}")


def test_the_first_error_is_told_once_and_plainly(
    troubles: Troubles, faults: Faults, window: MainWindow, qtbot: QtBot
) -> None:
    troubles.begin()
    assert dialogs(window) == []
    for _ in range(3):
        QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    (dialog,) = dialogs(window)
    assert isinstance(dialog, CrashDialog)
    assert "Something in the program went wrong." in said(dialog)
    assert "Your papers and films are safe" in said(dialog)
    assert "Traceback" not in said(dialog)
    assert "boom" not in said(dialog)
    assert unnamed(dialog) == []
    assert usable(dialog) <= set(walk(dialog))
    button(dialog, "Copy details").click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: boom in ~" in copied
    assert "3 unexpected in this session" in copied
    assert str(Path.home() / "private") not in copied
    button(dialog, "Go on").click()
    QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: faults.number == 4)
    assert dialogs(window) == []


def test_an_error_before_the_window_is_told_when_it_is_there(
    troubles: Troubles, faults: Faults, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(faults.told):
        sys.excepthook(ValueError, ValueError("early"), None)
        troubles.begin()
        assert len(dialogs(window)) == 1
    assert len(dialogs(window)) == 1


def test_a_report_can_be_saved_from_there(troubles: Troubles, window: MainWindow) -> None:
    sys.excepthook(ValueError, ValueError("early"), None)
    troubles.begin()
    button(dialogs(window)[0], "Save report…").click()
    (dialog,) = dialogs(window)
    assert isinstance(dialog, ReportDialog)
    dialog.reject()


def test_while_the_program_ends_nobody_is_asked(
    troubles: Troubles, faults: Faults, window: MainWindow, qtbot: QtBot
) -> None:
    troubles.close()
    with qtbot.waitSignal(faults.told):
        sys.excepthook(ValueError, ValueError("late"), None)
    assert dialogs(window) == []


def test_an_unexpected_end_is_told_once(
    troubles: Troubles,
    folder: DataFolder,
    window: MainWindow,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "videogen_desktop")
    folder.logs.mkdir(parents=True)
    trace = f'Fatal Python error: Segmentation fault\n  File "{Path.home()}/x.py", line 3 in paint'
    (folder.logs / f"crash-{_NO_PROCESS}.txt").write_text(trace)
    troubles.begin()
    (dialog,) = dialogs(window)
    assert "The program ended unexpectedly last time." in said(dialog)
    assert "Nothing was lost" in said(dialog)
    assert "Segmentation" not in said(dialog)
    assert unnamed(dialog) == []
    assert usable(dialog) <= set(walk(dialog))
    shut = dialog.height()
    button(dialog, "Show details").click()
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert details.isVisible()
    assert details.isReadOnly()
    assert "Segmentation fault" in details.toPlainText()
    assert f"{Path.home()}/" not in details.toPlainText()
    assert dialog.height() >= shut + details.height()
    assert unnamed(dialog) == []
    assert usable(dialog) <= set(walk(dialog))
    button(dialog, "Hide details").click()
    assert not details.isVisible()
    assert dialog.height() == shut
    button(dialog, "Copy details").click()
    assert "Segmentation fault" in QGuiApplication.clipboard().text()
    assert f"{Path.home()}/" not in QGuiApplication.clipboard().text()
    button(dialog, "Forget").click()
    assert any("Segmentation fault" in record.getMessage() for record in caplog.records)
    assert list(folder.logs.glob("crash-*")) == []
    troubles.begin()
    assert dialogs(window) == []
