"""Unexpected errors, as Python and Qt bring them: on the UI thread, on others, and while all ends."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.desktop.background import Background
from videogen_desktop.desktop.manners import Faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.manners.fault import Fault


@pytest.fixture
def faults(caplog: pytest.LogCaptureFixture) -> Iterator[Faults]:
    caplog.set_level(logging.INFO, "videogen_desktop")
    faults = Faults()
    faults.install()
    yield faults
    faults.close()


@pytest.fixture
def told(faults: Faults) -> list[Fault]:
    told: list[Fault] = []
    faults.told.connect(told.append)
    return told


def break_down(text: str = "boom") -> None:
    raise ValueError(text)


def fail_in_another_place() -> None:
    raise KeyError("other")


def traces(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if "Traceback" in record.getMessage()]


def test_an_error_in_a_slot_is_told_and_written(
    faults: Faults, told: list[Fault], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: break_down())
    button.click()
    assert told == []  # not within the event in which it happened
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].kind == "ValueError"
    assert "boom" in told[0].trace
    assert faults.first is told[0]
    assert len(traces(caplog)) == 1


def test_an_error_while_a_widget_is_painted_arrives_too(told: list[Fault], qtbot: QtBot) -> None:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's
            break_down("painting")

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "painting" in told[0].trace


def test_an_error_on_another_thread_is_told_on_the_ui_thread(faults: Faults, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    faults.told.connect(lambda _fault: threads.append(threading.current_thread()))
    thread = threading.Thread(target=break_down, name="worker of a test")
    thread.start()
    thread.join()
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]
    assert faults.first is not None
    assert faults.first.thread == "worker of a test"


def test_an_error_of_background_work_is_told(told: list[Fault], qtbot: QtBot) -> None:
    background = Background()
    background.run(break_down)
    qtbot.waitUntil(lambda: len(told) == 1)
    background.close()


def test_an_error_that_nobody_can_be_given_is_told(told: list[Fault], qtbot: QtBot) -> None:
    class Breaks:
        def __del__(self) -> None:
            break_down("while it went")

    Breaks()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "while it went" in told[0].trace


def test_the_first_is_told_and_later_ones_are_counted(
    faults: Faults, told: list[Fault], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(25):
        QTimer.singleShot(0, break_down)
    QTimer.singleShot(0, fail_in_another_place)
    qtbot.waitUntil(lambda: faults.number == 26)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert [trace.count("ValueError: boom") for trace in traces(caplog)] == [1, 0]
    assert any("10 times" in record.getMessage() for record in caplog.records)


def test_a_thread_that_leaves_is_no_fault(faults: Faults) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert faults.number == 0


def test_an_error_that_cannot_even_be_shown_does_no_harm(
    faults: Faults, told: list[Fault], qtbot: QtBot
) -> None:
    class UnspeakableError(Exception):
        def __str__(self) -> str:
            raise RuntimeError("no words")

    sys.excepthook(UnspeakableError, UnspeakableError(), None)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert faults.number == 1


@pytest.mark.qt_log_ignore("a complaint of a test")
def test_what_qt_says_is_written(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    qWarning("a complaint of a test")
    (record,) = [record for record in caplog.records if record.name == "videogen_desktop.qt"]
    assert record.levelno == logging.WARNING
    assert "a complaint of a test" in record.getMessage()
    assert faults.number == 0


def test_everything_is_as_before_after_the_end() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faults = Faults()
    faults.install()
    faults.install()
    assert sys.excepthook is not before[0]
    faults.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


_ENDING = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from videogen_desktop.desktop.manners import Faults

application = QApplication(["x", "-platform", "offscreen"])
faults = Faults(application)
faults.install()
go = threading.Event()

def late():
    go.wait(10)
    for _ in range(200):
        try:
            raise ValueError("late")
        except ValueError as error:
            happened = (ValueError, error, None, threading.current_thread())
            threading.excepthook(threading.ExceptHookArgs(happened))

thread = threading.Thread(target=late)
thread.start()
QTimer.singleShot(0, application.quit)
application.exec()
go.set()
del faults
application.shutdown()
thread.join()
print("ended")
"""


def test_errors_while_the_application_ends_do_no_harm() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _ENDING], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "ended\n"), ended.stderr
