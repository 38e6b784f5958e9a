from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import (
    NOON,
    StoppedClock,
    add_jobs,
    closed_well,
    contents,
    filled,
    is_sound,
    jobs_in,
    number_of_jobs,
    read_only,
    running,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store.damage import DamagedDatabase
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from pathlib import Path

USE_AND_DIE = """
    import os, signal, sys
    from pathlib import Path
    from tests.jobs.store.databases import StoppedClock, add_jobs
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.opening import open_database
    database = open_database(DataFolder(Path(sys.argv[1])), StoppedClock())
    add_jobs(database, int(sys.argv[2]), first=int(sys.argv[3]))
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE job SET message = 'never committed'")
        print("busy", flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "a" / "data")


def killed_after(folder: DataFolder, jobs: int, first: int = 1) -> None:
    """Jobs added by a process that is then killed in the middle of a transaction."""
    with running(USE_AND_DIE, folder.root, jobs, first) as process:
        wait_for_word(process, "busy")
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows protects a user's folder by its own means")
def test_a_new_data_folder_is_for_its_owner_alone(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    add_jobs(database, 1)
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    for path in folder.root.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name
    database.close()


def test_every_commit_is_on_the_disk_and_readers_never_wait(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    with database.writing() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == [
            "wal",
            2,
            1,
        ]
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == 1
    database.close()


def test_a_clean_end_leaves_one_file_and_is_remembered(folder: DataFolder) -> None:
    path = filled(folder, 3)
    assert sorted(contents(folder.root)) == ["videogen.db"]
    assert closed_well(path)
    open_database(folder, StoppedClock()).close(clean=False)
    assert not closed_well(path)


def test_the_end_is_clean_only_when_the_last_user_has_closed(folder: DataFolder) -> None:
    first, second = (open_database(folder, StoppedClock()) for _ in range(2))
    first.close()
    assert not closed_well(folder.database)
    second.close()
    assert closed_well(folder.database)


OPEN_AND_STAY = """
    import sys
    from pathlib import Path
    from tests.jobs.store.databases import StoppedClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.opening import open_database
    database = open_database(DataFolder(Path(sys.argv[1])), StoppedClock())
    print("open", flush=True)
    sys.stdin.readline()
    database.close()
    print("closed", flush=True)
"""


@pytest.mark.parametrize("first", [True, False], ids=["the killed one came first", "it came second"])
def test_a_kill_beside_others_is_remembered_until_the_store_was_examined(
    folder: DataFolder, first: bool
) -> None:
    filled(folder, 50)
    others = [] if first else [open_database(folder, StoppedClock())]
    with running(OPEN_AND_STAY, folder.root) as process:
        wait_for_word(process, "open")
        others.append(open_database(folder, StoppedClock()))
        process.kill()
        process.wait()
    others.append(open_database(folder, StoppedClock()))
    for database in others:
        database.close()
    assert not closed_well(folder.database)
    lose_index_entries(folder.database)
    with pytest.raises(DamagedDatabase):
        open_database(folder, StoppedClock())


def test_an_end_is_clean_again_once_the_store_was_examined(folder: DataFolder) -> None:
    filled(folder, 50)
    with running(OPEN_AND_STAY, folder.root) as process:
        wait_for_word(process, "open")
        beside = open_database(folder, StoppedClock())
        process.kill()
        process.wait()
    beside.close()
    open_database(folder, StoppedClock()).close()
    assert closed_well(folder.database)


def test_two_programs_that_both_close_well_leave_a_clean_end(folder: DataFolder) -> None:
    with running(OPEN_AND_STAY, folder.root) as process:
        wait_for_word(process, "open")
        beside = open_database(folder, StoppedClock())
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        wait_for_word(process, "closed")
        beside.close()
    assert closed_well(folder.database)


def test_after_a_kill_everything_committed_is_there_and_nothing_else(folder: DataFolder) -> None:
    killed_after(folder, 20)
    assert folder.database.with_name("videogen.db-wal").stat().st_size > 0
    database = open_database(folder, StoppedClock())
    assert database.notes == ()
    assert number_of_jobs(database) == 20
    with database.reading() as connection:
        assert set(connection.exec_driver_sql("SELECT message FROM job").scalars()) == {""}
    database.close()
    assert is_sound(folder.database)


def test_after_an_unclean_end_each_index_is_compared_with_its_table(folder: DataFolder) -> None:
    path = filled(folder, 50)
    lose_index_entries(path)
    open_database(folder, StoppedClock()).close(clean=False)  # a quick look sees pages, not entries
    with pytest.raises(VideoGenError, match="damaged") as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "database-damaged"


def lose_index_entries(path: Path) -> None:
    """An index that lacks rows of its table, made by hiding the index from SQLite for two deletions' time."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'ix_job_due'").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_job_due'").fetchone()[
            0
        ]
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'ix_job_due'")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE job SET state = 'paused' WHERE id < 10")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "INSERT INTO sqlite_schema VALUES ('index', 'ix_job_due', 'job', ?, ?)", (root, sql)
        )


def test_a_log_of_another_store_is_never_taken_for_ours(tmp_path: Path) -> None:
    ours, other = DataFolder(tmp_path / "ours"), DataFolder(tmp_path / "other")
    path = filled(ours, 5)
    killed_after(other, 40)
    for ending in ("-wal", "-shm"):
        shutil.copy(f"{other.database}{ending}", f"{path}{ending}")
    log = path.with_name("videogen.db-wal").read_bytes()

    database = open_database(ours, StoppedClock())

    assert number_of_jobs(database) == 5
    (note,) = database.notes
    assert "does not belong" in note
    (kept,) = ours.root.glob("videogen.foreign-log-2026-11-23T12-00-00Z.db-wal")
    assert kept.read_bytes() == log
    database.close()
    assert is_sound(path)


def test_an_old_log_of_the_same_store_takes_nothing_back(folder: DataFolder, tmp_path: Path) -> None:
    filled(folder, 5)
    killed_after(folder, 5, first=6)
    old = tmp_path / "old-wal"
    shutil.copy(f"{folder.database}-wal", old)
    database = open_database(folder, StoppedClock())
    add_jobs(database, 10, first=11)
    database.close()
    shutil.copy(old, f"{folder.database}-wal")

    database = open_database(folder, StoppedClock())

    assert number_of_jobs(database) == 20
    assert len(database.notes) == 1
    database.close()
    assert is_sound(folder.database)


@pytest.mark.parametrize("where", ["header", "first", "middle"])
def test_a_log_that_is_damaged_before_its_end_is_kept_and_told_of(folder: DataFolder, where: str) -> None:
    filled(folder, 5)
    killed_after(folder, 30, first=6)
    log = folder.database.with_name("videogen.db-wal")
    content = bytearray(log.read_bytes())
    content[{"header": 18, "first": 32 + 24 + 100, "middle": 32 + (24 + 4096) + 24 + 100}[where]] ^= 0xFF
    log.write_bytes(content)

    database = open_database(folder, StoppedClock())

    (note,) = database.notes
    assert "what changed last may be missing" in note
    (kept,) = folder.root.glob("videogen.damaged-log-2026-11-23T12-00-00Z.db-wal")
    assert kept.read_bytes() == content
    assert number_of_jobs(database) == 5
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT at, kind, text FROM event").all() == [
            (NOON, "database", note)
        ]
    database.close()
    assert is_sound(folder.database)


@pytest.mark.parametrize("cut", [1, 5000, 20_000])
def test_a_log_whose_end_never_reached_the_disk_is_no_damage(folder: DataFolder, cut: int) -> None:
    """A power cut before the commit was acknowledged."""
    filled(folder, 5)
    program = """
        import sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN")
        connection.execute("UPDATE job SET message = hex(randomblob(9000))")
        connection.execute("COMMIT")
        print("done", flush=True)
        sys.stdin.read()
    """
    with running(program, folder.database) as process:
        wait_for_word(process, "done")
        process.kill()
    log = folder.database.with_name("videogen.db-wal")
    log.write_bytes(log.read_bytes()[:-cut])
    database = open_database(folder, StoppedClock())
    assert database.notes == ()
    assert number_of_jobs(database) == 5
    database.close()


def test_an_index_of_the_log_that_is_rubbish_costs_nothing(folder: DataFolder) -> None:
    killed_after(folder, 7)
    folder.database.with_name("videogen.db-shm").write_bytes(os.urandom(32768))
    database = open_database(folder, StoppedClock())
    assert number_of_jobs(database) == 7
    database.close()


def test_a_newer_schema_is_refused_and_no_byte_changes(folder: DataFolder) -> None:
    path = filled(folder, 5)
    make_newer(path)
    before = contents(folder.root)
    with pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "database-newer"
    assert contents(folder.root) == before


def test_a_newer_schema_that_is_still_in_the_log_is_refused_with_its_log(folder: DataFolder) -> None:
    filled(folder, 5)
    with running(
        """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        os.kill(os.getpid(), 9)
        """,
        folder.database,
    ) as process:
        process.wait()
    assert folder.database.with_name("videogen.db-wal").stat().st_size > 0
    index = "videogen.db-shm"
    before = contents(folder.root)
    with pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "database-newer"
    after = contents(folder.root)
    assert {**after, index: ""} == {**before, index: ""}


def make_newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_a_second_opener_joins_the_first(folder: DataFolder) -> None:
    first = open_database(folder, StoppedClock())
    add_jobs(first, 2)
    second = open_database(folder, StoppedClock())
    add_jobs(second, 2, first=3)
    assert number_of_jobs(first) == 4
    second.close()
    add_jobs(first, 1, first=5)
    first.close()
    assert jobs_in(folder.database) == 5


def test_processes_that_start_together_make_one_new_store(folder: DataFolder) -> None:
    program = """
        import sys
        from pathlib import Path
        from tests.jobs.store.databases import StoppedClock, add_jobs
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.store.opening import open_database
        print("ready", flush=True)
        sys.stdin.readline()
        database = open_database(DataFolder(Path(sys.argv[1])), StoppedClock())
        add_jobs(database, 1, first=int(sys.argv[2]))
        database.close()
        print("done", flush=True)
    """
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(running(program, folder.root, n)) for n in range(1, 4)]
        for process in processes:
            wait_for_word(process, "ready")
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        for process in processes:
            wait_for_word(process, "done")
    assert jobs_in(folder.database) == 3
    assert is_sound(folder.database)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_read_only_place_is_said_in_plain_words(folder: DataFolder, what: str) -> None:
    path = filled(folder, 1)
    before = contents(folder.root)
    with read_only(path if what == "file" else folder.root), pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "not-writable"
    assert str(folder.root) in raised.value.message
    assert contents(folder.root) == before


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(folder: DataFolder) -> None:
    folder.root.parent.write_text("a file where a folder should be")
    with pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "not-writable"


def test_a_network_file_system_gets_no_log_and_says_so(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock(), network=lambda _: "nfs4")
    add_jobs(database, 3)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    assert not folder.database.with_name("videogen.db-wal").exists()
    assert "network file system (nfs4)" in database.notes[0]
    database.close()


def test_a_store_that_moves_to_a_network_and_back_changes_its_ways(folder: DataFolder) -> None:
    killed_after(folder, 4)
    there = open_database(folder, StoppedClock(), network=lambda _: "cifs")
    assert not folder.database.with_name("videogen.db-wal").exists()
    add_jobs(there, 1, first=5)
    there.close()
    back = open_database(folder, StoppedClock(), network=lambda _: None)
    with back.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert number_of_jobs(back) == 5
    back.close()


def test_a_transaction_killed_half_way_on_a_network_is_undone(folder: DataFolder) -> None:
    filled(folder, 200)
    program = """
        import sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE job SET message = 'half-way' || hex(randomblob(500))")
        print("busy", flush=True)
        sys.stdin.read()
    """
    with running(program, folder.database) as process:
        wait_for_word(process, "busy")
        process.kill()
    assert folder.database.with_name("videogen.db-journal").stat().st_size > 0
    database = open_database(folder, StoppedClock(), network=lambda _: "nfs")
    with database.reading() as connection:
        assert set(connection.exec_driver_sql("SELECT message FROM job").scalars()) == {""}
    database.close()
    assert is_sound(folder.database)
