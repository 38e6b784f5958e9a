"""The abstracts of a PubMed record, with the labels of structured ones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from videogen_desktop.papers.languages import language_code
from videogen_desktop.papers.markup import paragraph_of
from videogen_desktop.papers.model import Abstract, AbstractSection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Paragraph

_NO_LABEL = "UNLABELLED"


def read_abstracts(article: Element, citation: Element) -> tuple[Abstract, ...]:
    """Return the record's abstract and those that others gave it.

    Args:
        article: Holds the ``Abstract``.
        citation: Holds each ``OtherAbstract``. A translation is of the kind ``translation-`` and its
            language, any other of its ``Type``.
    """
    main = [Abstract(_sections(element)) for element in article.findall("Abstract")]
    others = [Abstract(_sections(element), _kind(element)) for element in citation.findall("OtherAbstract")]
    return tuple(abstract for abstract in (*main, *others) if abstract.sections)


def _kind(element: Element) -> str:
    language = language_code(element.get("Language", ""))
    return f"translation-{language}" if language != "en" else element.get("Type", "other").lower()


def _sections(element: Element) -> tuple[AbstractSection, ...]:
    return tuple(
        AbstractSection(label, tuple(paragraph for _, paragraph in group))
        for label, group in groupby(_labelled(element), key=lambda pair: pair[0])
    )


def _labelled(element: Element) -> Iterator[tuple[str, Paragraph]]:
    for part in element.findall("AbstractText"):
        paragraph = paragraph_of(part)
        label = " ".join(part.get("Label", "").split()).rstrip(" :")
        if paragraph:
            yield "" if label == _NO_LABEL else label, paragraph
