"""What a film looks like before anything is known of the paper: its size, its captions, its theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.pipeline.job import Aspect

_SIZES: dict[Aspect, tuple[int, int]] = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080)}

_CAPTION_LINES: dict[Aspect, int] = {"16:9": 42, "9:16": 30, "1:1": 34}


@dataclass(frozen=True)
class Look:
    """The look that a person chose for a film.

    Args:
        aspect: The shape of the picture.
        burned_captions: Whether captions are part of the picture, in a band that nothing else uses.
        theme: The name of a file in ``resources/theme``.
    """

    aspect: Aspect
    burned_captions: bool = False
    theme: str = "paper"

    @property
    def width(self) -> int:
        """Width of the picture in pixels."""
        return _SIZES[self.aspect][0]

    @property
    def height(self) -> int:
        """Height of the picture in pixels."""
        return _SIZES[self.aspect][1]

    @property
    def caption_line_length(self) -> int:
        """Characters in a line of a caption: 42 in a wide picture (Netflix timed text guide)."""
        return _CAPTION_LINES[self.aspect]
