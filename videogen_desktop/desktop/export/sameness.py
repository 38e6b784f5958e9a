"""Whether a file that is in the way of an export is the very one that would be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.export.contents import Content

_PROBE: Final = 1 << 20
"""Bytes compared at the beginning and at the end. A film's index is at its beginning, with the size of each
of its pictures: two films of one size that agree there are one."""


def holds_the_same(there: Path, content: Content) -> bool:
    """Compare the size, then both ends; what cannot be read is another file.

    A thousand films are compared in the time that a person waits for the sum of an export.
    """
    try:
        if not there.is_file() or there.stat().st_size != content.size:
            return False
        if content.source is None:
            return there.read_bytes() == content.written
        return _ends(there, content.size) == _ends(content.source, content.size)
    except OSError:
        return False


def _ends(path: Path, size: int) -> tuple[bytes, bytes]:
    with path.open("rb") as file:
        beginning = file.read(_PROBE)
        file.seek(max(len(beginning), size - _PROBE))
        return beginning, file.read(_PROBE)
