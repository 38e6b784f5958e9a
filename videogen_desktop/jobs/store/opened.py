"""The store of a data folder, opened to be worked with, or only to be read where nothing can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.store.engine import Database
from videogen_desktop.jobs.store.examining import refuse_other_schema
from videogen_desktop.jobs.store.faults import explained_at_opening
from videogen_desktop.jobs.store.health import has_log, is_in_wal_format
from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.opening import open_database
from videogen_desktop.jobs.store.store import JobStore

if TYPE_CHECKING:
    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.patience import Patience


def open_store(folder: DataFolder, clock: Clock, patience: Patience | None = None) -> JobStore:
    """Open the store of a data folder, a new one where there never was one.

    Args:
        folder: The data folder.
        clock: What time it is.
        patience: How long is waited for other programs; whoever keeps it can cut that short.

    Raises:
        VideoGenError: ``database-newer``, ``database-damaged`` (a ``DamagedDatabase``: it names the newest
            good backup), ``database-busy``, ``database-failing``, ``not-writable`` or ``disk-full``.
    """
    return JobStore(open_database(folder, clock, patience=patience), folder, clock)


def open_to_look(folder: DataFolder, clock: Clock) -> JobStore:
    """Open a store that exists to be read, for a moment; others may be working with it.

    It is neither examined nor backed up, nothing tells others of us, and no file is made or written to, but
    for the memory that those who read a log share.

    Raises:
        VideoGenError: ``database-newer``; ``database-busy`` for one that has to be brought to the present
            schema first; ``not-writable``, ``disk-full`` or ``database-failing`` where it cannot be read.
        FileNotFoundError: there is none.
    """
    path = folder.database
    with explained_at_opening(path):
        # where nothing was logged the database alone is read: a log would need room for its index
        with_log = has_log(path) or not is_in_wal_format(path)
        refuse_other_schema(path, STEPS, with_log=with_log)
        return JobStore(Database(path, mode="ro" if with_log else "immutable"), folder, clock)
