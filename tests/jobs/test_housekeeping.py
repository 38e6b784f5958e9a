"""What a queue that is worked on does by itself once a day, without anybody asking."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.jobs.room import NOW, SetClock
from videogen_desktop.jobs.cleanup import DAY
from videogen_desktop.jobs.housekeeping import LOOK_S, Housekeeping
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.settings import QueueSettings
from videogen_desktop.jobs.store.backups import backups

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore


@pytest.fixture
def housekeeping(store: JobStore, folder: DataFolder, clock: SetClock) -> Housekeeping:
    return Housekeeping(store, folder, QueueSettings, clock)


def add(store: JobStore, *pmids: str) -> None:
    store.add([NewPaper(PaperFacts(pmid=pmid)) for pmid in pmids], JobOptions())


def orphan(folder: DataFolder, days_ago: float) -> Path:
    """A working folder that no job knows, last written to so long ago."""
    work = folder.work / f"pmid-7-{int(days_ago):08x}"
    work.mkdir(parents=True)
    (work / "audio.wav").write_bytes(bytes(1000))
    for path in (work / "audio.wav", work):
        os.utime(path, (NOW - days_ago * DAY,) * 2)
    return work


def test_an_empty_queue_waits_with_its_backup_until_there_is_something_in_it(
    housekeeping: Housekeeping, store: JobStore, folder: DataFolder
) -> None:
    housekeeping.look()
    assert not backups(folder)
    add(store, "1")
    housekeeping.look()
    assert len(backups(folder)) == 1


def test_both_are_done_once_a_day(
    housekeeping: Housekeeping, store: JobStore, folder: DataFolder, clock: SetClock
) -> None:
    add(store, "1")
    housekeeping.look()
    later = orphan(folder, 8)
    clock.calendar += LOOK_S
    housekeeping.look()
    assert later.exists()
    assert len(backups(folder)) == 1
    clock.calendar = NOW + DAY
    housekeeping.look()
    assert not later.exists()
    assert len(backups(folder)) == 2


def test_a_backup_that_fails_is_tried_again_and_keeps_nothing_else_from_being_done(
    housekeeping: Housekeeping, store: JobStore, folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    add(store, "1")
    folder.backups.parent.mkdir(parents=True, exist_ok=True)
    folder.backups.write_bytes(b"a file where the folder should be")
    work = orphan(folder, 8)
    housekeeping.look()
    assert not work.exists()
    assert [record.levelname for record in caplog.records if "could not be done" in record.message] == [
        "WARNING"
    ]
    folder.backups.unlink()
    housekeeping.look()
    assert len(backups(folder)) == 1


def test_it_works_on_a_thread_of_its_own_and_ends_when_asked(
    store: JobStore, folder: DataFolder, clock: SetClock
) -> None:
    add(store, "1")
    work = orphan(folder, 8)
    housekeeping = Housekeeping(store, folder, QueueSettings, clock)
    housekeeping.start()
    assert housekeeping.has_looked(30)
    assert not work.exists()
    assert housekeeping.end(30)
    assert len(backups(folder)) == 1


def test_what_is_not_begun_when_it_is_asked_to_end_is_left(
    store: JobStore, folder: DataFolder, clock: SetClock
) -> None:
    add(store, "1")
    work = orphan(folder, 8)
    housekeeping = Housekeeping(store, folder, QueueSettings, clock, first_s=3600.0)
    housekeeping.start()
    assert housekeeping.end(30)
    assert work.exists()
    assert not backups(folder)
