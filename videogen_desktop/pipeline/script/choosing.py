"""Which of many sentences are told: the most telling ones that fit the time, in the paper's own order."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.retelling import leans_back, speaks_as_one, word_count
from videogen_desktop.pipeline.script.rhetoric import Role, cue_strength, limit_strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.papers.model import Paper
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMFORTABLE_WORDS = 32


class Relevance:
    """How much a sentence is about what its paper is about, by the words of title and abstract."""

    def __init__(self, paper: Paper) -> None:
        self._weights: Counter[str] = Counter()
        for word in _words(paper.title.plain):
            self._weights[word] += 3
        for passage in paper.passages():
            if passage.locator.startswith("abstract/"):
                self._weights.update(_words(passage.paragraph.text))

    def of(self, text: str) -> float:
        """Mean weight of the sentence's words, damped so that long sentences gain nothing; about 0 to 3."""
        words = set(_words(text))
        if not words:
            return 0.0
        return sum(math.log1p(self._weights[word]) for word in words) / math.sqrt(len(words) * 8)


def choose(
    sentences: Sequence[QuotedSentence], role: Role, words: int, relevance: Relevance
) -> list[QuotedSentence]:
    """Choose sentences of one role worth about ``words`` words, in their order in the paper.

    A sentence that leans on the one before it ("This effect …") is taken with it or not at all. At least
    one sentence is chosen when there is one.
    """
    if sum(word_count(sentence.quote) for sentence in sentences) <= words:
        return list(sentences)
    ranked = sorted(range(len(sentences)), key=lambda number: -_worth(sentences[number], role, relevance))
    chosen: set[int] = set()
    left = words
    for number in ranked:
        group = _with_antecedents(sentences, number) - chosen
        cost = sum(word_count(sentences[member].quote) for member in group)
        if group and (cost <= left or not chosen):
            chosen |= group
            left -= cost
    return [sentences[number] for number in sorted(chosen)]


def _with_antecedents(sentences: Sequence[QuotedSentence], number: int) -> set[int]:
    group = {number}
    while number and leans_back(sentences[number].quote) and len(group) < 3:
        number -= 1
        group.add(number)
    return group


def _worth(sentence: QuotedSentence, role: Role, relevance: Relevance) -> float:
    text = sentence.quote
    too_long = max(0, word_count(text) - _COMFORTABLE_WORDS) / 12
    strength = (
        limit_strength(text, sentence.passage.section) if role == "limits" else cue_strength(text, role)
    )
    opening = 1.0 if role == "why" and sentence.number == 1 else 0.0
    return strength + relevance.of(text) + opening - too_long - (2.0 if speaks_as_one(text) else 0.0)


def _words(text: str) -> list[str]:
    return [word.lower().rstrip("s") for word in _WORD.findall(text)]
