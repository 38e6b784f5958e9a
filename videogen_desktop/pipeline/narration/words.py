"""A sentence of a biomedical paper as it is read aloud in English, without changing any of its numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from videogen_desktop.pipeline.narration.acronyms import spell_acronyms
from videogen_desktop.pipeline.narration.notation import (
    speak_chemistry,
    speak_greek,
    speak_powers,
    speak_products,
    speak_raised_and_lowered,
    speak_ranges,
)
from videogen_desktop.pipeline.narration.numbering import (
    speak_identifiers,
    speak_roman_numerals,
    speak_years,
)
from videogen_desktop.pipeline.narration.numerals import ADDRESS, numbers_in, uniform
from videogen_desktop.pipeline.narration.units import speak_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.pipeline.narration.lexicon import Lexicon

_SIGNS: Final = {
    "=": " equals ",
    "≠": " is not equal to ",
    "<": " less than ",
    ">": " greater than ",
    "≪": " much less than ",
    "≫": " much greater than ",
    "≤": " at most ",
    "≥": " at least ",
    "≈": " about ",
    "≅": " about ",
    "≃": " about ",
    "~": " about ",
    "∝": " is proportional to ",
    "±": " plus or minus ",
    "∓": " minus or plus ",
    "+": " plus ",
    "%": " percent",
    "‰": " per mille",
    "&": " and ",
    "°": " degrees",
    "″": " double prime",
    "′": " prime",
    "∞": " infinity",
    "→": " to ",
    "÷": " divided by ",
    "—": ", ",
    "…": ", ",
    "|": ", ",
}
_CURRENCIES: Final = {"$": "dollars", "£": "pounds", "€": "euros"}
_ABBREVIATIONS: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\bet\.? al\b\.?", "and colleagues"),
        (r"\b[Ii]\.\s?e\.,?|\bie(?=[,\s])", "that is,"),
        (r"\b[Ee]\.\s?g\.,?|\beg(?=[,\s])", "for example,"),
        (r"\b(at|of|to|than) ?≥", r"\1 greater than or equal to "),
        (r"\b(at|of|to|than) ?≤", r"\1 less than or equal to "),
        (r"\b[Ff]igs?\.? ?(?=S?\d)", "Figure "),
        (r"\b[Ee]qs?\.? (?=\(?\d)", "Equation "),
        (r"\b[Rr]efs?\. (?=\[?\d)", "Reference "),
        (r"\b[Tt]ab\. (?=S?\d)", "Table "),
        (r"\b[Nn]os?\. ?(?=\d)", "number "),
        (r"#\s?(?=\d)", "number "),
        (r"\b[Vv]ol\. ?(?=\d)", "volume "),
        (r"\bca?\. ?(?=\d)", "about "),
        (r"(?<=\d%)\s?C\.?I\.?\b", " confidence interval"),
        (r"(?<=\d percent )C\.?I\.?\b", "confidence interval"),
        (r"\bHR(?=(?: of|,|:|;)? ?[=:]? ?1?\d\.\d+(?!\d|\s?(?:bpm|beats|Hz)))", "hazard ratio"),
        (r"\bOR(?=(?: of|,|:|;)? ?(?:[=:] ?\d|\d+\.\d))", "odds ratio"),
        (r"\b[Pp][\s_-]?trend\b", "P for trend"),
        (r"\b[Pp][\s_-]?interaction\b", "P for interaction"),
        (r"\b[Pp][\s_-]?value", "P value"),
        (r"\b([A-Z])\. ?(?=[A-Z]\.)", r"\1"),
        (r"\b([A-Z])\.(?=\s?[a-zA-Z])", r"\1 "),
        (r"\(s\)", "s"),
        (r"(?<=[A-Za-z])\((\d{1,3})\)(?=[A-Z])|(?<![\w)])\((\d{1,3})\)(?=[A-Z][a-z]?\b)", r" \1\2 "),
        (r"(?<=\b[ACGTU])>(?=[ACGTU]\b)", " to "),
        (r"(?<=\d)'(?=-|[A-Z]| (?:end|UTR|region|flank|untranslated))", "′"),
    )
)


def spoken_form(text: str, lexicon: Lexicon) -> str:
    """Return a sentence as the words that a voice is to say.

    Symbols, units, abbreviations and letters that a voice would misread become words; plain words and
    digits stay. The numbers stay the paper's own: a rule that would change one is passed over.

    Args:
        text: One displayed sentence of the script.
        lexicon: The words that need help.
    """
    numbers = numbers_in(text)
    spoken = uniform(text)
    for rule in _rules(lexicon):
        candidate = rule(spoken)
        if candidate != spoken and numbers_in(candidate) == numbers:
            spoken = candidate
    return spoken


def _rules(lexicon: Lexicon) -> tuple[Callable[[str], str], ...]:
    return (
        _speak_addresses,
        speak_identifiers,
        _speak_abbreviations,
        lexicon.say,
        speak_chemistry,
        speak_powers,
        speak_ranges,
        speak_products,
        speak_units,
        speak_roman_numerals,
        speak_greek,
        speak_raised_and_lowered,
        lambda text: text if text.isupper() else spell_acronyms(text, lexicon.words),
        speak_years,
        _speak_ratios_and_slashes,
        _speak_signs,
        _speak_punctuation,
        _tidied,
    )


def _speak_addresses(text: str) -> str:
    def said(match: re.Match[str]) -> str:
        address = match.group()
        host = re.match(r"(?:https?://)?(?:www\.)?([\w.-]+)", address)
        if "@" in address or "10." in address or not host:
            return "the address on screen" if "@" in address else "the D-O-I on screen"
        named = not re.search(r"\d", host[1])
        return host[1].rstrip(".").replace(".", " dot ") if named else "the address on screen"

    text = re.sub(r"\bdoi:?\s*(?=10\.\d)", "", text, flags=re.IGNORECASE)
    return re.sub(r"\bthe the\b", "the", ADDRESS.sub(said, text))


def _speak_abbreviations(text: str) -> str:
    for pattern, said in _ABBREVIATIONS:
        text = pattern.sub(said, text)
    return text


def _speak_ratios_and_slashes(text: str) -> str:
    text = re.sub(r"(?<=\d):(?=\d)", " to ", text)
    text = re.sub(r"\band/or\b", "and or", text)
    text = re.sub(r"\b([Hh]e|[Hh]is|[Hh]im)/(s?he|hers?|her)\b", r"\1 or \2", text)
    text = re.sub(r"(?<=\blayer )(\d)/(?=\d)|(?<=\blayers )(\d)/(?=\d)", r"\1\2, ", text)
    text = re.sub(r"(?<![A-Za-z\d])(\d+)/(?=\d+(?![\w/]))", r"\1 over ", text)
    text = re.sub(r"(?<=\d)\s?/\s?|\s?/\s?(?=\d)", " ", text)
    return re.sub(r"\s?/+\s?", ", ", text)


def _speak_signs(text: str) -> str:
    text = re.sub(
        r"([$£€])\s?(\d[\d.]*)(?: (million|billion|thousand))?",
        lambda match: f"{match[2]} {match[3] + ' ' if match[3] else ''}{_CURRENCIES[match[1]]}",
        text,
    )
    return "".join(_SIGNS.get(character, character) for character in text)


def _speak_punctuation(text: str) -> str:
    text = re.sub(r"(?<=[)\]}])-|-(?=[(\[{])", " ", text)
    text = re.sub(r"[()\[\]{}〈〉⟨⟩]+", ", ", text)
    text = re.sub(r"(?<=[a-z])–((?:[\w']+[ ,]+){2,}[\w']+)–(?=[a-z])", r", \1, ", text)
    text = re.sub(
        r"(?<=[A-Za-z])–(?=(?:an?|the|and|but|or|which|who|that|in|at|for|with|as|such|this|these|there)\b)",
        ", ",
        text,
    )
    text = re.sub(r"(?<=[A-Za-z])–(?=[A-Za-z])", "-", text)
    text = re.sub(r"\s[–−-]\s|–|−", ", ", text)
    text = re.sub(r"(?<=\d),(?=\d)", ", ", text)
    text = re.sub(r"(?<=[A-Za-z])-(?=\d)|(?<=\d)-(?=\d)", " ", text)
    text = re.sub(r"[“”„«»\"`]", "", text)
    text = re.sub(r"(?<=[A-Za-z])\.(?=\s+[a-z])", "", text)
    text = re.sub(r"(?:^|(?<=\s))\.(?=[A-Z])", "dot ", text)
    text = re.sub(r"\.{2,}", ", ", text)
    return "".join(character if _sayable(character) else " " for character in text)


def _sayable(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in " ,.;:?!'-"
    return unicodedata.name(character, "").startswith("LATIN")


def _tidied(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?: ?[,;:.?!]){2,}", lambda match: _strongest(match.group()), text)
    text = re.sub(r" (?=[,.;:?!])", "", text)
    text = re.sub(r"(?<=[,;:])(?=[^\s\d])|(?<=[A-Za-z][,;:])(?=\d)", " ", text)
    text = re.sub(r"(?<![A-Za-z\d-])-+|-(?![A-Za-z\d])", "", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:-'")
    if not any(character.isalnum() for character in text):
        return ""
    return text if text[-1] in ".?!" else f"{text}."


def _strongest(marks: str) -> str:
    """Return the one mark to keep of several in a row; a full stop counts only where it is the last."""
    for wanted in "?!":
        if wanted in marks:
            return wanted
    if marks.endswith("."):
        return "."
    return next((wanted for wanted in ";:" if wanted in marks), ",")
