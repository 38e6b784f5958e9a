"""Samples at another rate, by FFmpeg's resampler."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def resampled(samples: NDArray[np.float32], rate: int, new_rate: int) -> NDArray[np.float32]:
    """Return mono samples at ``new_rate``; the length is the old one times the ratio, rounded."""
    if rate == new_rate or not len(samples):
        return samples
    frame = av.AudioFrame.from_ndarray(samples[np.newaxis].astype(np.float32), format="flt", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="flt", layout="mono", rate=new_rate)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    out = np.concatenate([np.zeros(0, np.float32), *(part.to_ndarray().reshape(-1) for part in frames)])
    length = round(len(samples) * new_rate / rate)
    return np.pad(out, (0, max(0, length - len(out))))[:length].astype(np.float32)
