"""What a person may choose when the store is damaged: go back to a backup, or start afresh."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, replacing
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store.backups import copy_database, is_good
from videogen_desktop.jobs.store.damage import set_aside, stamp
from videogen_desktop.jobs.store.engine import BUSY_S
from videogen_desktop.jobs.store.faults import database_busy, explained_at_opening
from videogen_desktop.jobs.store.filesystems import network_file_system
from videogen_desktop.jobs.store.health import mode_to_look, parts_of
from videogen_desktop.jobs.store.opening import make_database
from videogen_desktop.jobs.store.presence import Presence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder


def restore_backup(
    folder: DataFolder, backup: Path, *, busy_s: float = BUSY_S, now: Callable[[], float] = time.time
) -> Path | None:
    """Put a copy of a backup in the place of the database; what lies there is set aside, not lost.

    Returns:
        Where what lay there is now; None when nothing did.

    Raises:
        VideoGenError: ``bad-backup``, ``database-busy`` while somebody has the database open, ``disk-full``
            or ``not-writable``.
    """
    path = folder.database
    with explained_at_opening(path), _alone(path, busy_s):
        if not is_good(backup):
            raise _bad_backup(backup)
        ready = path.with_name(f"{path.stem}.restored{path.suffix}")
        copy_database(backup, ready, mode_to_look(backup))
        aside = _set_aside_what_is_there(path, now())
        with replacing(path) as partial:  # which flushes the folder, too
            ready.replace(partial)
    return aside


def start_afresh(folder: DataFolder, *, busy_s: float = BUSY_S, now: Callable[[], float] = time.time) -> None:
    """Begin with an empty list; what lies there is set aside, and its backups, so that none replaces them.

    Raises:
        VideoGenError: ``database-busy`` while somebody has the database open, ``disk-full`` or
            ``not-writable``.
    """
    path = folder.database
    with explained_at_opening(path), _alone(path, busy_s):
        moment = now()
        _set_aside_what_is_there(path, moment)
        if folder.backups.exists():
            folder.backups.rename(_free_folder(folder.backups, moment))
        make_database(path, wal=network_file_system(path) is None, busy_s=busy_s)


@contextlib.contextmanager
def _alone(path: Path, busy_s: float) -> Iterator[None]:
    with explained_os_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    presence = Presence(path)
    try:
        if not presence.enter(Patience(busy_s)):
            raise database_busy(path)
        yield
    finally:
        presence.leave()


def _set_aside_what_is_there(path: Path, now: float) -> Path | None:
    if not any(part.exists() for part in parts_of(path)):
        return None
    return set_aside(path, "replaced", now)


def _free_folder(folder: Path, now: float) -> Path:
    name = folder.with_name(f"{folder.name}-before-{stamp(now)}")
    number = 1
    while name.exists():
        number += 1
        name = folder.with_name(f"{folder.name}-before-{stamp(now)}-{number}")
    return name


def _bad_backup(backup: Path) -> VideoGenError:
    return VideoGenError(
        "bad-backup",
        f"{backup.name} is no sound backup of a list of jobs that this version can read.",
        "Choose another backup, or start afresh.",
    )
