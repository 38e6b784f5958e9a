"""Small articles for tests, written around the part that a test is about."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from videogen_desktop.papers.jats import parse_jats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Paper, Paragraph, Section

_FORM = """<article article-type="{kind}" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:ali="http://www.niso.org/schemas/ali/1.0/">
<front><journal-meta>{journal}</journal-meta><article-meta>{meta}</article-meta></front>
<body>{body}</body><back>{back}</back>{after}</article>"""


def article(
    body: str = "",
    *,
    meta: str = "",
    back: str = "",
    after: str = "",
    journal: str = "",
    kind: str = "research-article",
) -> Paper:
    """Read an article with these parts."""
    parts = {"body": body, "meta": meta, "back": back, "after": after, "journal": journal, "kind": kind}
    return parse_jats(_FORM.format(**parts).encode())


def paragraphs(body: str) -> list[Paragraph]:
    """Read a body and return its paragraphs in order."""
    return [passage.paragraph for passage in article(body).passages()]


def texts(body: str) -> list[str]:
    """Read a body and return the texts of its paragraphs in order."""
    return [paragraph.text for paragraph in paragraphs(body)]


def marked(paragraph: Paragraph, kind: str) -> list[str]:
    """Return the stretches of a paragraph that carry a mark of one kind."""
    return [paragraph.text[mark.start : mark.end] for mark in paragraph.marks if mark.kind == kind]


def outline(sections: tuple[Section, ...]) -> list[object]:
    """Return sections as nested lists of titles and paragraphs."""
    return [[s.title, s.kind, [p.text for p in s.paragraphs], outline(s.sections)] for s in sections]


def letters(pieces: Iterable[str]) -> str:
    """Text without white space, in which raised and lowered digits are digits."""
    text = unicodedata.normalize("NFKC", "".join(pieces)).translate(
        {ord("−"): "-", ord("^"): None, ord(":"): None}
    )
    return "".join(text.split())
