"""Clips, the whole sound and the captions become one film; no picture is encoded twice."""

from __future__ import annotations

import contextlib
from fractions import Fraction
from typing import TYPE_CHECKING

import av
from av.packet import Packet

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import replacing
from videogen_desktop.pipeline.film.boxes import leave_text_off
from videogen_desktop.pipeline.film.captions import timed_text
from videogen_desktop.pipeline.film.model import FilmPlan
from videogen_desktop.pipeline.film.proving import prove_film
from videogen_desktop.pipeline.film.streams import (
    add_sound,
    create_film,
    open_film,
    sound_packets,
    write_in_order,
)
from videogen_desktop.pipeline.narration.model import FRAME_RATE, SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from av.container import InputContainer, OutputContainer
    from av.container.core import Chapter as StoredChapter
    from av.stream import Stream
    from av.subtitles.stream import SubtitleStream
    from av.video.stream import VideoStream

    from videogen_desktop.pipeline.film.captions import Caption
    from videogen_desktop.pipeline.film.model import Chapter, EncoderSettings, FilmFacts
    from videogen_desktop.pipeline.film.streams import StoredPacket

_MILLISECOND = Fraction(1, 1000)
_TEXT_STYLE = b"""[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
MarginR, MarginV, Encoding
Style: Default,Sans-Serif,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def join_film(
    clips: Sequence[Path],
    sound: Path,
    captions: Sequence[Caption],
    chapters: Sequence[Chapter],
    tags: Mapping[str, str],
    film: Path,
    settings: EncoderSettings,
) -> FilmFacts:
    """Write the film, open it again, and put it in its place when it is what it should be.

    Args:
        clips: The scenes' clips, in order; one a chapter.
        sound: The sound of the whole film, a WAV file at 48 kHz.
        captions: The captions of the whole film, in order; may be empty.
        chapters: The stretches that the clips fill.
        tags: Title, authors and the like, under FFmpeg's names.
        film: The MP4 file, which is whole or absent.
        settings: What the clips were encoded with.

    Raises:
        VideoGenError: ``clips-differ``, ``film-damaged``, ``disk-full`` or ``not-writable``.
    """
    plan = FilmPlan(
        settings.width, settings.height, chapters[-1].end_frame, tuple(chapters), cues=len(captions)
    )
    with replacing(film) as partial:
        with create_film(partial, {"movflags": "+faststart"}) as container:
            container.metadata.update(tags)
            container.set_chapters([_stored(number, chapter) for number, chapter in enumerate(chapters)])
            _write(container, clips, sound, captions, chapters, settings)
        leave_text_off(partial)
        return prove_film(partial, plan)


def _write(
    container: OutputContainer,
    clips: Sequence[Path],
    sound: Path,
    captions: Sequence[Caption],
    chapters: Sequence[Chapter],
    settings: EncoderSettings,
) -> None:
    with _opened(clips[0]) as first:
        picture_stream = container.add_stream_from_template(first.streams.video[0])
    sound_stream = add_sound(container, settings.sound_bit_rate)
    packets: list[Iterator[StoredPacket]] = [
        _copied(clips, chapters, picture_stream),
        sound_packets(sound_stream, sound),
    ]
    if captions:
        packets.append(_text_packets(captions, _add_text(container)))
    write_in_order(container, *packets)


def _copied(
    clips: Sequence[Path], chapters: Sequence[Chapter], target: VideoStream
) -> Iterator[Packet[VideoStream]]:
    """Yield the pictures of all clips, each clip's moved to the start of its chapter.

    Decoding times are counted anew, one frame after the other and ahead of the pictures by as many as the
    parameter sets allow to be reordered: a clip that reorders none has been stored without a lead.
    """
    sets, lead = target.codec_context.extradata, 0
    for clip, chapter in zip(clips, chapters, strict=True):
        with _opened(clip) as container:
            source = container.streams.video[0]
            lead = max(lead, source.codec_context.reorder_depth)
            agree = source.codec_context.extradata == sets
            packets = [packet for packet in container.demux(source) if packet.pts is not None]
        if not agree or len(packets) != chapter.end_frame - chapter.start_frame:
            raise _clips_differ(clip)
        for number, packet in enumerate(packets, start=chapter.start_frame):
            frame = int(Fraction(1, FRAME_RATE) / packet.time_base)
            packet.pts = (packet.pts or 0) + chapter.start_frame * frame
            packet.dts = (number - lead) * frame
            packet.stream = target
            yield packet


@contextlib.contextmanager
def _opened(clip: Path) -> Iterator[InputContainer]:
    """Open a clip; one without pictures, or that cannot be read to its end, is refused."""
    try:
        with open_film(clip) as container:
            yield container
    except (av.FFmpegError, IndexError) as error:
        raise _clips_differ(clip) from error


def _add_text(container: OutputContainer) -> SubtitleStream:
    stream = container.add_stream("mov_text")
    stream.codec_context.subtitle_header = _TEXT_STYLE
    # FFmpeg's muxer compares the ends of captions with the times of other streams and minds no time base:
    # in that of the sound, the finest, it puts empty samples into gaps only
    stream.codec_context.time_base = stream.time_base = Fraction(1, SAMPLE_RATE)
    stream.metadata["language"] = "eng"
    return stream


def _text_packets(captions: Sequence[Caption], stream: SubtitleStream) -> Iterator[Packet[Stream]]:
    """Yield a sample a caption; FFmpeg's muxer puts an empty one wherever nothing is shown."""
    for caption in captions:
        packet = Packet(timed_text(caption))
        packet.stream = stream
        packet.time_base = _MILLISECOND
        packet.pts = packet.dts = caption.start_ms
        packet.duration = caption.end_ms - caption.start_ms
        yield packet


def _stored(number: int, chapter: Chapter) -> StoredChapter:
    return {
        "id": number,
        "start": chapter.start_frame,
        "end": chapter.end_frame,
        "time_base": Fraction(1, FRAME_RATE),
        "metadata": {"title": chapter.title},
    }


def _clips_differ(clip: Path) -> VideoGenError:
    return VideoGenError(
        "clips-differ",
        f"The clip {clip.name} is not like the others and cannot be joined with them.",
        "Make the film again with --no-skip-existing, so that every clip is made anew.",
    )
