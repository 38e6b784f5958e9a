"""Which figures a film shows: those the findings rest on, under terms that allow it, with their credit."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from videogen_desktop.papers.licence import terms_of
from videogen_desktop.pipeline.script.choosing import Relevance
from videogen_desktop.pipeline.script.model import FigureUse, Scene, Sentence, Source
from videogen_desktop.pipeline.script.retelling import retold, stands_alone, tidied
from videogen_desktop.pipeline.script.rhetoric import cue_strength
from videogen_desktop.pipeline.script.sentences import sentence_spans, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Figure, Paper
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_MOST_FIGURES = 2
_TITLE_WORDS = 32
_OUTSIDE_STORY = re.compile(r"suppl|appendix|graphical|striking|method|material", re.IGNORECASE)
_CITED = re.compile(r"\[\d[\d,–\s-]*\]|\(\w+ et al\.?,? \d{4}\)")


def figure_scenes(paper: Paper, told_before: Iterable[QuotedSentence] = ()) -> list[Scene]:
    """Make a scene of each of the most telling figures that may be shown, in the order of the paper.

    What is said of a figure is its own title and a sentence of the results that points to it, which stands
    by itself and is not among ``told_before``.
    """
    usable = [figure for figure in paper.figures if _may_show(figure, paper)]
    pointing = _sentences_by_figure(paper)
    relevance = Relevance(paper)
    mentions = Counter({figure_id: len(sentences) for figure_id, sentences in pointing.items()})
    ranked = sorted(
        usable, key=lambda figure: -(mentions[figure.id] * 0.5 + relevance.of(_title(figure)) * 2)
    )
    chosen = {figure.id for figure in ranked[:_MOST_FIGURES]}
    told = set(told_before)
    return [
        _scene(figure, paper, pointing.get(figure.id, []), relevance, told)
        for figure in usable
        if figure.id in chosen
    ]


def credit_line(figure: Figure, paper: Paper) -> str:
    """The credit that a figure carries on screen: whose it is, from where, its licence, and what was changed.

    CC BY 4.0, section 3(a)(1), asks for all of these.
    """
    first = paper.authors[0] if paper.authors else None
    name = (first.collective or first.surname) if first else ""
    others = " et al." if len(paper.authors) > 1 else ""
    year = str(paper.published.year) if paper.published else ""
    where = ", ".join(part for part in (f"{name}{others}", paper.journal.name, year) if part)
    return f"{figure.label or 'Figure'}: {where} · {terms_of(figure, paper).name}, resized"


def _may_show(figure: Figure, paper: Paper) -> bool:
    return (
        figure.file is not None
        and terms_of(figure, paper).known
        and bool(_title(figure))
        and "[formula]" not in _title(figure)
        and not _OUTSIDE_STORY.search(figure.label)
    )


def _title(figure: Figure) -> str:
    if figure.title:
        return figure.title.plain
    if not figure.caption:
        return ""
    first = figure.caption[0]
    start, end = next(iter(sentence_spans(first)), (0, 0))
    return first.text[start:end]


def _scene(
    figure: Figure,
    paper: Paper,
    pointing: list[QuotedSentence],
    relevance: Relevance,
    told: set[QuotedSentence],
) -> Scene:
    label = figure.label.rstrip(".: ") or "Figure"
    title = _title(figure)
    spoken = [
        Sentence(_spoken_title(title), Source(label, f"figure/{figure.id}", *_title_place(figure), title))
    ]
    fresh = [sentence for sentence in pointing if sentence not in told]
    best = max(fresh, key=lambda sentence: _worth(sentence, relevance), default=None)
    if best is not None:
        told.add(best)
        spoken.append(Sentence(retold(best), best.source))
    terms = terms_of(figure, paper)
    use = FigureUse(figure.id, figure.file or "", label, credit_line(figure, paper), terms.allows_changes)
    return Scene("figure", label, tuple(spoken), figure=use)


def _worth(sentence: QuotedSentence, relevance: Relevance) -> float:
    return relevance.of(sentence.quote) + cue_strength(sentence.quote, "found")


def _title_place(figure: Figure) -> tuple[int, int]:
    return (0, 1) if figure.title else (1, 1)


def _spoken_title(title: str) -> str:
    text = tidied(_CITED.sub("", title))
    words = text.split()
    if len(words) > _TITLE_WORDS:
        text = " ".join(words[:_TITLE_WORDS]).rstrip(",;:") + " …"
    return text


def _sentences_by_figure(paper: Paper) -> dict[str, list[QuotedSentence]]:
    """Sentences of the results that point to each figure and can be said aloud."""
    pointing: dict[str, list[QuotedSentence]] = {}
    body = (passage for passage in paper.passages() if passage.locator.startswith("body/"))
    for sentence in sentences_of(body):
        headings = " ".join((sentence.passage.kind, *sentence.passage.section[:1])).lower()
        if "method" in headings or "material" in headings:
            continue
        targets = {mark.target for mark in sentence.marks if mark.kind == "figure-ref"}
        sayable = bool(targets) and stands_alone(sentence)
        for target in targets:
            if sayable:
                pointing.setdefault(target, []).append(sentence)
    return pointing
