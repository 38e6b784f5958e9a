"""What is said of a text while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from videogen_desktop.papers.identifiers import Refused


@dataclass(frozen=True)
class Typed:
    """How much of a text is understood; ``first_refused`` is the first of what is not."""

    papers: int = 0
    repeated: int = 0
    refused: int = 0
    first_refused: Refused | None = None


def look_at(text: str) -> Typed:
    """Count the papers that a text names."""
    recognised = read_list(text)
    return Typed(
        len(recognised.found),
        len(recognised.duplicates),
        len(recognised.refused),
        recognised.refused[0] if recognised.refused else None,
    )
