"""From script and narration to the orders for clips, and the record of what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.film.model import METADATA_VERSION, EncoderSettings, VideoMetadata
from videogen_desktop.pipeline.film.orders import ClipOrder
from videogen_desktop.pipeline.scenes import animate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.pipeline.film.model import ClipFacts
    from videogen_desktop.pipeline.narration.cues import Cue
    from videogen_desktop.pipeline.narration.model import SceneAudio
    from videogen_desktop.pipeline.scenes.animation import Animation
    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.look import Look
    from videogen_desktop.pipeline.script.model import Script

CLIPS_FOLDER = "clips"


@dataclass(frozen=True)
class SceneDrawing:
    """A scene of the script, ready to be drawn in another process."""

    script: Script
    index: int
    audio: SceneAudio
    cues: tuple[Cue, ...]
    look: Look
    folder: Path
    logo: bytes = b""

    def __call__(self, fonts: Fonts) -> Animation:
        """Set the scene up, not yet advanced."""
        return animate(
            self.script, self.index, self.audio, self.cues, self.look, self.folder, fonts, self.logo
        )


def encoder_settings(look: Look) -> EncoderSettings:
    """Return how every clip of a film with this look is encoded."""
    return EncoderSettings(look.width, look.height)


def clip_path(folder: Path, index: int) -> Path:
    """Return where the clip of a scene is, in the output folder."""
    return folder / CLIPS_FOLDER / f"scene_{index:02}.mp4"


def clip_order(
    script: Script,
    index: int,
    audio: SceneAudio,
    cues: Iterable[Cue],
    look: Look,
    folder: Path,
    logo: bytes = b"",
) -> ClipOrder:
    """Return the order for one scene's clip.

    Args:
        script: The whole script.
        index: The number of the scene, from 0.
        audio: The scene's sound, already there.
        cues: The scene's captions, in seconds from its start.
        look: The look of the film.
        folder: The output folder.
        logo: The maker's logo as its file holds it; empty for none.
    """
    return ClipOrder(
        drawing=SceneDrawing(script, index, audio, tuple(cues), look, folder, logo),
        frames=audio.frames,
        sound=folder / audio.file,
        clip=clip_path(folder, index),
        settings=encoder_settings(look),
    )


def video_metadata(clips: Iterable[ClipFacts], settings: EncoderSettings) -> VideoMetadata:
    """Return the record of all clips, put in the order of the scenes."""
    ordered = sorted(clips, key=lambda facts: (len(facts.file), facts.file))
    return VideoMetadata(METADATA_VERSION, settings, tuple(ordered))
