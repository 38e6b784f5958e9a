"""Scenes spoken: sentence by sentence, with pauses, at an even loudness, timed to the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from videogen_desktop.files import replacing
from videogen_desktop.pipeline.narration import wav as wav_files
from videogen_desktop.pipeline.narration.loudness import Meter, master, measured
from videogen_desktop.pipeline.narration.model import (
    SAMPLE_RATE,
    SAMPLES_PER_FRAME,
    Narration,
    SceneAudio,
    SpokenSentence,
)
from videogen_desktop.pipeline.narration.words import spoken_form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from videogen_desktop.pipeline.narration.voice import Voice

NARRATION_VERSION: Final = 1
LEAD_IN_S: Final = 0.3
PAUSE_S: Final = 0.35
TAIL_S: Final = 0.5
"""Silence before a scene's first word, between sentences, and after the last, so that a cut can breathe."""

_EDGE_BLOCK = SAMPLE_RATE // 200
_SILENT_BELOW_DB = -46.0
_KEPT_EDGE_BLOCKS = 4
_FADE = SAMPLE_RATE // 200


def narrate_scene(
    sentences: tuple[str, ...],
    voice: Voice,
    wav: Path,
    file_name: str,
    on_progress: Callable[[float], None],
) -> SceneAudio:
    """Speak the sentences of a scene into a WAV file that is whole or absent.

    Args:
        sentences: The displayed sentences, in order; without any the scene is a short silence.
        voice: A loaded voice.
        wav: Where the mono 48 kHz 16-bit file goes.
        file_name: What the result calls the file, relative to the output folder.
        on_progress: Told the share that is done, from 0 to 1, after each sentence.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    track = [_silence(LEAD_IN_S)]
    position = len(track[0])
    spoken_sentences: list[SpokenSentence] = []
    for number, text in enumerate(sentences, 1):
        spoken = spoken_form(text, voice.lexicon)
        samples = _click_free(_trimmed(voice.speak(spoken)))
        end = position + len(samples)
        spoken_sentences.append(SpokenSentence(text, spoken, position / SAMPLE_RATE, end / SAMPLE_RATE))
        pause = _silence(PAUSE_S if number < len(sentences) else 0.0)
        track += [samples, pause]
        position = end + len(pause)
        on_progress(number / len(sentences))
    track.append(_silence(TAIL_S))
    samples = _whole_frames(np.concatenate(track))
    stored = wav_files.quantised(master(samples))
    with replacing(wav) as partial, wav_files.writer(partial) as file:
        file.writeframes(stored.tobytes())
    loudness = measured(wav_files.unquantised(stored))
    return SceneAudio(
        file_name,
        len(stored) // SAMPLES_PER_FRAME,
        tuple(spoken_sentences),
        loudness.integrated_lufs,
        loudness.true_peak_dbtp,
    )


def join_narration(scenes: tuple[SceneAudio, ...], folder: Path, wav: Path, voice_name: str) -> Narration:
    """Put the scenes' files one after another, sample for sample, and measure the whole.

    Args:
        scenes: What ``narrate_scene`` returned, in order.
        folder: The output folder that the scenes' file names are relative to.
        wav: Where the joined file goes.
        voice_name: The voice that spoke.

    Raises:
        VideoGenError: ``audio-damaged``, ``disk-full`` or ``not-writable``.
    """
    meter = Meter()
    with replacing(wav) as partial, wav_files.writer(partial) as file:
        for scene in scenes:
            for part in wav_files.pieces(folder / scene.file, scene.frames * SAMPLES_PER_FRAME):
                file.writeframesraw(part.tobytes())
                meter.add(wav_files.unquantised(part))
    loudness = meter.result()
    return Narration(NARRATION_VERSION, voice_name, scenes, loudness.integrated_lufs, loudness.true_peak_dbtp)


def _silence(seconds: float) -> NDArray[np.float32]:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cut the silence off both ends, but for 20 ms that keep soft onsets and breaths."""
    whole = len(samples) // _EDGE_BLOCK
    if not whole:
        return samples
    blocks = samples[: whole * _EDGE_BLOCK].reshape(whole, _EDGE_BLOCK)
    levels = np.sqrt(np.mean(np.square(blocks, dtype=np.float64), axis=1))
    heard = np.flatnonzero(levels > max(levels.max() * 10 ** (_SILENT_BELOW_DB / 20), 1e-6))
    if not len(heard):
        return samples[:0]
    first = max(0, heard[0] - _KEPT_EDGE_BLOCKS)
    last = heard[-1] + 1 + _KEPT_EDGE_BLOCKS
    return samples[first * _EDGE_BLOCK : last * _EDGE_BLOCK]


def _click_free(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Fade 5 ms in and out, so that an edge that is not at zero makes no click."""
    length = min(_FADE, len(samples) // 2)
    if not length:
        return samples
    ramp = np.sin(np.linspace(0, np.pi / 2, length, dtype=np.float32)) ** 2
    faded = samples.copy()
    faded[:length] *= ramp
    faded[-length:] *= ramp[::-1]
    return faded


def _whole_frames(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.pad(samples, (0, -len(samples) % SAMPLES_PER_FRAME))
