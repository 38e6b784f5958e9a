"""Small papers and paragraphs for the script's tests, written the way the parser would give them."""

from __future__ import annotations

import re

from videogen_desktop.papers.model import (
    Abstract,
    AbstractSection,
    Mark,
    Paper,
    PaperIds,
    Paragraph,
    Passage,
    Section,
)
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.pipeline.script.sentences import QuotedSentence, sentence_spans

_MARK = re.compile(r"\{(cite|fig|tab):([^}]*)\}")
_KINDS = {"cite": "citation", "fig": "figure-ref", "tab": "table-ref"}


def paragraph(text: str) -> Paragraph:
    """A paragraph in which ``{cite:[12]}`` is a citation and ``{fig:Figure 1}`` points to a figure."""
    plain, marks, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        marks.append(Mark(len(plain), len(plain) + len(match[2]), _KINDS[match[1]], "F1"))  # type: ignore[arg-type]  # one of the three kinds
        plain += match[2]
        position = match.end()
    return Paragraph(plain + text[position:], tuple(marks))


def quoted(text: str, number: int = 1) -> QuotedSentence:
    """The numbered sentence of a paragraph, in a passage of its own."""
    whole = paragraph(text)
    start, end = sentence_spans(whole)[number - 1]
    return QuotedSentence(Passage(("Results",), "body/0", "results", 1, whole), number, start, end)


def paper(
    *labelled: tuple[str, str],
    body: tuple[tuple[str, str], ...] = (),
    title: str = "A study of things",
    **more: object,
) -> Paper:
    """A paper with an abstract of labelled parts and a body of titled sections."""
    abstract = Abstract(tuple(AbstractSection(label, (paragraph(text),)) for label, text in labelled))
    sections = tuple(Section(name, (paragraph(text),)) for name, text in body)
    return Paper(
        ids=PaperIds(pmid="1", doi="10.1/x"),
        title=plain_text(title),
        origin="in-hand",
        abstracts=(abstract,) if labelled else (),
        sections=sections,
        **more,  # type: ignore[arg-type]  # any field of Paper
    )
