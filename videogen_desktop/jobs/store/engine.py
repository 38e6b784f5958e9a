"""The connections of the store: one that writes, and others that read and never wait for it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import quote

import msgspec
from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.patience import SLICE_S, Patience
from videogen_desktop.jobs.store.faults import database_busy, explained, no_room_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from videogen_desktop.jobs.store.presence import Presence

Mode = Literal["rw", "ro", "immutable"]
"""How a database is opened: ``ro`` takes part in locking and reads the log, but changes neither file;
``immutable`` reads the database alone, as it lies there, without its log."""

BUSY_S = 30.0
"""Seconds that a write waits for another program to let go of the database."""

UNCLOSED = "user_version"
"""The number in the file's header that is its users' own (https://www.sqlite.org/pragma.html#pragma_user_version):
how many have opened the database and have not closed it well, or not yet."""

_PRAGMAS = {
    "synchronous": "FULL",  # a commit is on the disk when it returns, in WAL mode too
    "fullfsync": "ON",  # on macOS a plain fsync leaves it in the drive's cache
    "checkpoint_fullfsync": "ON",
    "foreign_keys": "ON",
    "cell_size_check": "ON",  # damage is noticed where it is read, not later
    "temp_store": "MEMORY",  # sorting needs no room on a disk that may be full
    "cache_size": "-16000",  # KiB a connection: the indexes of 100,000 jobs
    "journal_size_limit": str(64 << 20),  # a log that one large write has grown is cut back
}


class Database:
    """The open database: ``writing()`` and ``reading()`` are the only ways in.

    All writes go through one connection, a thread at a time; each is one transaction begun with BEGIN
    IMMEDIATE, so that it waits for other processes at its start and never fails half-way for being late.
    Each reader sees one moment of the database, and in WAL mode neither waits for a writer nor holds one up.

    Args:
        path: The database, which exists.
        wal: Whether to keep a write-ahead log; it cannot be kept on a network file system.
        mode: Another than ``rw`` only to look: nothing on the disk is changed, and a write is refused.
        patience: How long a write waits for its turn; None for the usual time.
        presence: Our place among those who have the database open; given up at the end.
        notes: What its owner should know of its opening, in sentences.
    """

    def __init__(
        self,
        path: Path,
        *,
        wal: bool = True,
        mode: Mode = "rw",
        patience: Patience | None = None,
        presence: Presence | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.wal = wal
        self.notes = notes
        self._presence = presence
        self._patience = patience = patience or Patience(BUSY_S)
        self._turn = threading.RLock()
        self._open: Connection | None = None
        self._version = 0
        self._failed = False
        self._writer = _engine(path, StaticPool, "IMMEDIATE", wal=wal, mode=mode, patience=patience)
        self._readers = _engine(path, QueuePool, "DEFERRED", wal=wal, mode=mode, patience=patience)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write; committed at the end, undone when anything is raised.

        Called again by the thread that is in it already, it is part of the same transaction.

        Raises:
            VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``; nothing was written.
        """
        with self._turn_to_write():
            if self._open is not None:
                yield self._open
                return
            with self._renewing(self._writer), self._writer.begin() as connection:
                self._open = connection
                try:
                    yield connection
                finally:
                    self._open = None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the database, as it was last committed. A write here is refused.

        Raises:
            VideoGenError: ``database-busy`` or ``database-failing``.
        """
        with self._renewing(self._readers), self._readers.connect() as connection:
            yield connection

    def version(self) -> int:
        """A number that another process's commit changes, and a commit of our own does not.

        It costs one look at the shared memory. While this process writes, it is the number of last time.

        Raises:
            VideoGenError: ``database-busy`` or ``database-failing``.
        """
        if self._turn.acquire(blocking=False):
            try:
                if self._open is None:
                    self._version = self._ask_version()
            finally:
                self._turn.release()
        return self._version

    def writable(self) -> bool:
        """Whether a write gets through to the disk just now, and there is room for more of them."""
        if no_room_at(self.path):
            return False
        try:
            with self.writing() as connection:
                connection.exec_driver_sql("UPDATE queue SET last_backup_at = last_backup_at")
        except VideoGenError:
            return False
        return True

    def hurry(self, seconds: float) -> None:
        """Wait for other programs no longer than so many seconds from now on; for whoever has to leave."""
        self._patience.end_within(seconds)

    def close(self, *, clean: bool = True) -> None:
        """Close every connection; the last one of all processes folds the log into the database.

        Args:
            clean: Whether to note that our use of it came to a good end. It is not noted after the file was
                found failing, so that the next start examines it.
        """
        with self._turn:
            self._readers.dispose()
            if clean and not self._failed and self._presence is not None:
                with contextlib.suppress(VideoGenError):  # then it is examined at the next start
                    self._note_end()
            self._writer.dispose()
            if self._presence is not None:
                self._presence.leave()

    def note_beginning(self) -> None:
        """Note that one more has it open; only once others are let in, for who is alone may begin at none.

        Raises:
            VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``.
        """
        self._count_unclosed(1)

    def _note_end(self) -> None:
        self._count_unclosed(-1)

    def _count_unclosed(self, more: int) -> None:
        """One that was killed is never taken off, so that its end is no clean one, whoever closes last."""
        with self.writing() as connection:
            before = int(connection.exec_driver_sql(f"PRAGMA {UNCLOSED}").scalar_one())
            connection.exec_driver_sql(f"PRAGMA {UNCLOSED} = {before + more}")

    @contextlib.contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if not self._patience.taken(self._turn):
            raise database_busy(self.path)
        try:
            yield
        finally:
            self._turn.release()

    @contextlib.contextmanager
    def _renewing(self, engine: Engine) -> Iterator[None]:
        """After an I/O error the next use begins with a new connection: a file handle may be dead."""
        try:
            with explained(self.path, query_only=engine is self._readers):
                yield
        except VideoGenError as error:
            if error.code == "database-failing":
                self._failed = True
                engine.dispose()
            raise

    def _ask_version(self) -> int:
        with (
            self._renewing(self._writer),
            contextlib.closing(self._writer.raw_connection()) as connection,
        ):
            cursor = connection.cursor()
            try:
                self._patience.tried(lambda: cursor.execute("PRAGMA data_version"))
                (version,) = cursor.fetchall()[0]
                return int(version)
            finally:
                cursor.close()


def connect(path: Path, mode: Mode = "rw", *, busy_s: float = BUSY_S) -> sqlite3.Connection:
    """A plain connection to a database that exists; transactions are begun by hand.

    Raises:
        sqlite3.Error: as SQLite says it.
    """
    asked = "immutable=1&mode=ro" if mode == "immutable" else f"mode={mode}"
    name = quote(path.absolute().as_posix().removeprefix("/"))
    return sqlite3.connect(
        f"file:///{name}?{asked}", uri=True, timeout=busy_s, isolation_level=None, check_same_thread=False
    )


def connect_in_store(
    path: Path, *, wal: bool, mode: Mode = "rw", busy_s: float = BUSY_S
) -> sqlite3.Connection:
    """A connection set up as those of the store are.

    Raises:
        sqlite3.Error: as SQLite says it.
    """
    connection = connect(path, mode, busy_s=busy_s)
    try:
        if mode == "rw":
            connection.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'TRUNCATE'}")
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _engine(
    path: Path,
    pool: type[StaticPool | QueuePool],
    kind: Literal["IMMEDIATE", "DEFERRED"],
    *,
    wal: bool,
    mode: Mode,
    patience: Patience,
) -> Engine:
    """An engine whose transactions are begun as ``kind`` says; deferred ones cannot write.

    All that can be waited for is waited for at the beginning, where the wait can be cut short; but where no
    log is kept, a commit waits for those who read.
    """

    def made() -> sqlite3.Connection:
        connection = patience.tried(lambda: connect_in_store(path, wal=wal, mode=mode, busy_s=SLICE_S))
        if kind == "DEFERRED":
            connection.execute("PRAGMA query_only = ON")
        return connection

    sized = {"pool_size": 4, "max_overflow": -1} if pool is QueuePool else {}
    engine = create_engine(
        "sqlite+pysqlite://", creator=made, poolclass=pool, json_deserializer=_decoded, **sized
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        plain = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        patience.tried(lambda: _begin_to_write(plain) if kind == "IMMEDIATE" else _begin_to_read(plain))

    def _begin_to_write(connection: sqlite3.Connection) -> None:
        if not wal:
            _wait_at_most(connection, SLICE_S)
        connection.execute("BEGIN IMMEDIATE")
        if not wal:
            _wait_at_most(connection, patience.left_s())

    return engine


def _decoded(text: str) -> object:
    """What JSON says; None where damage has made it none, so that no list is lost for one value."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None


def _begin_to_read(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN DEFERRED")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.rollback()
        raise


def _wait_at_most(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
