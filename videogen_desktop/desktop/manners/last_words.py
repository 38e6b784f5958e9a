"""What a process that dies by a signal or a fault of memory leaves behind, for the next start to find."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from pathlib import Path

_NAME: Final = "crash-{pid}.txt"
_PATTERN: Final = "crash-*.txt"
_MOST_BYTES: Final = 64 * 1024


@dataclass(frozen=True)
class Left:
    """What a session left that ended unexpectedly.

    Attributes:
        text: The traces of its threads.
        ended_at: When it ended, in seconds since 1970.
    """

    text: str
    ended_at: float


class LastWords:
    """A file of this process that Python's faulthandler writes to when the process dies.

    Each process has its own: a second start must not take the file of the window that runs. The file is
    empty while all is well, and gone after a clean end.

    Args:
        folder: The folder of logs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME.format(pid=os.getpid())
        self._file: FileIO | None = None
        self._before = _read(self._path)  # of a dead process that had the same number

    def begin(self) -> None:
        """Listen for the end. A folder that cannot be written to holds nothing up."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb", buffering=0)
            faulthandler.enable(self._file)

    def end(self) -> None:
        """This process ends as it should: nothing is left."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        _remove(self._path)

    def left(self) -> Left | None:
        """What the newest of the sessions left that ended unexpectedly; None when all ended well."""
        found = [left for path in self._of_the_dead() if (left := _read(path))]
        if self._before:
            found.append(self._before)
        return max(found, key=lambda left: left.ended_at, default=None)

    def forget(self) -> None:
        """Take away what dead sessions left."""
        self._before = None
        for path in self._of_the_dead():
            _remove(path)

    def _of_the_dead(self) -> Iterator[Path]:
        for path in sorted(self._folder.glob(_PATTERN)):
            number = path.stem.partition("-")[2]
            if path != self._path and number.isdecimal() and not psutil.pid_exists(int(number)):
                yield path


def _read(path: Path) -> Left | None:
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
        return Left(text, path.stat().st_mtime) if text.strip() else None
    except OSError:
        return None


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
