"""What passes between the process that runs the pipeline and those that draw and encode for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.film.model import EncoderSettings
    from videogen_desktop.pipeline.scenes.animation import Animation
    from videogen_desktop.pipeline.scenes.fonts import Fonts


class Drawing(Protocol):
    """How a scene is drawn, in a form that can be pickled; called in the process that draws it."""

    def __call__(self, fonts: Fonts) -> Animation:
        """Set the scene up, not yet advanced."""


@dataclass(frozen=True)
class ClipOrder:
    """One scene to be drawn and encoded."""

    drawing: Drawing
    frames: int
    sound: Path
    clip: Path
    settings: EncoderSettings


@dataclass(frozen=True)
class FramesDone:
    """How far the scene at hand is."""

    frames: int


@dataclass(frozen=True)
class Failure:
    """Why the scene at hand could not be made: an error of the world with its code, or a fault of ours."""

    code: str
    message: str
    hint: str
    retryable: bool
    fault: str = ""
    """The trace of an exception that nobody foresaw."""
