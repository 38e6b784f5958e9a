"""What audio_metadata.json holds: when each sentence is heard, to the sample."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE_RATE = 48_000
"""Hertz. A frame at 30 fps is exactly 1600 samples, so sound and picture never drift."""
FRAME_RATE = 30
SAMPLES_PER_FRAME = SAMPLE_RATE // FRAME_RATE


@dataclass(frozen=True)
class SpokenSentence:
    """A sentence and when it is heard, in seconds from the start of its scene."""

    text: str
    spoken: str
    """The words that the voice was given: numbers, units and symbols as they are read aloud."""
    start_s: float
    end_s: float


@dataclass(frozen=True)
class SceneAudio:
    """The sound of one scene: a mono 48 kHz WAV file padded to whole frames."""

    file: str
    """Relative to the output folder: ``audio/scene_00.wav``."""
    frames: int
    """Length in frames at 30 fps; the clip has exactly as many."""
    sentences: tuple[SpokenSentence, ...]
    loudness_lufs: float
    true_peak_dbtp: float

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / FRAME_RATE


@dataclass(frozen=True)
class Narration:
    """The whole narration, one entry a scene, in order."""

    version: int
    voice: str
    scenes: tuple[SceneAudio, ...]
    loudness_lufs: float
    true_peak_dbtp: float

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return sum(scene.frames for scene in self.scenes) / FRAME_RATE
