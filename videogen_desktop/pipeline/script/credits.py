"""What the film says about the record itself: its title card, its citation, its licence, its warnings."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.grounding import RECORD_JOINT
from videogen_desktop.pipeline.script.model import RECORD, Card, Line, Scene, Sentence, Source
from videogen_desktop.pipeline.script.retelling import word_count

if TYPE_CHECKING:
    from videogen_desktop.papers.model import Author, Paper, Relation

RETRACTED = "This paper has been retracted. Its findings should not be relied on."
ABSTRACT_ONLY = "This film is made from the abstract alone: the full text was not available."
CONCERN = "An expression of concern about this paper has been published."
_MADE = "This film was made by a program from the words of the paper, and its narrator is a synthetic voice."
_FAREWELL = "For the full account, its methods and its data, please read the original paper."
_SHOWN_AUTHORS = 6
_SPOKEN_TITLE_WORDS = 60
_LONGEST_NOTICE = 320


def card_of(paper: Paper) -> Card:
    """Make the title card."""
    return Card(
        title="".join(_marked_up(run.text, run.style) for run in paper.title.runs).strip()
        or "Untitled paper",
        plain_title=("[Retracted] " if paper.retracted else "") + (paper.title.plain or "Untitled paper"),
        authors=author_line(paper.authors),
        journal=paper.journal.name,
        year=str(paper.published.year) if paper.published else "",
        doi=paper.ids.doi or "",
        pmid=paper.ids.pmid or "",
        pmcid=paper.ids.pmcid or "",
        licence=paper.licence.name,
        licence_url=paper.licence.url,
    )


def author_line(authors: tuple[Author, ...]) -> str:
    """List the authors as a card does: the first six, then "et al."."""
    names = [author.name for author in authors if author.name]
    shown = ", ".join(names[:_SHOWN_AUTHORS])
    return f"{shown}, et al." if len(names) > _SHOWN_AUTHORS else shown


def title_scene(paper: Paper) -> Scene:
    """Name the paper, who wrote it and where it appeared, and whatever a viewer must know first."""
    title = _sentence(_shortened(paper.title.plain)) if paper.title else "This paper has no title."
    sentences = [Sentence(title, record(paper.title.plain or paper.origin))]
    sentences += [_byline(paper)] if _spoken_authors(paper) or paper.journal.name else []
    sentences += [Sentence(text, source) for text, source in notices(paper)]
    lines = [Line(author_line(paper.authors), record(_joined_names(paper)))] if paper.authors else []
    return Scene("title", "", tuple(sentences), tuple(lines))


def source_scene(paper: Paper, uses_figures: bool) -> Scene:
    """Say where the paper is, and show its citation, licence, funding and conflicts."""
    names = [author.name for author in paper.authors[:1]]
    paper_named = record(*names, paper.journal.name or paper.title.plain or paper.origin)
    spoken = [Sentence(_MADE, paper_named), Sentence(_FAREWELL, paper_named)]
    if paper.retracted:
        spoken.append(Sentence(RETRACTED, _retraction_source(paper)))
    lines = [Line(citation(paper), record(*_citation_parts(paper)))]
    lines += [Line(f"https://doi.org/{paper.ids.doi}", record(paper.ids.doi))] if paper.ids.doi else []
    numbers = [part for part in (paper.ids.pmid and f"PMID {paper.ids.pmid}", paper.ids.pmcid) if part]
    if numbers:
        lines.append(
            Line(" · ".join(numbers), record(*(part for part in (paper.ids.pmid, paper.ids.pmcid) if part)))
        )
    lines.append(_licence_line(paper, uses_figures))
    lines += [
        Line(f"{label}: {_trimmed(text)}", record(text))
        for label, texts in (("Funding", paper.funding[:1]), ("Competing interests", paper.conflicts[:1]))
        for text in texts
    ]
    lines += [_correction_line(relation) for relation in paper.relations if relation.kind == "corrected-by"][
        :1
    ]
    return Scene("source", "The paper", tuple(spoken), tuple(lines))


def notices(paper: Paper) -> list[tuple[str, Source]]:
    """What must be said before anything else: a retraction, a concern, an abstract-only film."""
    told: list[tuple[str, Source]] = []
    if paper.retracted:
        told.append((RETRACTED, _retraction_source(paper)))
    if any(relation.kind == "concern-in" for relation in paper.relations):
        told.append((CONCERN, record("concern-in")))
    if not paper.has_full_text:
        told.append((ABSTRACT_ONLY, record(paper.origin)))
    return told


def banner(paper: Paper) -> tuple[str, bool]:
    """The words that stay on screen throughout, and whether they are a warning."""
    if paper.retracted:
        return "Retracted paper", True
    if any(relation.kind == "concern-in" for relation in paper.relations):
        return "Expression of concern published", True
    return ("", False) if paper.has_full_text else ("Made from the abstract only", False)


def citation(paper: Paper) -> str:
    """The reference in the NLM's order: authors, title, journal, year, volume, issue, pages."""
    names = [
        author.collective or " ".join((author.surname, _initials(author.given))).strip()
        for author in paper.authors
    ]
    authors = ", ".join(names[:_SHOWN_AUTHORS]) + (", et al" if len(names) > _SHOWN_AUTHORS else "")
    year = str(paper.published.year) if paper.published else ""
    volume = paper.volume + (f"({paper.issue})" if paper.issue else "")
    place = ":".join(part for part in (volume, paper.pages) if part)
    dated = ";".join(part for part in (year, place) if part)
    journal = paper.journal.name
    return " ".join(_sentence(part) for part in (authors, paper.title.plain, journal, dated) if part)


def record(*parts: str) -> Source:
    """A source in the record itself; its quote joins the record's words."""
    return Source(RECORD, "record", 0, 0, RECORD_JOINT.join(part for part in parts if part))


def _retraction_source(paper: Paper) -> Source:
    kinds = [relation.kind for relation in paper.relations if relation.kind == "retracted-by"]
    types = [name for name in paper.publication_types if "retracted" in name.lower()]
    return record((kinds + types + [paper.title.plain])[0])


def _byline(paper: Paper) -> Sentence:
    authors = _spoken_authors(paper)
    year = str(paper.published.year) if paper.published else ""
    journal = paper.journal.name
    by = f"By {authors}" if authors else "Published"
    published = (", published in " if authors else " in ") + journal if journal else ""
    when = f" in {year}" if year and authors else (f", {year}" if year else "")
    quoted = [author.name for author in paper.authors[:2]] + [journal, year]
    return Sentence(f"{by}{published}{when}.", record(*quoted))


def _spoken_authors(paper: Paper) -> str:
    names = [author.name for author in paper.authors if author.name]
    if len(names) > 2:
        return f"{names[0]} and colleagues"
    return " and ".join(names)


def _correction_line(relation: Relation) -> Line:
    where = f": https://doi.org/{relation.doi}" if relation.doi else "."
    return Line(f"A correction has been published{where}", record(relation.kind, relation.doi or ""))


def _licence_line(paper: Paper, uses_figures: bool) -> Line:
    if not paper.licence.known:
        return Line("Licence: not stated; no figures are shown.", record(paper.licence.code))
    figures = " Figures are shown whole, scaled to fit." if uses_figures else ""
    return Line(
        f"Licence: {paper.licence.name}. Shortened and retold from the paper.{figures}",
        record(paper.licence.name),
    )


def _citation_parts(paper: Paper) -> list[str]:
    names = [author.name for author in paper.authors[:_SHOWN_AUTHORS] if author.name]
    date = [str(paper.published.year)] if paper.published else []
    title = paper.title.plain or paper.origin
    return [*names, title, paper.journal.name, *date, paper.volume, paper.issue, paper.pages]


def _joined_names(paper: Paper) -> str:
    return RECORD_JOINT.join(author.name for author in paper.authors[:_SHOWN_AUTHORS] if author.name)


def _initials(given: str) -> str:
    return "".join(word[0] for word in given.replace("-", " ").replace(".", " ").split())


def _marked_up(text: str, style: str) -> str:
    escaped = html.escape(text)
    return f"<{style}>{escaped}</{style}>" if style else escaped


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _shortened(title: str) -> str:
    if word_count(title) <= _SPOKEN_TITLE_WORDS and len(title) <= 600:
        return title
    return " ".join(title[:600].split()[:_SPOKEN_TITLE_WORDS]) + " …"


def _trimmed(text: str) -> str:
    if len(text) <= _LONGEST_NOTICE:
        return text
    return text[:_LONGEST_NOTICE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
