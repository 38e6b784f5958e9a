"""What a start of the window does not load: it would take its time and its memory for nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.window_jobs import fill

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("alembic", "av", "lxml", "numpy", "onnxruntime", "piper")

_START = """
import sys
from PySide6.QtCore import QTimer
from videogen_desktop.desktop import app

class Watched(app.Desktop):
    def start(self):
        self.looking = QTimer(self, interval=5)
        self.looking.timeout.connect(self.look)
        self.looking.start()
        super().start()

    def look(self):
        if self.ready and not self.link.background.busy:
            self.looking.stop()
            print("loaded:", *(name for name in sys.argv[1:] if name in sys.modules))
            self.end()

app.Desktop = Watched
sys.exit(app.run(["videogen-desktop"]))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Which of the heavy modules a window has loaded that is ready and shows no film; not its first start."""
    folder = fill(tmp_path_factory.mktemp("start") / "data", 20, random.Random(1))
    return _loaded(folder.root, *HEAVY)


@pytest.mark.parametrize("name", HEAVY)
def test_a_start_does_not_load(loaded: set[str], name: str) -> None:
    assert name not in loaded


def test_what_is_loaded_is_seen(tmp_path: Path) -> None:
    """Or the other tests would prove nothing."""
    assert _loaded(tmp_path, "sqlalchemy", "PySide6.QtWidgets") == {"sqlalchemy", "PySide6.QtWidgets"}


def _loaded(folder: Path, *names: str) -> set[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "VIDEOGEN_DATA_DIR": str(folder),
        "VIDEOGEN_EUTILS_URL": "http://127.0.0.1:9/",
    }
    done = subprocess.run(
        (sys.executable, "-c", _START, *names),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    [told] = [line for line in done.stdout.splitlines() if line.startswith("loaded:")]
    return set(told.split()[1:])
