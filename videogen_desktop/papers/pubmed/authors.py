"""The authors of a PubMed record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.markup import plain_text_of
from videogen_desktop.papers.model import Author

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", re.IGNORECASE)


def read_authors(holder: Element) -> tuple[Author, ...]:
    """Return the authors in order; without names that PubMed has since corrected and a book's editors."""
    listed = [
        element
        for group in holder.findall("AuthorList")
        if group.get("Type", "authors") == "authors"
        for element in group.findall("Author")
        if element.get("ValidYN", "Y") == "Y"
    ]
    authors = [_author(element) for element in listed]
    only_one = plain_text_of(holder.find("Affiliation")).rstrip(".")  # until 2013, that of the first author
    if authors and only_one and not authors[0].affiliations:
        first = authors[0]
        authors[0] = Author(first.surname, first.given, first.collective, first.orcid, (only_one,))
    return tuple(authors)


def affiliations_of(authors: tuple[Author, ...]) -> tuple[str, ...]:
    """Return every address of the authors, each once, in order."""
    return tuple(dict.fromkeys(place for author in authors for place in author.affiliations))


def _author(element: Element) -> Author:
    surname, given, suffix, collective = (
        plain_text_of(element.find(part)) for part in ("LastName", "ForeName", "Suffix", "CollectiveName")
    )
    places = (plain_text_of(place).rstrip(".") for place in element.findall("AffiliationInfo/Affiliation"))
    return Author(
        surname=f"{surname} {suffix}".strip(),
        given=given or plain_text_of(element.find("Initials")),
        collective=collective,
        orcid=_orcid(element),
        affiliations=tuple(dict.fromkeys(filter(None, places))),
    )


def _orcid(element: Element) -> str | None:
    for identifier in element.findall("Identifier"):
        match = _ORCID.search(identifier.text or "")
        if match and identifier.get("Source", "").upper() == "ORCID":
            return "-".join(match.groups()).upper()
    return None
