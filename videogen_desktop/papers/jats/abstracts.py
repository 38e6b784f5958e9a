"""The abstracts of an article, with the labels of structured ones."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from videogen_desktop.papers.jats.blocks import blocks_of
from videogen_desktop.papers.languages import language_code
from videogen_desktop.papers.markup import heading_text, plain_text_of
from videogen_desktop.papers.model import Abstract, AbstractSection, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    Labelled = tuple[str, Paragraph]

_KINDS = ("abstract", "trans-abstract")
_EMPHASIS = frozenset({"bold", "italic", "underline", "sc"})
_KNOWN_LABEL = re.compile(
    r"(?:study |materials? and |patients? and |main |trial )?"
    r"(?:background|context|introduction|importance|rationale|objectives?|aims?|purpose|hypothesis"
    r"|methods?(?: and (?:findings|results|materials))?|design|settings?|participants|patients|subjects"
    r"|interventions?|measurements|outcomes?(?: measures?)?|results|findings|observations"
    r"|conclusions?(?:/significance| and relevance)?|discussion|interpretation|significance|limitations"
    r"|registration|funding|summary)",
    re.IGNORECASE,
)
_FREE_LABEL = re.compile(r"[A-Z][\w ,&/()'’–-]{2,60}")


def read_abstracts(article_meta: Element | None) -> tuple[Abstract, ...]:
    """Return the abstracts in order; a translated one has the kind ``translation-`` and its language."""
    found = [] if article_meta is None else [child for child in article_meta if child.tag in _KINDS]
    abstracts = (_abstract(element) for element in found)
    return tuple(abstract for abstract in abstracts if abstract.sections)


def _abstract(element: Element) -> Abstract:
    kind = element.get("abstract-type", "")
    if element.tag == "trans-abstract":
        kind = f"translation-{language_code(element.get('lang', 'und'))}"
    content = Element(element.tag)
    for child in element:
        content.extend(_split_run_in(child) if child.tag == "p" else [child])
    labelled = list(_labelled("", blocks_of(content)))
    return Abstract(tuple(_grouped(labelled)), kind, heading_text(element.find("title")))


def _labelled(label: str, blocks: list[Paragraph | Section]) -> Iterator[Labelled]:
    """Give every paragraph its label; one that follows a labelled section belongs to none."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield label, block
        else:
            inner: list[Paragraph | Section] = [*block.paragraphs, *block.sections]
            yield from _labelled(block.title.rstrip(" .:") or label, inner)


def _grouped(labelled: list[Labelled]) -> Iterator[AbstractSection]:
    for label, group in groupby(labelled, key=lambda pair: pair[0]):
        yield AbstractSection(label, tuple(paragraph for _, paragraph in group))


def _split_run_in(paragraph: Element) -> list[Element]:
    """Turn ``<p><bold>Methods:</bold> We …</p>`` into a section of that label."""
    if (paragraph.text or "").strip() or not len(paragraph) or not _run_in_label(paragraph[0]):
        return [paragraph]
    parts: list[Element] = []
    for child in paragraph:
        label = _run_in_label(child)
        if label:
            parts.append(_labelled_section(label, child))
        else:
            parts[-1][-1].append(child)
    return parts


def _run_in_label(element: Element) -> str:
    """Return the label that begins a run-in section, empty when the element is mere emphasis."""
    if element.tag not in _EMPHASIS:
        return ""
    text, tail = plain_text_of(element), (element.tail or "").lstrip()
    label = text.rstrip(" .:")
    ends = text.endswith((":", ".")) or tail.startswith((":", "."))
    if ends and _KNOWN_LABEL.fullmatch(label):
        return label
    colon = text.endswith(":") or tail.startswith(":")
    return label if colon and element.tag == "bold" and _FREE_LABEL.fullmatch(label) else ""


def _labelled_section(label: str, element: Element) -> Element:
    section, title, paragraph = Element("sec"), Element("title"), Element("p")
    title.text = label
    paragraph.text = (element.tail or "").lstrip(" \t\r\n.:")
    section.extend((title, paragraph))
    return section
