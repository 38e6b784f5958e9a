"""What lies where the database should be: none, a newer one, a damaged one, or a sound one.

It is decided before anything is changed.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.store.backups import backups, copy_database, newest_good_backup, next_backup
from videogen_desktop.jobs.store.damage import (
    DamagedDatabase,
    copy_log_aside,
    last_set_aside,
    set_aside,
    set_log_aside,
)
from videogen_desktop.jobs.store.engine import connect
from videogen_desktop.jobs.store.faults import database_busy, says_damaged
from videogen_desktop.jobs.store.health import View, has_journal, has_log, parts_of, problems_of, view_of
from videogen_desktop.jobs.store.log import has_commits_unread
from videogen_desktop.jobs.store.migrating import is_known, is_present

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from videogen_desktop.jobs.data_folder import DataFolder

_NOT_OURS = "its tables are not those of this program"


@dataclass(frozen=True)
class Found:
    """A sound database.

    Attributes:
        revision: Its schema; None for one without a table.
        notes: What its owner should know, in sentences.
    """

    revision: str | None
    notes: tuple[str, ...] = ()


def examine(folder: DataFolder, now: float, steps: Sequence[ModuleType]) -> Found | None:
    """Judge the database while nobody else has it open; None when there never was one.

    After an unclean end, or with a log left over, every index is compared with its table; else a quick look
    at each page does. A log that is another store's, or older than the database, is set aside; of one that
    is damaged a copy is kept.

    Raises:
        VideoGenError: ``database-newer``, with every file untouched.
        DamagedDatabase: after it was set aside whole.
        sqlite3.Error: when the file system fails, or another program holds it.
    """
    path = folder.database
    if _is_absent(path):
        _refuse_when_gone(folder, now)
        return None
    alone = view_of(path, with_log=False)
    _refuse_newer(path, alone, steps)
    unfinished = has_journal(path)
    try:
        if unfinished:
            _roll_back(path)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not says_damaged(error):
            raise
        raise _damaged(folder, now, (str(error),)) from error
    view = view_of(path)
    _refuse_newer(path, view, steps)
    notes: tuple[str, ...] = ()
    logged = has_log(path)
    if logged and _is_of_another(alone, view):
        aside = set_log_aside(path, "foreign-log", now)
        notes = (f"A log that does not belong to {path.name} lay beside it; it is kept as {aside.name}-wal.",)
        view = view_of(path)
    elif logged and has_commits_unread(path):
        aside = copy_log_aside(path, "damaged-log", now)
        notes = (
            f"Part of the log is damaged: what changed last may be missing. It is kept as {aside.name}-wal.",
        )
    thorough = logged or unfinished or view is None or not view.clean_end
    found = problems_of(path, thorough=thorough)
    if view is None or view.revision == "" or found:
        raise _damaged(folder, now, found or (_NOT_OURS,))
    return Found(view.revision, notes)


def refuse_other_schema(path: Path, steps: Sequence[ModuleType], *, with_log: bool = True) -> None:
    """Join others only on the schema that they work with; ``with_log`` as for ``view_of``.

    Raises:
        VideoGenError: ``database-newer``, or ``database-busy`` while an older version is at work.
    """
    view = view_of(path, with_log=with_log)
    _refuse_newer(path, view, steps)
    if view is None or not is_present(view.revision, steps):
        raise database_busy(path)


def _is_absent(path: Path) -> bool:
    return not path.exists() or (path.stat().st_size == 0 and not has_log(path))


def _refuse_when_gone(folder: DataFolder, now: float) -> None:
    """An empty list in place of a lost one is for the person to choose.

    A log without its database is kept: SQLite would throw it away.
    """
    path = folder.database
    if any(part.exists() for part in parts_of(path)[1:]):
        set_log_aside(path, "leftover", now)
    if not backups(folder) and not last_set_aside(path):
        return
    if path.exists():
        set_aside(path, "damaged", now)
    raise DamagedDatabase(path, last_set_aside(path), newest_good_backup(folder))


def _refuse_newer(path: Path, view: View | None, steps: Sequence[ModuleType]) -> None:
    if view is not None and view.revision and not is_known(view.revision, steps):
        raise VideoGenError(
            "database-newer",
            f"The list of jobs in {path.parent} was made by a newer version of this program.",
            "It was left as it is: install the newer version again, or choose another data folder.",
        )


def _is_of_another(alone: View | None, with_log: View | None) -> bool:
    """Whether a log makes of a database another store, or an older state of itself."""
    if alone is None or with_log is None or not alone.store:
        return False
    return with_log.store != alone.store or with_log.change < alone.change


def _roll_back(path: Path) -> None:
    """SQLite undoes what a half-way transaction wrote when it next reads the file."""
    with contextlib.closing(connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _damaged(folder: DataFolder, now: float, problems: tuple[str, ...]) -> DamagedDatabase:
    path = folder.database
    logged = has_log(path)
    aside = set_aside(path, "damaged", now)
    if logged:
        _save_without_log(aside, folder, now)
    return DamagedDatabase(path, aside, newest_good_backup(folder), problems)


def _save_without_log(damaged: Path, folder: DataFolder, now: float) -> None:
    """A database that is sound without its damaged log is newer than any backup, so it counts as one."""
    with contextlib.suppress(VideoGenError, sqlite3.Error):
        if not problems_of(damaged, thorough=True, with_log=False):
            copy_database(damaged, next_backup(folder, now, "-without-log"), "immutable")
