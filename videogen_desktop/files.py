"""Files that are either whole or absent: written aside, flushed to the disk, then renamed into place."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import uuid
from functools import partial
from typing import IO, TYPE_CHECKING

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

PARTIAL_MARK = ".partial-"
"""Every file still being written has this in its name, so that a clean-up can tell it from a finished one."""

_BLOCK_BYTES = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside ``path`` to write to; on success it takes the place of ``path``.

    The content is fsynced before the rename and the folder after it, so that a power cut leaves
    either the old file or the new one. On any exception the partial file is removed.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    partial = path.with_name(f"{path.stem}{PARTIAL_MARK}{uuid.uuid4().hex[:8]}{path.suffix}")
    try:
        with explained_os_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            yield partial
            _sync_file(partial)
            partial.replace(path)
            sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that the file is whole or unchanged.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    with replacing(path) as partial:
        partial.write_bytes(content)


def blocks(file: IO[bytes]) -> Iterator[bytes]:
    """What is in a file from where it is read, in pieces."""
    return iter(partial(file.read, _BLOCK_BYTES), b"")


def sha256_of(path: Path, read: Callable[[IO[bytes]], Iterable[bytes]] = blocks) -> str:
    """Return the SHA-256 of a file's content in lower-case hexadecimal.

    Args:
        path: The file.
        read: Reads it piece by piece.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in read(file):
            digest.update(block)
    return digest.hexdigest()


@contextlib.contextmanager
def explained_os_errors(path: Path) -> Iterator[None]:
    """Turn a full disk or a refused write into a sentence for a person.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``; other errors of the system pass through.
    """
    try:
        yield
    except OSError as error:
        if disk_is_full(error):
            raise disk_full(path) from error
        if error.errno in _FORBIDDEN or isinstance(error, NotADirectoryError | FileExistsError):
            raise not_writable(path) from error
        raise


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder and those above it, unless it is there.

    Args:
        folder: The folder.
        mode: Its permissions when it is made, less those that the user's mask takes.

    Raises:
        VideoGenError: ``disk-full``; ``not-writable`` whatever else the reason: no right to, a drive that is
            not there, a name that is too long.
    """
    try:
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        if disk_is_full(error):
            raise disk_full(folder) from error
        raise VideoGenError(
            "not-writable",
            f"The folder {folder} cannot be made: {error.strerror}.",
            "Choose another folder, such as one in your documents.",
        ) from error


def nearest_folder(path: Path) -> Path:
    """A folder, or the nearest above it that is there.

    Raises:
        FileNotFoundError: None is, such as on a drive that was unplugged.
    """
    for place in (path, *path.parents):
        if place.is_dir():
            return place
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def free_space(folder: Path) -> int:
    """Bytes free for this user where a folder is, or will be.

    Raises:
        OSError: When the drive cannot be asked.
    """
    return shutil.disk_usage(nearest_folder(folder)).free


def disk_is_full(error: OSError) -> bool:
    """Whether an error of the system says that a disk, a quota or a file-size limit is reached."""
    return error.errno in _FULL


def disk_full(path: Path) -> VideoGenError:
    """The error for a disk, quota or file-size limit that is reached while writing ``path``."""
    return VideoGenError(
        "disk-full",
        f"The disk is full: {path.name} could not be written.",
        "Free some space or choose another folder, then start again; finished steps are kept.",
        retryable=True,
    )


def not_writable(path: Path) -> VideoGenError:
    """The error for a folder that cannot be written to."""
    return VideoGenError(
        "not-writable",
        f"The folder {path.parent} cannot be written to.",
        "Choose a folder that you own, or change its permissions.",
    )


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk, so that a rename in it outlives a power cut."""
    if os.name == "nt":  # Windows cannot open a folder, and its rename needs no such flush
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
