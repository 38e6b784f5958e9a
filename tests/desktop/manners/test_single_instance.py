"""Two real starts of the program with one data folder."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.instance import Call, only_instance
from videogen_desktop.jobs.store import open_to_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder

_LONGEST_S = 60
_AGREES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from videogen_desktop.desktop import app
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet

def agree():
    for sheet in QApplication.topLevelWidgets():
        if isinstance(sheet, PreviewSheet) and sheet.isVisible() and sheet.papers:
            sheet.add_wanted.emit()
            return
    QTimer.singleShot(50, agree)

def paused(desktop):
    desktop.link.opened.connect(lambda: (desktop.link.pause(), QTimer.singleShot(0, agree)))

def activated(window):
    print("activated", flush=True)

begin = app.Desktop.start
app.Desktop.start = lambda desktop: (paused(desktop), begin(desktop))
app.MainWindow.activateWindow = activated
app.main()
"""
"""The program, with a person at it who agrees to what the sheet shows; no film is made meanwhile."""

_TELLS_OF_WINDOWS = """
from PySide6.QtWidgets import QWidget
from videogen_desktop.desktop import app

class Window(app.MainWindow):
    def showEvent(self, event):
        print("a window is shown", flush=True)
        super().showEvent(event)

app.MainWindow = Window
app.main()
"""

_WAITS_BRIEFLY = """
from functools import partial
from videogen_desktop.desktop import app
from videogen_desktop.jobs import assembly

def not_opened(desktop, error, again):
    print(error.code, flush=True)
    desktop.end()

app.handed_over = partial(app.handed_over, patience_s=0.5)
assembly.only_instance = partial(assembly.only_instance, patience_s=0.5)
app.Desktop._not_opened = not_opened
app.main()
"""


def start(folder: DataFolder, *command: str, cwd: Path) -> subprocess.Popen[bytes]:
    offline = dict.fromkeys(("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL"), "http://127.0.0.1:9")
    environ = os.environ | offline | {"QT_QPA_PLATFORM": "offscreen", "VIDEOGEN_DATA_DIR": str(folder.root)}
    return subprocess.Popen(
        [sys.executable, *command], env=environ, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def until(there: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _LONGEST_S
    while not there():
        assert process.poll() is None, process.communicate()[0].decode()
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


@pytest.fixture
def first(folder: DataFolder, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program, whose window is open and which listens."""
    process = start(folder, "-c", _AGREES, cwd=tmp_path)
    until((folder.root / "instance.json").exists, process)
    until(folder.database.exists, process)
    yield process
    process.kill()
    process.communicate()


def papers_in(folder: DataFolder) -> list[str]:
    store = open_to_look(folder, SystemClock())
    try:
        return sorted(job.paper.pmid or "" for job in store.jobs(range(1, 10)))
    finally:
        store.close()


def test_a_second_start_hands_its_list_over(
    folder: DataFolder, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "my list.txt").write_text("29412138\n32671000\n")
    second = start(folder, "-m", "videogen_desktop.desktop", "my list.txt", cwd=elsewhere)
    said = second.communicate(timeout=_LONGEST_S)[0]
    assert second.returncode == 0, said.decode()
    assert b"Traceback" not in said
    until(lambda: papers_in(folder) == ["29412138", "32671000"], first)


def test_a_second_start_hands_over_what_is_no_file(
    folder: DataFolder, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    second = start(folder, "-m", "videogen_desktop.desktop", "29412138", cwd=tmp_path)
    assert second.wait(_LONGEST_S) == 0
    second.communicate()
    until(lambda: papers_in(folder) == ["29412138"], first)


def test_a_second_start_with_nothing_only_raises_the_window(
    folder: DataFolder, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    second = start(folder, "-m", "videogen_desktop.desktop", cwd=tmp_path)
    assert second.wait(_LONGEST_S) == 0
    second.communicate()
    assert first.stdout
    assert any(line == b"activated\n" for line in first.stdout)
    assert first.poll() is None
    assert papers_in(folder) == []


def test_a_second_start_shows_no_window_of_its_own(
    folder: DataFolder, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    until((folder.root / "instance.json").exists, first)
    second = start(folder, "-c", _TELLS_OF_WINDOWS, "29412138", cwd=tmp_path)
    said = second.communicate(timeout=_LONGEST_S)[0]
    assert second.returncode == 0
    assert said == b""
    until(lambda: papers_in(folder) == ["29412138"], first)


def test_a_window_that_answers_too_late_is_told_once(folder: DataFolder, tmp_path: Path) -> None:
    calls: list[Call] = []
    enough = threading.Event()

    def called(call: Call) -> None:
        calls.append(call)
        enough.wait()

    instance = only_instance(folder, Call((), tmp_path), called)
    assert instance is not None
    with instance:
        second = start(folder, "-c", _WAITS_BRIEFLY, "29412138", cwd=tmp_path)
        said = second.communicate(timeout=_LONGEST_S)[0]
        enough.set()
    assert said == b"already-running\n"
    assert calls == [Call(("29412138",), tmp_path)]
