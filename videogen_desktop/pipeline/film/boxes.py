"""The boxes of an MP4 file (ISO/IEC 14496-12), as far as FFmpeg does not tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_TRACK_ENABLED = 0x000001


@dataclass(frozen=True)
class Box:
    """One box: its four letters, and where its content starts and ends in the file."""

    kind: bytes
    start: int
    end: int


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """Walk the boxes that lie side by side between two places of a file.

    Raises:
        ValueError: when a box does not fit in there.
    """
    while start < end:
        file.seek(start)
        header = file.read(16)
        size, content = int.from_bytes(header[:4], "big"), start + 8
        if size == 1:
            size, content = int.from_bytes(header[8:16], "big"), start + 16
        elif size == 0:
            size = end - start
        if start + size > end or start + size < content:
            raise ValueError(f"a box at {start} does not fit into the file")
        yield Box(header[4:8], content, start + size)
        start += size


def top_level_kinds(path: Path) -> list[bytes]:
    """Return the letters of the outermost boxes, in order.

    Raises:
        ValueError: when the file is cut off or is no MP4 file.
    """
    with path.open("rb") as file:
        return [box.kind for box in boxes(file, 0, path.stat().st_size)]


def leave_text_off(path: Path) -> None:
    """Mark the text tracks of a film as ones that are shown only when someone asks for them.

    FFmpeg marks the first track of each kind as enabled whatever its disposition says, and players show
    an enabled text track from the start.

    Raises:
        ValueError: when the file is no MP4 file.
    """
    with path.open("rb+") as file:
        for movie in _inside(file, Box(b"", 0, path.stat().st_size), b"moov"):
            for track in _inside(file, movie, b"trak"):
                if _handler(file, track) == b"sbtl":
                    for header in _inside(file, track, b"tkhd"):
                        _clear_flag(file, header, _TRACK_ENABLED)


def _inside(file: BinaryIO, outer: Box, kind: bytes) -> list[Box]:
    return [box for box in boxes(file, outer.start, outer.end) if box.kind == kind]


def _handler(file: BinaryIO, track: Box) -> bytes:
    for media in _inside(file, track, b"mdia"):
        for handler in _inside(file, media, b"hdlr"):
            file.seek(handler.start + 8)  # after version, flags and a reserved field
            return file.read(4)
    return b""


def _clear_flag(file: BinaryIO, header: Box, flag: int) -> None:
    file.seek(header.start + 1)  # after the version
    flags = int.from_bytes(file.read(3), "big") & ~flag
    file.seek(header.start + 1)
    file.write(flags.to_bytes(3, "big"))
