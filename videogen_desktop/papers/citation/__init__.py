"""A paper as others cite it: in plain text, for BibTeX, and as RIS for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from videogen_desktop.papers.citation.bibtex import bibtex
from videogen_desktop.papers.citation.line import one_line
from videogen_desktop.papers.citation.names import author_of
from videogen_desktop.papers.citation.ris import ris
from videogen_desktop.papers.citation.vancouver import vancouver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Paper

CitationForm = Literal["text", "bibtex", "ris"]

__all__ = ["CitationForm", "author_of", "bibtex", "cite", "one_line", "ris", "vancouver"]


def cite(papers: Iterable[Paper], form: CitationForm) -> str:
    """Return the citations of papers in their order, as one text that a clipboard or a file takes whole.

    Args:
        papers: Any number of papers.
        form: ``text`` for a paragraph each in the NLM's style, ``bibtex`` with keys that differ, or ``ris``.
    """
    if form == "bibtex":
        return bibtex(papers)
    if form == "ris":
        return "".join(map(ris, papers))
    return "".join(f"{vancouver(paper)}\n" for paper in papers)
