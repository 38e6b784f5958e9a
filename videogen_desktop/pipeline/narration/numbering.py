"""Numbers that count in another way: Roman numerals, years, decades and registry numbers."""

from __future__ import annotations

import re
from typing import Final

from videogen_desktop.pipeline.narration.numerals import IDENTIFIER, decade_in_words, year_in_words
from videogen_desktop.pipeline.narration.wordlists import any_of, listed

_ROMAN: Final = dict(
    zip(
        listed("I II III IV V VI VII VIII IX X XI XII XIII XIV XV"),
        listed(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        ),
        strict=True,
    )
)
_ANY = any_of(" ".join(_ROMAN))
# A lone I, V or X may be a letter or a pronoun, IV an intravenous line.
_CERTAIN = any_of("II III VI VII VIII IX XI XII XIII XIV XV")
_KIND = any_of(
    "type types phase phases stage stages grade grades class classes group groups category factor factors "
    "collagen complex angiotensin polymerase topoisomerase layer layers lamina nerve nerves bipolar "
    "appendix"
)
_BETWEEN = r"(?:\s?[/,–-]\s?|,?\s(?:and|or|to|versus|through)\s)"
_NUMBERED = re.compile(
    rf"\b(?P<kind>(?i:{_KIND}))[\s-](?P<list>(?:{_ANY})[abcABC]?(?:{_BETWEEN}(?:{_ANY})[abcABC]?)*)\b"
)
_ONE_NUMERAL = re.compile(rf"\b({_ANY})([abcABC]?)\b")
_AFTER_NAME = re.compile(rf"(?<=[A-Za-z])-({_CERTAIN})\b")
_ALONE = re.compile(rf"(?<![\w-])({_CERTAIN})(?![\w-])")

_MONTHS = "January February March April May June July August September October November December"
_BEFORE_YEAR = any_of(
    f"in since from between until till by during before after of to and through year {_MONTHS}"
)
_COUNTED = any_of(
    "women men patients participants people cases children subjects adults individuals samples genes mice "
    "cells controls years days units g mg kg ml m percent"
)
_YEAR = re.compile(
    rf"\b(?P<before>(?i:{_BEFORE_YEAR}),?\s)(?P<year>1[1-9]\d\d)(?![\d.,]*\d|-|\s(?:[a-z]*(?:{_COUNTED}))\b)"
)
_FIRST_YEAR = re.compile(r"\b1[1-9]\d\d(?= to (?:1[1-9]|20)\d\d\b)")
_DECADE = re.compile(
    r"\b(?:(1[1-9]\d0|20[0-9]0)|(?<=the )([2-9]0)|(?<=their )([2-9]0)|(?<=mid-)([2-9]0))'?s\b"
)


def speak_roman_numerals(text: str) -> str:
    """Say ``phase III`` as ``phase three`` and ``BDI-II`` as ``BDI two``."""
    text = _NUMBERED.sub(lambda match: f"{match['kind']} {_spoken_list(match['list'])}", text)
    text = _AFTER_NAME.sub(lambda match: f" {_ROMAN[match[1]]}", text)
    return _ALONE.sub(lambda match: _ROMAN[match[1]], text)


def speak_years(text: str) -> str:
    """Say ``in 1975`` as ``in nineteen seventy-five``, which a voice would read as a quantity."""
    text = _DECADE.sub(lambda match: decade_in_words(int(next(filter(None, match.groups())))), text)
    text = _FIRST_YEAR.sub(lambda match: year_in_words(int(match.group())), text)
    previous = ""
    while previous != text:  # each year lets the next of "in 1975 and 1981" be seen
        previous = text
        text = _YEAR.sub(lambda match: match["before"] + year_in_words(int(match["year"])), text)
    return text


def speak_identifiers(text: str) -> str:
    """Say registry numbers digit by digit: ``rs401681`` is ``rs 4 0 1 6 8 1``."""
    return IDENTIFIER.sub(lambda match: re.sub(r"\d", r" \g<0>", match.group()), text)


def _spoken_list(numerals: str) -> str:
    said = _ONE_NUMERAL.sub(
        lambda match: _ROMAN[match[1]] + (f" {match[2].upper()}" if match[2] else ""), numerals
    )
    return re.sub(r"\s?[–-]\s?", " to ", said).replace("/", ", ")
