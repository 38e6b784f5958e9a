"""A paper as blocks of text in reading order, with the words that a script took from it marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.papers.model import Paper, Section
    from videogen_desktop.pipeline.script.model import Script

_DEEPEST = 20
"""Sections in sections; no real paper has half as many."""

BlockKind = Literal["heading", "paragraph", "figure", "figures"]


@dataclass(frozen=True)
class Quote:
    """The words ``text[start:end]`` of a block, which a sentence of the script is taken from."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or a figure's name and title; ``figures`` stands before the first figure.

    ``level`` is that of a heading, from 1; ``label`` is the name of a figure.
    """

    kind: BlockKind
    text: str = ""
    level: int = 1
    label: str = ""
    quotes: tuple[Quote, ...] = ()


_Sources = dict[tuple[str, int], list[tuple[int, str]]]
"""Sentences and their quotes, by locator and number of the paragraph."""


def paper_blocks(paper: Paper, script: Script | None) -> tuple[Block, ...]:
    """Return the abstracts, the body and the captions of a paper.

    Args:
        paper: The paper.
        script: Whose sources are marked; they are numbered through the whole script, from 0.
    """
    return tuple(_blocks(paper, _sources(script)))


def _sources(script: Script | None) -> _Sources:
    sources: _Sources = defaultdict(list)
    said = (sentence for scene in script.scenes for sentence in scene.sentences) if script else ()
    for number, sentence in enumerate(said):
        source = sentence.source
        if source.quote.strip():
            sources[source.locator, source.paragraph].append((number, source.quote))
    return sources


def _blocks(paper: Paper, sources: _Sources) -> Iterator[Block]:
    for number, abstract in enumerate(paper.abstracts):
        yield Block("heading", abstract.title or "Abstract")
        for index, part in enumerate(abstract.sections):
            if part.label:
                yield Block("heading", part.label, 2)
            for position, paragraph in enumerate(part.paragraphs, 1):
                yield _paragraph(paragraph.text, f"abstract/{number}/{index}", position, sources)
    for index, section in enumerate(paper.sections):
        yield from _section(section, f"body/{index}", 1, sources)
    if paper.figures:
        yield Block("figures")
    for figure in paper.figures:
        locator = f"figure/{figure.id}"
        title = figure.title.plain
        yield Block(
            "figure",
            title,
            label=figure.label,
            quotes=_quotes(title, sources.get((locator, 0), [])),
        )
        for position, paragraph in enumerate(figure.caption, 1):
            yield _paragraph(paragraph.text, locator, position, sources)


def _section(section: Section, locator: str, level: int, sources: _Sources) -> Iterator[Block]:
    if level > _DEEPEST:
        return
    if section.title:
        yield Block("heading", section.title, level)
    for position, paragraph in enumerate(section.paragraphs, 1):
        yield _paragraph(paragraph.text, locator, position, sources)
    for index, inner in enumerate(section.sections):
        yield from _section(inner, f"{locator}/{index}", level + 1, sources)


def _paragraph(text: str, locator: str, position: int, sources: _Sources) -> Block:
    return Block("paragraph", text, quotes=_quotes(text, sources.get((locator, position), [])))


def _quotes(text: str, taken: list[tuple[int, str]]) -> tuple[Quote, ...]:
    """Where the quotes stand; one that does not stand there, as in a script changed by hand, is left out."""
    found = ((number, text.find(quote), len(quote)) for number, quote in taken)
    return tuple(Quote(number, start, start + length) for number, start, length in found if start >= 0)
