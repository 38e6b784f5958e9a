"""Captions: the displayed sentences cut into cues of at most two lines, in time with the voice.

Two lines, and 42 characters a line in a wide picture, are the limits of Netflix's timed text style guide for
English; so are breaks at the ends of phrases and a second as the shortest cue.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise, zip_longest
from typing import Final

from videogen_desktop.pipeline.narration.model import FRAME_RATE, SpokenSentence
from videogen_desktop.pipeline.narration.phrases import Word, words_of

SHORTEST_S: Final = 1.0
LONGEST_S: Final = 7.0
LINGER_S: Final = 0.5
"""How long a cue that is too short to read may stay after its sentence has been said."""

_GAP_S = 2 / FRAME_RATE
_COST_OF_A_CUE = 9.0
_COST_OF_TOO_SHORT = 60.0
_COST_OF_TOO_LONG = 30.0
_COST_OF_IMBALANCE = 10.0


@dataclass(frozen=True)
class Cue:
    """One caption. Its times lie on whole frames."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]
    """One or two; longer than asked for only where a single word is."""


def cues_of(sentences: tuple[SpokenSentence, ...], line_length: int, offset_s: float = 0) -> tuple[Cue, ...]:
    """Cut the sentences of a scene into cues, each word in one cue, in order.

    Args:
        sentences: What was spoken, with times from the start of the scene.
        line_length: Characters a line: 42 in a wide picture, fewer in an upright one.
        offset_s: When the scene starts in the film.
    """
    cues = [cue for sentence in sentences for cue in _sentence_cues(sentence, line_length)]
    return tuple(
        Cue(_on_frame(cue.start_s + offset_s), _on_frame(end_s + offset_s), cue.lines)
        for cue, end_s in zip(cues, _ends(cues), strict=True)
    )


def _sentence_cues(sentence: SpokenSentence, line_length: int) -> list[Cue]:
    words = words_of(sentence.text)
    if not words:
        return []
    said = [0.0, *accumulate(word.weight for word in words)]
    seconds = sentence.end_s - sentence.start_s
    times = [sentence.start_s + seconds * weight / said[-1] for weight in said]
    cuts = _best_cuts(words, times, line_length)
    return [
        Cue(times[start], times[end], _laid_out(words[start:end], line_length)[1])
        for start, end in pairwise(cuts)
    ]


def _best_cuts(words: tuple[Word, ...], times: list[float], line_length: int) -> list[int]:
    """Return the word indices that cues begin and end at, of the lowest total cost."""
    best = [0.0] + [float("inf")] * len(words)
    came_from = [0] * (len(words) + 1)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            layout_cost, lines = _laid_out(words[start:end], line_length)
            if not lines:
                break
            seconds = times[end] - times[start]
            cost = best[start] + _COST_OF_A_CUE + layout_cost + words[end - 1].break_cost
            cost += _COST_OF_TOO_SHORT * max(0.0, SHORTEST_S - seconds)
            cost += _COST_OF_TOO_LONG * max(0.0, seconds - LONGEST_S)
            if cost < best[end]:
                best[end], came_from[end] = cost, start
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(came_from[cuts[-1]])
    return cuts[::-1]


def _laid_out(words: tuple[Word, ...], line_length: int) -> tuple[float, tuple[str, ...]]:
    """Return the cost and the lines of one cue; no lines when the words need more than two."""
    whole = " ".join(word.text for word in words)
    if len(whole) <= line_length or len(words) == 1:
        return 0.0, (whole,)
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    length = 0
    for number, word in enumerate(words[:-1], 1):
        length += len(word.text) + (number > 1)
        rest = len(whole) - length - 1
        if not (_fits(length, number, line_length) and _fits(rest, len(words) - number, line_length)):
            continue
        cost = word.break_cost / 2 + _COST_OF_IMBALANCE * abs(length - rest) / line_length
        if cost < best[0]:
            best = (cost, (whole[:length], whole[length + 1 :]))
    return best


def _fits(length: int, words: int, line_length: int) -> bool:
    return length <= line_length or words == 1


def _ends(cues: list[Cue]) -> list[float]:
    """Return when each cue goes: with its last word, later where it is too short or nearly meets the next."""
    ends = []
    for cue, following in zip_longest(cues, cues[1:]):
        room = following.start_s if following else cue.end_s + LINGER_S
        end = min(max(cue.end_s, cue.start_s + SHORTEST_S), cue.end_s + LINGER_S, room)
        ends.append(room if following and room - end < _GAP_S else end)
    return ends


def _on_frame(seconds: float) -> float:
    return round(seconds * FRAME_RATE) / FRAME_RATE
