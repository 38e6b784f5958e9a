from __future__ import annotations

import sqlite3
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import StoppedClock, add_jobs, number_of_jobs, running, wait_for_word
from tests.jobs.store.test_engine import HOLD
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("kind", [None, "nfs"])
def test_who_waits_for_another_program_gives_up_when_hurried(tmp_path: Path, kind: str | None) -> None:
    database = open_database(DataFolder(tmp_path), StoppedClock(), network=lambda _path: kind)
    add_jobs(database, 1)
    told: list[str] = []

    def use(work: Callable[[], object]) -> None:
        try:
            work()
        except VideoGenError as error:
            told.append(error.code)

    works: list[Callable[[], object]] = [lambda: add_jobs(database, 1, 2)]
    if kind is not None:  # without a log those who read have to wait as well
        works.append(lambda: number_of_jobs(database))
    with running(HOLD, database.path) as other:
        wait_for_word(other, "locked")
        threads = [threading.Thread(target=use, args=(work,)) for work in works * 3]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(0.3)
            assert thread.is_alive(), "it waits"
        began = time.monotonic()
        database.hurry(0.5)
        for thread in threads:
            thread.join(20)
        assert time.monotonic() - began < 3.0 * slowness()
        assert told == ["database-busy"] * len(threads)
        database.close()
        assert time.monotonic() - began < 4.0 * slowness()


def test_after_a_hurry_what_is_free_is_still_written(tmp_path: Path) -> None:
    database = open_database(DataFolder(tmp_path), StoppedClock())
    database.hurry(0.0)
    add_jobs(database, 2)
    assert number_of_jobs(database) == 2
    database.close()


def test_only_a_busy_database_is_tried_again() -> None:
    tried: list[int] = []

    def fail() -> None:
        tried.append(1)
        sqlite3.connect(":memory:").execute("SELECT * FROM absent")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        Patience(5.0).tried(fail)
    assert len(tried) == 1
