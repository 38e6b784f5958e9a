"""PubMed records, of articles and of book chapters, as papers without a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.dates import date_of, earliest
from videogen_desktop.papers.languages import language_code
from videogen_desktop.papers.markup import plain_text_of, rich_text_of
from videogen_desktop.papers.model import Journal, Paper, PaperIds, Relation
from videogen_desktop.papers.pubmed.abstracts import read_abstracts
from videogen_desktop.papers.pubmed.authors import affiliations_of, read_authors
from videogen_desktop.papers.relations import PUBMED_RELATIONS, UNRELATED, is_retracted
from videogen_desktop.papers.richtext import RichText, Run
from videogen_desktop.papers.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from videogen_desktop.papers.model import PartialDate

_ARTICLE_TYPES = {
    "Retraction of Publication": "retraction",
    "Retraction Notice": "retraction",
    "Expression of Concern": "expression-of-concern",
    "Published Erratum": "correction",
    "Editorial": "editorial",
    "Letter": "letter",
    "News": "news",
    "Newspaper Article": "news",
    "Comment": "article-commentary",
    "Book Review": "book-review",
    "Obituary": "obituary",
    "Biography": "biography",
    "Case Reports": "case-report",
    "Systematic Review": "systematic-review",
    "Meta-Analysis": "meta-analysis",
    "Review": "review-article",
    "Clinical Trial": "research-article",
    "Randomized Controlled Trial": "research-article",
}
"""PubMed's publication types as the ``article-type`` of JATS, the one that decides most first."""
_NO_TITLE = ("not available", "in process citation")
_WITHIN_BRACKETS = re.compile(r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]")
_PMCID = re.compile(r"PMC\d+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def parse_pubmed(xml: bytes) -> tuple[Paper, ...]:
    """Read every record of a ``PubmedArticleSet``; none when it is empty.

    Raises:
        VideoGenError: ``bad-xml`` or ``too-large``.
    """
    return read_records(parse_xml(xml))


def read_records(root: Element) -> tuple[Paper, ...]:
    """Read every record of a tree without namespaces.

    Raises:
        VideoGenError: ``bad-xml`` when it is no answer of PubMed.
    """
    if root.tag == "PubmedArticleSet":
        return tuple(paper for child in root for paper in _record(child))
    if root.tag in _READERS:
        return tuple(_record(root))
    raise VideoGenError(
        "bad-xml",
        f"This is not a record of PubMed: it begins with <{root.tag[:40]}>.",
        "Save the paper from PubMed as XML, or give its PMID instead.",
    )


def _record(element: Element) -> Iterable[Paper]:
    reader = _READERS.get(element.tag)
    return [reader(element)] if reader else []


def _article(element: Element) -> Paper:
    citation = _part(element, "MedlineCitation")
    article = _part(citation, "Article")
    journal = _part(article, "Journal")
    issue = _part(journal, "JournalIssue")
    types = _texts(article, "PublicationTypeList/PublicationType")
    title = _title(article)
    relations = _relations(citation)
    article_type = article_type_of(types)
    authors = read_authors(article)
    return Paper(
        ids=_ids(element, citation, article),
        title=title,
        origin="pubmed-abstract",
        article_type=article_type,
        authors=authors,
        affiliations=affiliations_of(authors),
        journal=Journal(
            title=_text(journal, "Title"),
            abbreviation=_text(journal, "ISOAbbreviation") or _text(citation, "MedlineJournalInfo/MedlineTA"),
            issn=_text(journal, "ISSN") or None,
        ),
        published=earliest([_date(issue.find("PubDate")), *map(_date, article.findall("ArticleDate"))]),
        volume=_text(issue, "Volume"),
        issue=_text(issue, "Issue"),
        pages=_pages(article),
        abstracts=read_abstracts(article, citation),
        copyright=_text(article, "Abstract/CopyrightInformation"),
        funding=tuple(dict.fromkeys(filter(None, map(_grant, article.findall("GrantList/Grant"))))),
        conflicts=_texts(citation, "CoiStatement"),
        keywords=_texts(citation, "KeywordList/Keyword"),
        subjects=_texts(citation, "MeshHeadingList/MeshHeading/DescriptorName"),
        publication_types=types,
        relations=relations,
        retracted=is_retracted(title.plain, article_type, types, relations),
        language=language_code(_text(article, "Language")),
    )


def _book(element: Element) -> Paper:
    document = _part(element, "BookDocument")
    book = _part(document, "Book")
    types = _texts(document, "PublicationType")
    title = _title(document) or rich_text_of(book.find("BookTitle"))
    authors = read_authors(document) or read_authors(book)
    return Paper(
        ids=_ids(element, document, document),
        title=title,
        origin="pubmed-abstract",
        article_type=article_type_of(types) or "book-chapter",
        authors=authors,
        affiliations=affiliations_of(authors),
        journal=Journal(title=_text(book, "BookTitle"), publisher=_text(book, "Publisher/PublisherName")),
        published=_date(document.find("ContributionDate")) or _date(book.find("PubDate")),
        volume=_text(book, "Volume"),
        pages=_pages(document),
        abstracts=read_abstracts(document, document),
        copyright=_text(document, "Abstract/CopyrightInformation"),
        funding=tuple(dict.fromkeys(filter(None, map(_grant, document.findall("GrantList/Grant"))))),
        keywords=_texts(document, "KeywordList/Keyword"),
        publication_types=types,
        retracted=is_retracted(title.plain, "", types, ()),
        language=language_code(_text(document, "Language")),
    )


_READERS = {"PubmedArticle": _article, "PubmedBookArticle": _book}


def _part(element: Element, path: str) -> Element:
    """Return a part of a record; one that is missing is as good as empty."""
    found = element.find(path)
    return found if found is not None else Element("missing")


def _text(element: Element, path: str) -> str:
    return plain_text_of(element.find(path))


def _texts(element: Element, path: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(plain_text_of, element.findall(path)))))


def _ids(record: Element, citation: Element, article: Element) -> PaperIds:
    """Return the identifiers of the record itself; those of its references stand elsewhere."""
    given: dict[str, str] = {}
    for holder in (record.find("PubmedData"), record.find("PubmedBookData"), citation):
        for element in holder.findall("ArticleIdList/ArticleId") if holder is not None else ():
            given.setdefault(element.get("IdType", ""), (element.text or "").strip())
    online = (
        element.text or ""
        for element in article.findall("ELocationID")
        if element.get("EIdType") == "doi" and element.get("ValidYN", "Y") == "Y"
    )
    pmcid = _PMCID.search(given.get("pmc", "") or given.get("pmcid", ""))
    doi = _DOI.search(given.get("doi", "") or next(online, ""))
    return PaperIds(
        pmid=_text(citation, "PMID") or given.get("pubmed") or None,
        pmcid=pmcid.group().upper() if pmcid else None,
        doi=doi.group() if doi else None,
    )


def _title(article: Element) -> RichText:
    """Return the title without PubMed's full stop and the brackets of a translated one.

    Where PubMed has no English title, the original one stands in.
    """
    title = unbracketed(rich_text_of(article.find("ArticleTitle")))
    if not title or title.plain.lower().rstrip(".") in _NO_TITLE:
        return unbracketed(rich_text_of(article.find("VernacularTitle")))
    return title


def unbracketed(title: RichText) -> RichText:
    """Return a title without PubMed's full stop and the brackets of a translated one."""
    runs = list(title.runs)
    if not runs:
        return title
    if title.plain.endswith(".") and not title.plain.endswith(".."):
        runs[-1] = Run(runs[-1].text.rstrip().removesuffix("."), runs[-1].style)
    whole = "".join(run.text for run in runs)
    if _WITHIN_BRACKETS.fullmatch(whole):
        runs[0] = Run(runs[0].text.removeprefix("["), runs[0].style)
        runs[-1] = Run(runs[-1].text.removesuffix("]"), runs[-1].style)
    return RichText(tuple(run for run in runs if run.text))


def _date(element: Element | None) -> PartialDate | None:
    if element is None:
        return None
    medline = _text(element, "MedlineDate")
    return date_of(_text(element, "Year") or medline, _text(element, "Month"), _text(element, "Day"))


def _pages(article: Element) -> str:
    pages = _text(article, "Pagination/MedlinePgn")
    if pages:
        return pages.replace("-", "–")
    first, last = _text(article, "Pagination/StartPage"), _text(article, "Pagination/EndPage")
    return f"{first}–{last}" if first and last and first != last else first


def _grant(element: Element) -> str:
    agency, number = _text(element, "Agency"), _text(element, "GrantID")
    return f"{agency} ({number})" if agency and number else agency or number


def article_type_of(types: Sequence[str]) -> str:
    """Return PubMed's publication types as the ``article-type`` of JATS; empty when they say nothing."""
    return next((name for kind, name in _ARTICLE_TYPES.items() if kind in types), "")


def _relations(citation: Element) -> tuple[Relation, ...]:
    found = []
    for element in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        kind = element.get("RefType", "")
        if kind not in UNRELATED:
            text = _text(element, "RefSource")
            doi = _DOI.search(text)
            relation = Relation(
                PUBMED_RELATIONS.get(kind, "other"),
                _text(element, "PMID") or None,
                doi.group().rstrip(".") if doi else None,
                text,
            )
            found.append(relation)
    return tuple(dict.fromkeys(found))
