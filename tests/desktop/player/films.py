"""Small films whose frames tell their own number."""

from __future__ import annotations

import struct
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

RATE = 30
_BITS = 10
_SAMPLES = 48000
_STYLE = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Alignment
Style: Default,Arial,16,&Hffffff,2

[Events]
Format: Layer, Start, End, Style, Text
"""
"""How captions look, as FFmpeg's encoder of them wants it."""


def make_film(
    path: Path,
    frames: int,
    size: tuple[int, int] = (320, 180),
    said: Sequence[tuple[int, int, str]] = (),
    *,
    first: int = 0,
) -> Path:
    """A film with sound, all of it after one key frame.

    Args:
        path: Where to write it.
        frames: How many; each shows its number as black and white bars.
        size: Of the picture.
        said: Captions of its text track, as start and end in milliseconds and text.
        first: The number that the first frame shows.
    """
    with av.open(str(path), "w") as container:
        picture = container.add_stream("libx264", rate=RATE, options={"g": "1000", "preset": "ultrafast"})
        picture.width, picture.height, picture.pix_fmt = *size, "yuv420p"
        sound = container.add_stream("aac", rate=_SAMPLES, layout="mono")
        text = container.add_stream("mov_text") if said else None
        if text:
            text.codec_context.subtitle_header = _STYLE
            text.time_base = Fraction(1, 1000)
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(_drawn(number + first, size), format="gray").reformat(
                format="yuv420p"
            )
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        silence = av.AudioFrame.from_ndarray(
            np.zeros((1, frames * _SAMPLES // RATE), np.float32), format="fltp", layout="mono"
        )
        silence.rate, silence.pts = _SAMPLES, 0
        container.mux(sound.encode(silence))
        container.mux(sound.encode(None))
        for start, end, words in said:
            encoded = words.encode()
            packet = av.Packet(struct.pack(">H", len(encoded)) + encoded)
            packet.time_base = Fraction(1, 1000)
            if text:
                packet.stream = text
            packet.pts = packet.dts = start
            packet.duration = end - start
            container.mux(packet)
    return path


def number_in(image: QImage) -> int:
    """The number that a frame shows."""
    bar = image.width() / _BITS
    middle = image.height() // 2
    lit = [image.pixelColor(int((bit + 0.5) * bar), middle).lightness() > 127 for bit in range(_BITS)]
    return sum(1 << bit for bit, on in enumerate(lit) if on)


def subrip(said: Sequence[tuple[int, int, str]]) -> str:
    """The same captions as SubRip."""
    return "".join(
        f"{number}\r\n{_stamp(start)} --> {_stamp(end)}\r\n{words}\r\n\r\n"
        for number, (start, end, words) in enumerate(said, 1)
    )


def _stamp(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"00:{seconds // 60:02}:{seconds % 60:02},{rest:03}"


def _drawn(number: int, size: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    width, height = size
    drawn = np.zeros((height, width), np.uint8)
    bar = width / _BITS
    for bit in range(_BITS):
        if number >> bit & 1:
            drawn[:, round(bit * bar) : round((bit + 1) * bar)] = 255
    return drawn
