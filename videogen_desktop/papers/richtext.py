"""Titles and names with the little markup that science needs: italic, subscript, superscript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "i", "sub", "sup"]

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBER_LIST = re.compile(r"(?=.*\d)[\d\s,;–—*†‡-]+")
_ORDINAL = re.compile(r"(st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True)
class RichText:
    """A short text, such as a title, as runs of one style each."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text as one string, in which 10<sup>5</sup> stays 10⁵ and never becomes 105."""
        return " ".join("".join(flattened(run.text, run.style) for run in self.runs).split())

    def __bool__(self) -> bool:
        return any(run.text.strip() for run in self.runs)


def plain_text(text: str) -> RichText:
    """Wrap a text that has no markup."""
    return RichText((Run(text),) if text else ())


def flattened(text: str, style: Style) -> str:
    """Return ``text`` of one style as plain text that means the same.

    Digits and signs become Unicode superscripts and subscripts; a list of numbers keeps its commas (¹²,¹³).
    A superscript with no such form gets a caret (``Trp53^fl/fl``), unless it is an ordinal ending (``5th``);
    a subscript of letters stays as it is.
    """
    if style == "sup":
        raised = text.strip().translate(_SUPERSCRIPTS)
        if all(character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ" for character in raised):
            return raised
        if _NUMBER_LIST.fullmatch(text):
            return raised
        lone_sign = len(text) == 1 and not text.isalnum()
        return text if lone_sign or _ORDINAL.match(text) else f"^{text}"
    if style == "sub":
        lowered = text.strip().translate(_SUBSCRIPTS)
        return lowered if all(character in "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎" for character in lowered) else text
    return text
