"""The E-utilities: efetch, esearch and esummary, as eutils.ncbi.nlm.nih.gov answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.ncbi_double.records import front_matter, pubmed_article, summary_of
from tests.ncbi_double.replies import Params, Reply, json_reply, xml_reply

if TYPE_CHECKING:
    from tests.ncbi_double.library import Library

PATH = "/entrez/eutils/"
MOST_IDS_IN_AN_ADDRESS = 200

_PUBMED_SET = (
    b'<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC '
    b'"-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>%s</PubmedArticleSet>\n'
)
_PMC_SET = (
    b'<?xml version="1.0" ?>\n<!DOCTYPE pmc-articleset PUBLIC "-//NLM//DTD ARTICLE SET 2.0//EN"'
    b' "https://dtd.nlm.nih.gov/ncbi/pmc/articleset/nlm-articleset-2.0.dtd">\n'
    b"<pmc-articleset>%s</pmc-articleset>\n"
)
_NO_IDS = (
    b'<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eEfetchResult PUBLIC '
    b'"-//NLM//DTD efetch 20131226//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20131226/efetch.dtd">\n<eFetchResult>\n'
    b"\t<ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR>\n</eFetchResult>\n"
)
_TERM = re.compile(r"\"?(?P<value>[^\"\[]+)\"?\[(?P<field>[^\]]+)\]")
_PROLOGUE = re.compile(rb"^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>)?", re.DOTALL)


def answer(library: Library, utility: str, params: Params, method: str) -> Reply:
    """Answer one call of a utility (``efetch.fcgi``)."""
    ids = [part.strip() for part in params.get("id", "").split(",") if part.strip()]
    if method == "GET" and len(ids) > MOST_IDS_IN_AN_ADDRESS:
        return Reply(414, b"<html><body>Request-URI Too Long</body></html>", "text/html")
    if utility == "efetch.fcgi":
        return _efetch(library, params.get("db", ""), ids)
    if utility == "esearch.fcgi":
        return _esearch(library, params.get("term", ""))
    if utility == "esummary.fcgi":
        return _esummary(library, params.get("db", "pubmed"), ids)
    return Reply(404, b"<html><body>Not Found</body></html>", "text/html")


def _efetch(library: Library, database: str, ids: list[str]) -> Reply:
    numbers = list(dict.fromkeys(int(part.upper().removeprefix("PMC") or 0) for part in ids if _is_id(part)))
    if not any(numbers):
        return xml_reply(_NO_IDS, 400)
    if database == "pubmed":
        found = [library.by_pmid(str(number)) for number in numbers]
        return xml_reply(_PUBMED_SET % b"\n".join(pubmed_article(holding) for holding in found if holding))
    return xml_reply(_PMC_SET % b"".join(_pmc_article(library, number) for number in numbers))


def _is_id(text: str) -> bool:
    return re.fullmatch(r"(?:PMC)?\d+", text, re.IGNORECASE) is not None


def _pmc_article(library: Library, number: int) -> bytes:
    holding = library.by_pmcid(f"PMC{number}")
    if holding is None or holding.jats is None:
        return b'<error id="%d">The following PMCID is not available: %d</error>' % (number, number)
    article = front_matter(holding.jats) if holding.withheld else holding.jats
    return _PROLOGUE.sub(b"", article, count=1)


def _esearch(library: Library, term: str) -> Reply:
    asked = _TERM.fullmatch(term.strip())
    value = asked["value"] if asked else ""
    field = asked["field"].lower() if asked else ""
    holding = library.by_doi(value) if field in ("doi", "aid") else library.by_pmid(value)
    found = [holding.pmid] if holding is not None and holding.pmid else []
    result: dict[str, object] = {
        "count": str(len(found)),
        "retmax": str(len(found)),
        "retstart": "0",
        "idlist": found,
        "translationset": [],
        "querytranslation": term,
    }
    if not found:
        result["warninglist"] = {
            "phrasesignored": [],
            "quotedphrasesnotfound": [f'"{value}"[{field}]'],
            "outputmessages": ["No items found."],
        }
    return json_reply({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result})


def _esummary(library: Library, database: str, ids: list[str]) -> Reply:
    result: dict[str, object] = {"uids": ids}
    for number in ids:
        in_pubmed = database == "pubmed"
        holding = library.by_pmid(number) if in_pubmed else library.by_pmcid(f"PMC{number}")
        result[number] = (
            {"uid": number, "error": "cannot get document summary"}
            if holding is None
            else {"uid": number, **summary_of(holding, in_pubmed=in_pubmed)}
        )
    return json_reply({"header": {"type": "esummary", "version": "0.3"}, "result": result})
