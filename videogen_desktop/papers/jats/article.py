"""A JATS article as a ``Paper``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.jats.abstracts import read_abstracts
from videogen_desktop.papers.jats.back import read_back, read_conflicts, read_funding
from videogen_desktop.papers.jats.blocks import sections_of
from videogen_desktop.papers.jats.contributors import read_contributors
from videogen_desktop.papers.jats.elements import text_at
from videogen_desktop.papers.jats.figures import read_figures, read_tables
from videogen_desktop.papers.jats.front import (
    read_ids,
    read_journal,
    read_keywords,
    read_pages,
    read_published,
    read_subjects,
    read_title,
)
from videogen_desktop.papers.jats.permissions import article_licence, copyright_line
from videogen_desktop.papers.jats.related import read_relations
from videogen_desktop.papers.languages import language_code
from videogen_desktop.papers.licence import publisher_terms
from videogen_desktop.papers.model import Paper
from videogen_desktop.papers.relations import is_retracted
from videogen_desktop.papers.xml import parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Licence, Origin, PaperIds, PartialDate, Section


def parse_jats(xml: bytes, origin: Origin = "in-hand") -> Paper:
    """Read a paper from JATS XML or its forerunner, the NLM journal article DTD.

    An answer of PMC's efetch, which wraps the article in ``pmc-articleset``, is unwrapped. An article whose
    publisher withholds the text has no body, and its paper no sections.

    Raises:
        VideoGenError: ``bad-xml``, ``too-large``, or ``paper-not-found`` when PMC answers that it has none.
    """
    return read_article(find_article(parse_xml(xml)), origin)


def find_article(root: Element) -> Element:
    """Return the article in a tree.

    Raises:
        VideoGenError: ``paper-not-found`` or ``bad-xml``.
    """
    article = root if root.tag == "article" else root.find(".//article")
    if article is not None:
        return article
    reply = root.find("Reply") if root.tag == "pmc-articleset" else None
    if reply is not None or root.tag == "pmc-articleset":
        raise VideoGenError(
            "paper-not-found",
            "PubMed Central has no article under this number.",
            "Check the number, or use the PMID or DOI of the paper instead.",
        )
    raise _bad_xml(f"The XML holds no article: it begins with <{root.tag[:40]}>.")


def read_article(article: Element, origin: Origin) -> Paper:
    """Read a paper from an ``article`` element of a tree without namespaces.

    Raises:
        VideoGenError: ``bad-xml`` when it is nested as no article is.
    """
    try:
        return _read(article, origin)
    except RecursionError as error:
        raise _bad_xml("The XML nests its paragraphs deeper than any paper does.") from error


def _read(article: Element, origin: Origin) -> Paper:
    front = article.find("front")
    meta = front.find("article-meta") if front is not None else None
    contributors = read_contributors(meta)
    title = read_title(meta)
    relations = read_relations(article)
    article_type = article.get("article-type", "")
    copyright_of_article = copyright_line(meta)
    ids, published = read_ids(meta), read_published(meta)
    licence, notes = _licence(meta, ids, published)
    return Paper(
        ids=ids,
        title=title,
        origin=origin,
        article_type=article_type,
        authors=contributors.authors,
        affiliations=contributors.affiliations,
        journal=read_journal(front.find("journal-meta") if front is not None else None),
        published=published,
        volume=text_at(meta, "volume"),
        issue=text_at(meta, "issue"),
        pages=read_pages(meta),
        abstracts=read_abstracts(meta),
        sections=_sections(article),
        figures=read_figures(article, copyright_of_article),
        tables=read_tables(article),
        licence=licence,
        copyright=copyright_of_article,
        funding=read_funding(article),
        conflicts=read_conflicts(article),
        keywords=read_keywords(meta),
        subjects=read_subjects(meta),
        relations=relations,
        retracted=is_retracted(title.plain, article_type, (), relations),
        language=language_code(article.get("lang", "")),
        notes=notes,
    )


def _licence(
    meta: Element | None, ids: PaperIds, published: PartialDate | None
) -> tuple[Licence, tuple[str, ...]]:
    """Return the article's terms, and a note when they are its publisher's and the file states none."""
    stated = article_licence(meta)
    if stated.known or stated.statement or (meta is not None and meta.find("permissions") is not None):
        return stated, ()
    usual = publisher_terms(ids.doi, published)
    if usual is None:
        return stated, ()
    return usual, (f"The file states no licence; its publisher's is {usual.name}.",)


def _sections(article: Element) -> tuple[Section, ...]:
    """Return the body and what stands behind it; behind a body without words there is nothing."""
    body = article.find("body")
    sections = sections_of(body) if body is not None else ()
    return (*sections, *read_back(article)) if _says_anything(sections) else ()


def _says_anything(sections: tuple[Section, ...]) -> bool:
    return any(section.paragraphs or _says_anything(section.sections) for section in sections)


def _bad_xml(message: str) -> VideoGenError:
    hint = "Use the article's XML as PubMed Central or the journal offers it."
    return VideoGenError("bad-xml", message, hint)
