"""What a paper is, once read: frozen data that every later step works from and paper.json holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from videogen_desktop.papers.richtext import RichText

if TYPE_CHECKING:
    from collections.abc import Iterator

MarkKind = Literal["citation", "figure-ref", "table-ref", "formula", "italic"]
RelationKind = Literal[
    "retracted-by",
    "retraction-of",
    "corrected-by",
    "correction-of",
    "concern-in",
    "concern-about",
    "comment-on",
    "commented-by",
    "other",
]
Origin = Literal["pmc-bucket", "pmc-efetch", "pubmed-abstract", "in-hand"]


@dataclass(frozen=True)
class PaperIds:
    """The names of one paper. ``pmid`` is digits, ``pmcid`` is ``PMC`` and digits without a version."""

    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None


@dataclass(frozen=True)
class PartialDate:
    """A date as exact as the journal gave it."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Author:
    """One author; a group has only ``collective``."""

    surname: str = ""
    given: str = ""
    collective: str = ""
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as it is read aloud: given names first."""
        return self.collective or f"{self.given} {self.surname}".strip()


@dataclass(frozen=True)
class Journal:
    """Where the paper appeared."""

    title: str = ""
    abbreviation: str = ""
    issn: str | None = None
    publisher: str = ""

    @property
    def name(self) -> str:
        """What the journal is called: its title, else its abbreviation."""
        return self.title or self.abbreviation


@dataclass(frozen=True)
class Mark:
    """A stretch ``text[start:end]`` of a paragraph that is more than prose.

    A ``citation`` is what can be cut and leave the sentence whole: ``[12,13]``, ``(Smith et al., 2010)`` or
    ¹²,¹³, brackets included; a name that is part of the sentence is not marked. A ``formula`` that the paper
    shows only as a picture reads ``[formula]`` or ``[symbol]``.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""
    """The id that a citation or reference points to, when the paper says so."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as plain text, white space folded, with its marks in order of ``start``."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class AbstractSection:
    """A labelled part of a structured abstract, or the whole of a plain one (``label`` empty)."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Abstract:
    """One abstract. ``kind`` is empty for the main one, else the paper's word (``summary``, …).

    An abstract in another language has the kind ``translation-`` and the language (``translation-fr``).
    """

    sections: tuple[AbstractSection, ...]
    kind: str = ""
    title: str = ""


@dataclass(frozen=True)
class Section:
    """A section of the body with its own paragraphs, in order, and its subsections."""

    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    kind: str = ""
    """The JATS ``sec-type``, such as ``methods``, when the paper gives one.

    What is no part of the argument is ``boxed-text``, ``supplementary-material`` (what is said of supplements
    and films) or, from behind the body, ``acknowledgements``, ``appendix``, ``back-matter``, ``biography``,
    ``footnotes``, ``glossary`` or ``notes``.
    """


@dataclass(frozen=True)
class Licence:
    """The terms a work may be used under.

    ``code`` is an SPDX-like word (``CC-BY-4.0``, ``CC-BY`` when the paper names no version, ``CC0-1.0``,
    ``public-domain``) or ``unknown``. ``statement`` is the paper's own sentence.
    """

    code: str = "unknown"
    name: str = "unknown licence"
    url: str = ""
    statement: str = ""

    @property
    def known(self) -> bool:
        """Whether the terms are ones that allow use at all; an unknown licence is none."""
        return self.code != "unknown"

    @property
    def allows_changes(self) -> bool:
        """Whether a picture may be cropped, moved or otherwise changed (no under ND)."""
        return self.known and "-ND" not in self.code


@dataclass(frozen=True)
class Figure:
    """A figure and, once fetched, its picture file."""

    id: str
    label: str
    title: RichText = field(default_factory=RichText)
    caption: tuple[Paragraph, ...] = ()
    graphics: tuple[str, ...] = ()
    """The names that the paper's XML gives its pictures, usually without an ending."""
    licence: Licence | None = None
    """Terms of this figure alone; None means those of the paper."""
    permission: str = ""
    """The sentence that says the figure is someone else's (``Reproduced with permission from …``)."""
    file: str | None = None
    """The picture, relative to the output folder (``figures/fig1.jpg``); None when it could not be had."""


@dataclass(frozen=True)
class Table:
    """A table's words; its cells are not narrated."""

    id: str
    label: str
    caption: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Relation:
    """A link to another record that changes how this one is to be read."""

    kind: RelationKind
    pmid: str | None = None
    doi: str | None = None
    text: str = ""


@dataclass(frozen=True)
class Passage:
    """One paragraph with its place in the paper."""

    section: tuple[str, ...]
    """Titles from the outermost section inwards: ``("Abstract", "Results")``."""
    locator: str
    """A stable path such as ``abstract/0/1`` or ``body/2/0``: section indices from the outermost."""
    kind: str
    """The nearest JATS ``sec-type`` or ``abstract``; empty when the paper says nothing."""
    index: int
    """The paragraph's number in its section, from 1."""
    paragraph: Paragraph


@dataclass(frozen=True)
class Paper:
    """A paper, read in full or as far as it could be had."""

    ids: PaperIds
    title: RichText
    origin: Origin
    article_type: str = ""
    authors: tuple[Author, ...] = ()
    affiliations: tuple[str, ...] = ()
    journal: Journal = field(default_factory=Journal)
    published: PartialDate | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    abstracts: tuple[Abstract, ...] = ()
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    licence: Licence = field(default_factory=Licence)
    copyright: str = ""
    funding: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    """Article categories (JATS ``subj-group``) and MeSH headings."""
    publication_types: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    retracted: bool = False
    language: str = "en"
    notes: tuple[str, ...] = ()
    """What could not be had, each a sentence for a person (``Figure 3 is damaged and was left out.``)."""

    @property
    def abstract(self) -> Abstract | None:
        """The main abstract: the one without a kind, else the first."""
        plain = [abstract for abstract in self.abstracts if not abstract.kind]
        return next(iter((*plain, *self.abstracts)), None)

    @property
    def has_full_text(self) -> bool:
        """Whether the body was had, and not the abstract alone."""
        return any(passage.locator.startswith("body/") for passage in self.passages())

    def passages(self) -> Iterator[Passage]:
        """Walk every paragraph of the abstracts and the body, in reading order."""
        for number, abstract in enumerate(self.abstracts):
            for index, section in enumerate(abstract.sections):
                name = abstract.title or "Abstract"
                path = (name, section.label) if section.label else (name,)
                for position, paragraph in enumerate(section.paragraphs, 1):
                    yield Passage(path, f"abstract/{number}/{index}", "abstract", position, paragraph)
        for index, body_section in enumerate(self.sections):
            yield from _walk(body_section, (), f"body/{index}", "")


def _walk(section: Section, above: tuple[str, ...], locator: str, kind_above: str) -> Iterator[Passage]:
    path = (*above, section.title) if section.title else above
    kind = section.kind or kind_above
    for position, paragraph in enumerate(section.paragraphs, 1):
        yield Passage(path, locator, kind, position, paragraph)
    for index, inner in enumerate(section.sections):
        yield from _walk(inner, path, f"{locator}/{index}", kind)
