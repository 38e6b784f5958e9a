"""Web addresses of papers: doi.org, PubMed, PMC, Europe PMC, and publishers' pages that carry a DOI."""

from __future__ import annotations

import re
from urllib.parse import unquote

from videogen_desktop.papers.identifiers.characters import normalised
from videogen_desktop.papers.identifiers.forms import (
    DOI_PREFIX,
    Identifier,
    lower_ascii,
    read_doi,
    read_pmcid,
    read_pmid,
    trimmed_doi,
)

NOT_A_PAPER = "This address is not that of one paper in PubMed, PMC, Europe PMC or doi.org."

_ADDRESS = re.compile(r"(?:https?://)?([a-z0-9.-]+)(?::[0-9]{1,5})?([/?#].*)", re.DOTALL)
_PMID_PATH = re.compile(r"/(?:(?:m/)?pubmed/)?([0-9]+)(?:[/?#.,;:!)\]>'*]|$)")
_PMID_QUERY = re.compile(
    r"[?&](?:term|list_uids|uid)=([0-9]+)(?:\[(?:uid|pmid)\]|%5b(?:uid|pmid)%5d)?(?:[&#.,;:!)\]>'*]|$)",
    re.IGNORECASE,
)
_PMC_BY_PMID = re.compile(r"/(?:pmc/)?articles/pmid/([0-9]+)(?![0-9a-z])")
_PMC_PATH = re.compile(r"/(?:pmc/)?(?:articles/)?pmc([0-9]+(?:\.[0-9]+)?)(?![0-9a-z])")
_EUROPE_MED = re.compile(r"/(?:article/|abstract/)?med/([0-9]+)(?![0-9a-z])")
_EUROPE_PMC = re.compile(r"/(?:(?:article|abstract)/pmc/|articles/)(?:pmc)?([0-9]+(?:\.[0-9]+)?)(?![0-9a-z])")
_DOI_INSIDE = re.compile(rf"(?<![0-9a-z.])({DOI_PREFIX}/[^?#&\s]+)")
_PAGE_VIEW = re.compile(r"(?:/(?:full|abstract|pdf|epdf|epub|html|meta|summary|references))+/?$")

_DOI_HOSTS = {"doi.org", "dx.doi.org"}
_PUBMED_HOSTS = {"pubmed.ncbi.nlm.nih.gov", "pubmed.gov"}
_NCBI_HOST = "ncbi.nlm.nih.gov"
_PMC_HOST = "pmc.ncbi.nlm.nih.gov"
_EUROPE_HOST = "europepmc.org"


def read_address(address: str) -> Identifier | str | None:
    """Read the identifier of a paper out of a web address; nothing is requested.

    Args:
        address: The address, its letters lowered (neither hosts nor identifiers tell them apart).

    Returns:
        The identifier; a sentence when a known site's address holds a wrong number; None when the address
        is not that of a paper.
    """
    parts = _ADDRESS.match(address)
    if parts is None:
        return None
    host, rest = parts[1].removeprefix("www."), parts[2]
    if host in _DOI_HOSTS:
        return _from_doi_host(rest)
    if host in _PUBMED_HOSTS:
        return _from_pubmed(rest)
    if host == _PMC_HOST:
        return _from_pmc(rest)
    if host == _NCBI_HOST:
        return _from_pmc(rest) or (_from_pubmed(rest) if "pubmed" in rest else None)
    if host == _EUROPE_HOST:
        return _from_europe_pmc(rest)
    return _from_publisher(rest)


def _from_doi_host(rest: str) -> Identifier | str | None:
    name = (
        lower_ascii(normalised(unquote(re.split("[?#]", rest, maxsplit=1)[0])))
        .removeprefix("/")
        .removeprefix("doi:")
    )
    return read_doi(name) if name.startswith("10.") else None


def _from_pubmed(rest: str) -> Identifier | str | None:
    found = _PMID_PATH.match(rest) or _PMID_QUERY.search(rest)
    return read_pmid(found[1]) if found else None


def _from_pmc(rest: str) -> Identifier | str | None:
    if by_pmid := _PMC_BY_PMID.match(rest):
        return read_pmid(by_pmid[1])
    found = _PMC_PATH.match(rest)
    return read_pmcid(found[1]) if found else None


def _from_europe_pmc(rest: str) -> Identifier | str | None:
    if by_pmid := _EUROPE_MED.match(rest):
        return read_pmid(by_pmid[1])
    found = _EUROPE_PMC.match(rest)
    return read_pmcid(found[1]) if found else None


def _from_publisher(rest: str) -> Identifier | None:
    found = _DOI_INSIDE.search(normalised(unquote(rest)))
    if found is None:
        return None
    outcome = read_doi(_PAGE_VIEW.sub("", trimmed_doi(found[1])))
    return outcome if isinstance(outcome, Identifier) else None
