"""The proof that lies beside a finished film: what the film is, and how it was ordered."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.files import sha256_of
from videogen_desktop.jobs.data_folder import PROOF
from videogen_desktop.jobs.made_files import made_file
from videogen_desktop.jobs.model import Film, JobOptions
from videogen_desktop.pipeline.stages.bench import FILM
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from pathlib import Path


def read_proof(folder: Path, *, thorough: bool = True) -> Film | None:
    """The proven film in a folder; None when there is none, or when the file is not the one that was proven.

    Args:
        folder: The folder of a job's finished film.
        thorough: Compare the file's content with the proof, and not its size alone.
    """
    try:
        film = read_json((folder / PROOF).read_bytes(), Film)
        path = folder / FILM
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != film.size:
            return None
        if thorough and sha256_of(path) != film.sha256:
            return None
    except (OSError, msgspec.MsgspecError):
        return None
    return replace(film, path=path, missing=False)


def is_proven(folder: Path) -> bool:
    """Whether a proven film lies in a folder in which a pipeline may have put anything."""
    return made_file(folder, PROOF) is not None and read_proof(folder, thorough=False) is not None


def options_of(folder: Path) -> JobOptions | None:
    """How the film that is proven in a folder was ordered; None when the proof does not say."""
    try:
        return read_json((folder / PROOF).read_bytes(), _Order).options
    except (OSError, msgspec.MsgspecError):
        return None


@dataclass(frozen=True)
class _Order:
    """What else a proof says."""

    options: JobOptions | None = None
