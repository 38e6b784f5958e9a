"""What can go wrong with an export, each in a sentence and with what to do next."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import disk_is_full
from videogen_desktop.jobs.model import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.export.parts import Kind

_LONGEST_TITLE = 80
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def problem_of(error: VideoGenError) -> Problem:
    """The same as data."""
    return Problem(error.code, error.message, error.hint, error.retryable)


def short(title: str) -> str:
    """A title as it may stand in a sentence."""
    whole = " ".join(title.split())
    return whole if len(whole) <= _LONGEST_TITLE else f"{whole[: _LONGEST_TITLE - 1].rstrip()}…"


def not_finished(title: str) -> Problem:
    """For a job without a film."""
    return Problem(
        "not-finished", f"“{short(title)}” has no finished film.", "Export it again when its film is done."
    )


def part_missing(kind: Kind, title: str) -> Problem:
    """For a file that is not in the film's folder any more."""
    part = kind.name
    return Problem(
        "film-missing" if part == "film" else "part-missing",
        f"The {part} of “{short(title)}” is not where it was made.",
        "Find it and put it back, or make the film again.",
    )


def part_damaged(kind: Kind, title: str) -> Problem:
    """For a file that is not what was made."""
    part = kind.name
    return Problem(
        "film-damaged" if part == "film" else "part-damaged",
        f"The {part} of “{short(title)}” is not as it was made: it was changed or damaged since.",
        "Make the film again, then export it.",
    )


def no_space(folder: Path, missing: int) -> VideoGenError:
    """For a drive that has too little room, before anything was written."""
    return VideoGenError(
        "disk-full",
        f"There is too little room in {folder}: {_amount(missing)} more would be needed.",
        "Free some space, choose another folder or export less.",
    )


def folder_refused(folder: Path, error: Exception) -> VideoGenError:
    """For a folder that cannot even be looked at."""
    said = getattr(error, "strerror", None) or str(error)
    return VideoGenError(
        "not-readable",
        f"The folder {folder} cannot be looked at: {said}.",
        "Choose a folder that you own, or check its drive.",
    )


def drive_absent(folder: Path) -> VideoGenError:
    """For a folder of which nothing is there, not even its drive."""
    return VideoGenError(
        "folder-gone",
        f"The drive of {folder} is not there.",
        "Connect it, or choose another folder.",
        retryable=True,
    )


def folder_gone(folder: Path) -> Problem:
    """For a folder that vanished, such as that of a drive that was unplugged."""
    return Problem(
        "folder-gone",
        f"The folder {folder} is not there any more.",
        "Connect its drive again or choose another folder, then export again.",
        retryable=True,
    )


def name_taken(target: Path) -> Problem:
    """For a name that was free when the export was planned, or belongs to a folder."""
    return Problem(
        "name-taken",
        f"Something called {target.name} is in the folder already, and was left as it is.",
        "Move it away or change the template of the names, then export again.",
    )


def path_too_long(folder: Path) -> VideoGenError:
    """For a folder so deep that its system takes no name in it."""
    return VideoGenError(
        "path-too-long",
        f"The path of the folder {folder} is too long for files in it.",
        "Choose a folder that is not as deep.",
    )


def copy_differs(target: Path) -> Problem:
    """For a copy that does not read back as what was written."""
    return Problem(
        "copy-differs",
        f"{target.name} did not come out as it was written, and was taken away again.",
        "The drive may be failing: export to another one.",
        retryable=True,
    )


def no_room_for(target: Path) -> Problem:
    """For a drive that filled up while an export went on."""
    hint = "Free some space or choose another folder, then export again; what is there stays."
    return Problem("disk-full", f"There was no room left for {target.name}.", hint, retryable=True)


def not_written(target: Path, error: OSError) -> Problem:
    """For anything that the system says while a file is written."""
    if disk_is_full(error):
        return no_room_for(target)
    if error.errno in _FORBIDDEN:
        what = f"{target.name} may not be written in {target.parent}."
        hint = "Choose a folder that you own, or close the program that has the file open."
        return Problem("not-writable", what, hint)
    if isinstance(error, FileExistsError | IsADirectoryError | NotADirectoryError):
        return name_taken(target)
    if error.errno == errno.ENAMETOOLONG:
        return problem_of(path_too_long(target.parent))
    said = error.strerror or type(error).__name__
    return Problem(
        "not-written",
        f"{target.name} could not be written: {said}.",
        "Check the drive and its connection, then export again.",
        retryable=True,
    )


def _amount(size: int) -> str:
    """Bytes in the unit that a person would use; decimal, as drives are sold."""
    for unit, bytes_of in (("GB", 1000**3), ("MB", 1000**2), ("kB", 1000)):
        if size >= bytes_of:
            return f"{size / bytes_of:.1f} {unit}"
    return f"{size} bytes"
