"""A paper that is in this program's hands, and what is said of one that lacks its text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.papers.model import Paper

    Progress = Callable[[float, str], None]
    OnPaper = Callable[[Paper], None]

ABSTRACT_ONLY = "Only the abstract of this paper could be had, so the film is made from the abstract alone."

READ = 0.5
"""How far it is when the text is there and the figures are not."""


@dataclass(frozen=True)
class FetchedPaper:
    """A paper, and the XML that it was read from."""

    paper: Paper
    xml: bytes = field(repr=False)


def noted(paper: Paper) -> Paper:
    """Say of a paper that its abstract is all there is."""
    return replace(paper, notes=(*paper.notes, ABSTRACT_ONLY))


def require_text(paper: Paper, name: str) -> None:
    """Refuse a paper with nothing to tell.

    Raises:
        VideoGenError: ``no-text``.
    """
    if next(paper.passages(), None) is None:
        raise VideoGenError(
            "no-text",
            f"There is neither an abstract nor a full text of {name}.",
            "If you have the paper's JATS XML, give that file instead.",
        )


def part(progress: Progress, start: float, end: float) -> Progress:
    """Tell of a part of the whole, which goes from 0 to 1 itself."""
    return lambda fraction, message: progress(start + (end - start) * fraction, message)
