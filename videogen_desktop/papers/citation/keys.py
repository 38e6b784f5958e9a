"""Citation keys: ASCII, and the same for the same paper each time."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from videogen_desktop.papers.citation.names import surname_and_suffix

if TYPE_CHECKING:
    from collections.abc import Container

    from videogen_desktop.papers.model import Paper

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "ng"}
)
_SMALL_WORDS = re.compile(
    r"[a-z]|an|and|are|as|at|by|can|does|do|for|from|how|in|into|is|its?|of|on|or|than|that|the|this|to|was|were|what"
    r"|when|which|who|why|with"
)


def citation_key(paper: Paper, taken: Container[str] = ()) -> str:
    """Return a key such as ``yang2018simultaneous``: first author, year and the title's first telling word.

    Args:
        paper: The paper.
        taken: Keys of the same list; a key that is among them gets a number.
    """
    first = paper.authors[0] if paper.authors else None
    author = _ascii(first.collective or surname_and_suffix(first)[0] or first.given) if first else ""
    year = str(paper.published.year) if paper.published else ""
    words = (_ascii(word) for word in paper.title.plain.split())
    word = next((word for word in words if word and not _SMALL_WORDS.fullmatch(word)), "")
    key = author[:40] + year + word[:40] or f"pmid{paper.ids.pmid or ''}"
    key = key if key[0].isalpha() else f"anon{key}"
    number = 2
    unique = key
    while unique in taken:
        unique, number = f"{key}-{number}", number + 1
    return unique


def _ascii(text: str) -> str:
    spelled = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]", "", spelled)
