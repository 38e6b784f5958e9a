"""A reference in plain text, in the style of the NLM that medical journals ask for (Vancouver).

After "Citing Medicine: The NLM Style Guide" (https://www.ncbi.nlm.nih.gov/books/NBK7256/), with the first six
authors as the ICMJE's samples have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.papers.citation.line import one_line
from videogen_desktop.papers.citation.months import month_name
from videogen_desktop.papers.citation.names import initials, surname_and_suffix
from videogen_desktop.papers.citation.places import first_and_last_page, short_name

if TYPE_CHECKING:
    from videogen_desktop.papers.model import Author, Paper, PartialDate

_SHOWN_AUTHORS = 6
_BOOK = "book-chapter"


def vancouver(paper: Paper) -> str:
    """Return the reference on one line: authors, title, journal, date;volume(issue):pages, doi and PMID.

    What the paper does not say is left out. A retracted paper is said to be one.
    """
    parts = (
        _authors(paper.authors),
        paper.title.plain,
        *_appearance(paper),
        f"doi: {paper.ids.doi}" if paper.ids.doi else "",
        _record(paper),
        _retraction(paper),
    )
    return " ".join(_sentence(line) for line in map(one_line, parts) if line)


def _authors(authors: tuple[Author, ...]) -> str:
    text = ""
    for author in authors[:_SHOWN_AUTHORS]:
        joint = ("; " if author.collective else ", ") if text else ""
        text += joint + _name(author)
    return f"{text}, et al" if len(authors) > _SHOWN_AUTHORS else text


def _name(author: Author) -> str:
    if author.collective:
        return author.collective
    surname, suffix = surname_and_suffix(author)
    return " ".join(part for part in (surname, initials(author.given), suffix) if part)


def _appearance(paper: Paper) -> tuple[str, ...]:
    if paper.article_type == _BOOK:
        dated = "; ".join(part for part in (paper.journal.publisher, _date(paper.published)) if part)
        pages = _pages(paper.pages)
        return (
            f"In: {paper.journal.title}" if paper.journal.title else "",
            dated,
            f"p. {pages}" if pages else "",
        )
    volume = paper.volume + (f"({paper.issue})" if paper.issue else "")
    place = ":".join(part for part in (volume, _pages(paper.pages)) if part)
    dated = ";".join(part for part in (_date(paper.published), place) if part)
    return short_name(paper.journal), dated


def _date(date: PartialDate | None) -> str:
    if date is None:
        return ""
    return " ".join(str(part) for part in (date.year, month_name(date.month), date.day) if part)


def _pages(pages: str) -> str:
    """Digits are not repeated: 126-127 becomes 126-7 (Citing Medicine, chapter 1)."""
    first, last = first_and_last_page(pages)
    if not last or first == last:
        return first
    if first.isdecimal() and len(first) == len(last):
        same = next(index for index, digit in enumerate(last) if digit != first[index])
        last = last[same:]
    return f"{first}-{last}"


def _record(paper: Paper) -> str:
    named = (("PMID", paper.ids.pmid), ("PMCID", paper.ids.pmcid))
    return "; ".join(f"{name}: {value}" for name, value in named if value)


def _retraction(paper: Paper) -> str:
    if not paper.retracted:
        return ""
    for relation in paper.relations:
        if relation.kind == "retracted-by":
            number = f"PMID: {relation.pmid}" if relation.pmid else ""
            where = relation.text or (f"doi: {relation.doi}" if relation.doi else "")
            told = " ".join(_sentence(part) for part in (where, number) if part)
            return f"Retraction in: {told}" if told else "Retracted"
    return "Retracted"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
