"""Captions of a film, read from the SubRip file beside it."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

_LARGEST = 4_000_000
"""Characters; captions of a film of many hours are far below."""

_STAMP = r"(\d{1,3}):([0-5]\d):([0-5]\d)[,.](\d{3})"
_TIMES = re.compile(rf"{_STAMP}[ \t]*-->[ \t]*{_STAMP}")


@dataclass(frozen=True)
class Cue:
    """One caption.

    Attributes:
        start_s: From when it shows.
        end_s: Until when.
        text: Its lines.
    """

    start_s: float
    end_s: float
    text: str


class Cues:
    """Finds what is to be read at a moment.

    Args:
        cues: In order of their starts.
    """

    def __init__(self, cues: tuple[Cue, ...] = ()) -> None:
        self._cues = cues
        self._starts = [cue.start_s for cue in cues]

    def __bool__(self) -> bool:
        return bool(self._cues)

    def at(self, seconds: float) -> str:
        """The text at a moment; empty when nothing is to be read."""
        number = bisect.bisect_right(self._starts, seconds) - 1
        if number < 0 or seconds >= self._cues[number].end_s:
            return ""
        return self._cues[number].text


def read_subrip(text: str) -> Cues:
    """Read SubRip; what is no caption in it is passed over."""
    found: list[Cue] = []
    for block in re.split(r"\n[ \t]*\n", text[:_LARGEST].lstrip("\ufeff").replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        for number, line in enumerate(
            lines[:2]
        ):  # a caption's number stands before its times, or is left out
            if times := _TIMES.match(line):
                said = "\n".join(part.strip() for part in lines[number + 1 :])
                found.append(Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), said))
                break
    return Cues(tuple(sorted(found, key=lambda cue: cue.start_s)))


def _seconds(parts: tuple[str, ...]) -> float:
    hours, minutes, seconds, thousandths = map(int, parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
