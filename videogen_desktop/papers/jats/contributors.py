"""Who wrote an article, and where they work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.elements import text_at
from videogen_desktop.papers.markup import plain_text_of
from videogen_desktop.papers.markup.inline import UNSPOKEN
from videogen_desktop.papers.markup.text import folded
from videogen_desktop.papers.markup.words import words
from videogen_desktop.papers.model import Author

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_NOT_IN_ADDRESS = UNSPOKEN | words("label xref email ext-link institution-id sup fax phone")
_ADDRESS_PARTS = words("addr-line city country institution institution-wrap postal-code state")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.IGNORECASE)
_STRAY_COMMAS = re.compile(r"\s*,(?:\s*,)+|\s+,")
_ON_BEHALF = re.compile(r"^[\s,;(]*(?:(?:for|and|on behalf of)\s+)+(?:the\s+)?", re.IGNORECASE)
_AUTHOR_GROUPS = ("", "author", "authors")
_AUTHORS = ("", "author", "person", "collab", "first_author", "corresp")


@dataclass(frozen=True)
class Contributors:
    """Authors in order, and the addresses of all of them, each once."""

    authors: tuple[Author, ...]
    affiliations: tuple[str, ...]


def read_contributors(article_meta: Element | None) -> Contributors:
    """Read the authors of an article; editors, reviewers and the members of a group are not among them."""
    if article_meta is None:
        return Contributors((), ())
    groups = [group for group in article_meta.findall("contrib-group") if _is_author_group(group)]
    addresses = {aff.get("id", ""): address(aff) for aff in article_meta.iter("aff")}
    general = tuple(filter(None, map(address, article_meta.findall("aff"))))
    authors = tuple(author for group in groups for author in _authors_of(group, addresses, general))
    used = dict.fromkeys(place for author in authors for place in author.affiliations)
    return Contributors(authors, tuple(used) or tuple(dict.fromkeys(general)))


def address(aff: Element) -> str:
    """Return an affiliation as one line, without its number and registry identifiers."""
    as_printed = aff.find("institution[@content-type='original']")
    first = aff.find("aff") if aff.tag == "aff-alternatives" else None
    whole = next(element for element in (as_printed, first, aff) if element is not None)
    pieces: list[str] = []
    _collect_address(whole, pieces)
    return _STRAY_COMMAS.sub(",", folded("".join(pieces))).strip(" ,;.")


def _collect_address(element: Element, pieces: list[str]) -> None:
    """Write the words of an address; parts that only tags hold apart get a comma."""
    pieces.append(element.text or "")
    after_part = False
    for child in element:
        if child.tag not in _NOT_IN_ADDRESS:
            if after_part and child.tag in _ADDRESS_PARTS:
                pieces.append(", ")
            _collect_address(child, pieces)
            after_part = child.tag in _ADDRESS_PARTS
        pieces.append(child.tail or "")
        after_part = after_part and not (child.tail or "").strip()


def _is_author_group(group: Element) -> bool:
    return group.get("content-type", "").lower() in _AUTHOR_GROUPS


def _authors_of(group: Element, addresses: dict[str, str], general: tuple[str, ...]) -> Iterator[Author]:
    shared = tuple(filter(None, map(address, [*group.findall("aff"), *group.findall("aff-alternatives")])))
    contributors = [child for child in group if child.tag in ("contrib", "on-behalf-of", "collab")]
    linked = any(child.find("xref[@ref-type='aff']") is not None for child in contributors)
    fallback = () if linked else shared or (general if len(general) == 1 else ())
    for child in contributors:
        if child.tag != "contrib":
            yield Author(collective=_group_name(child))
        elif child.get("contrib-type", "").lower() in _AUTHORS and (author := _author(child)):
            places = _places_of(child, addresses) or fallback
            yield Author(author.surname, author.given, author.collective, _orcid(child), places)


def _author(contrib: Element) -> Author | None:
    for path in ("name", "name-alternatives/name", "string-name", "name-alternatives/string-name"):
        names = contrib.findall(path)
        if names:
            return _person(next((name for name in names if name.get("name-style") == "western"), names[0]))
    collab = contrib.find("collab")
    if collab is None:
        collab = contrib.find("collab-alternatives/collab")
    if collab is not None:
        return Author(collective=_group_name(collab))
    return Author(collective="Anonymous") if contrib.find("anonymous") is not None else None


def _person(name: Element) -> Author:
    surname, given, suffix = (text_at(name, part) for part in ("surname", "given-names", "suffix"))
    if not surname and not given:
        return Author(surname=plain_text_of(name))
    return Author(surname=f"{surname} {suffix}".strip(), given=given)


def _group_name(element: Element) -> str:
    """The name of a group without its members, and without ``on behalf of the``."""
    inner = element.find("institution")
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in ("contrib-group", "fn", "xref", "aff", "email", "address"):
            pieces.append(plain_text_of(child))
        pieces.append(child.tail or "")
    name = folded("".join(pieces)) or (plain_text_of(inner) if inner is not None else "")
    return _ON_BEHALF.sub("", name).strip(" ,;")


def _places_of(contrib: Element, addresses: dict[str, str]) -> tuple[str, ...]:
    linked = (
        addresses.get(name, "")
        for xref in contrib.findall("xref[@ref-type='aff']")
        for name in xref.get("rid", "").split()
    )
    own = map(address, contrib.findall("aff"))
    return tuple(dict.fromkeys(filter(None, (*linked, *own))))


def _orcid(contrib: Element) -> str | None:
    for element in contrib.findall("contrib-id"):
        match = _ORCID.search(element.text or "")
        if match:
            return match.group().upper()
    return None
