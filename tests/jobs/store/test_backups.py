from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import (
    NOON,
    StoppedClock,
    add_jobs,
    filled,
    is_sound,
    jobs_in,
    number_of_jobs,
    running,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store.backups import backup_if_due, backups, make_backup, newest_good_backup
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.store.engine import Database

A_DAY = 86_400.0


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    database = open_database(folder, StoppedClock())
    yield database
    database.close()


def test_a_backup_holds_what_is_still_in_the_log_and_stands_alone(
    folder: DataFolder, database: Database
) -> None:
    add_jobs(database, 40)
    assert folder.database.with_name("videogen.db-wal").stat().st_size > 0
    made = backup_if_due(database, folder, StoppedClock())
    assert made == folder.backups / "videogen-0001-2026-11-23T12-00-00Z.db"
    assert [path.name for path in folder.backups.iterdir()] == [made.name]
    assert jobs_in(made) == 40
    assert is_sound(made)


@pytest.mark.skipif(os.name == "nt", reason="Windows protects a user's folder by its own means")
def test_backups_are_for_their_owner_alone(folder: DataFolder, database: Database) -> None:
    made = make_backup(database.path, folder, NOON)
    assert stat.S_IMODE(folder.backups.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_there_is_one_backup_a_day_and_three_are_kept(folder: DataFolder, database: Database) -> None:
    clock = StoppedClock()
    made = []
    for _ in range(5):
        made.append(backup_if_due(database, folder, clock))
        clock.time += A_DAY - 1
        assert backup_if_due(database, folder, clock) is None
        clock.time += 1
    assert backups(folder) == made[:1:-1]


def test_a_calendar_put_back_does_not_stop_the_backups(folder: DataFolder, database: Database) -> None:
    assert backup_if_due(database, folder, StoppedClock(NOON + 400 * A_DAY))
    assert backup_if_due(database, folder, StoppedClock(NOON))
    assert backup_if_due(database, folder, StoppedClock(NOON + 1)) is None


def test_a_backup_made_after_the_calendar_was_put_right_is_the_newest(
    folder: DataFolder, database: Database
) -> None:
    ahead = [backup_if_due(database, folder, StoppedClock(NOON + days * A_DAY)) for days in (400, 401, 402)]
    for day in range(4):
        add_jobs(database, 1, first=1 + day)
        made = backup_if_due(database, folder, StoppedClock(NOON + day * A_DAY))
        assert made is not None
        assert made.exists()
        assert newest_good_backup(folder) == made
        assert jobs_in(made) == 1 + day
    assert not set(ahead) & set(backups(folder))
    assert len(backups(folder)) == 3


def test_backups_whose_names_have_no_number_are_the_oldest(folder: DataFolder, database: Database) -> None:
    """An earlier version called them by their time alone, which may lie in the future."""
    made = make_backup(database.path, folder, NOON)
    earlier = [folder.backups / f"videogen-20{year}-01-01T00-00-00Z.db" for year in (31, 30)]
    for path in earlier:
        path.write_bytes(made.read_bytes())
    assert backups(folder) == [made, *earlier]
    second = make_backup(database.path, folder, NOON - A_DAY)
    assert backups(folder) == [second, made, earlier[0]]


def test_writing_goes_on_while_a_backup_is_made(folder: DataFolder, database: Database) -> None:
    add_jobs(database, 2000)
    enough = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not enough.is_set():
            add_jobs(database, 1, first=3000 + written)
            written += 1

    writer = threading.Thread(target=write)
    writer.start()
    made = [make_backup(database.path, folder, NOON + number) for number in range(3)]
    enough.set()
    writer.join()
    held = [jobs_in(path) for path in made]
    assert held == sorted(held)
    assert all(is_sound(path) for path in made)
    assert number_of_jobs(database) == 2000 + written > 2000


def test_a_damaged_database_puts_no_backup_in_the_place_of_a_good_one(folder: DataFolder) -> None:
    filled(folder, 300)
    good = make_backup(folder.database, folder, NOON)
    with contextlib.closing(sqlite3.connect(folder.database)) as connection:
        asked = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'job'")
        page = asked.fetchone()[0] - 1
    with folder.database.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xff" * 8)
    with pytest.raises(VideoGenError) as raised:
        make_backup(folder.database, folder, NOON + A_DAY)
    assert raised.value.code == "database-failing"
    assert [path.name for path in folder.backups.iterdir()] == [good.name]


def test_a_backup_killed_half_way_does_not_count_and_is_cleared_away(folder: DataFolder) -> None:
    filled(folder, 300)
    program = """
        import sys
        from pathlib import Path
        from tests.jobs.store.databases import NOON
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.store import backups

        def hang(*_, **__):
            print("copied", flush=True)
            sys.stdin.read()

        backups.problems_of = hang
        folder = DataFolder(Path(sys.argv[1]))
        backups.make_backup(folder.database, folder, NOON)
    """
    with running(program, folder.root) as process:
        wait_for_word(process, "copied")
        process.kill()
    assert len(list(folder.backups.iterdir())) == 1
    assert backups(folder) == []
    made = make_backup(folder.database, folder, NOON)
    assert list(folder.backups.iterdir()) == [made]


def test_the_log_of_the_store_is_never_taken_for_that_of_its_backup(folder: DataFolder) -> None:
    """A person copies a backup over the database by hand, and the log of the database stays beside it."""
    clock = StoppedClock()
    database = open_database(folder, clock)
    add_jobs(database, 10)
    made = backup_if_due(database, folder, clock)
    assert made is not None
    database.close()
    program = """
        import os, sys
        from pathlib import Path
        from tests.jobs.store.databases import StoppedClock, add_jobs
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.store.opening import open_database
        add_jobs(open_database(DataFolder(Path(sys.argv[1])), StoppedClock()), 30, first=11)
        os._exit(1)
    """
    with running(program, folder.root) as process:
        process.wait()
    folder.database.write_bytes(made.read_bytes())
    database = open_database(folder, clock)
    assert number_of_jobs(database) == 10
    assert len(database.notes) == 1
    database.close()
    assert is_sound(folder.database)
