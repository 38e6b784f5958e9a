"""What can be exported of a film."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.papers.citation import CitationForm

Part = Literal["film", "srt", "vtt", "thumbnail", "script", "text", "bibtex", "ris"]
"""``text``, ``bibtex`` and ``ris`` are the paper's citation in these forms."""


@dataclass(frozen=True)
class Kind:
    """A part's ending, what it is called in a sentence, and the file in the film's folder it is made from."""

    suffix: str
    name: str
    made_from: str


KINDS: Final[Mapping[Part, Kind]] = {
    "film": Kind(".mp4", "film", "final_video.mp4"),
    "srt": Kind(".srt", "subtitle file (.srt)", "captions.srt"),
    "vtt": Kind(".vtt", "subtitle file (.vtt)", "captions.vtt"),
    "thumbnail": Kind(".jpg", "thumbnail", "thumbnail.jpg"),
    "script": Kind(".md", "script", "script.json"),
    "text": Kind(".txt", "citation (.txt)", "paper.json"),
    "bibtex": Kind(".bib", "citation (.bib)", "paper.json"),
    "ris": Kind(".ris", "citation (.ris)", "paper.json"),
}
PARTS: Final[tuple[Part, ...]] = get_args(Part)
CITATIONS: Final[Mapping[Part, CitationForm]] = {"text": "text", "bibtex": "bibtex", "ris": "ris"}
LONGEST_SUFFIX: Final = max(len(kind.suffix) for kind in KINDS.values())
