"""What is known of the clips and of the film; ``clips/video_metadata.json`` holds the clips' part."""

from __future__ import annotations

from dataclasses import dataclass

METADATA_VERSION = 1


@dataclass(frozen=True)
class EncoderSettings:
    """How every clip of a film is encoded; clips join by stream copy only because this is the same for all.

    The picture is H.264 High, 4:2:0, BT.709 in limited range, one picture every 1/30 s.
    """

    width: int
    height: int
    preset: str = "veryfast"
    x264: str = "subme=1:b-adapt=0:force-cfr=1:chromaloc=1"
    """What is set beside the preset, as x264 spells it.

    Drawn pictures that fade, move evenly or stand still need neither the finer search nor the choice of
    B-frames of the preset: a clip takes a seventh to a third less time at about the same size and PSNR.
    Chroma location 1 is in the middle of its four pixels, where the ``colour`` module puts it.
    """
    crf: int = 18
    """Constant rate factor of x264. At 18 small labels of a figure show no ringing, held or moving."""
    keyframe_interval: int = 120
    """The most frames between two pictures that a player can jump to.

    Four seconds: a jump decodes half of what it would at x264's 250, for a tenth more bytes and no more time.
    At 60 the film is a third larger.
    """
    sound_bit_rate: int = 128_000
    """Bits a second of AAC-LC, one channel."""


@dataclass(frozen=True)
class ClipFacts:
    """One finished clip."""

    file: str
    """Its name in the folder of the clips: ``scene_00.mp4``."""
    frames: int
    size: int
    """Bytes."""


@dataclass(frozen=True)
class VideoMetadata:
    """What ``clips/video_metadata.json`` holds: the clips in the order of the scenes."""

    version: int
    encoder: EncoderSettings
    clips: tuple[ClipFacts, ...]


@dataclass(frozen=True)
class Chapter:
    """A stretch of the film that a player lists by name; frames count from the start of the film."""

    title: str
    start_frame: int
    end_frame: int


@dataclass(frozen=True)
class FilmPlan:
    """What a finished film must turn out to be."""

    width: int
    height: int
    frames: int
    chapters: tuple[Chapter, ...]
    cues: int
    """How many captions the subtitle track holds; a film without any has no such track."""


@dataclass(frozen=True)
class FilmFacts:
    """A film that was opened again and found to be what was planned."""

    width: int
    height: int
    frames: int
    duration_s: float
    sound_s: float
    chapters: int
    cues: int
    size: int
    """Bytes."""
