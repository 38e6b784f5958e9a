"""The files that a pipeline has made, looked at without trust: it may have planted anything in its folder."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_TEXT = 64 * 1024**2
"""Bytes of paper.json or script.json that are read at most; a real one has a hundredth of that."""


def made_file(folder: Path, name: str) -> Path | None:
    """The real path of a regular file in a working folder.

    A link is followed only to a file in the same folder, so that nothing of the person's is taken for a
    film; a pipe or a device is none, so that nobody waits on one.

    Args:
        folder: The working folder.
        name: The file's path relative to it.

    Returns:
        The path with links resolved; None when there is no such file.
    """
    try:
        path = (folder / name).resolve(strict=True)
        inside = not folder.is_symlink() and path.is_relative_to(folder.resolve(strict=True))
        return path if inside and stat.S_ISREG(path.lstat().st_mode) else None
    except (OSError, RuntimeError):  # RuntimeError: links in a circle
        return None


def read_made(folder: Path, name: str) -> bytes | None:
    """The content of a small file in a working folder; None when there is none, or far too large a one."""
    path = made_file(folder, name)
    try:
        if path is None or path.stat().st_size > LARGEST_TEXT:
            return None
        return path.read_bytes()
    except OSError:
        return None


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder, links not followed; 0 when it is not there."""
    return sum(_sizes(folder))


def _sizes(folder: str | os.PathLike[str]) -> Iterator[int]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    yield entry.stat(follow_symlinks=False).st_size
    except OSError:  # gone while it was looked at, or not to be read: it counts for nothing
        return
