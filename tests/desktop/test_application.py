"""Who wants the program to end, a person or the session: Qt tells both by one event."""

from __future__ import annotations

import subprocess
import sys

import pytest

_LOGGING_OUT = """
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from videogen_desktop.desktop.application import Application

application = Application(["x", "-platform", "offscreen"])
application.quit_wanted.connect(lambda: print("a person"))
application.session_ends.connect(lambda: print("the session"))
window = QWidget()
window.show()

def asked():
    application._end_of_session()  # as Qt tells of it; its session manager cannot be made here
    QTimer.singleShot(0, later)

def later():
    if {goes_on}:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    application.sendEvent(application, QEvent(QEvent.Type.Quit))
    application.end()

QTimer.singleShot(0, asked)
application.exec()
"""
"""A session that asks to end, and a wish to quit some time after that."""


@pytest.mark.parametrize(("goes_on", "who"), [(False, "the session"), (True, "a person")])
def test_a_session_that_went_on_after_all_does_not_end_by_the_next_wish_to_quit(
    goes_on: bool, who: str
) -> None:
    code = _LOGGING_OUT.format(goes_on=goes_on)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{who}\n"
