"""What a player can tell about a film without showing it: its tags and the names of its chapters."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.film.model import Chapter
from videogen_desktop.pipeline.film.text import one_line, within_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.pipeline.script.model import Card

_LONGEST_CHAPTER = 255
"""Bytes; the length of a chapter's name is stored in one."""
_LONGEST_TAG = 2000


def film_tags(card: Card) -> dict[str, str]:
    """Return the film's tags under FFmpeg's names; what the paper does not say is left out."""
    link = f"https://doi.org/{card.doi}" if card.doi else ""
    licence = _joined(" ", card.licence, f"({card.licence_url})" if card.licence_url else "")
    record = _joined(", ", *(f"{name} {value}" for name, value in _identifiers(card) if value))
    title = f"“{card.plain_title}”." if card.plain_title else ""
    source = _joined(" ", title, card.journal, card.year, link)
    tags = {
        "title": card.plain_title,
        "artist": card.authors,
        "date": card.year,
        "comment": _joined(". ", record, f"Licence of the paper: {licence}" if licence else ""),
        "description": f"Made from {source}" if source else "",
        "copyright": licence,
    }
    cleaned = {name: within_bytes(one_line(value), _LONGEST_TAG) for name, value in tags.items()}
    return {name: value for name, value in cleaned.items() if value}


def film_chapters(scenes: Sequence[tuple[str, int]]) -> tuple[Chapter, ...]:
    """Return a chapter a scene.

    Args:
        scenes: The heading and the length in frames of each scene, in order.
    """
    borders = accumulate((frames for _, frames in scenes), initial=0)
    return tuple(
        Chapter(_name(heading, number), start, end)
        for number, ((heading, _), (start, end)) in enumerate(
            zip(scenes, pairwise(borders), strict=True), start=1
        )
    )


def _name(heading: str, number: int) -> str:
    return within_bytes(one_line(heading), _LONGEST_CHAPTER) or f"Scene {number}"


def _identifiers(card: Card) -> tuple[tuple[str, str], ...]:
    return ("doi", card.doi), ("PMID", card.pmid), ("PMCID", card.pmcid)


def _joined(separator: str, *parts: str) -> str:
    return separator.join(part for part in parts if part)
