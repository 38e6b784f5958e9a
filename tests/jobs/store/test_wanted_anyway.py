"""The third schema: what its owner wants anyway is taken from the history of a list of the second one."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import is_sound, running, wait_for_word
from tests.jobs.store.queues import ENDINGS, SetClock, a_film, claimed, describe, everything
from tests.jobs.store.test_migrating import schema_of
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.store.migrating import migrate
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from pathlib import Path

SECOND = STEPS[:2]
WHOLE = PaperFacts(pmid="29608148", pmcid="PMC5880371", doi="10.7554/elife.32671", title="Zebrafish sleep")
NAMES = [NewPaper(PaperFacts(**{kind: getattr(WHOLE, kind)})) for kind in ("pmid", "pmcid", "doi")]

MIGRATE_AND_HANG = """
    import sys
    from pathlib import Path
    from tests.jobs.store.databases import StoppedClock
    from tests.jobs.store.test_migrating import step
    from tests.jobs.store.test_wanted_anyway import SECOND, STEPS
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.opening import open_database

    def stop_before_the_end():
        STEPS[2].upgrade()
        print("half-way", flush=True)
        sys.stdin.read()

    steps = (*SECOND, step("0003", "0002", stop_before_the_end))
    open_database(DataFolder(Path(sys.argv[1])), StoppedClock(), steps=steps)
"""


@pytest.fixture
def used(tmp_path: Path) -> DataFolder:
    """A list of the second schema, as its own version left it.

    Of one paper the first job is completed, the second set aside, the third was and goes on; of another, one
    has failed and another was added again; a third paper has a film, and is being made once more.
    """
    folder, clock = DataFolder(tmp_path / "data"), SetClock()
    folder.root.mkdir()
    folder.database.touch()
    migrate(folder.database)  # step by step: of a list that is made at once the column cannot be dropped
    store = open_store(folder, clock)
    ids = store.add(NAMES, JobOptions())
    describe(store, ids[0], WHOLE)
    first = claimed(store)
    assert store.claim("another") is None
    store.finish(first, Ending("completed", "completed", film=a_film()))
    store.resume(ids[2:])
    for _ in range(2):
        store.add([NewPaper(PaperFacts(pmid="1"))], JobOptions(), priority=1)
    store.finish(claimed(store), ENDINGS["failed"])
    (made,) = store.add([NewPaper(PaperFacts(pmid="2"))], JobOptions(), priority=2)
    store.finish(claimed(store), Ending("completed", "completed", film=a_film()))
    store.retry([made])
    store.close()
    with contextlib.closing(sqlite3.connect(folder.database, isolation_level=None)) as connection:
        for statement in (
            "DROP INDEX ix_job_set_aside",
            "ALTER TABLE job DROP COLUMN wanted_anyway",
            "UPDATE alembic_version SET version_num = '0002'",
        ):
            connection.execute(statement)
    return folder


def kept(folder: DataFolder) -> dict[str, list[dict[str, object]]]:
    """Every row that is the store's own, without what the third schema added."""
    rows = everything(folder)
    del rows["alembic_version"]
    for job in rows["job"]:
        job.pop("wanted_anyway", None)
    return rows


def schema(path: Path) -> set[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {(name, " ".join(sql.split())) for name, sql in found}


def test_what_its_owner_wanted_is_in_the_new_column(used: DataFolder) -> None:
    before = kept(used)
    open_database(used, SetClock()).close()
    wanted = [(job["id"], job["state"], job["wanted_anyway"]) for job in everything(used)["job"]]
    assert wanted == [
        (1, "completed", 1),
        (2, "paused", 0),
        (3, "queued", 1),
        (4, "failed", 0),
        (5, "queued", 1),
        (6, "queued", 1),
    ]
    assert kept(used) == before
    assert is_sound(used.database)


def test_the_list_is_worked_on_as_before(used: DataFolder) -> None:
    store = open_store(used, SetClock())
    assert [claimed(store).job.id for _ in range(3)] == [6, 5, 3]
    assert store.claim("another") is None
    assert store.twins.all_set_aside() == (2,)
    store.close()


def test_what_was_set_aside_for_nothing_goes_on(used: DataFolder) -> None:
    store = open_store(used, SetClock())
    store.cancel([3])
    store.remove([1])
    assert [claimed(store).job.id for _ in range(3)] == [6, 5, 2]
    store.close()


def test_a_list_that_was_brought_up_is_as_a_new_one(used: DataFolder, tmp_path: Path) -> None:
    new = DataFolder(tmp_path / "new")
    open_database(new, SetClock()).close()
    open_database(used, SetClock()).close()
    assert schema_of(used.database) == schema_of(new.database)


def test_only_what_is_new_differs_from_the_second_schema(tmp_path: Path) -> None:
    path = tmp_path / "second.db"
    path.touch()
    migrate(path, steps=SECOND)
    before = schema(path)
    migrate(path)
    assert {name for name, _sql in before ^ schema(path)} == {"job", "ix_job_set_aside"}
    assert {name for name, _sql in before} < {name for name, _sql in schema(path)}


def test_killed_half_way_the_list_is_as_it_was(used: DataFolder) -> None:
    before = everything(used)
    with running(MIGRATE_AND_HANG, used.root) as process:
        wait_for_word(process, "half-way")
        process.kill()
    assert everything(used) == before
    open_database(used, SetClock()).close()
    assert is_sound(used.database)
