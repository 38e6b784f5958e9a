"""The sound of a film as a player decodes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np

from videogen_desktop.pipeline.film.streams import add_sound, create_film, sound_packets, write_in_order
from videogen_desktop.pipeline.narration import Meter, find_voice, load_voice, narrate_scene

if TYPE_CHECKING:
    from pathlib import Path

PLOSIVES = (
    "In this Review, the authors discuss the current chilly state of digital libraries for the computational "
    "biologist, including PubMed, IEEE Xplore, the Association for Computing Machinery (ACM) digital library, ISI Web "
    "of Knowledge, Scopus, Citeseer, arXiv, Digital Bibliography and Library Project (DBLP), and Google Scholar."
)


def test_encoding_keeps_a_plosive_below_its_ceiling(tmp_path: Path) -> None:
    wav = tmp_path / "scene.wav"
    narrate_scene((PLOSIVES,), load_voice(find_voice(None)), wav, wav.name, lambda _: None)
    with create_film(tmp_path / "sound.mp4", {}) as container:
        stream = add_sound(container, 128_000)
        write_in_order(container, sound_packets(stream, wav))
    meter = Meter()
    with av.open(tmp_path / "sound.mp4") as container:
        for frame in container.decode(audio=0):
            meter.add(frame.to_ndarray()[0].astype(np.float32))
    assert meter.result().true_peak_dbtp <= -1
