"""The numbers of a text, however they are set: the check that reading aloud loses and invents none."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from videogen_desktop.pipeline.narration.wordlists import any_of, listed

SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUBSCRIPTS: Final = "₀₁₂₃₄₅₆₇₈₉"
LETTER: Final = rf"[^\W\d_{SUPERSCRIPTS}{SUBSCRIPTS}]"
"""One letter of any alphabet; ``str.isalpha`` without what a regular expression would add to it."""
NUMBER: Final = r"\d+(?:\.\d+)?"
"""A plain number once ``uniform`` has been at it: no grouping, a full stop as decimal point."""

RANGE_DASH: Final = r"\s?–\s?|\s-\s|-|−"
"""What stands between two numbers for "to"; a hyphen after a space only is a minus sign."""

ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:?!'\"]"
    r"|\b(?:doi:?\s*)?10\.\d{4,9}/[^\s<>()\[\]]*[^\s<>()\[\].,;:?!'\"]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""A web address, a DOI or a mail address; its digits are no quantities."""
IDENTIFIER: Final = re.compile(r"(?<![A-Za-z\d])(?:rs|ss)\d+|(?<![A-Za-z\d])[A-Za-z]{1,8}\d{5,}")
"""A registry number such as rs401681 or NCT01234567, which is read digit by digit."""

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_DECADES = listed("tens twenties thirties forties fifties sixties seventies eighties nineties")

_DIGITS = str.maketrans(SUPERSCRIPTS + SUBSCRIPTS + "⁻⁺₋₊", "01234567890123456789−+−+")
_ONE_FORM = str.maketrans(
    {
        "\u00b5": "μ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2015": "—",
        "\u223c": "~",
        "\u2236": ":",
        "\u22c5": "·",
        "\u2a7d": "≤",
        "\u2a7e": "≥",
        "\u2266": "≤",
        "\u2267": "≥",
        "\u2019": "'",
        "\u2018": "'",
        "\u00ba": "°",
        "\u02da": "°",
    }
)
# After one of these words, "337 802" is one number set with a space and not two numbers.
_BEFORE_GROUPED = any_of(
    "of from in on at to and than with by for over about nearly approximately total included including "
    "enrolled recruited analysed analyzed identified among between was were the all only least most"
)
_GROUPED = (
    re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)"),
    re.compile(
        rf"(?:^|(?<=[(\[=<>≤≥~±≈;:])|\b(?:{_BEFORE_GROUPED})\s)"
        r"\s?\d{1,3}(?: \d{3})+(?=[,;.)\]]|\s[(a-z]|$)(?!\.\d)",
        re.IGNORECASE,
    ),
)
_SET_SPACE = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_DECIMAL_DOT = re.compile(r"(?<=\d)·(?=\d)(?!10[⁰-⁹⁻⁺¹²³^])")
_BARE_DECIMAL = re.compile(r"(?<![\d\w.])\.(?=\d)")
_PLAIN_POWER = re.compile(r"((?<=[\d\s/])(?:[kcdmnμ]?m|in|ft))\^?([23])(?![\d.])")
_PLAIN_ION = re.compile(r"\b(Ca|Mg|Zn|Fe|Cu|Mn|Co|Ni|Pb|Cd|Ba|Al)([23])([+-])(?![\w+])")
_CARET_POWER = re.compile(r"(?<=\d)\^\{?([+−-]?)(\d+)\}?|(?<=\b10)\(([−-]?)(\d+)\)")
_NOTATION = re.compile(rf"(?<={LETTER})[⁺⁻]?[{SUPERSCRIPTS}]+[⁺⁻]?|(?<=\))[{SUPERSCRIPTS}]+")
_E_NOTATION = re.compile(rf"(?<![\w.])({NUMBER})[eE]([−+-]?)(\d+)(?![\w.])")
_SIGNED = re.compile(rf"(?:(?<!plus or )\bminus |(?<![\w.%°])−\s?|(?<![\w.%)\]°])-)?{NUMBER}")


def uniform(text: str) -> str:
    """Give characters of one meaning one form, and numbers one way of being written.

    Full-width forms become plain; 12,841 and 337 802 become 12841 and 337802; 0·84 and .84 become 0.84;
    10^5 and 10(5) become 10⁵; m2 becomes m². Superscripts, subscripts and signs keep their meaning.
    """
    text = _SET_SPACE.sub("", text)
    text = "".join(_plain(character) for character in text)
    text = " ".join(text.translate(_ONE_FORM).split())
    for pattern in _GROUPED:
        text = pattern.sub(lambda match: re.sub(r"(?<=\d)[, ](?=\d)", "", match.group()), text)
    text = _DECIMAL_DOT.sub(".", text)
    text = _BARE_DECIMAL.sub("0.", text)
    text = _CARET_POWER.sub(lambda match: raised(match[1] or match[3] or "", match[2] or match[4]), text)
    text = _PLAIN_ION.sub(lambda match: match[1] + raised("", match[2]) + "⁺⁻"[match[3] == "-"], text)
    return _PLAIN_POWER.sub(lambda match: match[1] + raised("", match[2]), text)


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in order, each with its sign and every digit that is written.

    A displayed sentence and its spoken form have the same numbers: ``P<10⁻⁵`` and ``P less than 10 to the
    minus 5`` both give ``("10", "-5")``. Not counted are addresses and what is notation rather than a
    quantity: the powers of units (``kg/m²``) and the charges of ions (``Ca²⁺``).
    """
    text = ADDRESS.sub(" ", uniform(text))
    text = _words_to_digits(text)
    text = IDENTIFIER.sub(lambda match: _digit_by_digit(match.group()), text)
    text = _NOTATION.sub(" ", text)
    text = _E_NOTATION.sub(lambda match: f"{match[1]} 10 {signed(match[2])}{int(match[3])}", text)
    text = re.sub(rf"(?<!\d)({NUMBER})(%?)(?:{RANGE_DASH})(?=[−-]?\d)", r"\1\2 to ", text)
    text = re.sub(
        rf"([{SUPERSCRIPTS}⁻⁺]+|[{SUBSCRIPTS}]+)", lambda match: f" {match[1].translate(_DIGITS)} ", text
    )
    return tuple(re.sub(r"^(minus |−\s?|-)", "-", found) for found in _SIGNED.findall(text))


def raised(sign: str, digits: str) -> str:
    """Return a sign and digits as superscripts."""
    return {"": "", "+": ""}.get(sign, "⁻") + "".join(SUPERSCRIPTS[int(digit)] for digit in digits)


def lowered(raised_or_lowered: str) -> str:
    """Return superscripts or subscripts as plain digits and signs."""
    return raised_or_lowered.translate(_DIGITS)


def signed(sign: str) -> str:
    """Return the spoken sign before a number."""
    return "minus " if sign in {"-", "−"} else ""


def year_in_words(year: int) -> str:
    """Return a year from 1100 to 1999 as it is said: ``nineteen seventy-five``, ``nineteen oh five``."""
    century, rest = divmod(year, 100)
    if not rest:
        return f"{_ONES[century]} hundred"
    return f"{_ONES[century]} {'oh ' if rest < 10 else ''}{small_in_words(rest)}"


def decade_in_words(decade: int) -> str:
    """Return 1990 as ``nineteen nineties`` and 30 as ``thirties``."""
    century, rest = divmod(decade, 100)
    if not century:
        return _DECADES[rest // 10 - 1]
    ending = _DECADES[rest // 10 - 1] if rest else "hundreds"
    return f"two thousand {ending}" if century == 20 and rest else f"{small_in_words(century)} {ending}"


def small_in_words(number: int) -> str:
    """Return 0 to 99 in words."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones]}" if ones else _TENS[tens - 2]


def _plain(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf"}:
        return " " if character in "\t\n\r" else ""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind == "<fraction>":
        return " " + unicodedata.normalize("NFKC", character).replace("\u2044", "/")
    return unicodedata.normalize("NFKC", character) if kind in _COMPATIBLE else character


_COMPATIBLE = {"<wide>", "<narrow>", "<noBreak>", "<compat>", "<font>", "<small>"}
_SAID = {year_in_words(year): str(year) for year in range(1100, 2000)}
_SAID |= {decade_in_words(decade): str(decade) for decade in (*range(10, 100, 10), *range(1100, 2100, 10))}
_SAID_PATTERN = re.compile(
    rf"\b(?:(?:{'|'.join(_ONES[10:])}|twenty) (?:oh [a-z]+|[a-z]+(?:-[a-z]+)?)|two thousand [a-z]+"
    rf"|{'|'.join(_DECADES)})\b"
)


def _words_to_digits(text: str) -> str:
    text = re.sub(r"(?<=\d) squared\b", " 2", text)
    text = re.sub(r"(?<=\d) cubed\b", " 3", text)
    text = re.sub(r"\b(\d+0)'?s\b", r"\1 ", text)
    return _SAID_PATTERN.sub(lambda match: f" {_SAID.get(match.group(), match.group())} ", text)


def _digit_by_digit(identifier: str) -> str:
    return re.sub(r"\d", r" \g<0> ", identifier)
