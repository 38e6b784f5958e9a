"""The second schema: what is made of a list of the first one, and what it refuses."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from tests.jobs.store.databases import flip_a_bit_of, is_sound, running, wait_for_word
from tests.jobs.store.queues import ENDINGS, SetClock, a_film, add, claimed, everything, papers
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, JobQuery, NewPaper, PaperFacts, ProcessIdentity
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.jobs.store.migrating import migrate
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST, SECOND = STEPS[:1], STEPS[:2]

MIGRATE_AND_HANG = """
    import sys
    from pathlib import Path
    from tests.jobs.store.databases import StoppedClock
    from tests.jobs.store.test_checked_values import FIRST, STEPS
    from tests.jobs.store.test_migrating import step
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.opening import open_database

    def stop_before_the_end():
        STEPS[1].upgrade()
        print("half-way", flush=True)
        sys.stdin.read()

    steps = (*FIRST, step("0002", "0001", stop_before_the_end))
    open_database(DataFolder(Path(sys.argv[1])), StoppedClock(), steps=steps)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@contextlib.contextmanager
def first_schema(folder: DataFolder, clock: SetClock) -> Iterator[JobStore]:
    """An empty list of the first schema, to be used as its own version did.

    A column that this version writes to is there only meanwhile.
    """
    folder.root.mkdir()
    folder.database.touch()
    migrate(folder.database, steps=FIRST)
    change(folder.database, "ALTER TABLE job ADD COLUMN wanted_anyway BOOLEAN")
    store = JobStore(open_database(folder, clock, steps=FIRST), folder, clock)
    yield store
    store.close()
    change(folder.database, "ALTER TABLE job DROP COLUMN wanted_anyway", "VACUUM")


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def used(folder: DataFolder) -> DataFolder:
    """A list of the first schema with jobs in every state, a film, a script, history, and one job removed."""
    with first_schema(folder, SetClock()) as store:
        known = PaperFacts(
            pmid="29608148", doi="10.7554/elife.32671", title="Zebrafish sleep", authors=("M Ma",)
        )
        listed = [*papers(*range(1, 41)), NewPaper(known)]
        ids = store.add(listed, JobOptions(aspect="9:16"), priority=1)
        for state, ending in ENDINGS.items():
            claim = claimed(store)
            store.started(claim, ProcessIdentity(4711, 12.5, "this boot", claim.token))
            if state in ("paused", "cancelled"):
                {"paused": store.pause, "cancelled": store.cancel}[state]([claim.job.id])
            store.finish(claim, ending)
        asked = claimed(store)
        store.cancel([asked.job.id])
        store.retry([ids[5]], from_scratch=True)
        store.set_reason("on-battery", True)
        store.set_reason("owner", True)
        store.remove([ids[-2]])
    return folder


def kept(folder: DataFolder) -> dict[str, list[dict[str, object]]]:
    """Every row that is the store's own."""
    return {
        name: rows
        for name, rows in everything(folder).items()
        if name not in ("alembic_version", "sqlite_sequence")
    }


def test_nothing_of_a_list_is_lost(used: DataFolder) -> None:
    before = kept(used)
    assert {name for name, rows in before.items() if rows} >= {
        "paper", "job", "attempt", "video", "event", "removed", "queue", "job_text"
    }  # fmt: skip
    open_database(used, SetClock(), steps=SECOND).close()
    assert kept(used) == before
    assert is_sound(used.database)


def test_the_list_is_found_and_worked_on_as_before(used: DataFolder) -> None:
    store = open_store(used, SetClock())
    (found,) = store.jobs(store.ids(JobQuery(search="zebra")))
    assert (found.paper.title, found.options.aspect) == ("Zebrafish sleep", "9:16")
    assert store.queue_state().reasons == ("on-battery", "owner")
    for reason in store.queue_state().reasons:
        store.set_reason(reason, False)
    assert store.finish(claimed(store), Ending("completed", "completed", film=a_film())).film
    store.close()


def test_numbers_of_removed_jobs_are_not_given_again(folder: DataFolder) -> None:
    clock = SetClock()
    with first_schema(folder, clock) as store:
        ids = add(store, 1, 2, 3)
        store.remove(ids)
    store = open_store(folder, clock)
    assert add(store, 4) == (ids[-1] + 1,)
    store.close()


def test_every_index_is_there_as_it_was(tmp_path: Path) -> None:
    old = DataFolder(tmp_path / "old")
    with first_schema(old, SetClock()):
        pass
    before = indexes(old.database)
    migrate(old.database, steps=SECOND)
    assert indexes(old.database) == before


def indexes(path: Path) -> set[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index'"))


def test_killed_half_way_the_list_is_as_it_was(used: DataFolder) -> None:
    before = kept(used)
    with running(MIGRATE_AND_HANG, used.root) as process:
        wait_for_word(process, "half-way")
        process.kill()
    assert kept(used) == before
    open_database(used, SetClock(), steps=SECOND).close()
    assert kept(used) == before


def test_a_value_that_damage_had_made_already_is_put_right(folder: DataFolder) -> None:
    clock = SetClock()
    with first_schema(folder, clock) as store:
        job_id, _other = add(store, 1, 2)
        claimed(store)
        store.cancel([job_id])
    for word, beside in ((b"running", b"pmid-1-"), (b"cancel", b"pmid-1-"), (b"running", b"a worker")):
        flip_a_bit_of(folder.database, word, beside=beside)
    assert [row["state"] for row in everything(folder)["job"]] == ["runninf", "queued"]
    store = open_store(folder, clock)
    ((job, attempt),) = store.running()
    assert (job.id, job.request, attempt.outcome) == (job_id, None, "lost")
    store.close()
    assert is_sound(folder.database)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("job", "state", "queuee"),
        ("job", "request", "cancem"),
        ("job", "approved", 2),
        ("attempt", "outcome", "loss"),
        ("video", "missing", 3),
        ("paper", "retracted", 4),
        ("queue", "after_this_one", 5),
        ("job", "wanted_anyway", 6),
    ],
)
def test_a_value_that_means_nothing_is_refused(
    used: DataFolder, table: str, column: str, value: object
) -> None:
    database = open_database(used, SetClock())
    with (
        pytest.raises(sa.exc.IntegrityError, match=f"ck_{table}_{column}"),
        database.writing() as connection,
    ):
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - our own
    database.close()
