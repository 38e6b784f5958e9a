from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.jobs.store.databases import (
    StoppedClock,
    add_jobs,
    closed_well,
    filled,
    is_sound,
    jobs_in,
    number_of_jobs,
    running,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store.damage import DamagedDatabase
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.store.engine import Database

HOLD = """
    import sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("UPDATE queue SET revision = revision + 1000")
    print("locked", flush=True)
    sys.stdin.readline()
    connection.execute("COMMIT")
    print("free", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    database = open_database(folder, StoppedClock())
    yield database
    database.close()


def change_of(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT revision FROM queue").scalar_one())


def test_while_another_process_writes_reads_go_on_and_a_write_waits_its_turn(database: Database) -> None:
    add_jobs(database, 3)
    with running(HOLD, database.path) as other:
        wait_for_word(other, "locked")
        writer = threading.Thread(target=add_jobs, args=(database, 2, 4))
        writer.start()
        begun = time.monotonic()
        for _ in range(50):
            assert number_of_jobs(database) == 3
        assert time.monotonic() - begun < 5
        assert writer.is_alive()
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        wait_for_word(other, "free")
        writer.join()
    assert number_of_jobs(database) == 5
    assert change_of(database) == 1002


def test_a_lock_of_ten_seconds_is_outlasted(database: Database) -> None:
    program = """
        import sqlite3, sys, time
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        print("locked", flush=True)
        time.sleep(10)
    """
    begun = time.monotonic()  # before the lock: how late its word is heard does not matter
    with running(program, database.path) as other:
        wait_for_word(other, "locked")
        add_jobs(database, 1)
        assert time.monotonic() - begun > 10
    assert number_of_jobs(database) == 1


def test_a_lock_that_is_not_let_go_is_said_and_nothing_is_lost(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock(), patience=Patience(0.3))
    add_jobs(database, 3)
    with running(HOLD, database.path) as other:
        wait_for_word(other, "locked")
        with pytest.raises(VideoGenError) as raised:
            add_jobs(database, 1, first=4)
        assert (raised.value.code, raised.value.retryable) == ("database-busy", True)
        assert not database.writable()
        assert number_of_jobs(database) == 3
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        wait_for_word(other, "free")
        assert database.writable()
        add_jobs(database, 1, first=4)
    database.close()
    assert jobs_in(folder.database) == 4
    assert is_sound(folder.database)


def test_a_thread_that_waits_too_long_for_another_is_told(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock(), patience=Patience(0.2))
    told: list[str] = []

    def write() -> None:
        try:
            add_jobs(database, 1)
        except VideoGenError as error:
            told.append(error.code)

    with database.writing():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert told == ["database-busy"]
    database.close()


def test_a_store_that_another_program_holds_is_not_opened(folder: DataFolder) -> None:
    filled(folder, 1)
    with running(HOLD, folder.database) as other:
        wait_for_word(other, "locked")
        with pytest.raises(VideoGenError) as raised:
            open_database(folder, StoppedClock(), patience=Patience(0.2))
        assert raised.value.code == "database-busy"
    open_database(folder, StoppedClock()).close()
    assert jobs_in(folder.database) == 1


def test_threads_take_turns_and_every_write_counts(database: Database) -> None:
    def count() -> None:
        for _ in range(25):
            with database.writing() as connection:
                now = connection.exec_driver_sql("SELECT revision FROM queue").scalar_one()
                connection.exec_driver_sql("UPDATE queue SET revision = ?", (now + 1,))

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert change_of(database) == 200


def test_a_reader_sees_one_moment_while_others_write(database: Database) -> None:
    add_jobs(database, 1)
    with database.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM job").scalar_one()
        add_jobs(database, 1, first=2)
        assert connection.exec_driver_sql("SELECT count(*) FROM job").scalar_one() == before
    assert number_of_jobs(database) == 2


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"), database.reading() as connection:
        connection.exec_driver_sql("UPDATE queue SET revision = 7")
    assert change_of(database) == 0


def test_what_is_raised_undoes_the_whole_transaction(database: Database) -> None:
    def fail_half_way() -> None:
        with database.writing():
            add_jobs(database, 2)
            add_jobs(database, 1)  # again

    with pytest.raises(IntegrityError):
        fail_half_way()
    assert number_of_jobs(database) == 0
    add_jobs(database, 2)
    assert number_of_jobs(database) == 2


def test_references_are_enforced(database: Database) -> None:
    add_jobs(database, 1)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM paper")


def test_the_version_tells_of_the_writes_of_others_only(folder: DataFolder, database: Database) -> None:
    other = open_database(folder, StoppedClock())
    before = database.version()
    add_jobs(database, 1)
    assert database.version() == before
    add_jobs(other, 1, first=2)
    assert database.version() != before
    with database.writing():
        after = database.version()
    assert after == database.version()
    other.close()


def test_damage_that_one_has_met_is_not_forgotten_by_who_closes_last(folder: DataFolder) -> None:
    filled(folder, 500)
    database, other = (open_database(folder, StoppedClock()) for _ in range(2))
    spoil_the_papers(folder.database)
    with pytest.raises(VideoGenError), database.writing() as writer:
        writer.exec_driver_sql("UPDATE paper SET title = 'x'")
    database.close()
    other.close()
    assert not closed_well(folder.database)


def spoil_the_papers(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'paper'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_damage_met_at_work_is_said_and_the_queue_may_go_on_elsewhere(folder: DataFolder) -> None:
    filled(folder, 500)
    database = open_database(folder, StoppedClock())
    spoil_the_papers(folder.database)
    with pytest.raises(VideoGenError) as raised, database.writing() as writer:
        writer.exec_driver_sql("UPDATE paper SET title = 'x'")
    assert (raised.value.code, raised.value.retryable) == ("database-failing", True)
    with database.writing() as writer:
        writer.exec_driver_sql("UPDATE queue SET revision = 9")
    assert change_of(database) == 9
    database.close()
    assert not closed_well(folder.database)  # to be examined
    with pytest.raises(DamagedDatabase):
        open_database(folder, StoppedClock())
