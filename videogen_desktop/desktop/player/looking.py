"""A look at a film's files before it is opened; not on the UI thread, since a disk may be slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.desktop.player.cues import Cues, read_subrip

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class FilmFiles:
    """What lies on the disk of a film.

    Attributes:
        version: Differs when another film lies at the same place; None when there is none.
        cues: Its captions; empty when there is no readable file of them.
    """

    version: tuple[int, int, int] | None
    cues: Cues


def look_at(film: Path, captions: Path | None) -> FilmFiles:
    """Find a film and read its captions; a missing file is no error here."""
    return FilmFiles(_version(film), _cues(captions))


def _version(film: Path) -> tuple[int, int, int] | None:
    try:
        found = film.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _cues(captions: Path | None) -> Cues:
    if captions is None:
        return Cues()
    try:
        return read_subrip(captions.read_bytes().decode("utf-8", errors="replace"))
    except (OSError, ValueError):
        return Cues()
