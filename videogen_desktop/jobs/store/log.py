"""The write-ahead log as a file: whether SQLite stopped reading it before its end.

At the first frame whose checksum is wrong SQLite takes the log to end, as it does after a power cut, and says
nothing. When commits follow that frame, it was damaged, and what they wrote is missing. The formats are those
of https://www.sqlite.org/fileformat.html#walformat and https://www.sqlite.org/walformat.html.
"""

from __future__ import annotations

import os
import struct
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_BIG_ENDIAN_SUMS = 0x377F0683
_LAST_FRAME_AT = 16


def has_commits_unread(path: Path) -> bool:
    """Whether the log of a database that was just read holds commits beyond the frames that SQLite took.

    Nobody else may have the database open.
    """
    taken = _frames_taken(path.with_name(path.name + "-shm"))
    if taken is None:
        return False
    with path.with_name(path.name + "-wal").open("rb") as log:
        header = log.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return False
        if not _is_whole(header):
            return bool(log.read(1))  # SQLite took nothing of it
        present = _HEADER.unpack(header)[4:6]
        return any(
            number >= taken and commit and salts == present
            for number, (commit, salts) in enumerate(_frames(log))
        )


def _frames_taken(index: Path) -> int | None:
    """The number of the last frame in the log's index, counted from 1."""
    try:
        head = index.read_bytes()[: _LAST_FRAME_AT + 4]
    except FileNotFoundError:
        return None
    return int.from_bytes(head[_LAST_FRAME_AT:], sys.byteorder) if len(head) > _LAST_FRAME_AT else None


def _is_whole(header: bytes) -> bool:
    order = ">" if int.from_bytes(header[:4], "big") == _BIG_ENDIAN_SUMS else "<"
    one = two = 0
    for first, second in struct.iter_unpack(f"{order}2I", header[:24]):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return header[24:] == struct.pack(">2I", one, two)


def _frames(log: BinaryIO) -> Iterator[tuple[int, tuple[int, int]]]:
    """Of each whole frame the size of the database after its commit (0 for no commit), and its salts.

    The salts mark the round of the log that a frame is of.
    """
    log.seek(8)
    page = int.from_bytes(log.read(4), "big")
    end = log.seek(0, os.SEEK_END)
    for start in range(_HEADER.size, end - _FRAME.size - page + 1, _FRAME.size + page):
        log.seek(start)
        _, commit, first, second, _, _ = _FRAME.unpack(log.read(_FRAME.size))
        yield commit, (first, second)
