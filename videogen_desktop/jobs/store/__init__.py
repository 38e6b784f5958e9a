"""The store: every job, its paper, its attempts, its history and its film, in one SQLite file.

``open_store`` opens it, after it was checked, backed up and brought to the present schema; ``JobStore`` is
what can be done with it. It hands out the frozen data of ``jobs.model`` and takes decisions; no row, session
or connection leaves this room.
"""

from videogen_desktop.jobs.store.backups import newest_good_backup
from videogen_desktop.jobs.store.damage import DamagedDatabase
from videogen_desktop.jobs.store.health import Health, check_database
from videogen_desktop.jobs.store.opened import open_store, open_to_look
from videogen_desktop.jobs.store.refusals import IllegalMove, LeaseLost
from videogen_desktop.jobs.store.restoring import restore_backup, start_afresh
from videogen_desktop.jobs.store.store import LEASE_S, LONGEST_WAIT_S, JobStore

__all__ = [
    "LEASE_S",
    "LONGEST_WAIT_S",
    "DamagedDatabase",
    "Health",
    "IllegalMove",
    "JobStore",
    "LeaseLost",
    "check_database",
    "newest_good_backup",
    "open_store",
    "open_to_look",
    "restore_backup",
    "start_afresh",
]
