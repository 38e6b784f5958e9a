"""Small questions to a JATS tree, asked by every part that reads one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.markup import plain_text_of
from videogen_desktop.papers.markup.words import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from xml.etree.ElementTree import Element

OTHER_DOCUMENTS = words("sub-article response ref-list")
"""Parts of an article that are not its own words: reviews, replies, translations, the bibliography."""

_DOI = re.compile(r"10\.\d{4,9}/\S+")


def descendants(element: Element, skip: Container[str] = OTHER_DOCUMENTS) -> Iterator[Element]:
    """Yield what is inside an element in document order, without ``skip`` and what is inside those."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag not in skip:
            yield child
            waiting.append(iter(child))


def text_at(element: Element | None, path: str) -> str:
    """Return the text of the first element at ``path``, empty when there is none."""
    return plain_text_of(element.find(path)) if element is not None else ""


def texts_at(element: Element | None, path: str) -> tuple[str, ...]:
    """Return the texts of all elements at ``path`` that say something, each once, in order."""
    found = (plain_text_of(child) for child in element.findall(path)) if element is not None else ()
    return tuple(dict.fromkeys(text for text in found if text))


def doi_in(text: str) -> str | None:
    """Return the DOI in an address or text such as ``info:doi/10.1371/journal.pone.0026358``."""
    match = _DOI.search(text)
    return match.group().rstrip(".,;)") if match else None


def is_picture(supplement: Element) -> bool:
    """Whether a ``supplementary-material`` is a figure and not a data set, a text or a film."""
    media = (supplement, *supplement.findall("media"))
    return any(
        element.get("mimetype", "").startswith("image") or element.find("graphic") is not None
        for element in media
    )
