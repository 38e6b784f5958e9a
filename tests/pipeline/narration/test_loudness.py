from __future__ import annotations

import io
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from tests.pipeline.narration import meter
from videogen_desktop.pipeline.narration import SAMPLE_RATE, Voice, master, measured
from videogen_desktop.pipeline.narration.loudness import LOWEST_PEAK_DBTP, SILENCE_LUFS

if TYPE_CHECKING:
    from numpy.typing import NDArray

SENTENCES = (
    "Neurons in awake mice were switched on, one after another, with light.",
    "The risk of death fell by 12 percent, hazard ratio 0.88; 95 percent confidence interval 0.79 to 0.97.",
    "This suggests that the effect, although small, was real.",
)


@pytest.fixture(scope="module")
def speech(voice: Voice) -> NDArray[np.float32]:
    pause = np.zeros(SAMPLE_RATE // 3, np.float32)
    return np.concatenate([part for text in SENTENCES for part in (voice.speak(text), pause)])


def tone(frequency: float, decibels: float, seconds: float = 3.0) -> NDArray[np.float32]:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (10 ** (decibels / 20) * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


def test_the_meter_agrees_with_the_standard() -> None:
    # EBU Tech 3341, case 1, for one channel: a 1 kHz sine of -23 dBFS reads 3 LU below what two channels read
    assert measured(tone(1000, -23)).integrated_lufs == pytest.approx(-26.0, abs=0.1)


def test_the_meter_agrees_with_an_independent_one(speech: NDArray[np.float32]) -> None:
    found = measured(speech)
    assert found.integrated_lufs == pytest.approx(meter.integrated_lufs(speech), abs=0.1)
    assert found.true_peak_dbtp == pytest.approx(meter.true_peak_dbtp(speech), abs=0.2)


def test_a_peak_between_the_samples_is_seen() -> None:
    samples = (0.9 * np.sin(np.pi / 4 + np.pi / 2 * np.arange(SAMPLE_RATE))).astype(np.float32)
    samples[:4800] *= np.linspace(0, 1, 4800, dtype=np.float32)
    assert np.abs(samples).max() < 0.65
    assert measured(samples).true_peak_dbtp == pytest.approx(20 * np.log10(0.9), abs=0.2)


def test_speech_is_brought_to_minus_16_lufs_under_minus_2_dbtp(speech: NDArray[np.float32]) -> None:
    for level in (1.0, 0.1, 30.0):
        mastered = master(speech * np.float32(level))
        assert len(mastered) == len(speech)
        assert meter.integrated_lufs(mastered) == pytest.approx(-16, abs=0.3)
        assert meter.true_peak_dbtp(mastered) <= -1.9


def test_the_limiter_leaves_what_is_below_the_ceiling_alone() -> None:
    quiet = tone(300, -16.4 + 0.69, 2)
    mastered = master(quiet)
    gain = np.sqrt(np.mean(mastered**2) / np.mean(quiet**2))
    assert np.abs(mastered - quiet * gain).max() < 1e-4


@pytest.mark.parametrize("seconds", [0, 1 / SAMPLE_RATE, 0.05, 2.0, 11.0])
def test_silence_stays_silence(seconds: float) -> None:
    silence = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    assert not master(silence).any()
    assert len(master(silence)) == len(silence)
    assert measured(silence).integrated_lufs == SILENCE_LUFS
    assert measured(silence).true_peak_dbtp == LOWEST_PEAK_DBTP


def test_one_word_is_neither_lost_nor_too_loud(voice: Voice) -> None:
    mastered = master(voice.speak("No."))
    assert meter.true_peak_dbtp(mastered) <= -1.9
    assert -20 < measured(mastered).integrated_lufs <= -15.7


@pytest.mark.parametrize("name", ["click", "square", "infinite", "not a number", "huge", "tiny noise"])
def test_extreme_samples_end_below_the_ceiling(name: str) -> None:
    samples = np.zeros(2 * SAMPLE_RATE, np.float32)
    samples[SAMPLE_RATE] = 1.0
    if name == "square":
        samples = np.sign(tone(220, 0)).astype(np.float32)
    elif name == "infinite":
        samples[:9] = np.inf
    elif name == "not a number":
        samples[:9] = np.nan
    elif name == "huge":
        samples = tone(220, 0) * np.float32(1e30)
    elif name == "tiny noise":
        samples = np.random.default_rng(1).normal(0, 1e-5, SAMPLE_RATE).astype(np.float32)
    mastered = master(samples)
    assert np.isfinite(mastered).all()
    assert measured(mastered).true_peak_dbtp <= -1.95


@pytest.mark.parametrize("bit_rate", [96_000, 128_000, 192_000])
def test_aac_keeps_the_loudness_and_stays_under_minus_1_dbtp(
    speech: NDArray[np.float32], bit_rate: int
) -> None:
    decoded = through_aac(master(speech), bit_rate)
    assert measured(decoded).integrated_lufs == pytest.approx(-16, abs=0.5)
    assert measured(decoded).true_peak_dbtp <= -1.0


def through_aac(samples: NDArray[np.float32], bit_rate: int) -> NDArray[np.float32]:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("aac", SAMPLE_RATE, layout="mono", options={"aac_tns": "0"})
        stream.bit_rate = bit_rate
        for start in range(0, len(samples), 1024):
            part = samples[np.newaxis, start : start + 1024]
            frame = av.AudioFrame.from_ndarray(part, format="flt", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            frame.pts = start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    file.seek(0)
    with av.open(file) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
