"""What SQLite says when the world fails it, in sentences for a person.

The codes are SQLite's own (https://www.sqlite.org/rescode.html). Only faults of the world are told here; a
broken constraint or wrong SQL is a bug and passes through as it is.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import disk_full, explained_os_errors, not_writable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_FAILING = _FORBIDDEN | {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOLFS,
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_OF_THE_WORLD = _BUSY | (_FAILING - _DAMAGE) | {sqlite3.SQLITE_FULL, sqlite3.SQLITE_INTERRUPT}
_NO_ROOM = 1 << 20
"""Bytes. With less than this free, a failed write is laid to the disk being full: SQLite says so of its main
files, and "I/O error" where its shared memory could not grow or where a quota was reached."""


@contextlib.contextmanager
def explained(path: Path, *, query_only: bool = False) -> Iterator[None]:
    """Turn SQLite's faults while it works on the database at ``path`` into sentences.

    On a connection that is ``query_only`` a refused write is a bug, and passes through.

    Raises:
        VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``, all worth trying again.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = told_of(error, path)
        if told is None or (query_only and _code_of(error) == sqlite3.SQLITE_READONLY):
            raise
        raise told from error


@contextlib.contextmanager
def explained_at_opening(path: Path) -> Iterator[None]:
    """The same while the database is being opened, where there is nothing yet that could go on by itself.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, ``database-busy`` or ``database-failing``.
    """
    try:
        with explained_os_errors(path), explained(path):
            yield
    except VideoGenError as error:
        if error.code == "database-full":
            raise disk_full(path) from error
        if isinstance(error.__cause__, Exception) and says_forbidden(error.__cause__):
            raise not_writable(path) from error
        raise


def told_of(error: Exception, path: Path) -> VideoGenError | None:
    """What a person is told of an error of SQLAlchemy or SQLite; None when it is no fault of the world."""
    code = primary_code(error)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and no_room_at(path)):
        return database_full(path)
    if code in _BUSY:
        return database_busy(path)
    if code in _FAILING:
        return database_failing(path, _words_of(error))
    return None


def primary_code(error: Exception) -> int:
    """The primary result code of SQLite in an error of SQLAlchemy or SQLite; 0 when it has none."""
    return _code_of(error) & 0xFF


def says_damaged(error: Exception) -> bool:
    """Whether an error met while only looking at a file means that the file is no sound database.

    Where the statement is right, any error that the world did not make is the file's: "unsupported file
    format" and "syntax error" in its schema are, and names that are not text.
    """
    return isinstance(error, UnicodeDecodeError) or primary_code(error) not in _OF_THE_WORLD


def says_forbidden(error: Exception) -> bool:
    """Whether SQLite may not write, or may not open, the file."""
    return primary_code(error) in _FORBIDDEN | {sqlite3.SQLITE_CANTOPEN}


def database_full(path: Path) -> VideoGenError:
    """The disk that the database is on is full."""
    return VideoGenError(
        "database-full",
        f"The disk is full: nothing more can be written to {path.name}.",
        "Free some space; the queue goes on by itself, and nothing that was saved is lost.",
        retryable=True,
    )


def database_busy(path: Path) -> VideoGenError:
    """Another program has held the database for longer than a write waits."""
    return VideoGenError(
        "database-busy",
        f"Another program is holding {path.name} and does not let go.",
        "Close other programs that have it open, such as a backup or a database browser, then try again.",
        retryable=True,
    )


def database_failing(path: Path, words: str) -> VideoGenError:
    """The disk, or the file itself, does not do what it should."""
    return VideoGenError(
        "database-failing",
        f"{path.name} could not be read or written: {words}.",
        "Check the disk that it is on; the database is examined when the program starts again.",
        retryable=True,
    )


def no_room_at(path: Path) -> bool:
    """Whether so little is free where a file is that the next write may well fail."""
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


def _code_of(error: Exception) -> int:
    """SQLite's extended result code."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code: int = getattr(cause, "sqlite_errorcode", 0) or 0
    return code


def _words_of(error: Exception) -> str:
    return str(error.orig if isinstance(error, DBAPIError) else error)
