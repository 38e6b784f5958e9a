"""A database that cannot be trusted: it is set aside whole, and the person chooses how to go on."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, replacing
from videogen_desktop.jobs.store.health import parts_of

if TYPE_CHECKING:
    from pathlib import Path


class DamagedDatabase(VideoGenError):  # noqa: N818 - it says what was found, and carries it
    """The store is damaged, or gone; the code is ``database-damaged``.

    Args:
        path: Where it should be.
        set_aside: Where the damaged one is now; None when there was none.
        backup: The newest good backup; None when there is none.
        problems: What is wrong with it, in SQLite's words.
    """

    def __init__(
        self, path: Path, set_aside: Path | None, backup: Path | None, problems: tuple[str, ...] = ()
    ) -> None:
        what = f"it was set aside as {set_aside.name}" if set_aside else "nothing lies in its place"
        state = "is damaged" if set_aside else "is gone"
        choice = f"Go back to the backup {backup.name}, or start afresh" if backup else "Start afresh"
        super().__init__(
            "database-damaged",
            f"The list of jobs in {path.parent} {state}; {what}.",
            f"{choice}; finished films are kept either way.",
        )
        self.set_aside = set_aside
        self.backup = backup
        self.problems = problems


def stamp(now: float) -> str:
    """A moment as part of a file's name, in UTC: ``2026-11-23T04-05-06Z``."""
    return dt.datetime.fromtimestamp(now, dt.UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


def set_aside(path: Path, why: str, now: float) -> Path:
    """Rename a database with its log and journal, so that its name says why and when; return the new path.

    Raises:
        VideoGenError: ``not-writable``.
    """
    aside = _free_name(path, why, now)
    with explained_os_errors(path):
        for old, new in zip(parts_of(path), parts_of(aside), strict=True):
            if old.exists():
                old.rename(new)
    return aside


def set_log_aside(path: Path, why: str, now: float) -> Path:
    """Rename only the log and the journal of a database; return what the database itself would be called."""
    aside = _free_name(path, why, now)
    with explained_os_errors(path):
        for old, new in list(zip(parts_of(path), parts_of(aside), strict=True))[1:]:
            if old.exists():
                old.rename(new)
    return aside


def copy_log_aside(path: Path, why: str, now: float) -> Path:
    """Copy only the log of a database; return what the database itself would be called.

    Raises:
        VideoGenError: ``not-writable`` or ``disk-full``.
    """
    aside = _free_name(path, why, now)
    log, copy = parts_of(path)[1], parts_of(aside)[1]
    with replacing(copy) as partial:
        shutil.copy(log, partial)
    return aside


def last_set_aside(path: Path) -> Path | None:
    """The damaged database that was set aside last."""
    return max(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"), default=None)


def _free_name(path: Path, why: str, now: float) -> Path:
    """A name that says why and when, and under which nothing lies yet."""
    for number in range(1, 1000):
        mark = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}.{why}-{stamp(now)}{mark}{path.suffix}")
        if not any(part.exists() for part in parts_of(name)):
            return name
    raise AssertionError("a thousand were set aside in one second")
