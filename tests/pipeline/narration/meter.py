"""A loudness meter of its own, written from ITU-R BS.1770-4, to check the one that the narration uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 48_000
# BS.1770-4, tables 1 and 2: the two stages of the K filter at 48 kHz, numerator and denominator.
_STAGES = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


def integrated_lufs(samples: NDArray[np.float32]) -> float:
    """Return the gated loudness of mono samples at 48 kHz."""
    power = np.square(_k_filtered(samples.astype(np.float64)))
    block, step = RATE * 4 // 10, RATE // 10
    sums = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(samples) - block + 1, step)
    blocks = (sums[starts + block] - sums[starts]) / block
    blocks = blocks[_loudness(blocks) > -70]
    blocks = blocks[_loudness(blocks) > _loudness(blocks.mean()) - 10]
    return float(_loudness(blocks.mean()))


def true_peak_dbtp(samples: NDArray[np.float32]) -> float:
    """Return the peak of the band-limited signal at eight times its rate."""
    spectrum = np.fft.rfft(np.concatenate([samples, np.zeros(-len(samples) % 4800)]))
    points = 2 * (len(spectrum) - 1)
    fine = np.fft.irfft(np.pad(spectrum, (0, 7 * points // 2)), 8 * points) * 8
    return float(20 * np.log10(np.abs(fine).max()))


def _loudness(power: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))


def _k_filtered(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    padded = 2 * len(samples)
    spectrum = np.fft.rfft(samples, padded)
    z = np.exp(-2j * np.pi * np.arange(len(spectrum)) / padded)
    for numerator, denominator in _STAGES:
        spectrum *= np.polyval(numerator[::-1], z) / np.polyval(denominator[::-1], z)
    return np.fft.irfft(spectrum, padded)[: len(samples)]
