"""NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25497/): records of PubMed, full text of PMC."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.papers.ncbi.reading import (
    FullText,
    full_text_in,
    json_in,
    readable,
    refuse_complaints,
    xml_in,
)
from videogen_desktop.papers.pubmed import read_records, read_summary
from videogen_desktop.papers.web import WebRequest
from videogen_desktop.papers.xml import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Paper
    from videogen_desktop.papers.pubmed import Summary
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import Answer, WebClient

MOST_IDS_IN_AN_ADDRESS = 200
"""Above this NCBI wants a POST."""

_DAY = 86400.0
_MOST_CANDIDATES = 20
_NO_SUCH_RECORD = ("id list is empty", "empty id list", "cannot get document summary", "invalid uid")
_BAD_REQUEST = 400


@dataclass(frozen=True)
class PubmedRecord:
    """A paper as PubMed describes it, and the XML it was read from."""

    paper: Paper
    xml: bytes = field(repr=False)


class Eutils:
    """Asks the E-utilities, each time with the name of this application and the person's email.

    With an API key everything is sent as a form, so that no address holds the key.
    """

    def __init__(self, web: WebClient, settings: FetchSettings) -> None:
        self._web = web
        self._folder = settings.eutils_url
        named = (("tool", settings.tool), ("email", settings.email), ("api_key", settings.api_key or ""))
        self._caller = tuple((name, value) for name, value in named if value)
        self._has_key = bool(settings.api_key)

    def pubmed(self, pmid: str) -> PubmedRecord | None:
        """Return PubMed's record of a paper, or None when it has none.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``.
        """

        def read(answer: Answer) -> PubmedRecord | None:
            found = [paper for paper in _papers_in(answer) if paper.ids.pmid == pmid]
            return PubmedRecord(found[0], answer.body) if found else None

        return self._web.fetch(self._efetch("pubmed", [pmid]), read)

    def pubmed_papers(self, pmids: Sequence[str]) -> tuple[Paper, ...]:
        """Return PubMed's records of many papers at once, those that it has, in its own order.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``.
        """
        if not pmids:
            return ()
        return self._web.fetch(self._efetch("pubmed", pmids), lambda answer: _papers_in(answer) or None) or ()

    def summaries(self, database: str, numbers: Sequence[str]) -> dict[str, Summary]:
        """Return what many papers are called, those that the database has a titled record of, by number.

        Args:
            database: ``pubmed``, or ``pmc``.
            numbers: At most 200 PMIDs, or PMCIDs without their letters.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``.
        """
        if not numbers:
            return {}
        asked = (("db", database), ("id", ",".join(numbers)), ("retmode", "json"))
        request = self._request("esummary.fcgi", asked, post=True, cap=MAX_BYTES)
        return self._web.fetch(request, lambda answer: _summaries_in(answer, numbers) or None) or {}

    def pmc(self, pmcid: str) -> FullText | None:
        """Return PMC's article, or None when it has none; some publishers give no more than its front matter.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``.
        """
        request = self._efetch("pmc", [pmcid.removeprefix("PMC")])
        return self._web.fetch(request, lambda answer: _article_in(answer, pmcid))

    def pmids_of_doi(self, doi: str) -> tuple[str, ...]:
        """Return the PMIDs that PubMed finds for a DOI.

        PubMed searches more loosely for a DOI that it does not know, so what it finds has to be checked.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and ``bad-api-key``.
        """
        term = f'"{doi}"[doi]'
        asked = (("db", "pubmed"), ("term", term), ("retmode", "json"), ("retmax", str(_MOST_CANDIDATES)))
        return self._web.fetch(self._request("esearch.fcgi", asked, cap=2**20), _pmids_in) or ()

    def _efetch(self, database: str, ids: Sequence[str]) -> WebRequest:
        asked = (("db", database), ("id", ",".join(ids)), ("retmode", "xml"))
        return self._request("efetch.fcgi", asked, post=len(ids) > MOST_IDS_IN_AN_ADDRESS, cap=MAX_BYTES)

    def _request(
        self, utility: str, asked: tuple[tuple[str, str], ...], *, cap: int, post: bool = False
    ) -> WebRequest:
        return WebRequest(
            self._folder + utility,
            asked,
            caller=self._caller,
            post=post or self._has_key,
            cap=cap,
            keep_s=_DAY,
        )


def _papers_in(answer: Answer) -> tuple[Paper, ...]:
    root = _root_in(answer)
    if root is None:
        return ()
    if root.tag != "PubmedArticleSet":
        raise answer.unusable("sent something else than a PubMed record")
    return readable(answer, lambda: read_records(root))


def _article_in(answer: Answer, pmcid: str) -> FullText | None:
    root = _root_in(answer)
    if root is None:
        return None
    if root.tag == "pmc-articleset" and root.find("article") is None:
        if root.find("error") is not None or root.find("Reply") is not None or len(root) == 0:
            return None
        raise answer.unusable("sent something else than an article")
    return full_text_in(answer, root, "pmc-efetch", pmcid)


def _root_in(answer: Answer) -> Element | None:
    """Return what efetch answered, or None when it says that there is no such record."""
    refuse_complaints(answer)
    if answer.status == _BAD_REQUEST and _says_no_such_record(answer.body.decode(errors="replace")):
        return None
    if not answer.ok:
        raise answer.unusable(f"refused the request (status {answer.status})")
    root = xml_in(answer)
    if root.tag.casefold() == "efetchresult":
        if _says_no_such_record("".join(root.itertext())):
            return None
        raise answer.unusable("could not look the paper up")
    return root


class _SummarySet(msgspec.Struct):
    result: dict[str, msgspec.Raw] = {}
    esummaryresult: list[str] = []
    error: str | None = None


def _summaries_in(answer: Answer, numbers: Sequence[str]) -> dict[str, Summary]:
    refuse_complaints(answer)
    if answer.status == _BAD_REQUEST and _says_no_such_record(answer.body.decode(errors="replace")):
        return {}
    if not answer.ok:
        raise answer.unusable(f"refused the request (status {answer.status})")
    told = json_in(answer, _SummarySet)
    if not told.result and not _says_no_such_record(" ".join([*told.esummaryresult, told.error or ""])):
        raise answer.unusable("could not look the papers up")
    read = ((number, read_summary(told.result[number])) for number in numbers if number in told.result)
    return {number: summary for number, summary in read if summary}


def _says_no_such_record(text: str) -> bool:
    said = text[:4096].replace("+", " ").casefold()
    return any(sentence in said for sentence in _NO_SUCH_RECORD)


class _SearchResult(msgspec.Struct, rename={"error": "ERROR"}):
    idlist: list[str] = []
    error: str | None = None


class _Search(msgspec.Struct):
    esearchresult: _SearchResult


def _pmids_in(answer: Answer) -> tuple[str, ...] | None:
    refuse_complaints(answer)
    if not answer.ok:
        raise answer.unusable(f"refused the request (status {answer.status})")
    result = json_in(answer, _Search).esearchresult
    if result.error:
        raise answer.unusable("could not search")
    return tuple(number for number in result.idlist if number.isascii() and number.isdecimal()) or None
