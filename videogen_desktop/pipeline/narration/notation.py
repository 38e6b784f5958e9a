"""The notation of science in words: powers, ranges, ions, genotypes, Greek letters, raised and lowered signs.

Each rule takes a sentence that ``numerals.uniform`` has been at, and puts one kind of notation into words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from videogen_desktop.pipeline.narration.numerals import (
    LETTER,
    NUMBER,
    RANGE_DASH,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    lowered,
    signed,
    small_in_words,
)

_GREEK: Final = {
    letter: unicodedata.name(letter).rpartition(" ")[2].lower().replace("lamda", "lambda")
    for letter in "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
} | {"ς": "sigma", "ϵ": "epsilon", "∆": "delta", "∑": "sum of", "√": "square root of"}
_GREEK_LETTER = re.compile(rf"(?<={LETTER})-?([{''.join(_GREEK)}])|([{''.join(_GREEK)}])")
_ION_NAMES: Final = {
    "Ca": "calcium",
    "Mg": "magnesium",
    "Zn": "zinc",
    "Na": "sodium",
    "K": "potassium",
    "Cl": "chloride",
    "Li": "lithium",
    "Cd": "cadmium",
    "Ba": "barium",
    "Al": "aluminum",
    "Fe": "iron",
    "Cu": "copper",
    "Mn": "manganese",
    "Co": "cobalt",
    "H": "H",
}
_OF_SEVERAL_CHARGES = {"Fe", "Cu", "Mn", "Co", "H"}
_POWER = rf"[⁺⁻]?[{SUPERSCRIPTS}]+"

_ION = re.compile(rf"\b({'|'.join(sorted(_ION_NAMES, key=len, reverse=True))})([{SUPERSCRIPTS}]?)([⁺⁻])")
_PLUS_OR_MINUS = re.compile(r"(?:(?<=\d )|(?<=\d)|(?<![\w^]))\+/[−-] ?(?=\d)")
_GENOTYPE = re.compile(r"(?<=[\s(^])([+−-])/([+−-])(?!\s?\d)|(?<=\w)\^?([+−-])/([+−-])(?!\d)")
_POSITIVE = re.compile(r"(?<=[A-Za-z\d])[⁺+](?=$|[\s,;.)\]/-])(?! ?\d)")
_NEGATIVE = re.compile(r"\b(CD\d+\w?|E[RG]|PR|HER2|HIV)[⁻−](?=$|[\s,;.)])")
_E_NOTATION = re.compile(rf"(?<![\w.])({NUMBER})[eE]([−+-]?)(\d+)(?![\w.])")
_TIMES_TEN = re.compile(rf"\s?[×x*·]\s?(?=10(?:{_POWER}|\b))")
_NUMBER_TO_A_POWER = re.compile(rf"\b({NUMBER})({_POWER})(?![⁺⁻])")
_UP_TO_LESS = re.compile(r"(?<=\d)\s?[–-]\s?(?=[<≤]\s?\d)")
_RANGE = re.compile(
    rf"(?<![\w.-])(?P<first>[<>≤≥~±−-]?{NUMBER}(?:%|\s?°C?|\s?[a-zμ]{{1,3}})?)"
    rf"(?:{RANGE_DASH})(?=[−-]?{NUMBER}(?!\d*-\d))"
)
_RANGE_OF_NAMES = re.compile(r"(?<=[A-Za-z]\d)–(?=[A-Z]?\d)")
_MINUS = re.compile(r"(^|[\s(\[=<>≤≥~±≈,;:/])(?:−\s?|-)(?=\d)|(?<=\))−(?=\d)")


def speak_chemistry(text: str) -> str:
    """Say ions, genotypes and markers: ``Ca²⁺``, ``Trp53^fl/fl``, ``−/−``, ``CD4+``."""
    text = _ION.sub(_ion, text)
    text = _PLUS_OR_MINUS.sub("±", text)
    text = _GENOTYPE.sub(_genotype, text)
    text = _POSITIVE.sub(" positive", text)
    text = _NEGATIVE.sub(r"\1 negative", text)
    return re.sub(r"\^(\S+)", lambda match: " " + match[1].replace("/", " "), text)


def speak_powers(text: str) -> str:
    """Say powers of numbers: ``3 × 10⁻⁸`` and ``3e-8`` are ``3 times 10 to the minus 8``."""
    text = _E_NOTATION.sub(
        lambda match: f"{match[1]} times 10 to the {signed(match[2])}{int(match[3])}", text
    )
    text = _TIMES_TEN.sub(" times ", text)
    return _NUMBER_TO_A_POWER.sub(_power, text)


def speak_ranges(text: str) -> str:
    """Say ``10–20`` as ``10 to 20`` and ``−2.46`` as ``minus 2.46``."""
    text = _UP_TO_LESS.sub(" to ", text)
    text = _RANGE.sub(r"\g<first> to ", text)
    text = _RANGE_OF_NAMES.sub(" to ", text)
    return _MINUS.sub(lambda match: f"{match[1] or ' '}minus ", text)


def speak_products(text: str) -> str:
    """Say ``10 × 20`` as ``10 by 20`` and ``40×`` as ``40 times``."""
    text = re.sub(r"[×x] ?g\b", "times g", text)
    text = re.sub(r"(?<=\d)\s?[×x]\s?(?=\d)", " by ", text)
    text = re.sub(r"(?<=\d)\s?×", " times", text)
    return text.replace("×", " by ")


def speak_greek(text: str) -> str:
    """Say Greek letters by their names: ``TNF-α`` is ``TNF alpha``."""
    text = re.sub(r"[χΧ]²", " chi squared ", text)
    return _GREEK_LETTER.sub(
        lambda match: f" {_GREEK[match[1]]} " if match[1] else f"{_GREEK[match[2]]} ", text
    )


def speak_raised_and_lowered(text: str) -> str:
    """Say what is left of superscripts and subscripts, ``r²``, ``CO₂``, ``¹³C``; drop footnote marks."""
    text = re.sub(rf"(?<=[a-z]{{4}})[{SUPERSCRIPTS}]+(?=[\s,.;)]|$)", "", text)
    text = re.sub(
        rf"(?<={LETTER})⁻([{SUPERSCRIPTS}]+)", lambda match: f" to the minus {_few(match[1])}", text
    )
    for sign, said in (("²", " squared"), ("³", " cubed")):
        text = re.sub(rf"(?:(?<={LETTER})|(?<=\))){sign}(?![{SUPERSCRIPTS}⁺⁻])", said, text)
    text = re.sub(rf"(?<={LETTER})([{SUPERSCRIPTS}]+)", lambda match: f" {_few(match[1])}", text)
    text = re.sub(r"[⁺₊]", " plus", text)
    text = re.sub(r"[⁻₋]", " minus", text)
    text = re.sub(rf"[{SUPERSCRIPTS}]+|[{SUBSCRIPTS}]+", lambda match: f" {lowered(match.group())} ", text)
    return text.replace("ⁿ", " to the n")


def _ion(match: re.Match[str]) -> str:
    symbol, charge, sign = match.groups()
    if symbol not in _OF_SEVERAL_CHARGES:
        return _ION_NAMES[symbol]
    number = f" {small_in_words(int(lowered(charge)))}" if charge else ""
    return f"{_ION_NAMES[symbol]}{number} {'plus' if sign == '⁺' else 'minus'}"


def _genotype(match: re.Match[str]) -> str:
    return "".join(" plus" if sign == "+" else " minus" for sign in match.groups() if sign)


def _power(match: re.Match[str]) -> str:
    base, exponent = match[1], lowered(match[2])
    if exponent in {"2", "3"} and base != "10":
        return f"{base} {'squared' if exponent == '2' else 'cubed'}"
    return f"{base} to the {signed(exponent[0])}{exponent.lstrip('−+')}"


def _few(digits: str) -> str:
    return " ".join(small_in_words(int(lowered(digit))) for digit in digits)
