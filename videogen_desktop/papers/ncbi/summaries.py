"""What many papers are called, asked for a batch at a time: enough for a list, long before any is fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from videogen_desktop.papers.model import PaperIds
from videogen_desktop.papers.ncbi.lookup import united

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from videogen_desktop.papers.identifiers import Identifier
    from videogen_desktop.papers.ncbi.services import Ncbi
    from videogen_desktop.papers.pubmed import Summary

Item = TypeVar("Item")

MOST_AT_ONCE = 200
"""The most papers of a batch, which is as many as the services take in one request."""
_MOST_SEARCHED = 20
"""DOIs that PMC does not know are searched for one by one, so a batch of them is small."""


@dataclass(frozen=True)
class Summaries:
    """One batch: what is known of its papers, and those that neither PubMed nor PMC knows."""

    found: Mapping[Identifier, Summary]
    unknown: frozenset[Identifier]


def summaries(identifiers: Iterable[Identifier], ncbi: Ncbi) -> Iterator[Summaries]:
    """Ask what papers are called, by any of their names: PMIDs first, which take the fewest requests.

    A summary has all the names of its paper that are known. Nothing is asked before a batch is wanted, and
    what stops the client of ``ncbi`` stops this too.

    Args:
        identifiers: The papers; each is asked for once.
        ncbi: Whom to ask.

    Yields:
        What was found out about some of them, each of them once.

    Raises:
        VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``; the batches before it stand.
    """
    wanted = list(dict.fromkeys(identifiers))
    for batch in _batches([one for one in wanted if one.kind == "pmid"], MOST_AT_ONCE):
        yield _batch(batch, _found({one: PaperIds(pmid=one.value) for one in batch}, ncbi))
    for batch in _batches([one for one in wanted if one.kind == "pmcid"], MOST_AT_ONCE):
        resolved = ncbi.idconv.resolve(batch)
        names = {one: united(PaperIds(pmcid=one.value), resolved.get(one, PaperIds())) for one in batch}
        yield _batch(batch, _found(names, ncbi))
    for batch in _batches([one for one in wanted if one.kind == "doi"], MOST_AT_ONCE):
        yield from _by_doi(batch, ncbi)


def _by_doi(batch: Sequence[Identifier], ncbi: Ncbi) -> Iterator[Summaries]:
    resolved = ncbi.idconv.resolve(batch)
    names = {one: united(PaperIds(doi=one.value), ids) for one, ids in resolved.items()}
    found = _found(names, ncbi)
    if found:
        yield Summaries(found, frozenset())
    for part in _batches([one for one in batch if one not in found], _MOST_SEARCHED):
        yield _batch(part, _searched(part, ncbi))


def _searched(dois: Sequence[Identifier], ncbi: Ncbi) -> dict[Identifier, Summary]:
    """Find DOIs in PubMed, which searches loosely: only a paper that itself has the DOI is believed."""
    candidates = dict.fromkeys(pmid for one in dois for pmid in ncbi.eutils.pmids_of_doi(one.value))
    having: dict[str, Summary] = {}
    for pmids in _batches(list(candidates), MOST_AT_ONCE):
        for summary in ncbi.eutils.summaries("pubmed", pmids).values():
            having.setdefault((summary.ids.doi or "").lower(), summary)
    return {one: having[one.value] for one in dois if one.value in having}


def _found(names: Mapping[Identifier, PaperIds], ncbi: Ncbi) -> dict[Identifier, Summary]:
    """Ask PubMed for those that have a PMID, and PMC for the others and for those that PubMed lacks."""
    found: dict[Identifier, Summary] = {}
    by_pmid = {one: ids.pmid for one, ids in names.items() if ids.pmid}
    found |= _asked("pubmed", by_pmid, ncbi)
    by_pmcid = {
        one: ids.pmcid.removeprefix("PMC") for one, ids in names.items() if ids.pmcid and one not in found
    }
    found |= _asked("pmc", by_pmcid, ncbi)
    return {one: replace(each, ids=united(names[one], each.ids)) for one, each in found.items()}


def _asked(database: str, numbers: Mapping[Identifier, str], ncbi: Ncbi) -> dict[Identifier, Summary]:
    answered = ncbi.eutils.summaries(database, list(dict.fromkeys(numbers.values())))
    return {one: answered[number] for one, number in numbers.items() if number in answered}


def _batch(asked: Sequence[Identifier], found: dict[Identifier, Summary]) -> Summaries:
    return Summaries(found, frozenset(asked) - frozenset(found))


def _batches(items: Sequence[Item], most: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), most):
        yield items[start : start + most]
