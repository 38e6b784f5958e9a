"""What can be searched for: a job's words, folded, and the query of FTS5 that what was typed stands for.

https://www.sqlite.org/fts5.html#full_text_query_syntax
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import update

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.store.tables import TEXT
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.identifiers.forms import DOI_PREFIX

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import PaperFacts
    from videogen_desktop.jobs.store.changing import Change

_DOI = re.compile(rf"{DOI_PREFIX}/")
_NO_LETTER = re.compile(r"[\W_]")
JOINT = "\ue000"
"""A character for private use, which FTS5 counts among the letters and no text has."""
_MOST_WORDS = 32
_LONGEST = 2000
"""Characters. More than that was pasted by mistake."""


def folded(text: str) -> str:
    """Return ``text`` without case and accents, so that texts that read alike are alike."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def text_columns(facts: PaperFacts) -> dict[str, str]:
    """What a job about a paper is found by, but for its script."""
    return {
        "title": folded(facts.title),
        "authors": folded(" ".join(facts.authors)),
        "journal": folded(facts.journal),
        "ids": " ".join(_names(facts)),
    }


def match_expression(typed: str) -> str | None:
    """What was typed as a query of FTS5: every word of it, each at a word's start; None for no word.

    Nothing in it is an operator.
    """
    return " ".join(f'"{word}"*' for word in words_of(typed)) or None


def words_of(typed: str) -> list[str]:
    """The words of what was typed, folded: those of them that FTS5 can find."""
    words = [_plain(word) for word in _seen(typed[:_LONGEST]).split()]
    return [word for word in words if any(character.isalnum() for character in word)][:_MOST_WORDS]


def set_script(change: Change, job_id: int, script: str) -> None:
    """Keep the words of a job's script."""
    change.connection.execute(update(TEXT).where(TEXT.c.rowid == job_id).values(script=folded(script)))
    change.update_jobs([job_id])


def _names(facts: PaperFacts) -> list[str]:
    names = []
    if facts.pmid:
        names += ["pmid", facts.pmid]
    if facts.pmcid:
        names += [facts.pmcid.lower(), facts.pmcid[3:]]
    if facts.doi:
        names += ["doi", folded(facts.doi), _one_word(folded(facts.doi))]
    if facts.source:
        names += [folded(facts.source.name)]
    return names


def _seen(typed: str) -> str:
    """What can be seen of it: a NUL would end the query, and half a character cannot be stored."""
    return "".join(character if character.isprintable() else " " for character in typed)


def _plain(word: str) -> str:
    """A word folded; of an address, or a name with its label, the name that it is of."""
    if "/" in word or ":" in word:
        with contextlib.suppress(VideoGenError):
            word = parse_identifier(word).value
    plain = folded(word)
    return _one_word(plain) if _DOI.match(plain) else plain.replace('"', " ")


def _one_word(doi: str) -> str:
    """A DOI that FTS5 does not take apart: it is found at once, and not by way of every “10” there is."""
    return _NO_LETTER.sub(JOINT, doi)
