"""The body of an article as sections of paragraphs, in reading order, with nothing lost and nothing twice."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.elements import is_picture
from videogen_desktop.papers.markup import heading_text, paragraph_of
from videogen_desktop.papers.markup.inline import BLOCKS, FORMULAS, UNSPOKEN, enter, walk
from videogen_desktop.papers.markup.text import ParagraphCollector, folded
from videogen_desktop.papers.markup.words import words
from videogen_desktop.papers.model import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from xml.etree.ElementTree import Element

    Block = Paragraph | Section

_ELSEWHERE = UNSPOKEN | words(
    """
    array fig fig-group graphic kwd-group label ref-list related-article related-object
    sec-meta subtitle table table-wrap table-wrap-group title
    """
)
"""Kept in another place than among the paragraphs (figures, tables, titles), or no words at all."""
_LEAVES = FORMULAS | words("attrib code p preformat speaker term verse-group")
_DOWNLOAD_LINK = re.compile(r"Click here (for|to)\b")
"""PubMed Central adds this to every supplement; it is no sentence of the paper."""


def sections_of(element: Element) -> tuple[Section, ...]:
    """Read a ``body``, ``app`` or ``ack``: paragraphs that stand in no section get one without a title."""
    return _as_sections(blocks_of(element))


def section_of(element: Element, kind: str = "", title: str = "") -> Section:
    """Read a ``sec`` or what is like one.

    A section's own paragraphs come first; what follows a subsection goes to a further one without a title, so
    that the order stays.

    Args:
        element: What to read.
        kind: Used when the element has no ``sec-type``.
        title: Used when the element has no title.
    """
    own_title = heading_text(element.find("title")) or title
    return _section(own_title, blocks_of(element), element.get("sec-type") or kind)


def paragraphs_in(element: Element | None) -> tuple[Paragraph, ...]:
    """Return every paragraph inside an element such as a caption, those of its sections too."""
    return tuple(_flat(blocks_of(element))) if element is not None else ()


def blocks_of(element: Element, without: Container[str] = ()) -> list[Block]:
    """Return what an element holds, block by block; text that stands where none should is kept too."""
    blocks = _stray(element.text)
    for child in element:
        if child.tag not in without:
            blocks.extend(_block(child))
        blocks.extend(_stray(child.tail))
    return blocks


def _stray(text: str | None) -> list[Block]:
    said = folded(text or "")
    return [Paragraph(said)] if any(map(str.isalnum, said)) else []


def _block(element: Element) -> list[Block]:
    tag = element.tag
    if tag in _ELSEWHERE:
        return []
    if reader := _READERS.get(tag):
        return reader(element)
    if tag in _LEAVES or not any(child.tag in BLOCKS for child in element):
        return _Flow(element).blocks
    return _container(element)


class _Flow:
    """A paragraph's content as blocks: the text before a list, its items, and the text after it."""

    def __init__(self, element: Element, lead: str = "") -> None:
        self.blocks: list[Block] = []
        self._notes: list[Block] = []
        self._text = ParagraphCollector()
        self._text.add(f"{lead} " if lead else "")
        if element.tag in FORMULAS:
            enter(self._text, element)
        else:
            walk(self._text, element, on_block=self._take_block)
        self._end_paragraph()
        self.blocks.extend(self._notes)

    def _take_block(self, element: Element) -> None:
        if element.tag in _ELSEWHERE:
            self._text.space()  # a figure that floats beside a sentence does not end it
        elif element.tag == "fn":
            self._notes.extend(blocks_of(element))
        elif element.tag == "verse-line":
            self._text.space()
            walk(self._text, element)
            self._text.space()
        else:
            self._end_paragraph()
            self.blocks.extend(_block(element))

    def _end_paragraph(self) -> None:
        paragraph = self._text.take()
        if paragraph:
            self.blocks.append(paragraph)


def _sec(element: Element) -> list[Block]:
    return [section_of(element)]


def _container(element: Element) -> list[Block]:
    return [*_titled(element), *blocks_of(element)]


def _titled(element: Element) -> list[Block]:
    """The title of a list or statement as a paragraph of its own."""
    title = element.find("title")
    paragraph = paragraph_of(title) if title is not None else None
    return [paragraph] if paragraph else []


def _definition_list(element: Element) -> list[Block]:
    blocks = _titled(element)
    for child in element:
        blocks.extend(_definition(child) if child.tag == "def-item" else _block(child))
    return blocks


def _definition(item: Element) -> list[Block]:
    """A term and its meaning, as ``term: meaning``."""
    terms = ", ".join(filter(None, (heading_text(term) for term in item.findall("term"))))
    return _led(f"{terms}:" if terms else "", [child for meaning in item.findall("def") for child in meaning])


def _statement(element: Element) -> list[Block]:
    """A theorem, proof or definition with its name before its first words."""
    names = [heading_text(element.find(tag)) for tag in ("label", "title")]
    name = " ".join(filter(None, names))
    content = [child for child in element if child.tag not in ("label", "title")]
    return _led(name if not name or name[-1] in ".:" else f"{name}.", content)


def _led(lead: str, content: Sequence[Element]) -> list[Block]:
    """Read ``content`` with ``lead`` before the first paragraph."""
    if content and content[0].tag == "p":
        rest = [block for child in content[1:] for block in _block(child)]
        return [*_Flow(content[0], lead).blocks, *rest]
    own: list[Block] = [Paragraph(lead)] if lead else []
    return own + [block for child in content for block in _block(child)]


def _boxed_text(element: Element) -> list[Block]:
    """A box is a section of its own; a box around one section takes that section's title."""
    caption = element.find("caption")
    title = heading_text(element.find("title")) or _caption_title(element)
    blocks = [*(blocks_of(caption) if caption is not None else []), *blocks_of(element, ("caption",))]
    if not title and len(blocks) == 1 and isinstance(blocks[0], Section):
        inner = blocks[0]
        return [Section(inner.title, inner.paragraphs, inner.sections, "boxed-text")]
    return [_section(title, blocks, "boxed-text")]


def _supplement(element: Element) -> list[Block]:
    """What is said of a supplement, a film or a structure; its kind keeps it apart from the argument."""
    if is_picture(element):
        return []
    captions = [*element.findall("caption"), *element.findall("media/caption")]
    paragraphs = [paragraph for caption in captions for paragraph in paragraphs_in(caption)]
    paragraphs += _flat(blocks_of(element, ("caption", "media", "alternatives")))
    told = tuple(paragraph for paragraph in paragraphs if not _DOWNLOAD_LINK.match(paragraph.text))
    title = _caption_title(element)
    return [Section(title, told, kind="supplementary-material")] if told or title else []


def _caption_title(element: Element) -> str:
    parts = (heading_text(element.find("label")), heading_text(element.find("caption/title")))
    return ". ".join(part.rstrip(".") for part in parts if part)


def _section(title: str, blocks: list[Block], kind: str) -> Section:
    count = next((index for index, block in enumerate(blocks) if isinstance(block, Section)), len(blocks))
    own = tuple(block for block in blocks[:count] if isinstance(block, Paragraph))
    return Section(title, own, _as_sections(blocks[count:]), kind)


def _as_sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for is_section, group in groupby(blocks, key=lambda block: isinstance(block, Section)):
        if is_section:
            sections.extend(block for block in group if isinstance(block, Section))
        else:
            sections.append(Section("", tuple(block for block in group if isinstance(block, Paragraph))))
    return tuple(sections)


def _flat(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs
            yield from _flat(block.sections)


_READERS: dict[str, Callable[[Element], list[Block]]] = {
    "sec": _sec,
    "def-list": _definition_list,
    "statement": _statement,
    "boxed-text": _boxed_text,
    "supplementary-material": _supplement,
    "media": _supplement,
    "chem-struct-wrap": _supplement,
}
