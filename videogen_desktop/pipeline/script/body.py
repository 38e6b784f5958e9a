"""What a long film tells besides: sentences of the body that stand by themselves and say something more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.choosing import choose
from videogen_desktop.pipeline.script.material import passages_for
from videogen_desktop.pipeline.script.retelling import stands_alone, word_count
from videogen_desktop.pipeline.script.rhetoric import ORDER, Role, cue_strength, limit_strength
from videogen_desktop.pipeline.script.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from videogen_desktop.papers.model import Paper
    from videogen_desktop.pipeline.script.choosing import Relevance
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_WORD = re.compile(r"[^\W_]{3,}")
_LEAST_STRENGTH = 2.0
_LEAST_RELEVANCE = 0.5
_MOST_SHARED = 0.5


def with_body(
    chosen: Mapping[Role, Sequence[QuotedSentence]],
    words: Mapping[Role, int],
    paper: Paper,
    relevance: Relevance,
) -> dict[Role, list[QuotedSentence]]:
    """Fill what is left of each role's words from the body, after what the abstract gave."""
    full = {role: list(sentences) for role, sentences in chosen.items()}
    for role in ORDER:
        left = words[role] - sum(word_count(sentence.quote) for sentence in full[role])
        told = [sentence for sentences in full.values() for sentence in sentences]
        fitting = [
            sentence
            for sentence in _fresh(role, paper, relevance, told)
            if word_count(sentence.quote) <= left
        ]
        full[role] += choose(fitting, role, left, relevance)
    return full


def _fresh(
    role: Role, paper: Paper, relevance: Relevance, told: Iterable[QuotedSentence]
) -> list[QuotedSentence]:
    """Sentences of the body for a role that repeat neither what is told already nor one another."""
    heard = [_words(sentence) for sentence in told]
    wanted = (
        sentence for sentence in sentences_of(passages_for(role, paper)) if _tells(sentence, role, relevance)
    )
    fresh: list[QuotedSentence] = []
    for sentence in wanted:
        words = _words(sentence)
        if not any(_repeats(words, others) for others in heard):
            heard.append(words)
            fresh.append(sentence)
    return fresh


def _tells(sentence: QuotedSentence, role: Role, relevance: Relevance) -> bool:
    """Whether a sentence tells its role by itself.

    Limits have their own place, and of the many details of methods only those of what the paper is about
    are told.
    """
    return (
        cue_strength(sentence.quote, role) >= _LEAST_STRENGTH
        and (role != "did" or relevance.of(sentence.quote) >= _LEAST_RELEVANCE)
        and limit_strength(sentence.quote, sentence.passage.section) < _LEAST_STRENGTH
        and stands_alone(sentence)
    )


def _words(sentence: QuotedSentence) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(sentence.quote))


def _repeats(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) > _MOST_SHARED * min(len(words), len(others))
