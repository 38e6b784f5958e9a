"""The captions of the whole film: as files beside it, and as the text track inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.files import write_bytes
from videogen_desktop.pipeline.film.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from videogen_desktop.pipeline.narration.cues import Cue
    from videogen_desktop.pipeline.narration.model import SceneAudio

_VTT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True)
class Caption:
    """A caption of the film, in milliseconds from its start; captions never overlap."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    """Lines of text, none of them empty, without control characters."""


def film_captions(scenes: Iterable[tuple[SceneAudio, Sequence[Cue]]]) -> tuple[Caption, ...]:
    """Put the cues of every scene, in order, on the clock of the film.

    A cue is kept inside its scene and after the one before it; one without text is left out.

    Args:
        scenes: Each scene's sound and its cues, in seconds from the start of the scene.
    """
    captions: list[Caption] = []
    offset_s = 0.0
    shown_until = 0
    for audio, cues in scenes:
        limit = round((offset_s + audio.duration_s) * 1000)
        for cue in cues:
            start = max(round((offset_s + cue.start_s) * 1000), shown_until)
            end = min(round((offset_s + cue.end_s) * 1000), limit)
            lines = tuple(line for line in map(one_line, cue.lines) if line)
            if lines and start < end:
                captions.append(Caption(start, end, lines))
                shown_until = end
        offset_s += audio.duration_s
    return tuple(captions)


def write_captions(captions: Sequence[Caption], folder: Path) -> None:
    """Write ``captions.srt`` and ``captions.vtt``, each whole or unchanged.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    write_bytes(folder / "captions.srt", subrip(captions).encode())
    write_bytes(folder / "captions.vtt", web_vtt(captions).encode())


def subrip(captions: Iterable[Caption]) -> str:
    """Return the captions as SubRip text.

    SubRip has no escapes, so that the text stands as it is. Lines end in CR LF, as the program that the
    format comes from wrote them; old players on Windows take nothing else.
    """
    return "".join(
        f"{number}\r\n{_times(caption, ',')}\r\n" + "".join(f"{line}\r\n" for line in caption.lines) + "\r\n"
        for number, caption in enumerate(captions, 1)
    )


def web_vtt(captions: Iterable[Caption]) -> str:
    """Return the captions as WebVTT, escaped as https://www.w3.org/TR/webvtt1/#webvtt-cue-text-span asks.

    Lines end in LF, which the standard allows and every browser reads.
    """
    cues = (
        f"{_times(caption, '.')}\n" + "".join(f"{line.translate(_VTT_ESCAPES)}\n" for line in caption.lines)
        for caption in captions
    )
    return "\n".join(["WEBVTT\n", *cues])


def timed_text(caption: Caption) -> bytes:
    """Return a caption as 3GPP TS 26.245 (5.17) stores it: its length in bytes, then its text in UTF-8."""
    text = "\n".join(caption.lines).encode()
    return len(text).to_bytes(2, "big") + text


def _times(caption: Caption, decimal: str) -> str:
    return f"{_clock(caption.start_ms, decimal)} --> {_clock(caption.end_ms, decimal)}"


def _clock(milliseconds: int, decimal: str) -> str:
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{decimal}{milliseconds:03}"
