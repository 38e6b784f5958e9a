"""What a paper or a figure may be used for, read from the words and addresses that state it.

The terms are those of https://creativecommons.org/licenses/. Whatever is not plainly one of them is unknown,
and an unknown licence allows nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.papers.model import Licence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.papers.model import Figure, Paper, PartialDate

_ORDER = ("BY", "NC", "ND", "SA")
_ADDRESS = re.compile(
    r"creativecommons\.org/licen[cs]es/(?P<terms>(?:by|nc|nd|sa)(?:-(?:by|nc|nd|sa))*)"
    r"(?:/(?P<version>\d\.\d))?(?:/(?P<place>igo|[a-z]{2})\b(?!-))?",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"\bCC[\s_-]*(?P<terms>BY(?:[\s_-]*(?:NC|ND|SA))*)\b(?:[\s_-]*v?\.?\s*(?P<version>\d\.\d))?",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"\bcc(?P<terms>by(?:nc|nd|sa)*)(?:licen[cs]e)?\b", re.IGNORECASE)
_NAME = re.compile(
    r"Creative\s*Commons[\s,:–—(-]*(?:CC\s*[\s-]*BY[\w\s-]*[):\s-]*)?(?P<name>Attribution\b[^.;()]{0,120}?)"
    r"(?:Public\s+)?(?:Licen[cs]e|Licens|Unported|International|Generic|IGO|\d\.\d|[.;()]|,?\s+which|$)",
    re.IGNORECASE,
)
_VERSION_AFTER = re.compile(
    r"[\s,(]*(?:Public\s+)?(?:Licen[cs]e\s*)?[\s,(]*(?:version\s*|v\.?\s*)?(\d\.\d)\b", re.IGNORECASE
)
_IN_NAME = {
    "NC": re.compile(r"non[\s‐‑–-]*commercial", re.IGNORECASE),
    "ND": re.compile(r"no[\s‐‑–-]*deriv", re.IGNORECASE),
    "SA": re.compile(r"share[\s‐‑–-]*alike", re.IGNORECASE),
}
_NOT_FOR_TRADE = re.compile(r"\bnon[\s‐‑–-]*commercial", re.IGNORECASE)
_ALSO_FOR_TRADE = re.compile(
    r"(?<!non)(?<!non[\s‐‑–-])commercial\s*(?:,|and|or|/|as well as)[\s\w]{0,12}non[\s‐‑–-]*commercial"
    r"|non[\s‐‑–-]*commercial\s*(?:and|or|/|as well as)\s*(?:for\s+)?commercial",
    re.IGNORECASE,
)
_ZERO = re.compile(r"creativecommons\.org/publicdomain/zero|\bCC[\s_-]?0\b|\bCC\s+Zero\b", re.IGNORECASE)
_PUBLIC_DOMAIN = re.compile(
    r"creativecommons\.org/(?:publicdomain/mark|licenses/publicdomain)|(?<!not in the )\bpublic[\s-]+domain\b"
    r"|\bU\.?\s?S\.?\s+Government\s+work|work\s+of\s+the\s+(?:U\.?\s?S\.?|United\s+States)\s+Government",
    re.IGNORECASE,
)
_FOR_DATA_ALONE = re.compile(r"\bappl(?:y|ies) to the data\b", re.IGNORECASE)
_ELIFE = "10.7554"
"""eLife publishes its articles under CC BY (https://elifesciences.org/terms)."""
_ELIFE_VERSION_4 = 2016
"""From this year on all are under version 4.0; before, some are under 3.0."""
_READ = 8000
"""Characters looked at; no statement is longer, and what an attacker adds is not searched."""


@dataclass(frozen=True)
class _Terms:
    """What one word, name or address says."""

    parts: frozenset[str]
    version: str = ""
    place: str = ""


def read_licence(statement: str, url: str, code: str = "") -> Licence:
    """Recognise the licence that a paper states.

    Where the sources differ, every restriction that any of them names holds. A waiver for the data alone
    (BioMed Central's CC0 beside CC BY) does not widen the licence of the article.

    Args:
        statement: The paper's own sentence, such as the text of ``license-p``.
        url: The address it gives, such as ``license/@xlink:href``.
        code: The word of a repository or of ``license-type``, such as PMC's ``CC BY-NC``.
    """
    statement = " ".join(statement.split())
    given = f"{url} {code}"
    said = f"{given} {statement}"[:_READ]
    found = list(_all_terms(said))
    if found:
        return _creative_commons(_united(found, statement), statement)
    dedicated = given if _FOR_DATA_ALONE.search(statement) else said
    if _ZERO.search(dedicated):
        return Licence("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", statement)
    if _PUBLIC_DOMAIN.search(dedicated):
        return Licence("public-domain", "public domain", url if url.startswith("http") else "", statement)
    return Licence(url=url, statement=statement)


def publisher_terms(doi: str | None, published: PartialDate | None) -> Licence | None:
    """Return the terms of a publisher that publishes everything under the same ones, None for any other.

    Use it for a file that has lost its licence, and say so.
    """
    if not doi or not doi.startswith(f"{_ELIFE}/"):
        return None
    is_version_4 = published is not None and published.year >= _ELIFE_VERSION_4
    return read_licence("", "", "CC BY 4.0" if is_version_4 else "CC BY")


def terms_of(figure: Figure, paper: Paper) -> Licence:
    """Return the terms of a figure: its own, those of its paper, or unknown when it is someone else's."""
    if figure.licence:
        return figure.licence
    if figure.permission:
        return Licence(statement=figure.permission)
    return paper.licence


def _all_terms(text: str) -> Iterator[_Terms]:
    for pattern in (_ADDRESS, _ABBREVIATION, _RUN_TOGETHER):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            parts = frozenset(re.findall("BY|NC|ND|SA", match["terms"].upper()))
            yield _Terms(parts, groups.get("version") or "", (groups.get("place") or "").upper())
    for match in _NAME.finditer(text):
        named = {part for part, pattern in _IN_NAME.items() if pattern.search(match["name"])}
        version = re.search(r"\d\.\d", match.group()) or _VERSION_AFTER.match(text, match.end())
        yield _Terms(frozenset({"BY", *named}), version.group(version.lastindex or 0) if version else "")


def _united(found: list[_Terms], statement: str) -> _Terms:
    """Take every restriction named; the version only when all that name one agree on the terms."""
    parts = frozenset().union(*(terms.parts for terms in found))
    if _NOT_FOR_TRADE.search(statement) and not _ALSO_FOR_TRADE.search(statement):
        parts |= {"NC"}
    exact = [terms for terms in found if terms.parts == parts and terms.version]
    versions = {terms.version for terms in exact}
    if len(versions) != 1:
        return _Terms(parts)
    places = {terms.place for terms in exact if terms.place}
    return _Terms(parts, versions.pop(), places.pop() if len(places) == 1 else "")


def _creative_commons(terms: _Terms, statement: str) -> Licence:
    parts = [part for part in _ORDER if part in terms.parts]
    words = "-".join(parts)
    code = "-".join(filter(None, ("CC", words, terms.version, terms.place)))
    name = " ".join(filter(None, ("CC", words, terms.version, terms.place)))
    path = "/".join(filter(None, (words.lower(), terms.version, terms.place.lower())))
    url = f"https://creativecommons.org/licenses/{path}/" if terms.version else ""
    return Licence(code, name, url, statement)
