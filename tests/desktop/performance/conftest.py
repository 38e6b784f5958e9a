"""The whole window on ten thousand jobs."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import shiboken6

from tests.benchmarks.window_jobs import fill
from tests.desktop.performance.scenes import be_ready, opened
from tests.desktop.window.desk import AROUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from videogen_desktop.desktop.app import Desktop
    from videogen_desktop.jobs.data_folder import DataFolder

JOBS = 10_000


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder with very many jobs; its queue is paused."""
    return fill(tmp_path_factory.mktemp("many") / "data", JOBS, random.Random(1))


@pytest.fixture
def open_window(
    qapp: QApplication, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Desktop]]:
    """Opens the program anew; the one before is closed, and the last one after the test."""
    for name in ("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL", "VIDEOGEN_PMC_BUCKET_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    desks: list[Desktop] = []

    def close() -> None:
        while desks:
            desktop = desks.pop()
            desktop.end()
            for each in (desktop.window, desktop):
                if shiboken6.isValid(each):
                    shiboken6.delete(each)

    def open_window() -> Desktop:
        close()
        desks.append(opened(qapp, folder, AROUND))
        return desks[-1]

    yield open_window
    close()


@pytest.fixture
def desktop(open_window: Callable[[], Desktop]) -> Desktop:
    """The program with its list on the screen."""
    desktop = open_window()
    be_ready(desktop)
    return desktop
