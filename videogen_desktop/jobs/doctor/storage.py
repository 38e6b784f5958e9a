"""Examine where things are kept: disk, database, keyring, and whether another instance works there."""

from __future__ import annotations

import errno
import os
import tempfile
from typing import TYPE_CHECKING

import filelock
import psutil

from videogen_desktop.files import free_space, nearest_folder
from videogen_desktop.jobs.doctor.check import Check
from videogen_desktop.jobs.instance import LOCK
from videogen_desktop.jobs.settings import GIB, read_settings, refuse_own_folder, unknown_settings

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def check_settings(folder: DataFolder) -> Check:
    """Whether the settings can be read, and films are kept where nothing is cleared away.

    Raises:
        VideoGenError: ``bad-setting``.
    """
    refuse_own_folder(read_settings(folder.settings), folder)
    if unknown := unknown_settings(folder.settings):
        message = f"In {folder.settings} there is what is no setting, and is left out: {', '.join(unknown)}."
        return Check(
            "settings", "warning", message, "Correct it there, if it was not another version that set it."
        )
    kept = "They are in" if folder.settings.exists() else "They are the usual ones; changes would be kept in"
    return Check("settings", "ok", f"{kept} {folder.settings}.")


def check_disk(name: str, place: Path, least_bytes: int) -> Check:
    """Whether a folder can be written to, has room, and is on a disk of this computer.

    Args:
        name: What the folder is for: ``data-folder`` or ``films-folder``.
        place: The folder; one that is not there yet counts as the nearest above it.
        least_bytes: What must stay free for the queue to start jobs.
    """
    from videogen_desktop.jobs.store.filesystems import network_file_system

    existing, free = nearest_folder(place), free_space(place)
    kind, network = _file_system(existing), network_file_system(existing)
    details = {"free_bytes": free, "file_system": kind, "network": network, "exists": place.is_dir()}
    refused = _write_refused(existing)
    if refused:
        why = refused.strerror or type(refused).__name__
        return Check(name, "failed", f"{existing} cannot be written to: {why}.", _remedy(refused), details)
    room = f"{free / GIB:.1f} GB are free in {place}"
    if free < least_bytes:
        hint = "Free some space, or lower least_free_bytes in the settings."
        return Check(
            name, "failed", f"Only {room}, and the queue starts no job with so little.", hint, details
        )
    if network:
        hint = "Choose a folder on a disk of this computer: it is safer there, and faster."
        return Check(name, "warning", f"{room}, which is on a network ({network}).", hint, details)
    return Check(name, "ok", f"{room} ({kind or 'unknown file system'}).", "", details)


def check_store(folder: DataFolder) -> Check:
    """Whether the database is sound, of a schema that this version knows, and backed up.

    Raises:
        VideoGenError: ``database-busy`` or ``database-failing``.
    """
    from videogen_desktop.jobs.store import check_database, newest_good_backup

    good = newest_good_backup(folder)
    if not folder.database.exists():
        return _check_absent(folder, good)
    health = check_database(folder)
    log = folder.database.with_name(f"{folder.database.name}-wal")
    details = {
        "size": health.size,
        "log_size": log.stat().st_size if log.exists() else 0,
        "schema": health.revision,
        "newer": health.newer,
        "problems": list(health.problems),
        "backups": len(list(folder.backups.glob("*.db"))),
        "newest_good_backup": good.name if good else None,
    }
    if health.newer:
        hint = "Install that version, or choose another data folder with VIDEOGEN_DATA_DIR."
        return Check("database", "failed", "A newer version of the program has made it.", hint, details)
    if health.problems:
        hint = f"“videogen jobs restore-backup” goes back to {good.name if good else 'an empty queue'}."
        return Check("database", "failed", f"It is damaged: {health.problems[0]}.", hint, details)
    backed_up = f"the newest good backup is {good.name}" if good else "there is no backup yet"
    message = f"It is sound ({health.size / 1e6:.1f} MB, schema {health.revision}); {backed_up}."
    return Check("database", "ok", message, "", details)


def _check_absent(folder: DataFolder, good: Path | None) -> Check:
    """A database that was never there is well; one that is gone is missed, as ``open_store`` misses it."""
    from videogen_desktop.jobs.store.damage import last_set_aside

    aside = last_set_aside(folder.database)
    if aside is None and not any(folder.backups.glob("*.db")):
        return Check("database", "ok", "There is none yet; the first paper makes it.")
    details = {
        "set_aside": aside.name if aside else None,
        "newest_good_backup": good.name if good else None,
    }
    kept = f"; the damaged one is kept as {aside.name}" if aside else ""
    hint = (
        f"“videogen jobs restore-backup” goes back to {good.name}."
        if good
        else "“videogen jobs restore-backup --start-afresh” begins with an empty queue; films stay."
    )
    return Check("database", "failed", f"It is gone{kept}.", hint, details)


def check_instance(folder: DataFolder) -> Check:
    """Whether another instance of the program works with the data folder now."""
    lock = folder.root / LOCK
    if not lock.exists():
        return Check(
            "instance", "ok", "No other instance works with this data folder.", "", {"running": False}
        )
    trial = filelock.FileLock(lock)
    try:
        with trial.acquire(timeout=0):
            running = False
    except filelock.Timeout:
        running = True
    message = (
        "Another instance works with this data folder; commands here reach it."
        if running
        else "No other instance works with this data folder."
    )
    return Check("instance", "ok", message, "", {"running": running})


def check_keyring() -> Check:
    """Whether the system keeps secrets for the program."""
    import keyring
    from keyring.backends import fail, null

    backend = keyring.get_keyring()
    name = f"{type(backend).__module__.rpartition('.')[2]} {type(backend).__name__}"
    details = {"backend": name, "priority": float(getattr(backend, "priority", 0.0))}
    if isinstance(backend, fail.Keyring | null.Keyring):
        return Check(
            "keyring",
            "warning",
            "This system has no keyring, so API keys of your own pipelines cannot be kept.",
            "Install one (GNOME Keyring, KWallet) if a pipeline of your own needs a key.",
            details,
        )
    return Check("keyring", "ok", f"Secrets are kept by {backend.name}.", "", details)


def _remedy(refused: OSError) -> str:
    if refused.errno in _FULL:
        return "Free some space there; the queue goes on by itself."
    return "Choose a folder that you own with VIDEOGEN_DATA_DIR, or change its permissions."


def _write_refused(folder: Path) -> OSError | None:
    """Why a file cannot be written in a folder; None when it can."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix="videogen-doctor-") as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return None


def _file_system(folder: Path) -> str:
    """The kind of file system that a folder is on, such as ``ext4``; empty when the system does not say."""
    place = folder.resolve()
    best = ""
    kind = ""
    for partition in psutil.disk_partitions(all=True):
        point = partition.mountpoint
        if len(point) >= len(best) and place.is_relative_to(point):
            best, kind = point, partition.fstype
    return kind
