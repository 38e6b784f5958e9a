"""WAV files of the narration: mono, 48 kHz, 16-bit PCM, read and written in bits."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.narration.model import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_BYTES = 2
_FULL_SCALE = 32767
_AT_A_TIME = 10 * SAMPLE_RATE


def quantised(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return samples of −1 to 1 as 16-bit integers."""
    return np.rint(np.clip(samples, -1.0, 1.0) * _FULL_SCALE).astype("<i2")


def unquantised(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return 16-bit integers as samples of −1 to 1."""
    return samples.astype(np.float32) / np.float32(_FULL_SCALE)


def writer(path: Path) -> wave.Wave_write:
    """Open a WAV file to write 16-bit samples to; use it in a ``with``."""
    file = wave.open(str(path), "wb")  # noqa: SIM115 (the caller closes it)
    file.setnchannels(1)
    file.setsampwidth(_BYTES)
    file.setframerate(SAMPLE_RATE)
    return file


def pieces(path: Path, samples: int) -> Iterator[NDArray[np.int16]]:
    """Yield the samples of a narration file, some seconds at a time.

    Args:
        path: The file.
        samples: How many it must hold.

    Raises:
        VideoGenError: ``audio-damaged`` when the file is gone or is not what was written.
    """
    try:
        with wave.open(str(path), "rb") as file:
            form = (file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes())
            if form != (1, _BYTES, SAMPLE_RATE, samples):
                raise _damaged(path)
            left = samples
            while left:
                part = np.frombuffer(file.readframes(min(left, _AT_A_TIME)), "<i2")
                if not len(part):
                    raise _damaged(path)
                left -= len(part)
                yield part
    except (wave.Error, EOFError, FileNotFoundError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> VideoGenError:
    return VideoGenError(
        "audio-damaged",
        f"The spoken scene {path.name} is missing or damaged.",
        "Start again; the scene is then spoken anew.",
        retryable=True,
    )
