"""What a queue wants to know of a paper and its script, read from the files that a pipeline has made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.script.model import Script
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import PaperFacts

_LONGEST = 2000
"""Characters of a title or a journal's name that are kept of a file by somebody else's program."""


def facts_of(content: bytes, known: PaperFacts) -> PaperFacts | None:
    """What paper.json of the built-in pipeline says, added to what is known; None when it cannot be read."""
    try:
        paper = read_json(content, Paper)
    except (msgspec.DecodeError, RecursionError):
        return None
    return replace(
        known,
        pmid=paper.ids.pmid or known.pmid,
        pmcid=paper.ids.pmcid or known.pmcid,
        doi=paper.ids.doi or known.doi,
        title=paper.title.plain,
        authors=tuple(author.name for author in paper.authors),
        journal=paper.journal.name,
        year=paper.published.year if paper.published else 0,
        licence=paper.licence.code,
        retracted=paper.retracted,
        abstract_only=not paper.has_full_text,
    )


def foreign_facts_of(content: bytes, known: PaperFacts) -> PaperFacts | None:
    """What paper.json of somebody else's pipeline says, as far as it can be understood.

    Its identifiers are not taken: one that is wrong would make two papers one.
    """
    told = _decoded(content)
    if not isinstance(told, dict):
        return None
    title, journal = told.get("title"), told.get("journal")
    facts = replace(
        known,
        title=_line(title) or known.title,
        journal=_line(journal) or known.journal,
        year=_year(told.get("year")) or known.year,
        authors=_names(told.get("authors")) or known.authors,
    )
    return None if facts == known else facts


def script_text(content: bytes) -> str | None:
    """All that script.json of the built-in pipeline says aloud, to be searched; None when unreadable."""
    try:
        script = read_json(content, Script)
    except (msgspec.DecodeError, RecursionError):
        return None
    return "\n".join(sentence.text for scene in script.scenes for sentence in scene.sentences)


def foreign_script_text(content: bytes) -> str | None:
    """The texts of the scenes in script.json of somebody else's pipeline; None when there are none."""
    texts = [scene.get("text") for scene in scenes_in(content) if isinstance(scene, dict)]
    return "\n".join(text for text in texts if isinstance(text, str)) or None


def scenes_in(content: bytes) -> list[object]:
    """The scenes in any script.json: a list, or an object with a list of that name; empty when unreadable."""
    told = _decoded(content)
    scenes = told.get("scenes") if isinstance(told, dict) else told
    return scenes if isinstance(scenes, list) else []


def _decoded(content: bytes) -> object:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return None


def _line(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _year(value: object) -> int:
    digits = str(value) if isinstance(value, int | str) else ""
    return int(digits) if len(digits) == 4 and digits.isdecimal() else 0


def _names(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else []
    return tuple(name for name in map(_line, names[:_LONGEST]) if name)
