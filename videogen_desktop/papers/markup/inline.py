"""The walk over inline markup: what each element means for the text around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.markup.formulas import linear_formula
from videogen_desktop.papers.markup.text import Collector, PointerKind, RunCollector, folded
from videogen_desktop.papers.markup.words import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.richtext import RichText, Style

    OnBlock = Callable[[Element], None]

BLOCKS = words("""
    address answer array boxed-text chem-struct-wrap code def-list disp-formula-group disp-quote explanation
    fig fig-group fn-group glossary graphic list media p preformat question question-wrap sec speech statement
    supplementary-material table table-wrap table-wrap-group verse-group verse-line list-item def-item title
    label
    """)
"""Elements that part the text before them from the text after them."""
UNSPOKEN = words("""
    alt-text def index-term index-term-range-end institution-id long-desc object-id permissions
    processing-meta
    """)
"""Elements whose words the page does not show where they stand."""
FORMULAS = words("inline-formula disp-formula math chem-struct tex-math DispFormula")
_DISPLAYED = frozenset({"disp-formula", "DispFormula"})

_STYLES: dict[str, Style] = {
    "italic": "i", "i": "i", "sub": "sub", "inf": "sub", "sup": "sup"
}  # fmt: skip
_NOTES = words("fn table-fn author-notes corresp aff")
_REFERENCES: dict[str, PointerKind] = {
    "bibr": "pointer",
    "fig": "figure-ref",
    "video": "figure-ref",
    "scheme": "figure-ref",
    "chart": "figure-ref",
    "plate": "figure-ref",
    "table": "table-ref",
    "table-wrap": "table-ref",
}
_SUPPLEMENTS = frozenset({"supplementary-material", "media", "other"})
_TABLE_LIKE = re.compile(r"\b(tables?|data ?sets?)\b", re.IGNORECASE)
_PICTURES = frozenset({"inline-graphic", "private-char", "glyph-data", "glyph-ref"})
UNREADABLE_FORMULA = "[formula]"
"""Stands where a formula is only a picture, so that it is never lost unseen."""
UNREADABLE_SIGN = "[symbol]"


def walk(into: Collector, element: Element, style: Style = "", on_block: OnBlock | None = None) -> None:
    """Write the text of an element's content to ``into``.

    Args:
        into: Where the text goes.
        element: Its own tag is not looked at, only what it holds.
        style: The style that is in force around it.
        on_block: Takes a block that stands inside a paragraph; without it, blocks are parted by spaces.
    """
    into.add(element.text or "", style)
    children = list(element)
    for position, child in enumerate(children):
        tail = child.tail or ""
        enter(into, child, style, on_block, tail)
        if style in ("sup", "sub") and not tail.strip():
            if tail and position + 1 < len(children):
                into.space()  # <sup><xref>1</xref> <xref>2</xref></sup> is 1 and 2, not 12
        else:
            into.add(tail, style)


def rich_text_of(element: Element | None) -> RichText:
    """Return a title with its italics, subscripts and superscripts; footnotes and their signs are dropped."""
    collector = RunCollector(keep_pointers=False)
    if element is not None:
        walk(collector, element)
    return collector.take()


def heading_text(element: Element | None) -> str:
    """Return a title as plain text; footnotes and their signs are dropped."""
    return rich_text_of(element).plain


def plain_text_of(element: Element | None) -> str:
    """Return everything that an element says as plain text."""
    if element is None:
        return ""
    collector = RunCollector()
    walk(collector, element)
    return collector.take().plain


def enter(
    into: Collector, element: Element, style: Style = "", on_block: OnBlock | None = None, tail: str = ""
) -> None:
    """Write one element as it stands in running text.

    Args:
        into: Where the text goes.
        element: A formula, a reference, a stretch in italics.
        style: The style that is in force around it.
        on_block: Takes it when it is a block.
        tail: The text that follows it.
    """
    tag = element.tag
    if tag in UNSPOKEN:
        return
    if tag in _STYLES:
        _styled(into, element, style, on_block, tail)
    elif tag == "xref":
        _reference(into, element, style, on_block)
    elif tag in FORMULAS or (tag == "alternatives" and _holds_formula(element)):
        _formula(into, element, style)
    elif tag in _PICTURES:
        _picture(into, element, style)
    elif tag == "break":
        into.space()
    elif tag == "fn" or tag in BLOCKS:
        _block(into, element, style, on_block)
    else:
        walk(into, element, style, on_block)


def _styled(into: Collector, element: Element, style: Style, on_block: OnBlock | None, tail: str) -> None:
    own = _STYLES[element.tag]
    if own == "i" and style in ("sub", "sup"):
        walk(into, element, style, on_block)
        return
    if own == "i":
        into.open("italic")
        walk(into, element, own, on_block)
        into.close()
        return
    if not tail[:1].isalpha():  # an isotope's number belongs to the letter after it, not to the word before
        into.drop_indent()
    walk(into, element, own, on_block)


def _reference(into: Collector, element: Element, style: Style, on_block: OnBlock | None) -> None:
    kind = _kind_of_reference(element)
    if kind is None:
        walk(into, element, style, on_block)
        return
    into.open(kind, element.get("rid", ""))
    walk(into, element, style, on_block)
    into.close()


def _kind_of_reference(element: Element) -> PointerKind | None:
    kind = element.get("ref-type", "")
    if kind in _NOTES:
        return "note"
    if kind in _SUPPLEMENTS:
        return "table-ref" if _TABLE_LIKE.search("".join(element.itertext())) else "figure-ref"
    return _REFERENCES.get(kind)


def _formula(into: Collector, element: Element, style: Style) -> None:
    displayed = element.tag in _DISPLAYED
    if displayed:
        into.space()
    into.open("formula")
    into.add(linear_formula(element) or UNREADABLE_FORMULA, style)
    into.close()
    if displayed:
        into.space()


def _holds_formula(element: Element) -> bool:
    return any(element.find(tag) is not None for tag in ("math", "tex-math"))


def _picture(into: Collector, element: Element, style: Style) -> None:
    said = folded("".join(element.findtext("alt-text") or ""))
    into.open("formula")
    into.add(said or UNREADABLE_SIGN, style)
    into.close()


def _block(into: Collector, element: Element, style: Style, on_block: OnBlock | None) -> None:
    if on_block:
        on_block(element)
    elif element.tag != "fn":
        into.space()
        walk(into, element, style)
        into.space()
