"""PubMed records made from a paper's own JATS, as small as a real one may be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

import defusedxml.ElementTree

if TYPE_CHECKING:
    from tests.ncbi_double.library import Holding


def pubmed_article(holding: Holding) -> bytes:
    """Return the paper's ``PubmedArticle``: the recorded one, or one made from its full text."""
    if holding.pubmed is not None:
        return holding.pubmed
    root = Element("PubmedArticle")
    citation = SubElement(root, "MedlineCitation", Status="MEDLINE", Owner="NLM")
    SubElement(citation, "PMID", Version="1").text = holding.pmid
    article = SubElement(citation, "Article", PubModel="Electronic")
    _describe(article, holding)
    if holding.retracted_by:
        corrections = SubElement(citation, "CommentsCorrectionsList")
        notice = SubElement(corrections, "CommentsCorrections", RefType="RetractionIn")
        SubElement(notice, "RefSource").text = "Retraction notice"
        SubElement(notice, "PMID", Version="1").text = holding.retracted_by
    ids = SubElement(SubElement(root, "PubmedData"), "ArticleIdList")
    for kind, value in (("pubmed", holding.pmid), ("pmc", holding.pmcid), ("doi", holding.doi)):
        if value:
            SubElement(ids, "ArticleId", IdType=kind).text = value
    return bytes(tostring(root, encoding="utf-8"))


def title_of(holding: Holding) -> str:
    """Return the paper's title as plain text."""
    if holding.jats is not None:
        return _text(_meta(holding.jats).find(".//article-title"))
    record = defusedxml.ElementTree.fromstring(holding.pubmed or b"<PubmedArticle/>")
    return _text(record.find(".//ArticleTitle"))


def summary_of(holding: Holding, *, in_pubmed: bool) -> dict[str, object]:
    """Return the paper's document summary; that of PMC does not say what kind of publication it is."""
    record = defusedxml.ElementTree.fromstring(pubmed_article(holding))
    names = [
        (_text(author.find("LastName")), _text(author.find("ForeName")))
        for author in record.iterfind(".//AuthorList/Author")
    ]
    pmc = "pmc" if in_pubmed else "pmcid"
    ids = (("pubmed" if in_pubmed else "pmid", holding.pmid), (pmc, holding.pmcid), ("doi", holding.doi))
    told: dict[str, object] = {
        "title": title_of(holding),
        "authors": [
            {"name": f"{surname} {''.join(part[0] for part in given.split())}".strip(), "authtype": "Author"}
            for surname, given in names
        ],
        "fulljournalname": _text(record.find(".//Journal/Title")),
        "pubdate": _text(record.find(".//PubDate/Year")),
        "articleids": [{"idtype": kind, "value": value} for kind, value in ids if value],
    }
    if in_pubmed:
        told["pubtype"] = [_text(kind) for kind in record.iterfind(".//PublicationType")]
        if holding.retracted_by:
            told["references"] = [{"reftype": "Retraction in", "pmid": int(holding.retracted_by)}]
    return told


def front_matter(jats: bytes) -> bytes:
    """Return an article without its body, as PMC gives it when the publisher withholds the text."""
    root = defusedxml.ElementTree.fromstring(jats)
    for part in ("body", "back", "floats-group"):
        for found in root.findall(part):
            root.remove(found)
    note = b"<!--The publisher of this article does not allow downloading of the full text in XML form.-->"
    return bytes(tostring(root, encoding="utf-8")).replace(b"<front", note + b"<front", 1)


def _describe(article: Element, holding: Holding) -> None:
    meta = _meta(holding.jats or b"<article><front><article-meta/></front></article>")
    journal = SubElement(article, "Journal")
    date = SubElement(SubElement(SubElement(journal, "JournalIssue"), "PubDate"), "Year")
    date.text = _text(meta.find(".//pub-date/year")) or "2000"
    SubElement(journal, "Title").text = _text(meta.find(".//journal-title"))
    SubElement(article, "ArticleTitle").text = _text(meta.find(".//article-title"))
    abstract = meta.find(".//abstract")
    if abstract is not None:
        _copy_abstract(SubElement(article, "Abstract"), abstract)
    authors = SubElement(article, "AuthorList", CompleteYN="Y")
    for name in meta.iterfind(".//contrib[@contrib-type='author']/name"):
        author = SubElement(authors, "Author", ValidYN="Y")
        SubElement(author, "LastName").text = _text(name.find("surname"))
        SubElement(author, "ForeName").text = _text(name.find("given-names"))
    SubElement(article, "Language").text = "eng"
    types = SubElement(article, "PublicationTypeList")
    for kind in holding.publication_types:
        SubElement(types, "PublicationType").text = kind


def _copy_abstract(target: Element, abstract: Element) -> None:
    sections = abstract.findall("sec")
    for section in sections:
        text = " ".join(_text(paragraph) for paragraph in section.iterfind("p"))
        label = _text(section.find("title")).upper()
        SubElement(target, "AbstractText", **({"Label": label} if label else {})).text = text
    if not sections:
        SubElement(target, "AbstractText").text = " ".join(_text(part) for part in abstract.iterfind("p"))


def _meta(jats: bytes) -> Element:
    found = defusedxml.ElementTree.fromstring(jats).find("front")
    return found if found is not None else Element("front")


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
