from __future__ import annotations

import contextlib
import re
import sqlite3
import types
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.jobs.store.databases import (
    NOON,
    PRESENT,
    StoppedClock,
    add_jobs,
    filled,
    is_sound,
    jobs_in,
    running,
    wait_for_word,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store.backups import backups, make_backup
from videogen_desktop.jobs.store.migrating import migrate
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.opening import make_database, open_database
from videogen_desktop.jobs.store.tables import SEARCH_TABLE, Base

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def step(revision: str, before: str, upgrade: Callable[[], None]) -> types.ModuleType:
    """A step of the schema as a module has it."""
    module = types.ModuleType(f"m{revision}")
    vars(module).update(revision=revision, down_revision=before, upgrade=upgrade)
    return module


def make_the_job_table_anew() -> None:
    """What SQLite needs for most changes of a table: every row is copied."""
    with op.batch_alter_table("job", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="blue"))


LATER = (*STEPS, step("later", PRESENT, make_the_job_table_anew))

MIGRATE_AND_HANG = """
    import sys
    from pathlib import Path
    from alembic import op
    from tests.jobs.store import test_migrating as here
    from tests.jobs.store.databases import StoppedClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.opening import open_database

    def stop_half_way():
        op.execute("PRAGMA cache_size = 1")
        op.execute("UPDATE job SET message = hex(randomblob(2000))")
        here.make_the_job_table_anew()
        op.execute("DELETE FROM job WHERE id % 2")
        print("half-way", flush=True)
        sys.stdin.read()

    steps = (*here.STEPS, here.step("later", here.PRESENT, stop_half_way))
    open_database(DataFolder(Path(sys.argv[1])), StoppedClock(), steps=steps)
"""


OPEN_AND_LOOK = """
    import sys
    from pathlib import Path
    from videogen_desktop.jobs.clock import SystemClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import open_store
    open_store(DataFolder(Path(sys.argv[1])), SystemClock()).close()
    print("loaded" if "alembic" in sys.modules else "not loaded", flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def schema_of(path: Path) -> dict[str, object]:
    """Tables with their columns, references, indexes and checks, as SQLite reports them."""
    found: dict[str, object] = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        for name, sql in tables:
            if name.startswith((SEARCH_TABLE, "alembic_", "sqlite_")):
                continue
            parts = (
                "SELECT name, type, [notnull], pk FROM pragma_table_info(?)",
                "SELECT [table], [from], [to], on_delete FROM pragma_foreign_key_list(?)",
                "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?",
            )
            described = [set(connection.execute(part, (name,))) for part in parts]
            found[name] = (described, "AUTOINCREMENT" in sql, set(re.findall(r"CONSTRAINT (ck_.*\))", sql)))
    return found


def test_the_migrated_schema_is_that_of_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "migrated.db"
    path.touch()
    migrate(path)
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or not name.startswith(SEARCH_TABLE),
            "include_object": lambda _o, _n, kind, *_: kind != "index",  # it cannot tell their directions
        }
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata) == []
    engine.dispose()

    made = tmp_path / "made.db"
    make_database(made)
    assert schema_of(path) == schema_of(made)


def test_a_new_database_is_what_all_steps_would_make(tmp_path: Path) -> None:
    found = []
    for make in (migrate, make_database):
        path = tmp_path / f"{make.__name__}.db"
        path.touch()
        make(path)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            others = connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE name GLOB ? OR name GLOB ? ORDER BY name",
                (f"{SEARCH_TABLE}*", "*alembic_*"),
            ).fetchall()
            queue = connection.execute("SELECT * FROM queue").fetchall()
            revision = connection.execute("SELECT * FROM alembic_version").fetchall()
            names = [each[0] for each in connection.execute("SELECT * FROM queue").description]
        [row] = [dict(zip(names, each, strict=True)) for each in queue]
        store = row.pop("store")
        found.append(
            ([(name, "".join((sql or "").split())) for name, sql in others], row, revision, len(store))
        )
    assert found[0] == found[1]


def test_new_databases_are_laid_out_alike(tmp_path: Path) -> None:
    """Else the log of one beside another is taken for damage, as pages of both do not fit together."""
    program = """
        import sys
        from pathlib import Path
        from videogen_desktop.jobs.store.opening import make_database
        make_database(Path(sys.argv[1]))
    """
    found = []
    for number in range(3):
        path = tmp_path / f"{number}.db"
        with running(program, path) as process:
            process.wait()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            found.append(connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
    assert found[0] == found[1] == found[2]


def test_the_steps_are_one_chain() -> None:
    before = [None, *(each.revision for each in STEPS[:-1])]
    assert [each.down_revision for each in STEPS] == before


def test_the_search_index_finds_words_as_they_are_typed_and_without_accents(folder: DataFolder) -> None:
    database = open_database(folder, StoppedClock())
    with database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO job_text (rowid, title, authors) VALUES (7, 'Naïve T cells', 'Müller')"
        )
    with database.reading() as connection:
        for words in ("naive", "nai*", "n*", "authors:muller"):
            found = connection.exec_driver_sql("SELECT rowid FROM job_text WHERE job_text MATCH ?", (words,))
            assert list(found.scalars()) == [7], words
    database.close()


def test_a_migration_keeps_the_rows_and_is_preceded_by_a_backup(folder: DataFolder) -> None:
    filled(folder, 30)
    database = open_database(folder, StoppedClock(), steps=LATER)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*), min(colour) FROM job").one() == (30, "blue")
    database.close()
    (backup,) = backups(folder)
    assert jobs_in(backup) == 30
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (PRESENT,)


def test_the_backup_before_a_migration_stays_though_the_calendar_was_ahead_before(folder: DataFolder) -> None:
    path = filled(folder, 30)
    for day in range(400, 403):
        make_backup(path, folder, NOON + day * 86_400)
    database = open_database(folder, StoppedClock())
    add_jobs(database, 1, first=31)
    database.close()
    open_database(folder, StoppedClock(), steps=LATER).close()
    assert jobs_in(backups(folder)[0]) == 31


def test_a_migration_killed_half_way_is_as_if_it_had_not_begun(folder: DataFolder) -> None:
    filled(folder, 300)
    with running(MIGRATE_AND_HANG, folder.root) as process:
        wait_for_word(process, "half-way")
        assert folder.database.with_name("videogen.db-wal").stat().st_size > 500_000
        process.kill()
    database = open_database(folder, StoppedClock(), steps=LATER)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*), max(message) FROM job").one() == (300, "")
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "later"
    add_jobs(database, 1, first=301)
    database.close()
    assert is_sound(folder.database)
    assert jobs_in(folder.database) == 301


def test_a_migration_that_fails_changes_nothing(folder: DataFolder) -> None:
    def fail() -> None:
        make_the_job_table_anew()
        raise RuntimeError("a bug")

    path = filled(folder, 5)
    with pytest.raises(RuntimeError, match="a bug"):
        open_database(folder, StoppedClock(), steps=(*STEPS, step("later", PRESENT, fail)))
    database = open_database(folder, StoppedClock())
    database.close()
    assert jobs_in(path) == 5
    assert is_sound(path)


def test_a_migration_that_breaks_references_is_not_kept(folder: DataFolder) -> None:
    path = filled(folder, 5)
    with pytest.raises(VideoGenError) as raised:
        migrate(path, steps=(*STEPS, step("later", PRESENT, lambda: op.execute("DELETE FROM paper"))))
    assert raised.value.code == "database-failing"
    assert not raised.value.retryable
    open_database(folder, StoppedClock()).close()
    assert jobs_in(path) == 5


def test_an_older_program_at_work_keeps_a_newer_one_out(folder: DataFolder) -> None:
    older = open_database(folder, StoppedClock())
    with pytest.raises(VideoGenError) as raised:
        open_database(folder, StoppedClock(), steps=LATER)
    assert raised.value.code == "database-busy"
    add_jobs(older, 1)
    older.close()
    newer = open_database(folder, StoppedClock(), steps=LATER)
    newer.close()
    assert jobs_in(folder.database) == 1


def test_the_library_for_migrations_is_loaded_only_for_one(folder: DataFolder) -> None:
    with running(OPEN_AND_LOOK, folder.root) as process:
        wait_for_word(process, "not loaded")  # a new database is made whole
    folder.database.write_bytes(b"")
    migrate(folder.database, steps=STEPS[:1])
    for told in ("loaded", "not loaded"):
        with running(OPEN_AND_LOOK, folder.root) as process:
            wait_for_word(process, told)
