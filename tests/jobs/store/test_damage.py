from __future__ import annotations

import contextlib
import random
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import (
    NOON,
    StoppedClock,
    add_jobs,
    filled,
    flip_a_bit_of,
    is_sound,
    jobs_in,
    number_of_jobs,
    running,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store.backups import backup_if_due, backups, newest_good_backup
from videogen_desktop.jobs.store.damage import DamagedDatabase
from videogen_desktop.jobs.store.health import problems_of
from videogen_desktop.jobs.store.opening import open_database
from videogen_desktop.jobs.store.restoring import restore_backup, start_afresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A_DAY = 86_400.0
JOBS = 300


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def backed_up(folder: DataFolder) -> DataFolder:
    """A store with 300 jobs, all but one of them in yesterday's backup."""
    clock = StoppedClock(NOON - A_DAY)
    database = open_database(folder, clock)
    add_jobs(database, JOBS - 1)
    backup_if_due(database, folder, clock)
    add_jobs(database, 1, first=JOBS)
    database.close()
    return folder


def flip(path: Path, where: int, count: int = 1) -> None:
    content = bytearray(path.read_bytes())
    for at in range(where, where + count):
        content[at] ^= 0xFF
    path.write_bytes(content)


def flip_the_name_of_the_format(path: Path) -> None:
    flip(path, 0, 4)


def flip_the_size_of_a_page(path: Path) -> None:
    flip(path, 16, 2)


def flip_the_kind_of_a_page(path: Path) -> None:
    flip(path, page_of(path, "job") * 4096)


def flip_where_cells_lie(path: Path) -> None:
    flip(path, page_of(path, "ix_job_due") * 4096 + 8, 6)


def cut_off(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size * 2 // 3)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def overwrite_with_text(path: Path) -> None:
    path.write_text("This is no database.\n" * 1000)


def fill_the_middle_with_zeros(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4096 // 2 * 4096)
        file.write(bytes(8192))


def page_of(path: Path, name: str) -> int:
    """The first page of a table or index, counted from 0."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        asked = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
        return int(asked.fetchone()[0]) - 1


def flip_a_bit_of_a_state(path: Path) -> None:
    flip_a_bit_of(path, b"queued", beside=b"pmid-")


DAMAGES = [
    flip_a_bit_of_a_state,
    flip_the_name_of_the_format,
    flip_the_size_of_a_page,
    flip_the_kind_of_a_page,
    flip_where_cells_lie,
    cut_off,
    empty,
    overwrite_with_text,
    fill_the_middle_with_zeros,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_set_aside_whole_and_the_backup_offered(
    backed_up: DataFolder, damage: Callable[[Path], None]
) -> None:
    path = backed_up.database
    damage(path)
    as_found = path.read_bytes()

    with pytest.raises(DamagedDatabase) as raised:
        open_database(backed_up, StoppedClock())

    told = raised.value
    assert told.code == "database-damaged"
    assert not path.exists()
    assert told.set_aside == backed_up.root / "videogen.damaged-2026-11-23T12-00-00Z.db"
    assert told.set_aside.read_bytes() == as_found
    assert told.backup == newest_good_backup(backed_up)
    assert told.backup is not None
    assert told.backup.name in told.hint

    restore_backup(backed_up, told.backup)
    database = open_database(backed_up, StoppedClock())
    assert number_of_jobs(database) == JOBS - 1
    database.close()
    assert is_sound(path)
    assert told.set_aside.read_bytes() == as_found
    assert told.backup.exists()


@pytest.mark.parametrize("seed", range(10))
def test_bytes_flipped_anywhere_never_lose_a_job_without_a_word(backed_up: DataFolder, seed: int) -> None:
    path = backed_up.database
    before = what_the_queue_goes_by(path)
    chance = random.Random(seed)
    for _ in range(40):
        flip(path, chance.randrange(path.stat().st_size))
    as_found = path.read_bytes()
    try:
        database = open_database(backed_up, StoppedClock())
    except DamagedDatabase:
        (kept,) = backed_up.root.glob("videogen.damaged-*.db")
        assert kept.read_bytes() == as_found
    else:
        assert number_of_jobs(database) == JOBS
        database.close()
        assert what_the_queue_goes_by(path) == before


def what_the_queue_goes_by(path: Path) -> list[list[tuple[object, ...]]]:
    """Every row by its number, with all that is one of a few words; nobody can tell a title from another."""
    asked = (
        "SELECT id, state, request FROM job NOT INDEXED",
        "SELECT job_id, number, outcome FROM attempt NOT INDEXED",
        "SELECT id FROM paper NOT INDEXED",
        "SELECT rowid FROM job_text",
    )
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return [connection.execute(each).fetchall() for each in asked]


def test_no_bit_of_a_state_flips_without_being_seen(folder: DataFolder) -> None:
    path = filled(folder, 20)
    content = path.read_bytes()
    leaf = page_of(path, "job") * 4096
    at = content.index(b"queued", leaf, leaf + 4096)
    for bit in range(len(b"queued") * 8):
        flipped = bytearray(content)
        flipped[at + bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        assert problems_of(path, thorough=False), flipped[at : at + 6]


def test_until_the_person_has_chosen_no_empty_list_takes_the_place_of_the_lost_one(
    backed_up: DataFolder,
) -> None:
    cut_off(backed_up.database)
    with pytest.raises(DamagedDatabase) as first:
        open_database(backed_up, StoppedClock())
    with pytest.raises(DamagedDatabase) as second:
        open_database(backed_up, StoppedClock(NOON + 60))
    assert (second.value.set_aside, second.value.backup) == (first.value.set_aside, first.value.backup)
    assert not backed_up.database.exists()


def test_a_store_that_is_gone_is_no_new_one(backed_up: DataFolder) -> None:
    backed_up.database.unlink()
    with pytest.raises(DamagedDatabase) as raised:
        open_database(backed_up, StoppedClock())
    assert raised.value.set_aside is None
    assert raised.value.backup is not None
    assert "is gone" in raised.value.message


def test_starting_afresh_keeps_everything_that_was_there(backed_up: DataFolder) -> None:
    cut_off(backed_up.database)
    with pytest.raises(DamagedDatabase) as raised:
        open_database(backed_up, StoppedClock())
    (old,) = backups(backed_up)
    start_afresh(backed_up, now=StoppedClock().now)
    database = open_database(backed_up, StoppedClock())
    assert number_of_jobs(database) == 0
    for day in range(5):
        assert backup_if_due(database, backed_up, StoppedClock(NOON + day * A_DAY))
    database.close()
    assert raised.value.set_aside is not None
    assert raised.value.set_aside.exists()
    assert jobs_in(backed_up.root / "backups-before-2026-11-23T12-00-00Z" / old.name) == JOBS - 1


def test_going_back_sets_a_sound_list_aside_too(backed_up: DataFolder) -> None:
    (backup,) = backups(backed_up)
    restore_backup(backed_up, backup, now=StoppedClock().now)
    assert jobs_in(backed_up.database) == JOBS - 1
    assert jobs_in(backed_up.root / "videogen.replaced-2026-11-23T12-00-00Z.db") == JOBS


def test_nobody_goes_back_while_the_list_is_in_use(backed_up: DataFolder) -> None:
    database = open_database(backed_up, StoppedClock())
    (backup,) = backups(backed_up)
    with pytest.raises(VideoGenError) as raised:
        restore_backup(backed_up, backup)
    assert raised.value.code == "database-busy"
    with pytest.raises(VideoGenError) as raised:
        start_afresh(backed_up)
    assert raised.value.code == "database-busy"
    add_jobs(database, 1, first=JOBS + 1)
    database.close()


def test_nobody_goes_back_to_a_damaged_backup(backed_up: DataFolder) -> None:
    (backup,) = backups(backed_up)
    cut_off(backup)
    with pytest.raises(VideoGenError) as raised:
        restore_backup(backed_up, backup)
    assert raised.value.code == "bad-backup"
    assert jobs_in(backed_up.database) == JOBS


def test_a_damaged_backup_is_passed_over(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    add_jobs(database, 50)
    made = [backup_if_due(database, folder, StoppedClock(NOON + day * A_DAY)) for day in range(3)]
    database.close()
    assert made[2] is not None
    cut_off(made[2])
    assert newest_good_backup(folder) == made[1]
    flip_the_kind_of_a_page(folder.database)
    with pytest.raises(DamagedDatabase) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.backup == made[1]


def test_without_a_backup_the_person_may_start_afresh(folder: DataFolder) -> None:
    filled(folder, 20)
    cut_off(folder.database)
    with pytest.raises(DamagedDatabase) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.backup is None
    assert raised.value.hint.startswith("Start afresh")
    start_afresh(folder)
    open_database(folder, StoppedClock()).close()


def test_a_sound_database_under_a_log_that_spoils_it_counts_as_a_backup(folder: DataFolder) -> None:
    filled(folder, JOBS)
    leave_a_log_that_spoils(folder.database)
    with pytest.raises(DamagedDatabase) as raised:
        open_database(folder, StoppedClock())
    told = raised.value
    assert told.set_aside is not None
    assert told.set_aside.with_name(told.set_aside.name + "-wal").stat().st_size > 0
    assert told.backup is not None
    assert "without-log" in told.backup.name
    restore_backup(folder, told.backup)
    assert jobs_in(folder.database) == JOBS


def leave_a_log_that_spoils(path: Path) -> None:
    """A well-formed log of this very store whose pages make no sound database: rows that refer to nothing."""
    program = """
        import sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE queue SET revision = revision + 1")
        connection.execute("DELETE FROM paper WHERE id < 10")
        print("done", flush=True)
        sys.stdin.read()
    """
    with running(program, path) as process:
        wait_for_word(process, "done")
        process.kill()


def test_a_log_without_its_database_is_kept(folder: DataFolder) -> None:
    filled(folder, 10)
    leave_a_log_that_spoils(folder.database)
    log = folder.database.with_name("videogen.db-wal").read_bytes()
    folder.database.unlink()
    open_database(folder, StoppedClock()).close()
    assert (folder.root / "videogen.leftover-2026-11-23T12-00-00Z.db-wal").read_bytes() == log


def test_two_set_aside_in_one_second_have_names_of_their_own(folder: DataFolder) -> None:
    names = set()
    for _ in range(3):
        start_afresh(folder, now=StoppedClock().now)
        overwrite_with_text(folder.database)
        with pytest.raises(DamagedDatabase) as raised:
            open_database(folder, StoppedClock())
        names.add(raised.value.set_aside)
    assert len(names) == 3


def test_a_file_of_another_program_is_not_used(folder: DataFolder) -> None:
    folder.root.mkdir()
    with contextlib.closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.commit()
    with pytest.raises(DamagedDatabase) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.set_aside is not None
    with contextlib.closing(sqlite3.connect(raised.value.set_aside)) as connection:
        assert connection.execute("SELECT count(*) FROM recipes").fetchone() == (0,)
