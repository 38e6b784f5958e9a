"""Entries of a BibTeX file, in UTF-8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.citation.keys import citation_key
from videogen_desktop.papers.citation.line import one_line
from videogen_desktop.papers.citation.months import month_name
from videogen_desktop.papers.citation.names import surname_and_suffix
from videogen_desktop.papers.citation.places import address, first_and_last_page
from videogen_desktop.papers.citation.tex import escaped, protected, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from videogen_desktop.papers.model import Author, Paper
    from videogen_desktop.papers.richtext import RichText, Run

_JOINING = re.compile(r"[,{}]|\band\b", re.IGNORECASE)
"""What BibTeX would take a name apart at."""


def bibtex(papers: Iterable[Paper]) -> str:
    """Return an entry a paper, in order, with keys that differ."""
    entries: dict[str, str] = {}
    for paper in papers:
        key = citation_key(paper, entries)
        entries[key] = _entry(paper, key)
    return "\n".join(entries.values())


def _entry(paper: Paper, key: str) -> str:
    kind, where = _kind(paper)
    lines = [f"  {name} = {value},\n" for name, value in (*_fields(paper, where),) if value not in {"", "{}"}]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _kind(paper: Paper) -> tuple[str, str]:
    if paper.article_type == "book-chapter":
        return "incollection", "booktitle"
    return ("article", "journal") if paper.journal.name else ("misc", "howpublished")


def _fields(paper: Paper, where: str) -> Iterator[tuple[str, str]]:
    date, ids = paper.published, paper.ids
    yield "author", _braced(" and ".join(filter(None, map(_name, paper.authors))))
    yield "title", _braced(_title(paper.title))
    yield where, _text(paper.journal.name)
    yield "publisher", _text(paper.journal.publisher) if where == "booktitle" else ""
    yield "year", _braced(str(date.year) if date else "")
    yield "month", month_name(date.month).lower() if date else ""
    yield "volume", _text(paper.volume)
    yield "number", _text(paper.issue)
    yield "pages", _text("--".join(filter(None, first_and_last_page(paper.pages))))
    yield "issn", _text(paper.journal.issn or "")
    yield "doi", _verbatim(ids.doi or "")
    yield "pmid", _text(ids.pmid or "")
    yield "pmcid", _text(ids.pmcid or "")
    yield "url", "" if ids.doi else _verbatim(address(ids))
    yield "language", _text("" if paper.language == "en" else paper.language)
    yield "note", _text("Retracted" if paper.retracted else "")


def _name(author: Author) -> str:
    if author.collective:
        return _braced(escaped(one_line(author.collective)))
    surname, suffix = surname_and_suffix(author)
    return ", ".join(_part(part) for part in (surname, suffix, one_line(author.given)) if part)


def _part(name: str) -> str:
    return _braced(escaped(name)) if _JOINING.search(name) else escaped(name)


def _title(title: RichText) -> str:
    """Word by word: one with a capital that a style would make small is protected."""
    words = [_word(word, first=not index) for index, word in enumerate(_words(title.runs))]
    return " ".join(words)


def _word(pieces: list[tuple[str, str]], *, first: bool) -> str:
    tex = "".join(styled(text, style) for text, style in pieces)
    plain = "".join(text for text, _ in pieces)
    capitals = any(letter.isupper() for letter in (plain[1:] if first else plain))
    return protected(tex) if capitals else tex


def _words(runs: tuple[Run, ...]) -> Iterator[list[tuple[str, str]]]:
    """The title's words, each as pieces of one style."""
    word: list[tuple[str, str]] = []
    for run in runs:
        for piece in re.split(r"(\s+)", _visible(run.text)):
            if not piece.isspace():
                word += [(piece, run.style)] if piece else []
            elif word:
                yield word
                word = []
    if word:
        yield word


def _visible(text: str) -> str:
    """On one line, with the spaces at its ends, which part words of two runs."""
    start, end = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return f"{start}{one_line(text)}{end}"


def _verbatim(address_or_doi: str) -> str:
    """For fields that styles typeset letter for letter: only what would unbalance the entry is encoded."""
    encoded = one_line(address_or_doi).translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})
    return _braced(encoded)


def _text(text: str) -> str:
    return _braced(escaped(one_line(text)))


def _braced(tex: str) -> str:
    return f"{{{tex}}}"
