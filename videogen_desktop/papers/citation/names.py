"""Names of authors as reference lists write them."""

from __future__ import annotations

import re

from videogen_desktop.papers.citation.line import one_line
from videogen_desktop.papers.model import Author

_SUFFIXED = re.compile(r"(?P<surname>.*\S)[\s,]+(?P<suffix>Jr|Sr|II|III|IV|2nd|3rd|4th)\.?")
_GROUP = re.compile(
    r"\b(?:academ|associat|board|cent(?:er|re)\b|collaborat|college|committee|consorti|council|department"
    r"|federation|foundation|group\b|initiative|institut|investigators|ministry|network|organi[sz]ation|panel"
    r"|program|societ|staff\b|study\b|task ?force|team\b|union\b|universit)",
    re.IGNORECASE,
)


def author_of(name: str) -> Author:
    """Return the author that a name stands for which is written as it is read aloud, given names first.

    The last word is the surname, with the words in lower case right before it (``van der``), as BibTeX
    reads a name. What speaks of a group, or is a single word, stays whole.
    """
    words = one_line(name).split()
    if len(words) < 2 or _GROUP.search(name):
        return Author(collective=" ".join(words))
    suffixed = len(words) > 2 and _SUFFIXED.fullmatch(" ".join(words[-2:]))
    first = len(words) - (2 if suffixed else 1)
    while first > 1 and words[first - 1].islower():
        first -= 1
    return Author(surname=" ".join(words[first:]), given=" ".join(words[:first]))


def surname_and_suffix(author: Author) -> tuple[str, str]:
    """Return the surname alone, and the generation named with it (``Jr``, ``3rd``) if any."""
    surname = one_line(author.surname)
    found = _SUFFIXED.fullmatch(surname)
    return (found["surname"], found["suffix"]) if found else (surname, "")


def initials(given: str) -> str:
    """Return ``JP`` for ``Jean-Paul`` and for ``J. P.``."""
    words = re.split(r"[\s.‐‑-]+", one_line(given))
    return "".join(word[0].upper() for word in words if word and word[0].isalpha())
