"""The sound of a film as a player decodes it."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

from videogen_desktop.pipeline.film.streams import add_sound, create_film, sound_packets, write_in_order
from videogen_desktop.pipeline.narration import Meter
from videogen_desktop.pipeline.narration.wav import writer

PLOSIVE = Path(__file__).with_name("plosive.flac")
"""Two seconds of the built-in voice that FFmpeg's noise shaping lifts from −2 to +1 dBTP."""


def test_encoding_keeps_a_plosive_below_full_scale(tmp_path: Path) -> None:
    wav = tmp_path / "plosive.wav"
    with av.open(PLOSIVE) as source, writer(wav) as file:
        for frame in source.decode(audio=0):
            file.writeframes(frame.to_ndarray().astype(np.int16).tobytes())
    with create_film(tmp_path / "sound.mp4", {}) as container:
        write_in_order(container, sound_packets(add_sound(container, 128_000), wav))
    meter = Meter()
    with av.open(tmp_path / "sound.mp4") as film:
        for frame in film.decode(audio=0):
            meter.add(frame.to_ndarray()[0].astype(np.float32))
    assert meter.result().true_peak_dbtp <= -1
