"""One job of the pipeline: which paper, into which folder, and how its film is to be."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Stage = Literal["fetch-paper", "generate-script", "generate-audio", "generate-videos", "add-captions"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages in their order."""

Aspect = Literal["16:9", "9:16", "1:1"]
Captions = Literal["soft", "burned"]
Length = Literal["short", "standard", "long"]
Audience = Literal["general", "specialist"]
LONGEST_CLOSING = 200
"""Characters of closing words."""


@dataclass(frozen=True)
class FilmOptions:
    """How the film is to be made.

    ``captions`` is ``soft`` for a track that a player can show, ``burned`` for captions drawn into the
    picture as well. ``length`` is how much of the paper is told, ``audience`` what is told more of: why it
    matters and what it means, or methods and findings. ``logo`` and ``closing`` are the
    maker's own: a picture file, and words for the end. ``workers`` is how many processes draw and encode at
    once.
    """

    aspect: Aspect = "16:9"
    voice: str | None = None
    length: Length = "standard"
    audience: Audience = "general"
    captions: Captions = "soft"
    theme: str = "paper"
    logo: Path | None = None
    closing: str = ""
    allow_retracted: bool = False
    skip_existing: bool = True
    merge: bool = True
    stop_after: Stage | None = None
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)

    def remembered(self) -> dict[str, str]:
        """What a step that is run by itself takes from the run before it."""
        chosen = {
            "voice": self.voice,
            "logo": str(self.logo.absolute()) if self.logo else "",
            "closing": self.closing,
        }
        return {
            "aspect": self.aspect,
            "length": self.length,
            "audience": self.audience,
            "captions": self.captions,
            "theme": self.theme,
            **{name: value for name, value in chosen.items() if value},
        }


def recalled(remembered: Mapping[str, str]) -> dict[str, Any]:
    """What ``FilmOptions.remembered`` gave, as fields of the options again."""
    logo = remembered.get("logo")
    return {**remembered, **({"logo": Path(logo)} if logo else {})}


@dataclass(frozen=True)
class Job:
    """A paper, the folder its film goes into, and the options."""

    paper_id: str
    folder: Path
    options: FilmOptions
