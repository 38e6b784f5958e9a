"""A program of its own: opens each dialog on a small screen, and prints which room it takes there.

``python -m tests.desktop.small_screen LANGUAGE FOLDER`` prints a line of JSON. The size of a screen is
settled when Qt begins, so that only a new process has one of another size.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QApplication, QDialog

from tests.desktop.all_dialogs import DIALOGS, come_to
from tests.desktop.performance.stalls import live_for
from tests.desktop.window.desk import AROUND, Desk
from videogen_desktop.desktop.app import Desktop
from videogen_desktop.desktop.languages import install
from videogen_desktop.desktop.manners import Faults, LastWords
from videogen_desktop.desktop.queue_link import call_of
from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

SCREEN: Final = {
    "x": 0,
    "y": 0,
    "width": 960,
    "height": 500,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""What is left of 1920 by 1080 at 200 %, less a bar of tasks."""


class _Waiting:
    """Waits as pytest-qt does."""

    def waitUntil(self, condition: Callable[[], object], timeout: int) -> None:  # noqa: N802 - pytest-qt's
        late = time.monotonic() + timeout / 1000
        while not condition():
            if time.monotonic() > late:
                raise TimeoutError("the window did not come to what was waited for")
            live_for(0.01)


def _main(language: str, folder: Path) -> None:
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"windowFrameMargins": True, "screens": [SCREEN]}), encoding="utf-8")
    application = QApplication([sys.argv[0], "-platform", f"offscreen:configfile={screen}"])
    application.setQuitOnLastWindowClosed(False)
    install(application, language)
    data = DataFolder.of_user()
    desktop = Desktop(
        application, data, call_of([]), Faults(application), LastWords(data.logs), around=AROUND
    )
    desk = Desk(cast("QtBot", _Waiting()), desktop)
    desktop.start()
    desk.until(lambda: desktop.ready)
    desk.choose(next(job.id for job in desk.listed() if job.state == "queued"))
    taken = {"MainWindow": _room(desktop.window)}
    for name in DIALOGS:
        dialog = come_to(desk, name, _new(folder / name))
        taken[name] = _room(dialog)
        _leave(desk)
    sys.stdout.write(f"{json.dumps(taken)}\n")
    sys.stdout.flush()
    os._exit(0)  # what is left of Qt need not be taken apart in order


def _room(window: QWidget) -> tuple[tuple[int, ...], bool]:
    """Where a window lies with its frame, and whether what is in it has room."""
    size, least = window.size(), window.minimumSizeHint()
    return window.frameGeometry().getRect(), size == size.expandedTo(least)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _leave(desk: Desk) -> None:
    """Close all dialogs, and those before that another one stands on."""
    for each in reversed(desk.window.findChildren(QDialog)):
        each.close()
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
