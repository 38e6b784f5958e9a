"""Document summaries, as esummary gives them in JSON (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.papers.dates import date_of, earliest
from videogen_desktop.papers.markup.text import folded
from videogen_desktop.papers.model import Author, PaperIds, Relation
from videogen_desktop.papers.pubmed.records import article_type_of, unbracketed
from videogen_desktop.papers.relations import PUBMED_RELATIONS, is_retracted
from videogen_desktop.papers.richtext import RichText, Run
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from videogen_desktop.papers.richtext import Style

_STYLES: dict[str, Style] = {"i": "i", "em": "i", "sub": "sub", "sup": "sup"}
_TAG = re.compile(r"<(/?)(i|em|b|strong|u|sub|sup)>", re.IGNORECASE)
_NAME_AND_INITIALS = re.compile(
    r"(?P<surname>.+?) (?P<initials>[^\W\d_a-z]{1,4})(?: (?:Jr|Sr|\d(?:st|nd|rd|th)))?"
)
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC\d+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_RELATIONS = {name.casefold(): kind for name, kind in PUBMED_RELATIONS.items()}


@dataclass(frozen=True)
class Summary:
    """A paper in a few words: plain text, authors by their initials and surname, ``year`` 0 when unknown."""

    ids: PaperIds
    title: str
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: int = 0
    retracted: bool = False


def read_summary(record: bytes | msgspec.Raw) -> Summary | None:
    """Read the summary of one record, of PubMed or of PMC; None when it is none, or has no title."""
    try:
        told = read_json(record, _Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    title = _title(told)
    if told.error or not title:
        return None
    types = tuple(told.pubtype or ())
    relations = tuple(_relations(told))
    return Summary(
        ids=_ids({each.idtype: str(each.value) for each in told.articleids or ()}),
        title=title,
        authors=tuple(filter(None, map(_name, told.authors or ()))),
        journal=folded(html.unescape(told.fulljournalname or told.source or told.booktitle or "")),
        year=_year(told),
        retracted=is_retracted(title, article_type_of(types), types, relations),
    )


class _Author(msgspec.Struct):
    name: str = ""
    authtype: str = ""


class _ArticleId(msgspec.Struct):
    idtype: str = ""
    value: str | int = ""


class _Reference(msgspec.Struct):
    reftype: str = ""


class _Record(msgspec.Struct):
    error: str | None = None
    title: str | None = None
    vernaculartitle: str | None = None
    booktitle: str | None = None
    authors: list[_Author] | None = None
    fulljournalname: str | None = None
    source: str | None = None
    pubdate: str | None = None
    epubdate: str | None = None
    pubtype: list[str] | None = None
    articleids: list[_ArticleId] | None = None
    references: list[_Reference] | None = None


def _title(told: _Record) -> str:
    for written in (told.title, told.vernaculartitle, told.booktitle):
        title = folded(unbracketed(_rich(html.unescape(written or ""))).plain)
        if title:
            return title
    return ""


def _rich(text: str) -> RichText:
    """Read the few tags that titles have; every other angle bracket is a sign like any."""
    runs, style, start = [], "", 0
    for tag in _TAG.finditer(text):
        runs.append(_run(text[start : tag.start()], style))
        style = "" if tag[1] else tag[2].lower()
        start = tag.end()
    runs.append(_run(text[start:], style))
    return RichText(tuple(run for run in runs if run.text))


def _run(text: str, tag: str) -> Run:
    return Run(text, _STYLES.get(tag, ""))


def _name(author: _Author) -> str:
    """The name as the application writes names, given ones first, of which a summary has the initials."""
    name = folded(html.unescape(author.name))
    parts = _NAME_AND_INITIALS.fullmatch(name) if author.authtype != "CollectiveName" else None
    return Author(parts["surname"], parts["initials"]).name if parts else name


def _ids(given: Mapping[str, str]) -> PaperIds:
    pmid = _PMID.fullmatch(given.get("pubmed") or given.get("pmid") or "")
    pmcid = _PMCID.search(given.get("pmc") or given.get("pmcid") or "")
    doi = _DOI.fullmatch(given.get("doi", ""))
    return PaperIds(
        pmid=pmid.group() if pmid else None,
        pmcid=pmcid.group().upper() if pmcid else None,
        doi=doi.group() if doi else None,
    )


def _year(told: _Record) -> int:
    date = earliest([date_of(told.pubdate or ""), date_of(told.epubdate or "")])
    return date.year if date else 0


def _relations(told: _Record) -> Iterator[Relation]:
    """What a summary says of other records: ``Retraction in`` is the ``RetractionIn`` of the XML."""
    for reference in told.references or ():
        kind = _RELATIONS.get(reference.reftype.replace(" ", "").casefold())
        if kind:
            yield Relation(kind)
