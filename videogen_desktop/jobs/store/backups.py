"""Backups: made by SQLite itself while the store is in use, proven before they count, the newest kept.

Which is newer is said by a number in their names and not by the time in them: a calendar may have been wrong.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sqlite3
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import PARTIAL_MARK, disk_full, explained_os_errors, replacing
from videogen_desktop.jobs.store.damage import stamp
from videogen_desktop.jobs.store.engine import connect
from videogen_desktop.jobs.store.faults import database_failing, explained
from videogen_desktop.jobs.store.health import problems_of, view_of
from videogen_desktop.jobs.store.migrating import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.engine import Database, Mode

KEPT = 3
A_DAY_S = 24 * 3600.0
_NUMBERED = re.compile(r"videogen-(\d+)-\d{4}-\d{2}-\d{2}T.*")


def backup_if_due(database: Database, folder: DataFolder, clock: Clock) -> Path | None:
    """Make the day's backup unless there is one; return it when it was made.

    The calendar may have jumped: a last backup in the future is none.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, or the store's own.
    """
    with database.reading() as connection:
        last = float(connection.exec_driver_sql("SELECT last_backup_at FROM queue").scalar_one())
    if 0.0 <= clock.now() - last < A_DAY_S:
        return None
    made = make_backup(database.path, folder, clock.now())
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE queue SET last_backup_at = ?", (clock.now(),))
    return made


def make_backup(path: Path, folder: DataFolder, now: float) -> Path:
    """Back the database at ``path`` up, prove the copy, and let the oldest beyond three go; return the copy.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, ``database-busy`` or ``database-failing``.
    """
    made = next_backup(folder, now)
    _clear_half_made(folder)
    copy_database(path, made)
    for old in backups(folder)[KEPT:]:
        with explained_os_errors(old):
            old.unlink()
    return made


def copy_database(source: Path, copy: Path, mode: Mode = "rw") -> None:
    """Copy a database through SQLite, to a file that is whole and proven sound, or not there.

    The copy needs no log beside it, and has a name of its own in ``queue.store``, so that the log of its
    source is never taken for its own.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, ``database-busy`` or ``database-failing``.
    """
    with explained_os_errors(copy):
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(copy) as partial, _told_as_disk(copy), explained(source):
        os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with (
            contextlib.closing(connect(source, mode)) as old,
            contextlib.closing(connect(partial)) as new,
        ):
            old.backup(new)
            _make_independent(new)
        found = problems_of(partial, thorough=False)
        if found:
            raise database_failing(source, found[0])


def backups(folder: DataFolder) -> list[Path]:
    """The backups that there are, newest first; those that an earlier version made have no number."""
    whole = (path for path in folder.backups.glob("videogen-*.db") if PARTIAL_MARK not in path.name)
    return sorted(whole, key=lambda path: (_number(path), path.name), reverse=True)


def next_backup(folder: DataFolder, now: float, mark: str = "") -> Path:
    """What the next backup is called; ``mark`` says what is special about it."""
    number = 1 + max(map(_number, backups(folder)), default=0)
    return folder.backups / f"videogen-{number:04}-{stamp(now)}{mark}.db"


def newest_good_backup(folder: DataFolder) -> Path | None:
    """The newest backup that is sound and that this version can work with."""
    return next((path for path in backups(folder) if is_good(path)), None)


def is_good(backup: Path) -> bool:
    """Whether a backup can be read, is sound, and has a schema that this version can work with."""
    try:
        view = view_of(backup)
        known = view is not None and bool(view.revision) and is_known(view.revision)
        return known and not problems_of(backup, thorough=False)
    except (sqlite3.Error, OSError):
        return False


def _number(backup: Path) -> int:
    named = _NUMBERED.fullmatch(backup.name)
    return int(named[1]) if named else 0


def _clear_half_made(folder: DataFolder) -> None:
    """What a backup left that was killed; only one process makes them at a time."""
    for partial in folder.backups.glob(f"*{PARTIAL_MARK}*"):
        with contextlib.suppress(OSError):
            partial.unlink()


def _make_independent(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA journal_mode = DELETE")
    has_name = copy.execute("SELECT 1 FROM pragma_table_info('queue') WHERE name = 'store'").fetchone()
    if has_name:
        copy.execute("UPDATE queue SET store = ?", (secrets.token_hex(16),))


@contextlib.contextmanager
def _told_as_disk(copy: Path) -> Iterator[None]:
    """A copy that finds no room is no fault of the database."""
    try:
        yield
    except VideoGenError as error:
        if error.code == "database-full":
            raise disk_full(copy) from error
        raise
