"""Open the store: it is examined before anything is changed, backed up, and brought to the present schema."""

from __future__ import annotations

import contextlib
import logging
import os
from typing import TYPE_CHECKING

from sqlalchemy import insert

from videogen_desktop.files import explained_os_errors, make_folder
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store.backups import make_backup
from videogen_desktop.jobs.store.engine import BUSY_S, UNCLOSED, Database, connect, connect_in_store
from videogen_desktop.jobs.store.examining import examine, refuse_other_schema
from videogen_desktop.jobs.store.faults import explained_at_opening
from videogen_desktop.jobs.store.filesystems import network_file_system
from videogen_desktop.jobs.store.health import is_in_wal_format
from videogen_desktop.jobs.store.making import make_schema
from videogen_desktop.jobs.store.migrating import is_present, migrate
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.presence import Presence
from videogen_desktop.jobs.store.tables import Event, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import ModuleType

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder

_log = logging.getLogger(__name__)


def open_database(
    folder: DataFolder,
    clock: Clock,
    *,
    patience: Patience | None = None,
    network: Callable[[Path], str | None] = network_file_system,
    steps: Sequence[ModuleType] = STEPS,
) -> Database:
    """Open the database of a data folder; a new one where there never was one.

    Who comes first examines it, backs it up before a change of its schema, and changes the schema; who comes
    while others work with it just joins them.

    Args:
        folder: The data folder; made, for its owner alone, when it is not there.
        clock: Names backups, and what is set aside.
        patience: How long is waited for others; None for the usual time.
        network: Says whether a path is on a network file system; no log is kept there.
        steps: The steps of the schema, oldest first.

    Raises:
        VideoGenError: ``database-newer``, ``database-damaged`` (a ``DamagedDatabase``), ``database-busy``,
            ``database-failing``, ``not-writable`` or ``disk-full``.
    """
    path = folder.database
    patience = patience or Patience(BUSY_S)
    _make_folder(path)
    kind = network(folder.root)
    with explained_at_opening(path), contextlib.ExitStack() as undo:
        presence = Presence(path)
        undo.callback(presence.leave)
        found: tuple[str, ...] = ()
        if presence.enter(patience):
            found = _prepare(folder, clock.now(), steps, wal=kind is None, busy_s=patience.left_s())
            presence.let_others_in(patience.left_s())
        refuse_other_schema(path, steps)  # who came between may have put another in its place
        notes = (*found, _network_note(path, kind)) if kind else found
        for note in notes:
            _log.warning("%s", note)
        database = Database(path, wal=kind is None, patience=patience, presence=presence, notes=notes)
        undo.callback(database.close, clean=False)
        database.note_beginning()
        _write_into_history(database, found, clock.now())
        undo.pop_all()
        return database


def make_database(path: Path, *, wal: bool = True, busy_s: float = BUSY_S) -> None:
    """Make an empty store, for its owner alone.

    Raises:
        VideoGenError: ``not-writable``, ``database-full``, ``database-busy`` or ``database-failing``.
    """
    with explained_os_errors(path):  # SQLite gives its log the permissions of the database
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    make_schema(path, wal=wal, busy_s=busy_s)


def _prepare(
    folder: DataFolder, now: float, steps: Sequence[ModuleType], *, wal: bool, busy_s: float
) -> tuple[str, ...]:
    """Make the database ready while nobody else is there; return what its owner should know."""
    path = folder.database
    found = examine(folder, now, steps)
    if found is None:
        make_database(path, wal=wal, busy_s=busy_s)
        return ()
    if not wal and is_in_wal_format(path):
        _give_up_log(path, busy_s)
    if not is_present(found.revision, steps):
        if found.revision is not None:
            make_backup(path, folder, now)
        migrate(path, wal=wal, busy_s=busy_s, steps=steps)
    _forget_unclosed(path, wal=wal, busy_s=busy_s)
    return found.notes


def _write_into_history(database: Database, notes: tuple[str, ...], now: float) -> None:
    if notes:
        with database.writing() as connection:
            connection.execute(
                insert(table_of(Event)), [{"at": now, "kind": "database", "text": note} for note in notes]
            )


def _make_folder(path: Path) -> None:
    make_folder(path.parent, 0o700)
    with explained_os_errors(path):
        if path.exists():
            path.open("r+b").close()


def _forget_unclosed(path: Path, *, wal: bool, busy_s: float) -> None:
    """It is examined: how others ended before does not matter any more."""
    with contextlib.closing(connect_in_store(path, wal=wal, busy_s=busy_s)) as connection:
        if connection.execute(f"PRAGMA {UNCLOSED}").fetchone() != (0,):
            connection.execute(f"PRAGMA {UNCLOSED} = 0")


def _give_up_log(path: Path, busy_s: float) -> None:
    """Under an exclusive lock SQLite needs no shared memory to fold a log in."""
    with contextlib.closing(connect(path, busy_s=busy_s)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = TRUNCATE")


def _network_note(path: Path, kind: str) -> str:
    return (
        f"{path.parent} is on a network file system ({kind}): the list of jobs is kept there without a "
        "write-ahead log, and only one computer may work with it at a time."
    )
