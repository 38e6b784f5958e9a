"""A store whose calendar is set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.room import SetClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store import JobStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(folder: DataFolder, clock: SetClock) -> Iterator[JobStore]:
    opened = open_store(folder, clock)
    yield opened
    opened.close()
