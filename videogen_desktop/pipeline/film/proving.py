"""Proof that a finished film is what it should be: it is opened again, as a player would."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import av
from av.video.reformatter import ColorPrimaries, ColorRange, ColorTrc

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.boxes import top_level_kinds
from videogen_desktop.pipeline.film.model import FilmFacts
from videogen_desktop.pipeline.film.streams import BT709_MATRIX, open_film
from videogen_desktop.pipeline.narration.model import FRAME_RATE, SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal

    from av.container import InputContainer

    from videogen_desktop.pipeline.film.model import FilmPlan

    SkippedFrames = Literal["DEFAULT", "NONKEY"]

_TOLERANCE_S = 0.040
"""Sound that leads by more than 45 ms is noticed (ITU-R BT.1359)."""


_HALF_A_FRAME = Fraction(1, 2 * FRAME_RATE)


class _NotAsPlannedError(Exception):
    """What about the film is not as planned."""


def prove_film(path: Path, plan: FilmPlan, *, every_frame: bool = False) -> FilmFacts:
    """Open ``path`` and find everything there that ``plan`` asks for.

    Every packet is read and all sound is decoded. Of the pictures the first, every one that a player can
    jump to, and those from the last of these to the end are decoded; with ``every_frame`` all are.

    Raises:
        VideoGenError: ``film-damaged``, caused by what says which expectation failed.
    """
    try:
        _prove_layout(path)
        with open_film(path) as film:
            _prove_streams(film, plan)
            _prove_chapters(film, plan)
            jumps = _prove_packets(film, plan)
        with open_film(path) as film:
            sound_s = Fraction(sum(frame.samples for frame in film.decode(audio=0)), SAMPLE_RATE)
        _expect_close("seconds of sound", sound_s, _time(plan.frames))
        if every_frame:
            _prove_pictures(path, range(plan.frames))
        else:
            _prove_pictures(path, jumps, "NONKEY")
            _prove_pictures(path, range(jumps[-1], plan.frames))
    except (_NotAsPlannedError, ValueError, av.FFmpegError) as error:
        raise _damaged(path) from error
    return FilmFacts(
        plan.width,
        plan.height,
        plan.frames,
        duration_s=float(_time(plan.frames)),
        sound_s=float(sound_s),
        chapters=len(plan.chapters),
        cues=plan.cues,
        size=path.stat().st_size,
    )


def _prove_layout(path: Path) -> None:
    kinds = top_level_kinds(path)
    _expect("boxes of each kind", (kinds.count(b"moov"), kinds.count(b"mdat")), (1, 1))
    _expect("index before the data", kinds.index(b"moov") < kinds.index(b"mdat"), expected=True)


def _prove_streams(film: InputContainer, plan: FilmPlan) -> None:
    streams = film.streams
    counts = len(streams.video), len(streams.audio), len(streams.subtitles)
    _expect("streams of picture, sound and text", counts, (1, 1, 1 if plan.cues else 0))
    picture = streams.video[0].codec_context
    _expect("codec", (picture.name, picture.profile, picture.pix_fmt), ("h264", "High", "yuv420p"))
    _expect("size", (picture.width, picture.height), (plan.width, plan.height))
    _expect("frame rate", streams.video[0].average_rate, FRAME_RATE)
    _expect(
        "colour",
        (picture.color_range, picture.color_primaries, picture.color_trc, picture.colorspace),
        (ColorRange.MPEG, ColorPrimaries.BT709, ColorTrc.BT709, BT709_MATRIX),
    )
    sound = streams.audio[0].codec_context
    _expect("sound", (sound.name, sound.profile, sound.sample_rate), ("aac", "LC", SAMPLE_RATE))
    for text in streams.subtitles:
        _expect("text", (text.codec_context.name, text.language), ("mov_text", "eng"))
    if film.duration is None:
        raise _NotAsPlannedError("the film has no length")
    _expect_close("length", Fraction(film.duration, av.time_base), _time(plan.frames))


def _prove_chapters(film: InputContainer, plan: FilmPlan) -> None:
    chapters = film.chapters()
    titles = tuple(chapter["metadata"].get("title", "") for chapter in chapters)
    _expect("chapters", titles, tuple(chapter.title for chapter in plan.chapters))
    for found, planned in zip(chapters, plan.chapters, strict=True):
        unit = found["time_base"] or Fraction(0)
        _expect_close("start of a chapter", found["start"] * unit, _time(planned.start_frame))
        _expect_close("end of a chapter", found["end"] * unit, _time(planned.end_frame))


def _prove_packets(film: InputContainer, plan: FilmPlan) -> list[int]:
    """Return the frames that a player can jump to, in order."""
    shown: list[Fraction] = []
    jumps: list[int] = []
    cues = 0
    for packet in film.demux():
        if packet.pts is None:  # the end of a stream
            continue
        if packet.stream.type == "video":
            shown.append(packet.pts * packet.time_base)
            if packet.is_keyframe:
                jumps.append(int(shown[-1] * FRAME_RATE))
        elif packet.stream.type == "subtitle" and any(bytes(packet)[:2]):  # a text of more than no bytes
            cues += 1
    _expect("pictures", len(shown), plan.frames)
    for frame, time in enumerate(sorted(shown)):
        _expect("time of a picture", time, _time(frame))
    _expect("pictures to jump to", jumps[:1], [0])
    _expect("captions", cues, plan.cues)
    return jumps


def _prove_pictures(path: Path, frames: Sequence[int], skipped: SkippedFrames = "DEFAULT") -> None:
    """Decode from the first of ``frames`` to the end and find just these."""
    with open_film(path) as film:
        stream = film.streams.video[0]
        stream.thread_type = "AUTO"
        stream.codec_context.skip_frame = skipped
        stream.codec_context.options = {"err_detect": "explode"}
        film.seek(int((_time(frames[0]) + _HALF_A_FRAME) * av.time_base))
        for picture, frame in zip(film.decode(stream), frames, strict=True):
            _expect("time of a decoded picture", picture.time, float(_time(frame)))
            _expect("damage to a picture", picture.is_corrupt, expected=False)


def _time(frames: int) -> Fraction:
    return Fraction(frames, FRAME_RATE)


def _expect(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise _NotAsPlannedError(f"{what}: {found!r} instead of {expected!r}")


def _expect_close(what: str, found_s: Fraction, expected_s: Fraction) -> None:
    if abs(found_s - expected_s) > _TOLERANCE_S:
        raise _NotAsPlannedError(f"{what}: {float(found_s):.3f} s instead of {float(expected_s):.3f} s")


def _damaged(path: Path) -> VideoGenError:
    return VideoGenError(
        "film-damaged",
        f"The film {path.name} did not come out as it should.",
        "Start again; if it happens twice, make the film anew with --no-skip-existing.",
        retryable=True,
    )
