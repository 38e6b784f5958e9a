"""The files of a finished film, opened without trust: a link, a pipe or a device in their place is none."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

LARGEST_TEXT = 64 * 1024**2
"""Bytes that are read of a script or a paper at most; a real one has a hundredth of that."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # so that nobody waits at a pipe
)


class NoRegularFileError(OSError):
    """What has the name is no file that can be copied."""


def open_source(path: Path) -> BinaryIO:
    """Open a regular file for reading.

    Raises:
        NoRegularFileError: When it is a link, a folder, a pipe or a device.
        OSError: When it is not there or cannot be read.
    """
    if path.is_symlink():
        raise NoRegularFileError(f"{path.name} is a link")
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NoRegularFileError(f"{path.name} is no regular file")
    return os.fdopen(descriptor, "rb", buffering=0)


def folder_is_there(path: Path) -> bool:
    """Whether there is a folder that may be looked into."""
    try:
        return path.is_dir()
    except OSError:
        return False


def size_of(path: Path) -> int | None:
    """The size of a regular file in bytes; None when there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def text_of(path: Path) -> bytes | None:
    """The content of a small regular file; None when there is none, or far too large a one."""
    try:
        with open_source(path) as file:
            if os.fstat(file.fileno()).st_size > LARGEST_TEXT:
                return None
            return file.read()
    except OSError:
        return None
