"""PMC's ID converter, as pmc.ncbi.nlm.nih.gov/tools/idconv/ answers it: it knows only what PMC has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ncbi_double.replies import Params, Reply, json_reply

if TYPE_CHECKING:
    from tests.ncbi_double.library import Holding, Library

PATH = "/tools/idconv/api/v1/articles/"
MOST_IDS = 200


def answer(library: Library, params: Params) -> Reply:
    """Answer one conversion."""
    ids = [part.strip() for part in params.get("ids", "").split(",") if part.strip()]
    if not ids or len(ids) > MOST_IDS:
        return json_reply({"status": "error", "message": f"Between 1 and {MOST_IDS} ids are needed."}, 400)
    kind = params.get("idtype") or _kind_of(ids[0])
    return json_reply(
        {
            "status": "ok",
            "response-date": "2026-11-23 10:00:00",
            "request": {"idtype": kind, "ids": ids, "format": "json", "warnings": []},
            "records": [_record(library, kind, asked) for asked in dict.fromkeys(ids)],
        }
    )


def _kind_of(asked: str) -> str:
    if asked.startswith("10."):
        return "doi"
    return "pmcid" if asked.upper().startswith("PMC") else "pmid"


def _record(library: Library, kind: str, asked: str) -> dict[str, object]:
    holding = _find(library, kind, asked)
    if holding is None or holding.pmcid is None:
        own = {kind: int(asked) if kind == "pmid" and asked.isdigit() else asked}
        return {
            **own,
            "requested-id": asked,
            "status": "error",
            "errmsg": "Identifier not found in PMC",
        }
    record: dict[str, object] = {"pmcid": holding.pmcid, "requested-id": asked}
    if holding.doi:
        record["doi"] = holding.doi
    if holding.pmid:
        record["pmid"] = int(holding.pmid)
    return record


def _find(library: Library, kind: str, asked: str) -> Holding | None:
    if kind == "doi":
        return library.by_doi(asked)
    if kind == "pmcid":
        return library.by_pmcid(asked.partition(".")[0])
    return library.by_pmid(asked)
