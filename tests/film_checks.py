"""What must hold of every finished film, checked on its files alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import av
import msgspec
import numpy as np

from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.narration.loudness import Meter
from videogen_desktop.pipeline.narration.model import Narration
from videogen_desktop.pipeline.script import Script, check_grounding, numbers_in

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080)}


def check_film(folder: Path, aspect: str) -> None:
    """Assert that a folder's film is sound, in time, evenly loud, captioned and true to its paper."""
    script = msgspec.json.decode((folder / "script.json").read_bytes(), type=Script)
    narration = msgspec.json.decode((folder / "audio_metadata.json").read_bytes(), type=Narration)
    paper = msgspec.json.decode((folder / "paper.json").read_bytes(), type=Paper)
    check_grounding(script, paper)
    check_picture_and_sound(folder / "final_video.mp4", narration, SIZES[aspect])
    check_loudness(folder / "final_video.mp4")
    check_captions((folder / "captions.srt").read_text(encoding="utf-8"), script, narration)


def check_picture_and_sound(film: Path, narration: Narration, size: tuple[int, int]) -> None:
    """Decode every frame and sample: their number, their size, and that they end together."""
    frames = sum(scene.frames for scene in narration.scenes)
    with av.open(film) as container:
        (video,) = container.streams.video
        assert (video.codec_context.width, video.codec_context.height) == size
        assert video.codec_context.profile == "High"
        assert video.codec_context.pix_fmt == "yuv420p"
        assert video.average_rate == 30
        assert len(container.chapters()) == len(narration.scenes)
        decoded = [frame.time for frame in container.decode(video=0)]
    assert len(decoded) == frames
    assert np.allclose(decoded, np.arange(frames) / 30, atol=1e-4)
    with av.open(film) as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
    assert abs(samples / 48_000 - frames / 30) < 0.04


def check_loudness(film: Path) -> None:
    """Measure the film's sound as a listener's player decodes it."""
    meter = Meter()
    with av.open(film) as container:
        for frame in container.decode(audio=0):
            meter.add(frame.to_ndarray()[0].astype(np.float32))
    loudness = meter.result()
    assert -17 <= loudness.integrated_lufs <= -15, loudness
    assert loudness.true_peak_dbtp <= -1, loudness


def check_captions(subrip: str, script: Script, narration: Narration) -> None:
    """Every word of the script is captioned once and in order, in cues that follow one another."""
    blocks = [block.splitlines() for block in subrip.strip().split("\n\n")]
    words = " ".join(line for block in blocks for line in block[2:]).split()
    said = " ".join(sentence.text for scene in script.scenes for sentence in scene.sentences).split()
    assert words == said
    assert numbers_in(" ".join(words)) == numbers_in(" ".join(said))
    times = [_seconds(stamp) for block in blocks for stamp in block[1].split(" --> ")]
    assert times == sorted(times)
    assert times[-1] <= narration.duration_s
    assert all(len(block) <= 4 for block in blocks)


def _seconds(stamp: str) -> float:
    hours, minutes, seconds, thousandths = map(int, re.split(r"[:,]", stamp))
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
