"""When each sentence of a script is heard, in the film and in its scene."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from videogen_desktop.desktop.film_files import FRAME_RATE

if TYPE_CHECKING:
    from videogen_desktop.desktop.film_files import Heard
    from videogen_desktop.pipeline.script.model import Script

_EARLY_S = 0.05
"""A player that was sent to the start of a sentence may stand a frame before it, in the pause there."""


@dataclass(frozen=True)
class SentenceTimes:
    """When scenes and sentences begin.

    Attributes:
        scenes: The start of each scene, in seconds from the beginning of the film, in order.
        sentences: The same of each sentence.
        firsts: The number of the first sentence of each scene.
    """

    scenes: tuple[float, ...] = ()
    sentences: tuple[float, ...] = ()
    firsts: tuple[int, ...] = ()

    def start_of(self, sentence: int) -> float | None:
        """When a sentence begins; None when that is not known."""
        return self.sentences[sentence] if 0 <= sentence < len(self.sentences) else None

    def heard_at(self, seconds: float) -> int | None:
        """The sentence that is heard or was heard last at a time; None before the first."""
        index = bisect_right(self.sentences, seconds + _EARLY_S) - 1
        return index if index >= 0 else None

    def place_of(self, sentence: int) -> tuple[int, float] | None:
        """The scene of a sentence, and when it begins in that; None when that is not known."""
        start = self.start_of(sentence)
        scene = bisect_right(self.firsts, sentence) - 1
        return None if start is None or scene < 0 else (scene, start - self.scenes[scene])

    def heard_in(self, scene: int, seconds: float) -> int | None:
        """The sentence that is heard or was heard last at a time of a scene, of those in that scene."""
        if not 0 <= scene < len(self.firsts):
            return None
        first, *later = self.firsts[scene : scene + 2]
        end = later[0] if later else len(self.sentences)
        at = self.scenes[scene] + seconds + _EARLY_S
        index = bisect_right(self.sentences, at, first, end) - 1
        return index if index >= first else None


def sentence_times(script: Script | None, heard: Heard | None) -> SentenceTimes:
    """Return when the sentences of a script are heard; nothing unless the narration is of that script."""
    if script is None or heard is None:
        return SentenceTimes()
    written = [[sentence.text for sentence in scene.sentences] for scene in script.scenes]
    if written != [[sentence.text for sentence in scene.sentences] for scene in heard.scenes]:
        return SentenceTimes()
    lengths = (scene.frames for scene in heard.scenes)
    scenes = tuple(frames / FRAME_RATE for frames in accumulate(lengths, initial=0))[: len(heard.scenes)]
    starts = tuple(
        begin + sentence.start_s
        for begin, scene in zip(scenes, heard.scenes, strict=True)
        for sentence in scene.sentences
    )
    firsts = tuple(accumulate((len(scene.sentences) for scene in heard.scenes), initial=0))[:-1]
    return SentenceTimes(scenes, starts, firsts) if list(starts) == sorted(starts) else SentenceTimes()
