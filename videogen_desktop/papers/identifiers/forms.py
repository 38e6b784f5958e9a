"""One identifier of a paper, its canonical form, and the rules that its characters must keep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from videogen_desktop.papers.identifiers.characters import has_control, shown

Kind = Literal["pmid", "pmcid", "doi"]

MAX_DIGITS = 8
"""PMIDs and PMCIDs have at most eight digits today."""
MAX_DOI_LENGTH = 300
"""The DOI Handbook sets no limit; the longest in use are well under this."""

DOI_CHARACTER = r"[^\s\"“”«»|{}\\^`]"
"""What a DOI's suffix is made of here: the DOI Handbook allows any printable character, but none of these
is found in registered DOIs, and each of them ends a DOI in quoted, tabular or marked-up text."""
DOI_PREFIX = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}"

HALF_DOI = "It is only the first half of a DOI; one looks like 10.7554/eLife.32671."

_PLAIN_DOI = re.compile(rf"{DOI_PREFIX}/[-._/()a-z0-9]+")
_DOI = re.compile(rf"{DOI_PREFIX}/{DOI_CHARACTER}+")
_ENCODED_SLASH = re.compile(rf"\A({DOI_PREFIX})%2f")
_JOINT = re.compile(
    rf"""[,;|.)\]<](?:
      (?<=[,;|])(?=https?://|doi:|pmc?id|pmc[0-9]|{DOI_PREFIX}/|[0-9]{{5,{MAX_DIGITS}}}(?:[,;|\s]|$))
    | (?<=[.)\]])(?=pmc?id)
    | (?<=\])(?=\()
    | (?<=<)(?=/|!--|[a-z]{{1,10}}[\ >/]|https?:|doi:|10\.)
    )""",
    re.VERBOSE,
)
_UPPER_CASE = re.compile("[A-Z]+")
_PUNCTUATION = ".,;:!?*'‘’…([{<"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


@dataclass(frozen=True, slots=True)
class Identifier:
    """One name of one paper, in canonical form, as ``parse_identifier`` makes it.

    Attributes:
        kind: Which register the name is from.
        value: ``pmid``: digits without leading zeros; ``pmcid``: ``PMC`` and such digits; ``doi``: the DOI
            in lower case, without an address or ``doi:``.
        version: The version of a PMCID (``PMC5832925.1``), when it was given.
    """

    kind: Kind
    value: str
    version: int | None = None

    def __str__(self) -> str:
        if self.kind == "pmid":
            return f"PMID {self.value}"
        if self.kind == "doi":
            return f"doi:{self.value}"
        return self.value if self.version is None else f"{self.value}.{self.version}"


def read_pmid(number: str) -> Identifier | str:
    """Return the PMID that ``number`` is, or a sentence saying why it is none."""
    if number.isdecimal() and number.isascii() and len(number) <= MAX_DIGITS:
        digits = number.lstrip("0")
        return Identifier("pmid", digits) if digits else f"“{number}” is not a PMID: they begin at 1."
    return _why_no_pmid(number)


def read_pmcid(number: str) -> Identifier | str:
    """Return the PMCID of ``number`` (``5832925`` or ``5832925.1``), or a sentence saying why it is none."""
    digits, point, version = number.partition(".")
    if not (digits.isdecimal() and digits.isascii()):
        return f"“{shown('PMC' + number, 40)}” is not a PMCID: that is PMC and a number, as in PMC5832925."
    if len(digits) > MAX_DIGITS:
        return f"“PMC{shown(digits, 40)}” has {len(digits)} digits; a PMCID has at most {MAX_DIGITS}."
    if not digits.strip("0"):
        return f"“PMC{digits}” is not a PMCID: they begin at PMC1."
    if not point:
        return Identifier("pmcid", f"PMC{digits.lstrip('0')}")
    if not (version.isdecimal() and version.isascii() and len(version) <= 3 and version.strip("0")):
        return f"“{shown('PMC' + number, 40)}” has no proper version; it is written as in PMC5832925.1."
    return Identifier("pmcid", f"PMC{digits.lstrip('0')}", int(version))


def read_doi(text: str) -> Identifier | str:
    """Return the DOI that ``text`` is, punctuation after it left off, or a sentence saying why it is none."""
    if len(text) > MAX_DOI_LENGTH:
        return f"“{shown(text, 40)}” is too long to be a DOI."
    value = trimmed_doi(lower_ascii(text))
    if "%" in value:
        value = _ENCODED_SLASH.sub(r"\1/", value)
    if _is_doi(value):
        return Identifier("doi", value)
    return f"“{shown(value, 80)}” is not a DOI; one looks like 10.7554/eLife.32671."


def lower_ascii(text: str) -> str:
    """Return ``text`` with A–Z lowered and no other letter: so the DOI Handbook compares DOIs (2.4)."""
    return text.lower() if text.isascii() else _UPPER_CASE.sub(lambda match: match[0].lower(), text)


def trimmed_doi(text: str) -> str:
    """Return ``text`` without the punctuation at its end, and the brackets there that it did not open."""
    if len(text) > MAX_DOI_LENGTH:
        return text
    trimmed = text.rstrip(_PUNCTUATION)
    while (opening := _BRACKETS.get(trimmed[-1:])) and trimmed.count(trimmed[-1]) > trimmed.count(opening):
        trimmed = trimmed[:-1].rstrip(_PUNCTUATION)
    return trimmed


def joints(lowered: str) -> list[tuple[int, int]]:
    """Where only a comma or markup joins one identifier to the next, in text whose letters are lowered."""
    return [match.span() for match in _JOINT.finditer(lowered)]


def _is_doi(value: str) -> bool:
    if "pm" not in value and _PLAIN_DOI.fullmatch(value):  # nearly all are, and this is quick
        return True
    readable = not has_control(value) and "\ufffd" not in value and "://" not in value
    return readable and _DOI.fullmatch(value) is not None and not joints(value)


def _why_no_pmid(number: str) -> str:
    quoted = f"“{shown(number, 40)}”"
    unsigned = number.lstrip("+-")
    if number.startswith("-"):
        return f"{quoted} is not a PMID: it is negative."
    if re.fullmatch(r"[0-9.]+e[-+]?[0-9]+", unsigned, re.IGNORECASE):
        return f"{quoted} is written with an exponent, which can hide digits; write the PMID in full."
    if re.fullmatch(r"[0-9]{1,3}(?:[,.'’ ][0-9]{3})+", unsigned):
        return f"{quoted} may be one number or several; write each PMID without separators inside it."
    if re.fullmatch(DOI_PREFIX, number):
        return HALF_DOI
    if re.fullmatch(r"[0-9]+\.[0-9.]*", unsigned):
        return f"{quoted} is not a PMID: it is not a whole number."
    if unsigned.isdecimal() and number == unsigned:
        return f"{quoted} has {len(number)} digits; a PMID has at most {MAX_DIGITS}."
    return f"{quoted} is not a PMID: a PMID is digits only."
