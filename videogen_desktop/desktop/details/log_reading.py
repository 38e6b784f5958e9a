"""The log of a job, read from its end and then on as it grows."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.sources import open_source

if TYPE_CHECKING:
    from pathlib import Path

TAIL_BYTES = 128 * 1024
"""What is shown of a log at first, and at most of what was added since the last look."""
LARGEST_LOG = 32 * 1024 * 1024
"""More than a log is let grow to."""

_LONGEST_LINE = 4000
_CONTROLS = re.compile(
    "\x1b\\[[0-9;?]*[ -/]*[@-~]"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]"
)
"""Colours for a terminal (ECMA-48), and what is not to be seen."""


@dataclass(frozen=True)
class LogPart:
    """Whole lines of a log.

    Attributes:
        lines: In their order.
        position: Where in the file to read on.
        anew: Whether they take the place of all that was read so far.
        cut: Whether older lines are left out before them.
    """

    lines: tuple[str, ...] = ()
    position: int = 0
    anew: bool = True
    cut: bool = False


def read_log(path: Path, position: int | None = None) -> LogPart:
    """Read the end of a log, or what was added to it.

    Args:
        path: The log; it may not be there yet.
        position: Where to read on; None for its end. A log that has become shorter was begun anew, and one
            that has grown too fast is read from its end again.
    """
    try:
        with open_source(path) as file:
            size = os.fstat(file.fileno()).st_size
            anew = position is None or not 0 <= size - position <= TAIL_BYTES
            start = max(0, size - TAIL_BYTES) if anew or position is None else position
            file.seek(start)
            content = file.read(size - start)
    except OSError:
        return LogPart()
    end = content.rfind(b"\n") + 1  # the line after it is still being written
    begin = content.find(b"\n") + 1 if anew and start else 0
    lines = tuple(map(_shown, content[begin:end].decode("utf-8", "replace").split("\n")[:-1]))
    return LogPart(lines, start + end, anew, bool(anew and start))


def whole_log(path: Path) -> str:
    """Read all of a log, with nothing in it that is not to be seen; empty when there is none."""
    try:
        with open_source(path) as file:
            content = file.read(LARGEST_LOG)
    except OSError:
        return ""
    return "\n".join(_CONTROLS.sub("", line) for line in content.decode("utf-8", "replace").split("\n"))


def _shown(line: str) -> str:
    clean = _CONTROLS.sub("", line)
    return clean if len(clean) <= _LONGEST_LINE else f"{clean[:_LONGEST_LINE]}…"
