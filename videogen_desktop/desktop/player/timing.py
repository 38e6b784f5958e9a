"""Moments of a film: its frames, and times as a person reads them."""

from __future__ import annotations

USUAL_RATE = 30.0
"""Frames a second of every film that the pipeline makes."""

_ROUNDING = 1e-3
"""Of a frame; a moment this close before a frame is that frame."""


def frame_at(seconds: float, rate: float) -> int:
    """The number of the frame that shows at a moment, from 0."""
    return max(0, int(seconds * rate + _ROUNDING))


def start_of(frame: int, rate: float) -> float:
    """When a frame begins, in seconds."""
    return frame / rate


def middle_of(frame: int, rate: float) -> int:
    """A moment in milliseconds at which surely this frame shows, and not the one before or after it."""
    return round((frame + 0.5) * 1000 / rate)


def last_frame(duration_s: float, rate: float) -> int:
    """The number of the last frame of a film."""
    return max(0, round(duration_s * rate) - 1)


def clock(seconds: float) -> str:
    """A moment or a length as ``0:42``, ``12:05`` or ``1:02:05``."""
    minutes, rest = divmod(int(max(0.0, seconds) + _ROUNDING), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
