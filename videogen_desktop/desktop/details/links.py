"""Addresses of a paper, made of its identifiers and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from videogen_desktop.papers.model import PaperIds

_DOI = re.compile(r"10\.\d{4,9}/\S{1,400}", re.ASCII)
_PMID = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_PMCID = re.compile(r"PMC[1-9]\d{0,8}", re.ASCII)
_HOSTS = frozenset({"doi.org", "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov"})


@dataclass(frozen=True)
class PaperLink:
    """A page about the paper; ``name`` is that of the identifier, such as ``DOI``."""

    name: str
    address: str


def paper_links(ids: PaperIds) -> tuple[PaperLink, ...]:
    """Return the pages of a paper; an identifier that is none leads nowhere."""
    links = []
    if ids.doi and _DOI.fullmatch(ids.doi):
        links.append(PaperLink("DOI", f"https://doi.org/{quote(ids.doi, safe='/')}"))
    if ids.pmid and _PMID.fullmatch(ids.pmid):
        links.append(PaperLink("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{ids.pmid}/"))
    if ids.pmcid and _PMCID.fullmatch(ids.pmcid):
        links.append(PaperLink("PMC", f"https://pmc.ncbi.nlm.nih.gov/articles/{ids.pmcid}/"))
    return tuple(links)


def may_be_opened(address: str) -> bool:
    """Whether an address is that of a page that ``paper_links`` leads to, by https."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and parts.netloc in _HOSTS
    except ValueError:
        return False
