"""Small films: real ones, made in a moment."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

RATE = 48_000
PICTURES_A_SECOND = 10


def write_film(path: Path, seconds: int = 2, *, grey: int = 128, sound_s: int | None = None) -> None:
    """Write a film of one grey and one tone; films of different greys are different files."""
    with av.open(path, "w", format="mp4") as film:
        picture = film.add_stream(
            "libx264",
            rate=PICTURES_A_SECOND,
            width=64,
            height=64,
            pix_fmt="yuv420p",
            time_base=Fraction(1, PICTURES_A_SECOND),
            options={"preset": "ultrafast"},
        )
        sound = film.add_stream("aac", rate=RATE, layout="mono")
        for number in range(seconds * PICTURES_A_SECOND):
            shown = av.VideoFrame.from_ndarray(np.full((64, 64, 3), grey, np.uint8), format="rgb24")
            shown.pts = number
            film.mux(picture.encode(shown))
        tone = np.sin(np.arange((sound_s or seconds) * RATE, dtype=np.float32) * 0.05)[np.newaxis, :] * 0.2
        heard = av.AudioFrame.from_ndarray(np.ascontiguousarray(tone), format="fltp", layout="mono")
        heard.sample_rate = RATE
        film.mux(sound.encode(heard))
        film.mux(picture.encode(None))
        film.mux(sound.encode(None))
