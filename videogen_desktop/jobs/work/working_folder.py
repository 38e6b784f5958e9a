"""The working folder of a job, made ready for the pipeline that is to work there.

The built-in pipeline proves what it finds. Somebody else's takes a file that is there for a step that is
done, so it must find nothing that was made for another film.
"""

from __future__ import annotations

import logging
import os
import secrets
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, write_bytes
from videogen_desktop.jobs.proof import is_proven
from videogen_desktop.jobs.removing import remove_folder
from videogen_desktop.jobs.work.profile import film_asked_for
from videogen_desktop.pipeline.stages.bench import FILM

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.settings import Profile

MARK = ".made-for.json"
"""In a folder of somebody else's pipeline: whose it is, and with which options."""

_OTHERWISE_MADE = "was made by another pipeline or with other options"

_log = logging.getLogger(__name__)


def make_ready(folder: Path, job: Job, profile: Profile | None) -> Path | None:
    """Let a pipeline find only what was made for this film.

    What was made by another pipeline or with other options is set aside, as a folder of no job that a
    clean-up removes in time; so is what has a finished film in it, where an earlier setting had it put, and
    that always stays. A job that starts from scratch finds nothing of somebody else's pipeline.

    Args:
        folder: The working folder; it may be missing.
        job: The job that is to work there.
        profile: Whose pipeline it is; None for the built-in one, which starts over by itself.

    Returns:
        Where a finished film is now that was in the folder; None when none was.

    Raises:
        VideoGenError: ``disk-full``; ``not-writable`` whatever else is wrong with the folder.
    """
    try:
        with explained_os_errors(folder):
            film = _film_set_aside(folder)
            _make_ready(folder, job, profile)
    except OSError as error:
        raise VideoGenError(
            "not-writable",
            f"The folder {folder} cannot be used: {error.strerror or error}.",
            "Check the disk that it is on, and that it is connected; the queue goes on by itself.",
            retryable=True,
        ) from error
    return film


def _film_set_aside(folder: Path) -> Path | None:
    return _set_aside(folder, "holds a finished film") / FILM if is_proven(folder) else None


def _make_ready(folder: Path, job: Job, profile: Profile | None) -> None:
    if profile is None:
        if (folder / MARK).exists():
            _set_aside(folder, _OTHERWISE_MADE)
        return
    mark = msgspec.json.encode(film_asked_for(profile, job))
    if job.from_scratch and folder.exists():
        remove_folder(folder)
    elif not _is_for(folder, mark):
        _set_aside(folder, _OTHERWISE_MADE)
    folder.mkdir(parents=True, exist_ok=True)
    write_bytes(folder / MARK, mark)


def _is_for(folder: Path, mark: bytes) -> bool:
    """Whether all that is in a folder was made for one film; so it is when there is nothing."""
    try:
        return (folder / MARK).read_bytes() == mark
    except FileNotFoundError:
        return not folder.exists() or next(folder.iterdir(), None) is None


def _set_aside(folder: Path, why: str) -> Path:
    aside = folder.rename(folder.with_name(f"{folder.name}-{secrets.token_hex(4)}"))
    os.utime(aside)  # it is as old as its last file, and would go with the next clean-up
    _log.info("%s %s, and is kept as %s", folder, why, aside.name)
    return aside
