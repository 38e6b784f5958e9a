"""One job of the pipeline: which paper, into which folder, and how its film is to be."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.script.model import Aspect

Stage = Literal["fetch-paper", "generate-script", "generate-audio", "generate-videos", "add-captions"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages in their order."""

Captions = Literal["soft", "burned"]
Length = Literal["short", "standard", "long"]
Audience = Literal["general", "specialist"]


@dataclass(frozen=True)
class FilmOptions:
    """How the film is to be made.

    ``captions`` is ``soft`` for a track that a player can show, ``burned`` for captions drawn into the
    picture as well. ``length`` is how much of the paper is told, ``audience`` what is told more of: why it
    matters and what it means, or methods and findings. ``workers`` is how many processes draw and encode at
    once.
    """

    aspect: Aspect = "16:9"
    voice: str | None = None
    length: Length = "standard"
    audience: Audience = "general"
    captions: Captions = "soft"
    theme: str = "paper"
    allow_retracted: bool = False
    skip_existing: bool = True
    merge: bool = True
    stop_after: Stage | None = None
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)

    def remembered(self) -> dict[str, str]:
        """What a step that is run by itself takes from the run before it."""
        voice = {"voice": self.voice} if self.voice else {}
        return {
            "aspect": self.aspect,
            "length": self.length,
            "audience": self.audience,
            "captions": self.captions,
            "theme": self.theme,
            **voice,
        }


@dataclass(frozen=True)
class Job:
    """A paper, the folder its film goes into, and the options."""

    paper_id: str
    folder: Path
    options: FilmOptions
