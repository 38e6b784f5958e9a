"""What stands around the body: acknowledgements, appendices, notes, funding, interests."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats.blocks import paragraphs_in, section_of
from videogen_desktop.papers.jats.elements import descendants, text_at, texts_at
from videogen_desktop.papers.markup import heading_text, plain_text_of
from videogen_desktop.papers.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_KINDS = {
    "ack": "acknowledgements",
    "app": "appendix",
    "bio": "biography",
    "fn-group": "footnotes",
    "glossary": "glossary",
    "notes": "notes",
    "sec": "back-matter",
}
"""What a part of ``back`` is called, so that it is never taken for the body."""
_KEPT_KINDS = ("methods", "materials|methods", "supplementary-material")
"""Some journals print these at the end."""
_ABOUT_INTERESTS = re.compile(
    r"\b(?:competing|conflict(?:ing|s)?(?: of)?|declarations? of)\s+(?:\w+\s+)?interests?\b|\bdisclosures?\b"
    r"|\bnothing to disclose\b",
    re.IGNORECASE,
)
_ABOUT_MONEY = re.compile(
    r"\b(?:fund(?:ed|ing|s|er)|grants?|sponsor(?:ed|s|ship)?|financ(?:ed|ial(?:ly)?)"
    r"|supported (?:by|in part))\b",
    re.IGNORECASE,
)
_FUNDING_TITLE = re.compile(r"\b(?:funding|financial (?:support|disclosure)|grant support)\b", re.IGNORECASE)
_CONFLICT_TYPES = ("conflict", "coi-statement", "conflict-of-interest", "competing-interest")
_FUNDING_TYPES = ("financial-disclosure", "supported-by", "funding-information", "funding-statement")
_REGISTRY_NUMBER = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/)?10\.13039/\d+\s*")
"""A funder's DOI in the Crossref registry, which some journals print against its name."""


def read_back(article: Element) -> tuple[Section, ...]:
    """Return the prose of ``back`` as sections."""
    back = article.find("back")
    if back is None:
        return ()
    parts = (
        part for child in back for part in (child.findall("app") if child.tag == "app-group" else [child])
    )
    sections = (_section(part) for part in parts if part.tag in _KINDS)
    return tuple(section for section in sections if section.paragraphs or section.sections)


def read_conflicts(article: Element) -> tuple[str, ...]:
    """Return what the authors declare about their interests."""
    found = [_said(note) for note in _notes(article) if _note_type(note) in _CONFLICT_TYPES]
    found += [
        _said(part) for part in descendants(article) if part.tag in ("sec", "notes") and _on_interests(part)
    ]
    if not found:
        found = [_said(note) for note in _notes(article) if _ABOUT_INTERESTS.search(plain_text_of(note))]
    return tuple(dict.fromkeys(filter(None, found)))


def read_funding(article: Element) -> tuple[str, ...]:
    """Return who paid: the statements, each award, and failing those what the acknowledgements say of it."""
    meta = article.find("front/article-meta")
    found = [*texts_at(meta, "funding-group/funding-statement"), *_awards(meta)]
    found += [_said(note) for note in _notes(article) if _note_type(note) in _FUNDING_TYPES]
    found += [
        _said(part) for part in descendants(article) if part.tag in ("sec", "notes") and _on_funding(part)
    ]
    if not found:
        places = [note for note in _notes(article) if not _note_type(note)] + article.findall("back/ack")
        said = (paragraph.text for place in places for paragraph in paragraphs_in(place))
        found = [text for text in said if _ABOUT_MONEY.search(text) and not _ABOUT_INTERESTS.search(text)]
    return tuple(dict.fromkeys(filter(None, found)))


def _section(part: Element) -> Section:
    title = heading_text(part.find("label")) if part.tag == "app" else ""
    if part.tag == "fn-group":
        general = [note for note in part if note.tag == "fn" and not _declared(note)]
        paragraphs = tuple(paragraph for note in general for paragraph in paragraphs_in(note))
        return Section(heading_text(part.find("title")), paragraphs, kind=_KINDS[part.tag])
    section = section_of(part, _KINDS[part.tag], title)
    return section if section.kind in _KEPT_KINDS else replace(section, kind=_KINDS[part.tag])


def _declared(note: Element) -> bool:
    """Whether a footnote is kept among the conflicts or the funding."""
    return _note_type(note) in (*_CONFLICT_TYPES, *_FUNDING_TYPES)


def _notes(article: Element) -> Iterator[Element]:
    """Yield the footnotes of the authors and those after the text, not those of tables."""
    for path in ("front/article-meta/author-notes/fn", "back/fn-group/fn", "back//fn-group/fn"):
        yield from article.findall(path)


def _note_type(note: Element) -> str:
    return note.get("fn-type", "").lower()


def _said(part: Element) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs_in(part))


def _on_interests(part: Element) -> bool:
    kind = (part.get("sec-type") or part.get("notes-type") or "").lower()
    return kind in _CONFLICT_TYPES or bool(_ABOUT_INTERESTS.search(heading_text(part.find("title"))))


def _on_funding(part: Element) -> bool:
    kind = (part.get("sec-type") or part.get("notes-type") or "").lower()
    return kind in _FUNDING_TYPES or bool(_FUNDING_TITLE.search(heading_text(part.find("title"))))


def _awards(meta: Element | None) -> Iterator[str]:
    """Yield each award as ``funder (number)``, in the old tags too."""
    if meta is None:
        return
    for award in meta.findall("funding-group/award-group"):
        funders = ", ".join(
            dict.fromkeys(_REGISTRY_NUMBER.sub(" ", text).strip() for text in _funders(award))
        )
        numbers = ", ".join(texts_at(award, "award-id"))
        yield f"{funders} ({numbers})" if funders and numbers else funders or numbers
    for sponsor in ("contract-sponsor", "grant-sponsor"):
        number = text_at(meta, sponsor.replace("sponsor", "num"))
        for funder in texts_at(meta, sponsor):
            yield f"{funder} ({number})" if number else funder


def _funders(award: Element) -> Iterator[str]:
    for source in award.findall("funding-source"):
        named = texts_at(source, ".//institution")
        yield from named or (plain_text_of(source),)
