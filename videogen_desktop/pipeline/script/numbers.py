"""The numbers that a text states, so that two texts can be compared by them."""

from __future__ import annotations

import re

_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁻−", "01234567890123456789--")
_RAISED = re.compile(r"⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_GROUPING = re.compile(r"(?<=\d)[,\u2009\u202f\u00a0 ](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"(?:(?<![\w.)\]^])-)?\d+(?:\.\d+)*(?:\^-?\d+)?")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|"
    r"half|third|quarter|twice|double|doubled|triple|tripled|twofold|threefold)\b",
    re.IGNORECASE,
)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers that a text states, in digits and in words, without thousands marks; 10⁵ is ``10^5``."""
    powers = _RAISED.sub(lambda raised: f"^{raised.group()}", text)
    plain = _GROUPING.sub("", powers.translate(_PLAIN_DIGITS))
    digits = {match.group() for match in _NUMBER.finditer(plain)}
    return frozenset(digits | {match.group().lower() for match in _NUMBER_WORD.finditer(text)})
