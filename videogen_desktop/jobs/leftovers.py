"""What lies in the data folder beside films and database: working folders, logs, half-written files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.files import PARTIAL_MARK
from videogen_desktop.jobs.data_folder import PROOF

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Leftover:
    """A file or folder as it lies on the disk.

    Args:
        path: Where.
        size: Bytes that come free when it goes: a film that is also linked elsewhere counts nothing.
        newest: When anything in it was written last, in seconds since 1970.
        partial: Half-written files in it, when it is a folder; they are part of ``size`` too.
        proofs: Folders in it, or itself, with a file that is called as a film's proof, when it is a folder.
    """

    path: Path
    size: int
    newest: float
    partial: tuple[Leftover, ...] = ()
    proofs: tuple[Path, ...] = ()


def folders_in(parent: Path) -> Iterator[Path]:
    """The folders directly in another, in the order of their names; none when it is not there, no links."""
    yield from (Path(entry) for entry in _entries(parent) if entry.is_dir(follow_symlinks=False))


def files_in(parent: Path) -> Iterator[Leftover]:
    """The files directly in a folder."""
    for entry in _entries(parent):
        if entry.is_file(follow_symlinks=False) and (file := _file(entry)):
            yield file


def measured(folder: Path) -> Leftover:
    """Walk through a folder. Links are not followed, and what vanishes meanwhile counts nothing."""
    size, newest, partial, proofs = 0, _written(folder), [], []
    waiting = [folder]
    while waiting:
        for entry in _entries(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry))
            elif file := _file(entry):
                size += file.size
                newest = max(newest, file.newest)
                if entry.name == PROOF:
                    proofs.append(file.path.parent)
                if PARTIAL_MARK in entry.name:
                    partial.append(file)
    return Leftover(folder, size, newest, tuple(partial), tuple(proofs))


def is_folder(path: Path) -> bool:
    """Whether it is there; not while the system cannot say, as of a network drive that is away."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises then


def is_file(path: Path) -> bool:
    """The same of a file."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises then


def is_partial(path: Path) -> bool:
    """Whether it was being written when its writer ended."""
    return PARTIAL_MARK in path.name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _file(entry: os.DirEntry[str]) -> Leftover | None:
    try:
        found = os.lstat(entry.path)  # the entry itself does not know on Windows how many names a file has
    except OSError:
        return None
    return Leftover(Path(entry), found.st_size if found.st_nlink <= 1 else 0, found.st_mtime)


def _written(folder: Path) -> float:
    try:
        return folder.lstat().st_mtime
    except OSError:
        return 0.0
