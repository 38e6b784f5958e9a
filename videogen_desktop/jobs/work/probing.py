"""Whether a file is a film: it is opened and read to its end, as a player would."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.work.breaking_off import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from av.container import InputContainer
    from av.stream import Stream

DURATION_TOLERANCE_S = 0.5
"""How far picture, sound and what was told may differ in length."""


@dataclass(frozen=True)
class ProbedFilm:
    """What was found in a film: its length in seconds, the size of its picture, and its bytes."""

    duration_s: float
    width: int
    height: int
    size: int


class _NoFilmError(Exception):
    """What about the file is not as in a film, in a few words."""


def probe(
    path: Path,
    told_s: float | None = None,
    *,
    every_picture: bool = False,
    broken_off: Callable[[], bool] = lambda: False,
) -> ProbedFilm:
    """Read a film to its end: all packets, all sound, and every picture that a player can jump to.

    Args:
        path: The file; it is taken for MP4 whatever its name, so that no playlist leads elsewhere.
        told_s: How long its maker says it is, in seconds.
        every_picture: Decode all pictures, for a film that its maker has not proven so itself.
        broken_off: Asked again and again, whether there is no more time for it.

    Raises:
        VideoGenError: ``film-missing`` when there is no such file; ``film-damaged`` when it is empty, ends
            too early, lacks picture or sound, cannot be decoded, or is not as long as was told;
            ``broken-off``.
    """
    from av.error import FFmpegError

    try:
        size = path.stat().st_size
        if not size:
            raise _NoFilmError("it is empty")
        with _opened(path) as film:
            width, height, duration_s = _described(film)
            if told_s is not None and not abs(duration_s - told_s) <= DURATION_TOLERANCE_S:
                raise _NoFilmError(f"it lasts {duration_s:.1f} s instead of {told_s:.1f} s")
            _check_packets(film, told_s, broken_off)
        with _opened(path) as film:
            _check_sound(film, told_s, broken_off)
        with _opened(path) as film:
            _check_pictures(film, broken_off, every_picture=every_picture)
    except FileNotFoundError:
        raise film_missing() from None
    except _NoFilmError as error:
        raise _damaged(str(error)) from error
    except (FFmpegError, ValueError, ArithmeticError, OSError) as error:
        raise _damaged("it cannot be read to its end") from error
    return ProbedFilm(duration_s, width, height, size)


def film_missing() -> VideoGenError:
    """The error for a pipeline that said it was done and left no film."""
    return VideoGenError(
        "film-missing",
        "The pipeline said that it was done, but there is no film.",
        "Look at this job's log; if it happens again, make the film from scratch.",
        retryable=True,
    )


def _damaged(what: str) -> VideoGenError:
    return VideoGenError(
        "film-damaged",
        f"The film did not come out as it should: {what}.",
        "Look at this job's log; if it happens again, make the film from scratch.",
        retryable=True,
    )


def _opened(path: Path) -> InputContainer:
    """By its whole path: in a relative one FFmpeg takes what stands before a colon for a protocol."""
    import av  # the codecs, when a film is looked at and not when the window opens

    return av.open(path.absolute(), "r", format="mp4")


def _described(film: InputContainer) -> tuple[int, int, float]:
    from av import time_base

    if not film.streams.video:
        raise _NoFilmError("it has no picture")
    if not film.streams.audio:
        raise _NoFilmError("it has no sound")
    picture = film.streams.video[0].codec_context
    if not picture.width or not picture.height:
        raise _NoFilmError("its picture has no size")
    if not film.duration or film.duration < 0:
        raise _NoFilmError("it has no length")
    return picture.width, picture.height, float(Fraction(film.duration, time_base))


def _check_packets(film: InputContainer, told_s: float | None, broken_off: Callable[[], bool]) -> None:
    streams = (film.streams.video[0], film.streams.audio[0])
    ends = dict.fromkeys(streams, Fraction(0))
    for packet in until(broken_off, film.demux(streams)):
        if packet.is_corrupt:
            raise _NoFilmError("a part of it is missing")
        if packet.pts is not None:
            end = (packet.pts + (packet.duration or 0)) * packet.time_base
            ends[packet.stream] = max(ends[packet.stream], end)
    for stream, end in ends.items():
        _check_end(stream, float(end), told_s)


def _check_sound(film: InputContainer, told_s: float | None, broken_off: Callable[[], bool]) -> None:
    stream = film.streams.audio[0]
    frames = until(broken_off, film.decode(stream))
    heard_s = sum(frame.samples / frame.sample_rate for frame in frames)
    _check_end(stream, heard_s, told_s)


def _check_end(stream: Stream, end_s: float, told_s: float | None) -> None:
    """Picture and sound reach to where the film is said to end, or else to where each itself says it does."""
    whole_s = told_s
    if whole_s is None and stream.duration is not None and stream.time_base is not None:
        whole_s = float(stream.duration * stream.time_base)
    if not end_s or (whole_s is not None and whole_s - end_s > DURATION_TOLERANCE_S):
        name = "picture" if stream.type == "video" else "sound"
        raise _NoFilmError(f"its {name} ends after {end_s:.1f} s")


def _check_pictures(film: InputContainer, broken_off: Callable[[], bool], *, every_picture: bool) -> None:
    stream = film.streams.video[0]
    stream.thread_type = "AUTO"
    if not every_picture:
        stream.codec_context.skip_frame = "NONKEY"
    seen = 0
    for picture in until(broken_off, film.decode(stream)):
        if picture.is_corrupt:
            raise _NoFilmError("a picture is damaged")
        seen += 1
    if not seen:
        raise _NoFilmError("it shows nothing")
