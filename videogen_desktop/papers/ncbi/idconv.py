"""PMC's ID converter (https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/): it knows only what PMC has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.papers.model import PaperIds
from videogen_desktop.papers.ncbi.reading import json_in, refuse_complaints
from videogen_desktop.papers.web import WebRequest

if TYPE_CHECKING:
    from collections.abc import Collection

    from videogen_desktop.papers.identifiers import Identifier
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import Answer, WebClient

MOST_IDS = 200
"""The most ids of one kind that the converter takes in a call."""

_BAD_REQUEST = 400
_WEEK = 7 * 86400.0
_PMCID = re.compile(r"PMC\d+")


class IdConverter:
    """Finds the other names of papers that are in PMC."""

    def __init__(self, web: WebClient, settings: FetchSettings) -> None:
        self._web = web
        self._url = settings.idconv_url
        named = (("tool", settings.tool), ("email", settings.email))
        self._caller = tuple((name, value) for name, value in named if value)

    def resolve(self, identifiers: Collection[Identifier]) -> dict[Identifier, PaperIds]:
        """Return the names of each paper that PMC has; the others are left out.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says.
        """
        resolved: dict[Identifier, PaperIds] = {}
        for kind in ("pmid", "pmcid", "doi"):
            # a comma parts the ids of a call, so a DOI that has one cannot be asked for
            asked = [one for one in identifiers if one.kind == kind and "," not in one.value]
            for start in range(0, len(asked), MOST_IDS):
                batch = asked[start : start + MOST_IDS]
                found = self._convert(kind, list(dict.fromkeys(one.value for one in batch)))
                resolved |= {one: found[one.value.lower()] for one in batch if one.value.lower() in found}
        return resolved

    def _convert(self, kind: str, values: list[str]) -> dict[str, PaperIds]:
        asked = (("ids", ",".join(values)), ("idtype", kind), ("format", "json"))
        request = WebRequest(self._url, asked, caller=self._caller, cap=4 * 2**20, keep_s=_WEEK)
        return self._web.fetch(request, _names_in) or {}


class _Record(msgspec.Struct, rename={"requested_id": "requested-id"}):
    requested_id: str | int = ""
    status: str = ""
    pmid: str | int | None = None
    pmcid: str | None = None
    doi: str | None = None


class _Records(msgspec.Struct):
    records: list[_Record] = []


def _names_in(answer: Answer) -> dict[str, PaperIds] | None:
    """Return the names of each paper by each of them, lowered; None when there are none."""
    refuse_complaints(answer)
    if answer.status == _BAD_REQUEST:  # every id of the call is unknown to it
        return None
    if not answer.ok:
        raise answer.unusable(f"refused the request (status {answer.status})")
    names: dict[str, PaperIds] = {}
    for record in json_in(answer, _Records).records:
        if record.status != "error":
            ids = _ids_of(record)
            asked = (str(record.requested_id), ids.pmid, ids.pmcid, ids.doi)
            names |= {name.lower(): ids for name in asked if name}
    return names or None


def _ids_of(record: _Record) -> PaperIds:
    pmid = str(record.pmid or "")
    pmcid = (record.pmcid or "").partition(".")[0].upper()
    return PaperIds(
        pmid=pmid if pmid.isascii() and pmid.isdecimal() else None,
        pmcid=pmcid if _PMCID.fullmatch(pmcid) else None,
        doi=record.doi or None,
    )
