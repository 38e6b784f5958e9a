"""A disk that is full for real: a file system of a few megabytes, and a limit on the size of files."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import (
    StoppedClock,
    add_jobs,
    contents,
    filled,
    is_sound,
    jobs_in,
    number_of_jobs,
    running,
    small_disk,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store, open_to_look
from videogen_desktop.jobs.store.backups import backups, make_backup
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.store.engine import Database


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    """A data folder on a disk of four megabytes."""
    disk = tmp_path / "disk"
    with small_disk(disk, 4):
        yield DataFolder(disk / "data")


def fill(folder: DataFolder, leave: int = 0) -> Path:
    """Something else takes all the room but ``leave`` bytes."""
    ballast = folder.root.parent / "ballast"
    state = os.statvfs(folder.root.parent)
    with ballast.open("wb") as file:
        file.write(bytes(state.f_bavail * state.f_frsize - leave))
    return ballast


def write_until_full(database: Database, first: int) -> int:
    """Add jobs one by one until there is no room; return how many were added."""
    for added in range(100_000):
        with contextlib.suppress(VideoGenError):
            add_jobs(database, 1, first=first + added)
            continue
        with pytest.raises(VideoGenError) as raised:
            add_jobs(database, 1, first=first + added)
        assert (raised.value.code, raised.value.retryable) == ("database-full", True)
        return added
    pytest.fail("the disk was never full")


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    add_jobs(database, 10)
    ballast = fill(folder, leave=100_000)
    added = write_until_full(database, first=11)
    assert not database.writable()
    assert number_of_jobs(database) == 10 + added

    ballast.unlink()

    assert database.writable()
    add_jobs(database, 100, first=1000)
    assert number_of_jobs(database) == 110 + added
    database.close()
    assert is_sound(folder.database)


def test_a_large_write_that_does_not_fit_leaves_nothing_behind(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    add_jobs(database, 10)
    fill(folder, leave=1_000_000)
    with pytest.raises(VideoGenError) as raised:
        add_jobs(database, 4000, first=11)
    assert raised.value.code == "database-full"
    assert number_of_jobs(database) == 10
    add_jobs(database, 1, first=11)
    database.close()
    assert is_sound(folder.database)
    assert jobs_in(folder.database) == 11


def test_a_kill_on_a_full_disk_loses_nothing(folder: DataFolder) -> None:
    program = """
        import sys
        from pathlib import Path
        from tests.jobs.store.databases import StoppedClock
        from tests.jobs.store.test_full_disk import fill, write_until_full
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.store.opening import open_database
        folder = DataFolder(Path(sys.argv[1]))
        database = open_database(folder, StoppedClock())
        fill(folder, leave=100_000)
        print(write_until_full(database, first=1), flush=True)
        sys.stdin.read()
    """
    with running(program, folder.root) as process:
        assert process.stdout is not None
        added = int(process.stdout.readline())
        process.kill()
    (folder.root.parent / "ballast").unlink()
    database = open_database(folder, StoppedClock())
    assert number_of_jobs(database) == added > 0
    database.close()


def test_a_store_on_a_full_disk_says_so_at_the_start(folder: DataFolder) -> None:
    filled(folder, 10)
    ballast = fill(folder)
    with pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock())
    assert raised.value.code == "disk-full"
    ballast.unlink()
    open_database(folder, StoppedClock()).close()
    assert jobs_in(folder.database) == 10


def test_a_backup_that_finds_no_room_leaves_no_trace(folder: DataFolder) -> None:
    filled(folder, 500)
    first = make_backup(folder.database, folder, StoppedClock().now())
    fill(folder, leave=50_000)
    before = contents(folder.root)
    with pytest.raises(VideoGenError) as raised:
        make_backup(folder.database, folder, StoppedClock().now() + 100)
    assert raised.value.code == "disk-full"
    assert contents(folder.root) == before
    assert backups(folder) == [first]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit on the size of a process's files")
def test_a_limit_on_the_size_of_files_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    program = """
        import resource, signal, sys
        from pathlib import Path
        from tests.jobs.store.databases import StoppedClock, add_jobs, number_of_jobs
        from videogen_desktop.errors import VideoGenError
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.store.opening import open_database
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        database = open_database(DataFolder(Path(sys.argv[1])), StoppedClock())
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
        added = 0
        try:
            while added < 10_000:
                add_jobs(database, 1, first=added + 1)
                added += 1
        except VideoGenError as error:
            print(error.code, error.retryable, flush=True)
        assert number_of_jobs(database) == added
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        add_jobs(database, 1, first=added + 1)
        print(added + 1, number_of_jobs(database), database.writable())
        database.close()
        sys.stdin.read()
    """
    with running(program, folder.root) as process:
        wait_for_word(process, "database-failing True")
        assert process.stdout is not None
        expected, found, writable = process.stdout.readline().split()
        assert (expected, writable) == (found, "True")
        process.communicate()
    assert is_sound(folder.database)


ADD_AND_HANG = """
    import sys
    from pathlib import Path
    from tests.jobs.store.databases import StoppedClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
    from videogen_desktop.jobs.store import open_store
    store = open_store(DataFolder(Path(sys.argv[1])), StoppedClock())
    store.add([NewPaper(PaperFacts(pmid="7"))], JobOptions())
    print("added", flush=True)
    sys.stdin.read()
"""


def looked_at(folder: DataFolder) -> list[str | None]:
    """The papers of the list, read without a trace on the disk."""
    before = lasting(folder)
    with contextlib.closing(open_to_look(folder, StoppedClock())) as store:
        found = [job.paper.pmid for job in store.page(JobQuery(), 0, 10)]
        with pytest.raises(VideoGenError):
            store.set_after_this_one(on=True)
    assert lasting(folder) == before
    return found


def lasting(folder: DataFolder) -> dict[str, str]:
    """What lies there, but for what processes share while they have the database open."""
    return {name: content for name, content in contents(folder.root).items() if not name.endswith("-shm")}


def test_a_store_on_a_full_disk_can_be_looked_at(folder: DataFolder) -> None:
    store = open_store(folder, StoppedClock())
    store.add([NewPaper(PaperFacts(pmid="7"))], JobOptions())
    store.close()
    fill(folder)
    assert looked_at(folder) == ["7"]


def test_a_store_on_a_full_disk_can_be_looked_at_while_another_has_it_open(folder: DataFolder) -> None:
    with running(ADD_AND_HANG, folder.root) as process:
        wait_for_word(process, "added")
        fill(folder)
        assert looked_at(folder) == ["7"]
        process.communicate()


def test_a_store_on_a_full_disk_can_be_looked_at_after_a_kill(folder: DataFolder) -> None:
    with running(ADD_AND_HANG, folder.root) as process:
        wait_for_word(process, "added")
        fill(folder)
        process.kill()
    assert looked_at(folder) == ["7"]
