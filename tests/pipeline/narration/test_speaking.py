from __future__ import annotations

import subprocess
import sys
import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.pipeline.narration import meter
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.narration import (
    SAMPLE_RATE,
    SAMPLES_PER_FRAME,
    SceneAudio,
    Voice,
    join_narration,
    narrate_scene,
)
from videogen_desktop.pipeline.narration.speaking import LEAD_IN_S, PAUSE_S, TAIL_S

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SENTENCES = (
    "Depression scores fell by 2.46 points (95% CI −3.72 to −1.21).",
    "The effect was smaller after a year.",
    "Why?",
)


def nothing(_fraction: float) -> None:
    """Hear of progress and do nothing."""


def samples_of(path: Path) -> NDArray[np.float32]:
    with wave.open(str(path), "rb") as file:
        assert file.getparams()[:3] == (1, 2, SAMPLE_RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32767


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("film")


@pytest.fixture(scope="module")
def scenes(voice: Voice, folder: Path) -> tuple[SceneAudio, ...]:
    texts = (SENTENCES, ("Methods.",), (), ("This was seen in mice.", "It may not hold for people."))
    return tuple(
        narrate_scene(
            sentences, voice, folder / f"audio/scene_{n:02d}.wav", f"audio/scene_{n:02d}.wav", nothing
        )
        for n, sentences in enumerate(texts)
    )


def test_a_scene_is_whole_frames_at_an_even_loudness(scenes: tuple[SceneAudio, ...], folder: Path) -> None:
    for scene in scenes:
        assert len(samples_of(folder / scene.file)) == scene.frames * SAMPLES_PER_FRAME
    for scene in (scenes[0], scenes[3]):
        samples = samples_of(folder / scene.file)
        assert meter.integrated_lufs(samples) == pytest.approx(-16, abs=0.3)
        assert meter.true_peak_dbtp(samples) <= -1.9
        assert scene.loudness_lufs == pytest.approx(meter.integrated_lufs(samples), abs=0.1)
        assert scene.true_peak_dbtp == pytest.approx(meter.true_peak_dbtp(samples), abs=0.1)


def test_sentences_are_heard_when_they_are_said_to_be(scenes: tuple[SceneAudio, ...], folder: Path) -> None:
    scene = scenes[0]
    samples = samples_of(folder / scene.file)
    heard = np.zeros(len(samples), bool)
    assert [sentence.text for sentence in scene.sentences] == list(SENTENCES)
    for sentence in scene.sentences:
        start, end = (round(time * SAMPLE_RATE) for time in (sentence.start_s, sentence.end_s))
        assert start / SAMPLE_RATE == sentence.start_s
        assert np.abs(samples[start:end]).max() > 0.1
        edges = samples[start : start + SAMPLE_RATE // 10], samples[end - SAMPLE_RATE // 10 : end]
        assert all(np.abs(edge).max() > 0.003 for edge in edges), "silence was not trimmed"
        heard[start:end] = True
    assert not samples[~heard].any()
    first, second, third = scene.sentences
    assert first.start_s == LEAD_IN_S
    assert second.start_s - first.end_s == pytest.approx(PAUSE_S)
    assert TAIL_S <= scene.duration_s - third.end_s < TAIL_S + 1 / 30
    assert "minus 3.72" in first.spoken


def test_no_edge_clicks(scenes: tuple[SceneAudio, ...], folder: Path) -> None:
    samples = samples_of(folder / scenes[0].file)
    for sentence in scenes[0].sentences:
        for time in (sentence.start_s, sentence.end_s):
            at = round(time * SAMPLE_RATE)
            assert np.abs(np.diff(samples[at - 48 : at + 48])).max() < 0.01


def test_a_scene_without_sentences_is_a_short_silence(scenes: tuple[SceneAudio, ...], folder: Path) -> None:
    assert scenes[2].sentences == ()
    assert not samples_of(folder / scenes[2].file).any()
    assert scenes[2].duration_s == pytest.approx(LEAD_IN_S + TAIL_S, abs=1 / 30)


def test_the_same_scene_gives_the_same_file_in_a_fresh_process(
    scenes: tuple[SceneAudio, ...], folder: Path, tmp_path: Path
) -> None:
    program = (
        "import sys, pathlib\n"
        "from videogen_desktop.pipeline.narration import find_voice, load_voice, narrate_scene\n"
        "voice, wav = load_voice(find_voice(None)), pathlib.Path(sys.argv[1])\n"
        "narrate_scene(tuple(sys.argv[2:]), voice, wav, wav.name, lambda fraction: None)\n"
    )
    wav = tmp_path / "again.wav"
    subprocess.run([sys.executable, "-c", program, str(wav), *SENTENCES], check=True, timeout=120)
    assert wav.read_bytes() == (folder / scenes[0].file).read_bytes()


def test_progress_grows_to_one(voice: Voice, tmp_path: Path) -> None:
    told: list[float] = []
    narrate_scene(("One.", "†", "Three."), voice, tmp_path / "scene.wav", "scene.wav", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) == 3


def test_a_sentence_without_a_sound_takes_no_time(voice: Voice, tmp_path: Path) -> None:
    scene = narrate_scene(("†", "Yes."), voice, tmp_path / "scene.wav", "scene.wav", nothing)
    assert scene.sentences[0].start_s == scene.sentences[0].end_s
    assert scene.sentences[0].spoken == ""


def test_an_interrupted_scene_leaves_no_file(voice: Voice, tmp_path: Path) -> None:
    def stop(_fraction: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        narrate_scene(("One.",), voice, tmp_path / "scene.wav", "scene.wav", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(voice: Voice, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(VideoGenError) as caught:
        narrate_scene(("One.",), voice, tmp_path / "file" / "scene.wav", "scene.wav", nothing)
    assert caught.value.code == "not-writable"


def test_the_joined_narration_is_the_scenes_sample_for_sample(
    scenes: tuple[SceneAudio, ...], folder: Path
) -> None:
    narration = join_narration(scenes, folder, folder / "audio.wav", "joe")
    joined = samples_of(folder / "audio.wav")
    assert np.array_equal(joined, np.concatenate([samples_of(folder / scene.file) for scene in scenes]))
    assert narration.scenes == scenes
    assert narration.voice == "joe"
    assert narration.duration_s == pytest.approx(len(joined) / SAMPLE_RATE)
    assert narration.loudness_lufs == pytest.approx(-16, abs=0.5)
    assert narration.loudness_lufs == pytest.approx(meter.integrated_lufs(joined), abs=0.1)
    assert narration.true_peak_dbtp <= -1.9


@pytest.mark.parametrize("damage", ["gone", "short", "long", "noise", "stereo", "cut"])
def test_a_damaged_scene_is_said_and_nothing_is_joined(
    damage: str, scenes: tuple[SceneAudio, ...], folder: Path, tmp_path: Path
) -> None:
    scene = scenes[1]
    content = (folder / scene.file).read_bytes()
    damaged = tmp_path / scene.file
    damaged.parent.mkdir()
    frames = scene.frames * SAMPLES_PER_FRAME
    if damage == "noise":
        damaged.write_bytes(bytes(range(256)) * 100)
    elif damage == "cut":
        damaged.write_bytes(content[: len(content) // 2])
    elif damage != "gone":
        with wave.open(str(damaged), "wb") as file:
            file.setparams((2 if damage == "stereo" else 1, 2, SAMPLE_RATE, 0, "NONE", "not compressed"))
            file.writeframes(
                bytes(2 * {"short": frames - 1600, "long": frames + 1600, "stereo": 2 * frames}[damage])
            )
    with pytest.raises(VideoGenError, match="scene_01") as caught:
        join_narration((scene,), tmp_path, tmp_path / "audio.wav", "joe")
    assert caught.value.code == "audio-damaged"
    assert not list(tmp_path.glob("audio*.wav"))
