"""From any one name of a paper to all of its names and its PubMed record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.model import PaperIds

if TYPE_CHECKING:
    from videogen_desktop.papers.identifiers import Identifier
    from videogen_desktop.papers.ncbi.eutils import PubmedRecord
    from videogen_desktop.papers.ncbi.services import Ncbi


@dataclass(frozen=True)
class Known:
    """What a paper is called, and PubMed's record of it when there is one."""

    ids: PaperIds
    record: PubmedRecord | None = None


def look_up(identifier: Identifier, ncbi: Ncbi) -> Known:
    """Find a paper in PubMed and PMC by one of its names.

    A PMCID that nothing is known of comes back as it is: PMC's own services are asked for it next.

    Raises:
        VideoGenError: ``paper-not-found``, or as :meth:`WebClient.fetch` says.
    """
    if identifier.kind == "pmid":
        return _by_pmid(identifier, ncbi)
    if identifier.kind == "pmcid":
        return _by_pmcid(identifier, ncbi)
    return _by_doi(identifier, ncbi)


def united(*names: PaperIds) -> PaperIds:
    """Return the names of one paper from several sources; the first that gives a name is believed."""
    return PaperIds(
        pmid=next((ids.pmid for ids in names if ids.pmid), None),
        pmcid=next((ids.pmcid for ids in names if ids.pmcid), None),
        doi=next((ids.doi for ids in names if ids.doi), None),
    )


def paper_not_found(identifier: Identifier) -> VideoGenError:
    """The error for a name that neither PubMed nor PMC knows."""
    return VideoGenError(
        "paper-not-found",
        f"There is no paper {identifier} in PubMed or PubMed Central.",
        "Check the number; a paper that is elsewhere can be given as its JATS XML file.",
    )


def _by_pmid(identifier: Identifier, ncbi: Ncbi) -> Known:
    record = ncbi.eutils.pubmed(identifier.value)
    if record is None:
        raise paper_not_found(identifier)
    if record.paper.ids.pmcid:
        return Known(record.paper.ids, record)
    elsewhere = ncbi.idconv.resolve([identifier]).get(identifier, PaperIds())
    return Known(united(record.paper.ids, elsewhere), record)


def _by_pmcid(identifier: Identifier, ncbi: Ncbi) -> Known:
    ids = united(
        ncbi.idconv.resolve([identifier]).get(identifier, PaperIds()), PaperIds(pmcid=identifier.value)
    )
    return _with_record(ids, ncbi)


def _by_doi(identifier: Identifier, ncbi: Ncbi) -> Known:
    ids = ncbi.idconv.resolve([identifier]).get(identifier)
    if ids is not None:
        return _with_record(united(ids, PaperIds(doi=identifier.value)), ncbi)
    candidates = ncbi.eutils.pubmed_papers(ncbi.eutils.pmids_of_doi(identifier.value))
    pmids = (paper.ids.pmid for paper in candidates if (paper.ids.doi or "").lower() == identifier.value)
    known = _with_record(PaperIds(pmid=next(pmids, None)), ncbi)
    if known.record is None:
        raise paper_not_found(identifier)
    return known


def _with_record(ids: PaperIds, ncbi: Ncbi) -> Known:
    record = ncbi.eutils.pubmed(ids.pmid) if ids.pmid else None
    return Known(united(ids, record.paper.ids) if record else ids, record)
