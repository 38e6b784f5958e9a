"""What is played: a film with its chapters and captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Chapter:
    """A stretch of a film, up to the next one.

    Attributes:
        start_s: Where it begins, in seconds from the start of the film.
        title: Its name.
    """

    start_s: float
    title: str


@dataclass(frozen=True)
class FilmToPlay:
    """A finished film.

    Attributes:
        path: The film.
        title: What it is called for a person.
        captions: A SubRip file with its captions; None to take those inside the film.
        chapters: In order of time.
        width: Of the picture, in pixels.
        height: Of the picture, in pixels.
        duration_s: In seconds; the film itself has the last word.
        burned: Whether its picture has the captions in it.
    """

    path: Path
    title: str
    captions: Path | None = None
    chapters: tuple[Chapter, ...] = ()
    width: int = 1920
    height: int = 1080
    duration_s: float = 0.0
    burned: bool = False


def chapter_at(chapters: tuple[Chapter, ...], seconds: float) -> Chapter | None:
    """The chapter that a moment lies in; None before the first one."""
    begun = [chapter for chapter in chapters if chapter.start_s <= seconds]
    return begun[-1] if begun else None
