from __future__ import annotations

import threading
from typing import TYPE_CHECKING, get_args

import av
import numpy as np
import pytest

from tests.pipeline.film.drawings import silence
from videogen_desktop.pipeline.film import (
    ClipFacts,
    ClipRenderer,
    clip_order,
    clip_path,
    encoder_settings,
    video_metadata,
)
from videogen_desktop.pipeline.job import Aspect
from videogen_desktop.pipeline.narration.model import SceneAudio, SpokenSentence
from videogen_desktop.pipeline.scenes import Look
from videogen_desktop.pipeline.script.model import Card, Scene, Script, Sentence, Source

if TYPE_CHECKING:
    from pathlib import Path

    from av.video.frame import VideoFrame

WORDS = "Mice that ate more fibre gained less weight."
CARD = Card("Fibre", "Fibre", "A. Author", "Journal", "2018", "10.1/x", "1", "", "CC-BY-4.0", "")
SCRIPT = Script(1, CARD, (Scene("text", "What they found", (Sentence(WORDS, Source("", "", 1, 1, "")),)),))
AUDIO = SceneAudio("audio/scene_00.wav", 30, (SpokenSentence(WORDS, WORDS, 0.2, 0.9),), -16.0, -1.5)


def detail(frame: VideoFrame) -> float:
    return float(np.abs(np.diff(frame.to_ndarray(format="gray").astype(int))).mean())


@pytest.mark.parametrize("aspect", get_args(Aspect))
def test_a_scene_of_the_script_becomes_a_clip_in_each_shape(tmp_path: Path, aspect: Aspect) -> None:
    look = Look(aspect)
    silence(tmp_path / AUDIO.file, AUDIO.frames)
    with ClipRenderer(1, threading.Event(), lambda _done, _all: None) as renderer:
        renderer.submit(clip_order(SCRIPT, 0, AUDIO, (), look, tmp_path))
        (facts,) = renderer.results()
    assert (facts.file, facts.frames) == ("scene_00.mp4", 30)
    with av.open(clip_path(tmp_path, 0)) as clip:
        frames = list(clip.decode(video=0))
    assert (frames[0].width, frames[0].height) == (look.width, look.height)
    assert detail(frames[-1]) > 1.2 * detail(frames[0]), "the sentence has appeared"


def test_the_record_is_in_the_order_of_the_scenes() -> None:
    settings = encoder_settings(Look("1:1"))
    clips = [ClipFacts(f"scene_{index:02}.mp4", 1, 1) for index in (100, 3, 99, 0)]
    record = video_metadata(clips, settings)
    assert [clip.file for clip in record.clips] == [f"scene_{index:02}.mp4" for index in (0, 3, 99, 100)]
    assert (record.encoder.width, record.encoder.height) == (1080, 1080)
