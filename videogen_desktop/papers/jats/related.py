"""An article's links to its retraction, its corrections and its companions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.elements import doi_in
from videogen_desktop.papers.markup import plain_text_of
from videogen_desktop.papers.model import Relation
from videogen_desktop.papers.relations import JATS_RELATIONS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PMID_LINK = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d+)|^(\d+)$")


def read_relations(article: Element) -> tuple[Relation, ...]:
    """Return the ``related-article`` of the article's front, each once."""
    front = article.find("front")
    linked = front.iter("related-article") if front is not None else ()
    return tuple(dict.fromkeys(_relation(element) for element in linked))


def _relation(element: Element) -> Relation:
    kind = JATS_RELATIONS.get(element.get("related-article-type", "").lower(), "other")
    address = element.get("href", "")
    title = element.find("article-title")
    text = plain_text_of(element if title is None else title)
    doi = plain_text_of(element.find("pub-id[@pub-id-type='doi']"))
    return Relation(kind, _pmid(element, address), doi_in(doi) or doi_in(address) or doi_in(text), text)


def _pmid(element: Element, address: str) -> str | None:
    given = element.find("pub-id[@pub-id-type='pmid']")
    if given is not None and given.text:
        return given.text.strip()
    if element.get("ext-link-type", "") in ("doi", "pmc", "pmcid"):
        return None
    match = _PMID_LINK.search(address)
    return (match.group(1) or match.group(2)) if match else None
