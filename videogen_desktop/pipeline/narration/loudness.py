"""Loudness: every scene at −16 LUFS and under −2 dBTP, measured as EBU R128 says.

−16 LUFS is the target of AES TD1008 for speech that is streamed. The true peak is kept 1 dB lower than the
−1 dBTP of the finished film, because AAC overshoots.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import av
import numpy as np

from videogen_desktop.pipeline.narration.model import SAMPLE_RATE
from videogen_desktop.pipeline.narration.resampling import resampled

if TYPE_CHECKING:
    from numpy.typing import NDArray

TARGET_LUFS: Final = -16.0
CEILING_DBTP: Final = -2.0
SILENCE_LUFS: Final = -70.0
"""The absolute gate of ITU-R BS.1770: nothing is quieter, and silence is as loud as this."""
LOWEST_PEAK_DBTP: Final = -120.0

_NEAR_ENOUGH_LU = 0.1
_ROUNDS = 10
_EAGERNESS = 2.0  # the limiter takes back about half of each gain
_MOST_GAIN_DB = 50.0
_MOST_LIMITING_DB = 16.0
_SHORTEST_MEASURED = round(0.5 * SAMPLE_RATE)
_METER_STEP = SAMPLE_RATE // 10
_BLOCK = SAMPLE_RATE // 1000
_AT_A_TIME = 10 * SAMPLE_RATE
# Milliseconds to either side of a peak in which the gain moves: less changes the sound within a period of the
# voice, more turns down whole syllables, and both were measured as larger changes of a speech's spectrum.
_REACH = 10


@dataclass(frozen=True)
class Loudness:
    """What a meter shows at the end."""

    integrated_lufs: float
    """Integrated loudness (ITU-R BS.1770-4, gated), at least ``SILENCE_LUFS``."""
    true_peak_dbtp: float
    """Highest peak of the signal at four times its rate, at least ``LOWEST_PEAK_DBTP``."""


class Meter:
    """FFmpeg's EBU R128 meter for mono samples at 48 kHz, fed bit by bit."""

    def __init__(self, *, true_peak: bool = True) -> None:
        self._graph = av.filter.Graph()
        self._source = self._graph.add_abuffer(sample_rate=SAMPLE_RATE, format="flt", layout="mono")
        meter = self._graph.add(
            "ebur128", f"metadata=1:framelog=quiet:peak={'true' if true_peak else 'none'}"
        )
        self._sink = self._graph.add("abuffersink")
        self._source.link_to(meter)
        meter.link_to(self._sink)
        self._graph.configure()
        self._position = 0
        self._last: dict[str, str] = {}

    def add(self, samples: NDArray[np.float32]) -> None:
        """Hear more samples."""
        if not len(samples):
            return
        frame = av.AudioFrame.from_ndarray(
            samples[np.newaxis].astype(np.float32), format="flt", layout="mono"
        )
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._position
        self._position += len(samples)
        self._source.push(frame)
        self._drain()

    def result(self) -> Loudness:
        """Return what was heard in all; the meter takes no more samples afterwards."""
        self.add(np.zeros(-self._position % _METER_STEP, np.float32))  # an unfinished step would not count
        self._source.push(None)
        self._drain()
        lufs = float(self._last.get("lavfi.r128.I", "nan"))
        peak = float(self._last.get("lavfi.r128.true_peak", "0"))
        return Loudness(
            SILENCE_LUFS if math.isnan(lufs) else max(SILENCE_LUFS, lufs),
            max(LOWEST_PEAK_DBTP, 20 * math.log10(peak)) if peak > 0 else LOWEST_PEAK_DBTP,
        )

    def _drain(self) -> None:
        while True:
            try:
                self._last = self._sink.pull().metadata or self._last
            except (av.error.BlockingIOError, av.error.EOFError):
                return


def measured(samples: NDArray[np.float32], *, true_peak: bool = True) -> Loudness:
    """Measure mono samples at 48 kHz; what is shorter than the meter's block is heard repeatedly.

    Without the true peak, which is then the lowest, it takes half the time.
    """
    if 0 < len(samples) < _SHORTEST_MEASURED:
        samples = np.tile(samples, math.ceil(_SHORTEST_MEASURED / len(samples)))
    meter = Meter(true_peak=true_peak)
    for start in range(0, len(samples), SAMPLE_RATE):
        meter.add(samples[start : start + SAMPLE_RATE])
    return meter.result()


def master(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bring speech to −16 LUFS with a true peak of at most −2 dBTP, by gain and, where needed, a limiter.

    Silence stays silence. What would have to be limited too hard (a click, a lone word) stays quieter.

    Args:
        samples: Mono at 48 kHz, of any level.
    """
    clean = np.clip(np.nan_to_num(samples), -1e3, 1e3).astype(np.float32)
    if not clean.any():
        return clean
    peaks = _block_peaks(clean)
    lufs = measured(clean, true_peak=False).integrated_lufs
    headroom_db = CEILING_DBTP - 20 * math.log10(max(float(peaks.max(initial=0)), 1e-6))
    most_db = min(_MOST_GAIN_DB, headroom_db + _MOST_LIMITING_DB)
    gain_db = min(TARGET_LUFS - lufs, most_db) if lufs > SILENCE_LUFS else 0.0
    mastered = _limited(clean, peaks, gain_db)
    for _ in range(_ROUNDS):
        short_lu = TARGET_LUFS - measured(mastered, true_peak=False).integrated_lufs
        if lufs <= SILENCE_LUFS or gain_db >= most_db or abs(short_lu) < _NEAR_ENOUGH_LU:
            break
        gain_db = min(gain_db + _EAGERNESS * short_lu, most_db)
        mastered = _limited(clean, peaks, gain_db)
    over_db = max(0.0, measured(mastered).true_peak_dbtp - CEILING_DBTP)
    return mastered * np.float32(10 ** (-over_db / 20))


def _limited(samples: NDArray[np.float32], peaks: NDArray[np.float32], gain_db: float) -> NDArray[np.float32]:
    """Apply a gain, turned down smoothly, and ahead of time, around the peaks that would pass the ceiling."""
    gain = 10 ** (gain_db / 20)
    ceiling = 10 ** (CEILING_DBTP / 20)
    held = _sliding_minimum(np.minimum(gain, ceiling / np.maximum(peaks, 1e-9)), _REACH + 1)
    window = np.hanning(2 * _REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(held, _REACH, mode="edge"), window / window.sum(), mode="valid")
    centres = np.arange(len(smooth)) * _BLOCK + _BLOCK / 2
    out = np.empty_like(samples)
    for start in range(0, len(samples), _AT_A_TIME):
        part = samples[start : start + _AT_A_TIME]
        out[start : start + len(part)] = part * np.interp(
            np.arange(start, start + len(part)), centres, smooth
        )
    return out


def _block_peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the true peak of each millisecond, or of a neighbour where that is higher."""
    peaks = [np.zeros(0, np.float32)]
    for start in range(0, len(samples), _AT_A_TIME):
        part = samples[max(0, start - _BLOCK) : start + _AT_A_TIME + _BLOCK]
        oversampled = np.abs(resampled(part, SAMPLE_RATE, 4 * SAMPLE_RATE)).reshape(-1, 4).max(axis=1)
        own = slice(min(start, _BLOCK), min(start, _BLOCK) + _AT_A_TIME)
        highest = np.maximum(oversampled, np.abs(part))[own]
        peaks.append(np.pad(highest, (0, -len(highest) % _BLOCK)).reshape(-1, _BLOCK).max(axis=1))
    blocks = np.concatenate(peaks)
    if not len(blocks):
        return blocks
    edges = np.pad(blocks, 1, mode="edge")
    return np.maximum(np.maximum(edges[:-2], edges[2:]), blocks)


def _sliding_minimum(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    padded = np.pad(values, reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    minimum: NDArray[np.float32] = windows.min(axis=1)
    return minimum
