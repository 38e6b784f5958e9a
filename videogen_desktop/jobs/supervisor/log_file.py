"""A file that keeps the beginning and the end of what is appended to it, and says what is missing between."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import write_bytes

if TYPE_CHECKING:
    import io
    from pathlib import Path

MIB = 1024 * 1024
BEGINNING_BYTES = 2 * MIB
END_BYTES = 3 * MIB
ALL_BYTES = 20 * MIB
"""The most that all attempts together leave in one file."""

_KEPT_BYTES = END_BYTES // 2


class LogFile:
    """One attempt's part of a log, at most ``BEGINNING_BYTES + END_BYTES`` and a line about the gap.

    Nothing here raises an error of the system: a log that cannot be written must not hold up the work. What
    could not be written is counted and told as soon as writing succeeds again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: io.FileIO | None = None
        self._room = BEGINNING_BYTES
        self._end_at: int | None = None
        self._gap_bytes = 0
        self._left_out = 0
        self._unwritten = 0

    def append(self, lines: bytes, left_out: int = 0) -> None:
        """Append whole lines.

        Args:
            lines: UTF-8, each ended by a line feed.
            left_out: How many bytes before them are left out already.
        """
        try:
            self._append(lines, left_out)
        except OSError:
            self._unwritten += len(lines) + left_out

    def close(self) -> None:
        """Close the file."""
        if self._file:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def _append(self, lines: bytes, left_out: int) -> None:
        file = self._opened()
        if self._unwritten:
            _write(file, b"\n[... %d bytes could not be written here]\n" % self._unwritten)
            self._unwritten = 0
        if left_out:
            self._room = 0
        elif self._room:
            cut = len(lines) if len(lines) <= self._room else lines.rfind(b"\n", 0, self._room) + 1
            _write(file, lines[:cut])
            self._room = self._room - cut if cut == len(lines) else 0
            lines = lines[cut:]
        if lines:
            self._append_to_end(file, lines, left_out)

    def _append_to_end(self, file: io.FileIO, lines: bytes, left_out: int) -> None:
        size = file.seek(0, os.SEEK_END)
        if self._end_at is None:
            self._end_at = size
        if not left_out and size - self._end_at + len(lines) <= END_BYTES:
            _write(file, lines)
            return
        written = size - self._end_at - self._gap_bytes
        file.seek(self._end_at + self._gap_bytes)
        before = b"" if left_out else file.read(written)
        kept = _last_lines(before + lines, _KEPT_BYTES)
        self._left_out += left_out + written + len(lines) - len(kept)
        gap = b"[... about %d kB are left out here]\n" % (self._left_out // 1000)
        self._gap_bytes = len(gap)
        file.truncate(self._end_at)
        _write(file, gap + kept)

    def _opened(self) -> io.FileIO:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _make_room(self._path)
            self._file = self._path.open("ab+", buffering=0)
        return self._file


def _make_room(path: Path) -> None:
    """Drop the oldest attempts from a file that has no room for another."""
    size = path.stat().st_size if path.exists() else 0
    if size + BEGINNING_BYTES + END_BYTES <= ALL_BYTES:
        return
    with path.open("rb") as file:
        file.seek(-(ALL_BYTES // 2), os.SEEK_END)
        kept = _last_lines(file.read(), ALL_BYTES // 2)
    with contextlib.suppress(VideoGenError):  # then the file is full, and what comes next is left out
        write_bytes(path, b"[... what was older is left out]\n" + kept)


def _last_lines(lines: bytes, most: int) -> bytes:
    """As many whole lines from the end as fit."""
    if len(lines) <= most:
        return lines
    start = lines.find(b"\n", len(lines) - most - 1) + 1
    return lines[start:]


def _write(file: io.FileIO, lines: bytes) -> None:
    while lines:
        lines = lines[file.write(lines) :]
