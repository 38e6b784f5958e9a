"""Where a sentence may be broken over lines and captions, and how good each place is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from videogen_desktop.pipeline.narration.units import UNITS
from videogen_desktop.pipeline.narration.wordlists import listed

FORBIDDEN: Final = 1000.0
"""The cost of a break that tears one thing apart: a number and its unit, ``Fig. 3``, ``P < 0.001``."""

_NUMBER = re.compile(r"[(\[<>≤≥~≈±−-]*\d[\d.,:/–−-]*[%°]?[)\],;]*$")
_OPERATOR = re.compile(r"[=<>≤≥≈~±×+−–-]+$")
_LABEL = re.compile(
    r"[(\[]?(?:figs?\.?|figures?|tables?|eqs?\.?|refs?\.|no\.|vol\.|ca?\.|type|phase|stage|grade|class|day|week|month|year|"
    r"step|part|group|layer|box|sections?|et)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[(\[]?(?:S?\d|[IVX]+[abc]?\b|al\b)")
_TITLE = re.compile(r"[(\[]?(?:[A-Z]|Dr|Prof|Mr|Mrs|Ms|vs)\.$")
_AFTER_STOP = re.compile(r"[.;:?!][)\]”\"']*$|—$")
_AFTER_PAUSE = re.compile(r",[)\]”\"']*$|[)\]]$|[”\"]$")
_BEFORE_CLAUSE = listed(
    "and but or nor so yet because although though while whereas if unless until when where which who that "
    "than whether after before since"
)
_BEFORE_PHRASE = listed(
    "of in on at by for from with without to into onto over under between among during through about "
    "against via using as per is are was were has have had can may might could should would will did do "
    "does"
)
_NEVER_LAST = listed(
    "a an the of in on at by for from with to and or but not no very more most less than that which its "
    "their our his her this these those is are was were be been as into per each every both"
)


@dataclass(frozen=True)
class Word:
    """One word of a sentence, and what it costs to break after it."""

    text: str
    weight: float
    """How long it takes to say, in letters."""
    break_cost: float
    """0 after a full stop, 1000 within one thing."""


def words_of(text: str) -> tuple[Word, ...]:
    """Split a displayed sentence at its spaces."""
    words = text.split()
    following = [*words[1:], ""][: len(words)]
    return tuple(
        Word(word, spoken_weight(word), _break_cost(word, after))
        for word, after in zip(words, following, strict=True)
    )


def spoken_weight(word: str) -> float:
    """Estimate how long a word takes to say, in letters: digits and symbols are words of their own."""
    weight = 0.0
    for character in word:
        if character.isdigit():
            weight += 4.5
        elif character.isalpha():
            weight += 2.2 if character.isupper() and len(word) > 1 and not word.istitle() else 1.0
        else:
            weight += {
                ",": 3.0,
                ".": 2.0,
                ";": 4.0,
                ":": 4.0,
                "(": 2.0,
                ")": 2.0,
                "-": 0.5,
                "'": 0.0,
                "’": 0.0,
            }.get(character, 6.0)
    return weight + 1.0


def _break_cost(word: str, following: str) -> float:
    if not following:
        return 0.0
    if _is_one_thing(word, following):
        return FORBIDDEN
    if _AFTER_STOP.search(word):
        return 0.5
    if _AFTER_PAUSE.search(word) or following.startswith(("(", "[", "—")):
        return 1.5
    plain, after = word.lower().strip("(["), following.lower()
    if plain in _NEVER_LAST:
        return 14.0
    if after in _BEFORE_CLAUSE:
        return 3.0
    if after in _BEFORE_PHRASE:
        return 5.0
    return 12.0 if _NUMBER.match(word) else 8.0


def _is_one_thing(word: str, following: str) -> bool:
    if _OPERATOR.match(following) or _OPERATOR.match(word):
        return True
    if _TITLE.match(word) or (_LABEL.match(word) and _LABELLED.match(following)):
        return True
    if not _NUMBER.match(word) or word.endswith((",", ";", ")", "]")):
        return False
    unit = re.split(r"[/·⁻²³,;.)\]]", following, maxsplit=1)[0]
    return (
        unit in UNITS
        or following.startswith(("%", "°"))
        or bool(re.match(r"\d{3}(?:\D|$)|million|billion|CI\b", following))
    )
