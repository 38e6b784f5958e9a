"""Proof that a script says only what its paper says: every quote stands there, every number in its quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.script.model import RECORD
from videogen_desktop.pipeline.script.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.papers.model import Paper
    from videogen_desktop.pipeline.script.model import Line, Script, Sentence

RECORD_JOINT = " · "
"""What joins the record's words in one quote; each part stands in the record letter for letter."""


def check_grounding(script: Script, paper: Paper) -> None:
    """Prove a script against its paper.

    Raises:
        VideoGenError: ``not-in-source`` when a quote does not stand in the paper where the script says, or a
            number that is spoken or shown is not in its quote.
    """
    paragraphs = {
        (passage.locator, passage.index): passage.paragraph.text for passage in paper.passages()
    } | dict(figure_paragraphs(paper))
    record = record_of(paper)
    for number, scene in enumerate(script.scenes, 1):
        if not numbers_in(scene.heading) <= numbers_in(scene.figure.label if scene.figure else ""):
            raise _not_in_source(f"The heading of scene {number}", scene.heading, "it states a number")
    for place, said in _everything_said(script):
        source = said.source
        if source.section == RECORD:
            found = all(part in record for part in source.quote.split(RECORD_JOINT))
        else:
            found = source.quote in paragraphs.get((source.locator, source.paragraph), "")
        if not found or not source.quote.strip():
            raise _not_in_source(place, said.text, "its quote does not stand in the paper at that place")
        strangers = numbers_in(said.text) - numbers_in(source.quote)
        if strangers:
            listed = ", ".join(sorted(strangers))
            raise _not_in_source(place, said.text, f"“{listed}” is not in the words it is taken from")


def record_of(paper: Paper) -> str:
    """Everything that the record says about itself, as one text to look quotes up in."""
    date = paper.published
    parts = [
        paper.title.plain,
        *(author.name for author in paper.authors),
        *(author.surname for author in paper.authors),
        paper.journal.title,
        paper.journal.abbreviation,
        *([str(date.year)] if date else []),
        paper.volume,
        paper.issue,
        paper.pages,
        paper.ids.doi or "",
        paper.ids.pmid or "",
        paper.ids.pmcid or "",
        paper.article_type,
        *paper.publication_types,
        paper.licence.name,
        paper.licence.code,
        paper.licence.url,
        paper.licence.statement,
        paper.copyright,
        *paper.funding,
        *paper.conflicts,
        *(f"{relation.kind} {relation.doi or ''} {relation.text}" for relation in paper.relations),
        paper.origin,
    ]  # fmt: skip
    return "\n".join(parts)


def figure_paragraphs(paper: Paper) -> Iterator[tuple[tuple[str, int], str]]:
    """Title (paragraph 0) and caption paragraphs (from 1) of each figure, by locator."""
    for figure in paper.figures:
        yield (f"figure/{figure.id}", 0), figure.title.plain
        for index, paragraph in enumerate(figure.caption, 1):
            yield (f"figure/{figure.id}", index), paragraph.text


def _everything_said(script: Script) -> Iterator[tuple[str, Sentence | Line]]:
    for number, scene in enumerate(script.scenes, 1):
        for position, sentence in enumerate(scene.sentences, 1):
            yield f"Scene {number}, sentence {position}", sentence
        for position, line in enumerate(scene.lines, 1):
            yield f"Scene {number}, line {position}", line


def _not_in_source(place: str, text: str, reason: str) -> VideoGenError:
    shortened = text if len(text) <= 120 else f"{text[:117]}…"
    return VideoGenError(
        "not-in-source",
        f"{place} (“{shortened}”) cannot be shown to be true to the paper: {reason}.",
        "Correct the sentence in script.json, or delete script.json to have it written anew.",
    )
