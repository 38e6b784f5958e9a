"""Where a paper can be found: its addresses, its journal's short name, and its pages as from and to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from videogen_desktop.papers.citation.line import one_line

if TYPE_CHECKING:
    from videogen_desktop.papers.model import Journal, PaperIds

_LONGEST_ARTICLE = 1000
"""Pages; what spans more is no range but an article's number with its year."""
_DASHES = str.maketrans("‐‑‒–—−", "------")


def address(ids: PaperIds) -> str:
    """The paper's most lasting address; empty when it has no name."""
    if ids.doi:
        return f"https://doi.org/{quote(one_line(ids.doi), safe='/:;()._-')}"
    if ids.pmcid:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(ids.pmcid)}/"
    return f"https://pubmed.ncbi.nlm.nih.gov/{quote(ids.pmid)}/" if ids.pmid else ""


def short_name(journal: Journal) -> str:
    """The journal's abbreviation as the NLM writes it, without full stops; its title where there is none."""
    short = journal.abbreviation.replace(".", "")
    return journal.title if short.lower() in {"", journal.title.lower()} else short


def first_and_last_page(pages: str) -> tuple[str, str]:
    """Return the first and the last page, the last written out (``113–25`` ends at 125).

    What is no single range (``1–4, 9``, ``e1001044``, ``50193-2021``) stays as it is, with no last page.
    """
    whole = pages.translate(_DASHES).strip()
    first, _, last = (part.strip() for part in whole.partition("-"))
    if not last or not _is_page(first) or not _is_page(last):
        return whole, ""
    last = first[: max(0, len(first) - len(last))] + last if last.isdecimal() else last
    return (first, last) if _is_range(first, last) else (whole, "")


def _is_page(text: str) -> bool:
    return text.isascii() and text.isalnum() and any(character.isdecimal() for character in text)


def _is_range(first: str, last: str) -> bool:
    if not (first.isdecimal() and last.isdecimal()):
        return True
    return 0 <= int(last) - int(first) < _LONGEST_ARTICLE
