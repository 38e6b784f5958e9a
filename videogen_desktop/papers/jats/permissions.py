"""The ``permissions`` of an article or a figure, and the sentences that say a figure is someone else's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.elements import text_at
from videogen_desktop.papers.licence import read_licence
from videogen_desktop.papers.markup import plain_text_of
from videogen_desktop.papers.model import Licence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+(?=[A-Z(©]|[a-z]\s+[A-Z])")
_SOMEONE_ELSES = re.compile(
    r"\b(?:re-?printed|reproduced|republished|reused)\b[^.]{0,60}?\b(?:from|after|permission)\b"
    r"|\b(?:adapted|modified|re-?drawn)\b(?:\s+[\w-]+){0,3}?\s+(?:from|after|with\s+permission)\b"
    r"|\b(?:with|by)\s+(?:[\w-]+\s+){0,2}?permission\b|\bcourtesy\b"
    r"|©|\(c\)\s*\d{4}|\bcopyright\b"
    r"|\b(?:photo|image|picture|figure|illustration|art(?:work)?)s?\s+credits?\b|^credits?:"
    r"|\b(?:photo(?:graph)?|image|illustration|drawing)s?\s*:\s|\bphoto(?:graph)?s?\s+(?:taken\s+)?by\s+[A-Z]",
    re.IGNORECASE,
)
_OWN_IDENTIFIER = re.compile(r"(https?://(dx\.)?doi\.org/|doi:|10\.\d{4})", re.IGNORECASE)


def licence_in(permissions: Element | None) -> Licence | None:
    """Return the terms that ``permissions`` states; None when it has no ``license`` at all."""
    licences = (
        [_licence(element) for element in permissions.findall("license")] if permissions is not None else []
    )
    if permissions is not None and not licences:
        references = [element.text or "" for element in permissions.iter("license_ref")]
        licences = [read_licence("", reference.strip()) for reference in references]
    known = [licence for licence in licences if licence.known]
    return next(iter((*known, *licences)), None)


def article_licence(article_meta: Element | None) -> Licence:
    """Return the article's terms; old articles state them in the copyright line."""
    if article_meta is None:
        return Licence()
    licence = licence_in(article_meta.find("permissions"))
    if licence and licence.known:
        return licence
    line = read_licence(copyright_line(article_meta), "")
    return line if line.known else licence or Licence()


def copyright_line(parent: Element | None) -> str:
    """Return the copyright statement, or one made of its year and holder."""
    if parent is None:
        return ""
    for place in (parent.find("permissions"), parent):
        statement = text_at(place, "copyright-statement")
        if statement:
            return statement
    year, holder = (text_at(parent, f"permissions/copyright-{part}") for part in ("year", "holder"))
    return f"© {year} {holder}".replace("  ", " ") if holder else ""


def permission_of(figure: Element, said: Iterable[str], article_copyright: str) -> str:
    """Return the sentence that says that a figure is someone else's, empty when none does.

    Args:
        figure: The ``fig``.
        said: The paragraphs of its caption.
        article_copyright: The article's own copyright line, which is no one else's.
    """
    credits_given = (plain_text_of(element) for element in figure.iter("attrib"))
    for credit in credits_given:
        if credit and not _OWN_IDENTIFIER.match(credit):
            return credit
    for text in said:
        for sentence in _SENTENCE_END.split(text):
            if _SOMEONE_ELSES.search(sentence):
                return sentence
    line = copyright_line(figure)
    return line if line and line != article_copyright else ""


def _licence(element: Element) -> Licence:
    links = [link.get("href", "") for link in element.iter("ext-link")]
    references = [(reference.text or "").strip() for reference in element.iter("license_ref")]
    addresses = [element.get("href", ""), *references, *links]
    url = next((address for address in addresses if "creativecommons.org" in address.lower()), addresses[0])
    return read_licence(plain_text_of(element), url, element.get("license-type", ""))
