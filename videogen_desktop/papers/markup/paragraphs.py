"""Paragraphs out of an element, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.papers.markup.inline import walk
from videogen_desktop.papers.markup.text import ParagraphCollector

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Paragraph


def paragraph_of(element: Element, lead: str = "") -> Paragraph | None:
    """Return all that an element says as one paragraph, None when it says nothing.

    Args:
        element: Blocks inside it are parted by spaces.
        lead: Words to put before it, such as the term that it defines.
    """
    collector = ParagraphCollector()
    collector.add(f"{lead} " if lead else "")
    walk(collector, element)
    return collector.take()
