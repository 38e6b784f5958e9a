"""One file brought to its place: written aside, flushed, read back, and only then given its name."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import uuid
from typing import TYPE_CHECKING, Final

from videogen_desktop.files import PARTIAL_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

PARTIAL_NAME: Final = f".videogen{PARTIAL_MARK}"
"""How every file that is still being written begins."""
_CHUNK = 1024**2
_SYNC_EVERY = 32 * 1024**2
"""Bytes after which what was written is flushed, so that the last flush of a large file is short and a
cancel is heard soon on a slow drive."""
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK}


class NotSameError(Exception):
    """What was read is not what was expected; ``source`` tells a bad source from a bad copy."""

    def __init__(self, *, source: bool) -> None:
        super().__init__("the source" if source else "the copy")
        self.source = source


class SourceError(Exception):
    """The source cannot be read to its end."""


def copy_into_place(
    source: BinaryIO, target: Path, *, sha256: str, replace: bool, tick: Callable[[int], None]
) -> str:
    """Copy ``source`` to ``target``, which has its name only once the copy is whole, proven and on the disk.

    The name itself is on the disk once the folder is flushed, which is the caller's to do.

    Args:
        source: Read from where it stands to its end.
        target: Never followed when it is a link, and never written over unless ``replace`` is set.
        sha256: What the source is known to hold; empty for what is not known.
        replace: Whether a file of that name gives way, in one step.
        tick: Told of bytes written or read back, often; what it raises ends the copy.

    Returns:
        The SHA-256 of the copy as it was read back.

    Raises:
        FileExistsError: When the name is taken and ``replace`` is not set.
        NotSameError: When the source is not what it is known to hold, or the copy reads back differently.
        SourceError: When the source cannot be read.
        OSError: When the system refuses anything else.
    """
    aside = target.with_name(f"{PARTIAL_NAME}{uuid.uuid4().hex[:8]}")
    try:
        written = _write(source, aside, tick)
        if sha256 and written != sha256:
            raise NotSameError(source=True)
        if _read_back(aside, tick) != written:
            raise NotSameError(source=False)
        if replace:
            aside.replace(target)
        else:
            _take_name(aside, target)
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
    return written


def _write(source: BinaryIO, aside: Path, tick: Callable[[int], None]) -> str:
    digest = hashlib.sha256()
    since_sync = 0
    with aside.open("xb") as file:
        for chunk in _chunks(source):
            digest.update(chunk)
            file.write(chunk)
            since_sync += len(chunk)
            if since_sync >= _SYNC_EVERY:
                _flush(file)
                since_sync = 0
            tick(len(chunk))
        _flush(file)
    return digest.hexdigest()


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    while True:
        try:
            chunk = source.read(_CHUNK)
        except OSError as error:
            raise SourceError from error
        if not chunk:
            return
        yield chunk


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _read_back(path: Path, tick: Callable[[int], None]) -> str:
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):  # from the drive, and not from the system's memory of it
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            tick(len(chunk))
    return digest.hexdigest()


def _take_name(aside: Path, target: Path) -> None:
    """Give ``aside`` its name in one step that fails when the name is taken, also by a link to nowhere."""
    if os.name == "nt":
        aside.rename(target)  # which replaces nothing on Windows
        return
    try:
        target.hardlink_to(aside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_name_without_links(aside, target)


def _take_name_without_links(aside: Path, target: Path) -> None:
    """On drives without hard links (FAT, some network drives) an empty file of ours holds the name first."""
    with target.open("xb") as held:
        ours = os.fstat(held.fileno())
    try:
        if not os.path.samestat(ours, target.lstat()):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        aside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            if os.path.samestat(ours, target.lstat()):
                target.unlink()
        raise


def remove_leftovers(folder: Path, before: float) -> None:
    """Remove files that an export which was cut off by a power cut or a crash left half written.

    Args:
        folder: The target of exports.
        before: Files written to since then are left alone; another export may be at them.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{PARTIAL_NAME}*"):
            found = path.lstat()
            if stat.S_ISREG(found.st_mode) and found.st_mtime < before:
                path.unlink()
