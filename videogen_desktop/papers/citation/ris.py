"""A record in the RIS format of reference managers.

Tags after the "RIS Format Specifications" (Research Information Systems, 2011): ``T2`` is the journal, ``JO``
its abbreviation, ``AN`` the PMID, ``C2`` the PMCID.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.papers.citation.keys import citation_key
from videogen_desktop.papers.citation.line import one_line
from videogen_desktop.papers.citation.names import surname_and_suffix
from videogen_desktop.papers.citation.places import address, first_and_last_page, short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.papers.model import Author, Paper, PartialDate


def ris(paper: Paper) -> str:
    """Return the record of a paper, its lines ended with CR LF, from ``TY`` to ``ER`` and an empty line."""
    told = ((tag, one_line(value)) for tag, value in _fields(paper))
    lines = "".join(f"{tag}  - {value}\r\n" for tag, value in told if value)
    return f"{lines}ER  - \r\n\r\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    ids, journal = paper.ids, paper.journal
    yield "TY", "CHAP" if paper.article_type == "book-chapter" else "JOUR"
    yield "ID", citation_key(paper)
    for author in paper.authors:
        yield "AU", _name(author)
    yield "TI", paper.title.plain
    yield "T2", journal.title
    yield "JO", short_name(journal)
    yield "PB", journal.publisher
    yield "PY", str(paper.published.year) if paper.published else ""
    yield "DA", _date(paper.published)
    yield "VL", paper.volume
    yield "IS", paper.issue
    first, last = first_and_last_page(paper.pages)
    yield "SP", first
    yield "EP", last
    yield "SN", journal.issn or ""
    yield "DO", ids.doi or ""
    yield "AN", ids.pmid or ""
    yield "C2", ids.pmcid or ""
    yield "UR", address(ids)
    yield "LA", paper.language
    yield "N1", "Retracted publication" if paper.retracted else ""


def _name(author: Author) -> str:
    """``Surname, Given, Suffix``; a comma within a part would begin the next one."""
    if author.collective:
        return author.collective
    parts = (*surname_and_suffix(author), author.given)
    surname, suffix, given = (part.replace(",", " ") for part in parts)
    return ", ".join((surname, given, suffix)).rstrip(", ")


def _date(date: PartialDate | None) -> str:
    """``YYYY/MM/DD/``; a part that is not known stays empty between its slashes."""
    if date is None:
        return ""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"
