"""No dialog holds the window up for longer than a tenth of a second, not even when it is opened first."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import FACTS, finished_job
from tests.desktop.performance.first_opening import OPENINGS
from tests.desktop.window.desk import papers
from tests.yardstick import slowness
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper
from videogen_desktop.jobs.settings import QueueSettings, write_settings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.alone

MOST_MS = 100.0
ROUNDS = 4
"""A machine that is busy with other things is late itself; a dialog that stalls does so each time."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder with a finished film and some papers that wait."""
    folder = DataFolder(tmp_path_factory.mktemp("first") / "data")
    folder.root.mkdir()
    write_settings(folder.settings, QueueSettings(workers=1, least_free_bytes=0, keep_awake=False))
    store = open_store(folder, SystemClock())
    film = finished_job(folder.films, 1, FACTS).film
    store.add([NewPaper(FACTS)], JobOptions())
    claim = store.claim("a worker")
    assert claim is not None
    store.finish(claim, Ending("completed", "completed", film=film))
    store.set_reason("owner", True)
    store.add(papers("One", "Two", "Three", first=100), JobOptions())
    store.close()
    return folder


@pytest.mark.parametrize("name", OPENINGS)
def test_what_is_opened_first(folder: DataFolder, name: str) -> None:
    stalled: list[float] = []
    while len(stalled) < ROUNDS and not any(each < MOST_MS for each in stalled):
        stalled.append(_stall(folder.root, name))

    assert min(stalled) < MOST_MS, f"each first time: {stalled}"


def _stall(root: Path, name: str) -> float:
    """The longest stall in a process of its own, in milliseconds of a machine at its usual pace."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "VIDEOGEN_DATA_DIR": str(root),
        "VIDEOGEN_EUTILS_URL": "http://127.0.0.1:9/",
    }
    done = subprocess.run(
        (sys.executable, "-m", "tests.desktop.performance.first_opening", name),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    [told] = [line for line in done.stdout.splitlines() if line.startswith("stalled:")]
    return float(told.split()[1]) / slowness()
