from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import PRESENT, StoppedClock, add_jobs, contents, filled
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store.health import check_database
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def test_a_sound_store_is_said_to_be_sound_and_left_as_it_is(folder: DataFolder) -> None:
    path = filled(folder, 10)
    before = contents(folder.root)
    found = check_database(folder)
    assert found.sound
    assert (found.revision, found.newer, found.problems) == (PRESENT, False, ())
    assert found.size == path.stat().st_size
    assert contents(folder.root) == before


def test_a_store_at_work_can_be_examined(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    with database.writing():
        assert check_database(folder).sound
    add_jobs(database, 5)
    found = check_database(folder)
    assert found.sound
    assert found.size > folder.database.stat().st_size
    database.close()


def test_no_store_is_no_problem(folder: DataFolder) -> None:
    found = check_database(folder)
    assert (found.revision, found.size, found.sound) == (None, 0, True)
    assert not folder.root.exists()


def test_damage_is_told_and_left_as_it_is(folder: DataFolder) -> None:
    path = filled(folder, 300)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    before = contents(folder.root)
    found = check_database(folder)
    assert not found.sound
    assert found.problems
    assert contents(folder.root) == before


def test_a_newer_store_is_told(folder: DataFolder) -> None:
    path = filled(folder, 1)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    found = check_database(folder)
    assert (found.revision, found.newer, found.sound) == ("9999", True, False)
