"""The figures and tables of an article, wherever it keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.blocks import paragraphs_in
from videogen_desktop.papers.jats.elements import OTHER_DOCUMENTS, descendants, is_picture
from videogen_desktop.papers.jats.permissions import licence_in, permission_of
from videogen_desktop.papers.markup import heading_text, paragraph_of, rich_text_of
from videogen_desktop.papers.model import Figure, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_CAPTION = frozenset({"caption"})


def read_figures(article: Element, article_copyright: str) -> tuple[Figure, ...]:
    """Return every figure in document order: of the body, of boxes, appendices, floats and supplements.

    Args:
        article: The ``article``.
        article_copyright: The article's copyright line; a figure with another one is someone else's.
    """
    found = [element for part in article for element in _figures_in(part)]
    names: set[str] = set()
    figures = []
    for number, element in enumerate(found, 1):
        name = element.get("id") or f"figure-{number}"
        if name in names:
            name = f"{name}-{number}"
        names.add(name)
        figures.append(_figure(element, name, article_copyright))
    return tuple(figures)


def read_tables(article: Element) -> tuple[Table, ...]:
    """Return the label and caption of every table in document order."""
    tables = (element for element in descendants(article) if element.tag == "table-wrap")
    return tuple(_table(element, number) for number, element in enumerate(tables, 1))


def _figures_in(element: Element) -> Iterator[Element]:
    """Yield figures; a group with a label of its own is one figure of several panels."""
    if element.tag in OTHER_DOCUMENTS:
        return
    is_figure = element.tag == "fig" or (element.tag == "supplementary-material" and is_picture(element))
    if is_figure or (element.tag == "fig-group" and element.find("label") is not None):
        yield element
        return
    for child in element:
        yield from _figures_in(child)


def _figure(element: Element, name: str, article_copyright: str) -> Figure:
    captions = [element.find("caption"), *(panel.find("caption") for panel in element.findall("fig"))]
    caption = _caption(element.find("caption"), with_title=False)
    caption += tuple(paragraph for panel in captions[1:] for paragraph in _caption(panel, with_title=True))
    title = rich_text_of(element.find("caption/title"))
    said = (title.plain, *(paragraph.text for paragraph in caption))
    return Figure(
        id=name,
        label=heading_text(element.find("label")).rstrip(".:"),
        title=title,
        caption=caption,
        graphics=_graphics(element),
        licence=licence_in(element.find("permissions")),
        permission=permission_of(element, said, article_copyright),
    )


def _caption(caption: Element | None, *, with_title: bool) -> tuple[Paragraph, ...]:
    title = caption.find("title") if caption is not None and with_title else None
    heading = paragraph_of(title) if title is not None else None
    return (*((heading,) if heading else ()), *paragraphs_in(caption))


def _graphics(element: Element) -> tuple[str, ...]:
    """Return the names of a figure's pictures, best guess first: its own graphics, then the file itself."""
    named = [part for part in descendants(element, skip=_CAPTION) if part.tag in ("graphic", "media")]
    files = [part.get("href", "") for part in (*named, element)]
    return tuple(dict.fromkeys(name for name in files if name))


def _table(element: Element, number: int) -> Table:
    label = heading_text(element.find("label")).rstrip(".:")
    return Table(
        element.get("id") or f"table-{number}", label, _caption(element.find("caption"), with_title=True)
    )
