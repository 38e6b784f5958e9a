"""On a screen of few points, such as one of 1920 by 1080 at 200 %, all of each dialog can be reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from tests.desktop.all_dialogs import DIALOGS
from tests.desktop.small_screen import SCREEN
from tests.desktop.window.behaviour import finish_first
from tests.desktop.window.conftest import before, folder
from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Before = Callable[[Callable[[JobStore], object]], None]

__all__ = ["before", "folder"]

ROOM = QRect(SCREEN["x"], SCREEN["y"], SCREEN["width"], SCREEN["height"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_dialog_lies_within_the_screen(
    before: Before, folder: DataFolder, tmp_path: Path, language: str
) -> None:
    before(add("Cortical circuits", "Mortality and weight"))
    before(finish_first(folder))

    taken = _taken(folder.root, tmp_path, language)

    assert set(taken) == {"MainWindow", *DIALOGS}
    outside = {name: place for name, (place, _whole) in taken.items() if not ROOM.contains(QRect(*place))}
    assert outside == {}
    assert [name for name, (_place, whole) in taken.items() if not whole] == []


def _taken(root: Path, folder: Path, language: str) -> dict[str, tuple[list[int], bool]]:
    """Where each window lies and whether its content has room, in a process with such a screen."""
    done = subprocess.run(
        (sys.executable, "-m", "tests.desktop.small_screen", language, str(folder)),
        env={**os.environ, "VIDEOGEN_DATA_DIR": str(root)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=200,
        check=True,
    )
    told: dict[str, tuple[list[int], bool]] = json.loads(done.stdout.splitlines()[-1])
    return told
