"""What an article says about itself: its names, journal, date, subjects and language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.papers.dates import date_of, earliest
from videogen_desktop.papers.jats.elements import doi_in, text_at, texts_at
from videogen_desktop.papers.markup import rich_text_of
from videogen_desktop.papers.model import Journal, PaperIds
from videogen_desktop.papers.richtext import RichText, Run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import PartialDate

_PMC_TYPES = ("pmc", "pmcid", "pmc-uid")
_DIGITS = re.compile(r"\d+")
_PUBLISHED = frozenset(
    {"epub", "ppub", "collection", "epub-ppub", "pub", "publication", "epub-original", "ecollection"}
)


def read_ids(article_meta: Element | None) -> PaperIds:
    """Return the article's own PMID, PMCID and DOI."""
    ids = PaperIds()
    for element in article_meta.findall("article-id") if article_meta is not None else ():
        kind, value = element.get("pub-id-type", ""), (element.text or "").strip()
        number = _DIGITS.search(value)
        if kind == "doi" and not ids.doi:
            ids = replace(ids, doi=doi_in(value))
        elif kind == "pmid" and number and not ids.pmid:
            ids = replace(ids, pmid=number.group())
        elif kind in _PMC_TYPES and number and not ids.pmcid:
            ids = replace(ids, pmcid=f"PMC{number.group()}")
    return ids


def read_title(article_meta: Element | None) -> RichText:
    """Return the title, with its subtitle after a colon."""
    group = article_meta.find("title-group") if article_meta is not None else None
    if group is None:
        return RichText()
    title = rich_text_of(group.find("article-title"))
    for element in group.findall("subtitle"):
        subtitle = rich_text_of(element)
        if title and subtitle:
            joint = " " if title.plain[-1] in ".:?!" else ": "
            title = RichText((*title.runs, Run(joint), *subtitle.runs))
    return title


def read_journal(journal_meta: Element | None) -> Journal:
    """Return the journal, with the National Library of Medicine's abbreviation where it is there."""
    if journal_meta is None:
        return Journal()
    paths = ("journal-title-group/journal-title", "journal-title")
    short = (
        "journal-id[@journal-id-type='iso-abbrev']",
        "journal-title-group/abbrev-journal-title",
        "abbrev-journal-title",
        "journal-id[@journal-id-type='nlm-ta']",
    )
    return Journal(
        title=_first_text(journal_meta, paths),
        abbreviation=_first_text(journal_meta, short),
        issn=_issn(journal_meta),
        publisher=text_at(journal_meta, "publisher/publisher-name"),
    )


def read_published(article_meta: Element | None) -> PartialDate | None:
    """Return when the article first appeared, in print or online, not when PubMed Central released it."""
    dates = article_meta.findall("pub-date") if article_meta is not None else []
    return earliest(_date(element) for element in dates if _is_publication(element))


def read_pages(article_meta: Element | None) -> str:
    """Return the pages (``1694–1699``), else the number that stands for them online (``e26358``)."""
    whole, first, last, number = (
        text_at(article_meta, tag) for tag in ("page-range", "fpage", "lpage", "elocation-id")
    )
    if whole:
        return whole.replace("-", "–")
    return f"{first}–{last}" if first and last and first != last else first or number


def read_keywords(article_meta: Element | None) -> tuple[str, ...]:
    """Return the keywords; lists of abbreviations that are tagged as such are none."""
    groups = article_meta.findall("kwd-group") if article_meta is not None else []
    plain = (group for group in groups if not group.get("kwd-group-type", "").startswith("abbrev"))
    return tuple(dict.fromkeys(word for group in plain for word in texts_at(group, ".//kwd")))


def read_subjects(article_meta: Element | None) -> tuple[str, ...]:
    """Return the article's categories, the heading first, each once."""
    return texts_at(article_meta, "article-categories//subject")


def _is_publication(element: Element) -> bool:
    kinds = (element.get("pub-type", ""), element.get("date-type", ""))
    return any(kind in _PUBLISHED for kind in kinds) or not any(kinds)


def _date(element: Element) -> PartialDate | None:
    year, month, day = (text_at(element, part) for part in ("year", "month", "day"))
    if year:
        return date_of(year, month, day)
    written = element.get("iso-8601-date", "")
    if written:
        parts = (*written.partition("T")[0].split("-"), "", "")
        return date_of(parts[0], parts[1], parts[2])
    return date_of(text_at(element, "string-date"))


def _issn(journal_meta: Element) -> str | None:
    def online_first(element: Element) -> bool:
        return "epub" not in element.get("pub-type", "") and "electronic" not in element.get(
            "publication-format", ""
        )

    numbers = sorted(journal_meta.findall("issn"), key=online_first)
    return next((number for element in numbers if (number := (element.text or "").strip())), None)


def _first_text(element: Element, paths: tuple[str, ...]) -> str:
    return next(_texts(element, paths), "")


def _texts(element: Element, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        if text := text_at(element, path):
            yield text
