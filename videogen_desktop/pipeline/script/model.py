"""What script.json holds: scenes of sentences, each of which names its place in the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SceneKind = Literal["title", "text", "figure", "source"]

RECORD = "Article information"
"""The section of what the record itself says: authors, journal, licence."""


@dataclass(frozen=True)
class Source:
    """Where in the paper a sentence comes from.

    ``quote`` stands in the paper letter for letter. ``section`` is its path for a person
    (``Abstract › Results``), ``locator`` the same for a program; ``paragraph`` and ``sentence`` count from 1.
    Facts of the record itself have the section ``RECORD``.
    """

    section: str
    locator: str
    paragraph: int
    sentence: int
    quote: str


@dataclass(frozen=True)
class Sentence:
    """One sentence that is spoken, captioned and, on a text scene, shown as a point."""

    text: str
    source: Source


@dataclass(frozen=True)
class Line:
    """A line that is shown and not spoken: an author list, a citation, a licence."""

    text: str
    source: Source


@dataclass(frozen=True)
class FigureUse:
    """A figure on screen: its picture, and the credit its licence asks for."""

    id: str
    file: str
    """Relative to the output folder."""
    label: str
    credit: str
    may_move: bool
    """False under a licence without derivatives: the figure stands still and whole."""


@dataclass(frozen=True)
class Scene:
    """One scene: what is said while it is on screen, and what it shows."""

    kind: SceneKind
    heading: str
    sentences: tuple[Sentence, ...]
    lines: tuple[Line, ...] = ()
    figure: FigureUse | None = None


@dataclass(frozen=True)
class Card:
    """The paper's name on the film: shown on the title scene, in the footer and in the metadata."""

    title: str
    """The title as runs of HTML limited to ``i``, ``sub`` and ``sup``, everything else escaped."""
    plain_title: str
    authors: str
    journal: str
    year: str
    doi: str
    pmid: str
    pmcid: str
    licence: str
    licence_url: str


@dataclass(frozen=True)
class Closing:
    """Words of whoever makes the film: shown in the last scene, not spoken, and not taken from the paper.

    They are no sentence and have no source; ``origin`` says so to whoever reads the file.
    """

    text: str
    origin: Literal["maker"] = "maker"


@dataclass(frozen=True)
class Script:
    """The whole film as text."""

    version: int
    card: Card
    scenes: tuple[Scene, ...]
    banner: str = ""
    """Shown on every scene when the viewer must not miss it: a retraction, or an abstract-only film."""
    warning: bool = False
    """True when the banner is a warning (a retraction) and not a remark."""
    notes: tuple[str, ...] = ()
    closing: Closing | None = None
