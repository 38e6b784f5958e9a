"""Bytes cut into whole lines, however they arrive and however long a line is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 64 * 1024
"""The most of one line that is kept, in bytes; also the most that is fed at once."""

_HIDDEN = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # colours and movements of a terminal (ECMA-48, 5.4)
    "|\r+$|[\x00-\x08\x0b-\x1f\x7f-\x9f]",
    re.MULTILINE,
)


class LineCutter:
    """Hands on whole lines, and of one longer than the cap its beginning with a word on what was left out."""

    def __init__(self) -> None:
        self._begun = bytearray()
        self._left_out = 0

    def feed(self, data: bytes) -> bytes:
        """Take what was read (at most ``LONGEST`` bytes) and return the lines that are whole by now."""
        end = data.rfind(b"\n") + 1
        if not end:
            self._keep(data)
            return b""
        first = data.find(b"\n")
        self._keep(data[:first])
        lines = self._complete() + data[first + 1 : end]
        self._keep(data[end:])
        return lines

    def rest(self) -> bytes:
        """The last line, which nothing ended; empty when there is none."""
        return self._complete() if self._begun else b""

    def _keep(self, piece: bytes) -> None:
        room = LONGEST - len(self._begun)
        self._begun += piece[:room]
        self._left_out += max(0, len(piece) - room)

    def _complete(self) -> bytes:
        note = b" [... %d bytes of this line are left out]" % self._left_out if self._left_out else b""
        line = bytes(self._begun) + note + b"\n"
        self._begun.clear()
        self._left_out = 0
        return line


def text_lines(lines: bytes, hide: Callable[[str], str] | None = None) -> list[str]:
    """Whole lines as text: UTF-8 with replacement characters, without anything that moves a terminal.

    Args:
        lines: Each ended by a line feed.
        hide: Takes secrets out of the text.
    """
    text = _HIDDEN.sub("", lines.decode("utf-8", "replace"))
    return (hide(text) if hide else text).removesuffix("\n").split("\n")
