"""Look at a database as it lies there, and change nothing: what schema it has, and whether it is sound."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from videogen_desktop.jobs.store.checking import not_allowed
from videogen_desktop.jobs.store.engine import UNCLOSED, connect
from videogen_desktop.jobs.store.faults import explained, primary_code, says_damaged
from videogen_desktop.jobs.store.filesystems import network_file_system
from videogen_desktop.jobs.store.migrating import is_known, is_present, revision_of
from videogen_desktop.jobs.store.quick_look import check, missing, quick_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.engine import Mode

_MOST_PROBLEMS = 20
_WAL_FORMAT = 2


@dataclass(frozen=True)
class View:
    """What the first page and the queue's one row say.

    Attributes:
        revision: The schema; None when the database is empty, "" when the tables are not ours.
        store: The name that the store drew when it was made; "" when it has no row yet.
        change: The number of its last change.
        clean_end: Whether all its users have closed it.
    """

    revision: str | None
    store: str
    change: int
    clean_end: bool


@dataclass(frozen=True)
class Health:
    """How a store is, for a person who asks.

    Attributes:
        path: The database.
        size: Its bytes, with those of its log; 0 when there is none.
        revision: Its schema; None when there is none, or when it cannot be read.
        newer: Whether a newer version of the program made that schema.
        problems: What is wrong with it, in SQLite's words; empty for a sound one.
        network: The kind of network file system that it is on, when it is on one.
    """

    path: Path
    size: int
    revision: str | None
    newer: bool
    problems: tuple[str, ...]
    network: str | None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems and not self.newer


def check_database(folder: DataFolder) -> Health:
    """Examine a store thoroughly and change nothing; others may be working with it.

    Raises:
        VideoGenError: ``database-busy`` or ``database-failing``.
    """
    path = folder.database
    with explained(path):
        view = view_of(path) if path.exists() else None
        newer = view is not None and not is_known(view.revision)
        return Health(
            path=path,
            size=sum(_size_of(part) for part in parts_of(path)),
            revision=view.revision if view else None,
            newer=newer,
            problems=problems_of(path, thorough=True) if path.exists() and not newer else (),
            network=network_file_system(path),
        )


def parts_of(path: Path) -> tuple[Path, ...]:
    """The files that a database may consist of: itself, its log with the log's index, its journal."""
    return (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")))


def has_log(path: Path) -> bool:
    """Whether there is something in its write-ahead log."""
    return _size_of(path.with_name(path.name + "-wal")) > 0


def has_journal(path: Path) -> bool:
    """Whether a transaction in a database without a log was left half-way."""
    return _size_of(path.with_name(path.name + "-journal")) > 0


def view_of(path: Path, *, with_log: bool = True) -> View | None:
    """What a database says of itself; None when it cannot be read for being damaged.

    Raises:
        sqlite3.Error: when the file system fails, or another program holds it.
    """
    try:
        with _looking_at(path, with_log=with_log) as connection:
            return _view(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if says_damaged(error):
            return None
        raise


def problems_of(path: Path, *, thorough: bool, with_log: bool = True) -> tuple[str, ...]:
    """What is wrong with a database, in SQLite's words; empty for a sound one.

    The quick look sees whether every page of every table is where and what it should be; the thorough one
    also compares each index with its table and accounts for every page of the file
    (https://www.sqlite.org/pragma.html#pragma_integrity_check).

    Raises:
        sqlite3.Error: when the file system fails, or another program holds it.
    """
    if max(_format_of(path)) > _WAL_FORMAT:
        return ("unsupported file format",)  # which SQLite would read, but never write
    looking = partial(_looking_at, path, with_log=with_log)
    try:
        if not thorough:
            return tuple(quick_look(looking)[:_MOST_PROBLEMS])
        with looking() as connection:
            return tuple(_thorough_look(connection)[:_MOST_PROBLEMS])
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if says_damaged(error):
            return (str(error),)
        raise


def _view(connection: sqlite3.Connection) -> View:
    revision = revision_of(connection)
    clean_end = connection.execute(f"PRAGMA {UNCLOSED}").fetchone() == (0,)
    try:
        row = connection.execute("SELECT store, revision FROM queue").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:  # else a schema without that table or column
            raise
        row = None
    store, change = (str(row[0]), int(row[1])) if row else ("", 0)
    return View(revision, store, change, clean_end)


def _thorough_look(connection: sqlite3.Connection) -> list[str]:
    found = check(connection, "PRAGMA integrity_check")
    if not found and is_present(revision_of(connection)):
        found = missing(connection) or not_allowed(connection)
    if not found and connection.execute("PRAGMA foreign_key_check").fetchone():
        found = ["rows refer to rows that are not there"]
    return found


@contextlib.contextmanager
def _looking_at(path: Path, *, with_log: bool) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(connect(path, mode_to_look(path) if with_log else "immutable")) as connection:
        connection.text_factory = _read_text
        yield connection


def _read_text(content: bytes) -> str:
    """Damage may be anywhere, in a name as well."""
    return content.decode("utf-8", "replace")


def mode_to_look(path: Path) -> Mode:
    """How to read a database and leave no trace: under locks, SQLite would make a log where none is."""
    log = path.with_name(path.name + "-wal")
    return "ro" if log.exists() or not is_in_wal_format(path) else "immutable"


def is_in_wal_format(path: Path) -> bool:
    """Whether whoever opens the database reads and keeps a write-ahead log."""
    return _format_of(path)[0] == _WAL_FORMAT


def _format_of(path: Path) -> tuple[int, int]:
    """The versions for writing and for reading (https://www.sqlite.org/fileformat.html); 0 for no header."""
    with path.open("rb") as file:
        head = file.read(20)
    return (head[18], head[19]) if len(head) == 20 else (0, 0)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
