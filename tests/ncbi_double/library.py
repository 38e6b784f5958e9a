"""The papers that the double holds."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_ARTICLE_ID = re.compile(rb"<article-id[^>]*pub-id-type=\"(\w+)\"[^>]*>\s*([^<]+?)\s*<")
_PUBMED_ARTICLE = re.compile(rb"<PubmedArticle>.*?</PubmedArticle>", re.DOTALL)
_PUBMED_ID = re.compile(rb"<ArticleId IdType=\"(\w+)\">\s*([^<]+?)\s*<")
_PMID = re.compile(rb"<PMID[^>]*>(\d+)<")
_REFERENCES = re.compile(rb"<ReferenceList>.*?</ReferenceList>", re.DOTALL)
_LICENCE_URL = re.compile(rb"creativecommons\.org/(?:licenses/([a-z-]+)|(publicdomain/zero))")


@dataclass(frozen=True)
class Holding:
    """One paper as NCBI holds it.

    Args:
        name: Its name in the corpus.
        pmid: Digits; None when PubMed has no record of it.
        pmcid: ``PMC`` and digits; None when PMC does not have it.
        doi: Its DOI.
        jats: The full text.
        pubmed: A recorded ``PubmedArticle``; without one a small one is made from ``jats``.
        pictures: The files that belong to it, by name.
        license_code: What the bucket's metadata says (``CC BY``); None when it says nothing.
        version: The newest version in the bucket; every one from 1 is there.
        in_bucket: Whether the bucket has it.
        withheld: Whether the publisher lets efetch give no more than the front matter.
        retracted_in_bucket: What ``is_retracted`` says.
        retracted_by: The PMID of a retraction notice that the PubMed record names.
        publication_types: What the made PubMed record says.
    """

    name: str
    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None
    jats: bytes | None = field(default=None, repr=False)
    pubmed: bytes | None = field(default=None, repr=False)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    license_code: str | None = None
    version: int = 1
    in_bucket: bool = True
    withheld: bool = False
    retracted_in_bucket: bool = False
    retracted_by: str | None = None
    publication_types: tuple[str, ...] = ("Journal Article",)


class Library:
    """The holdings, found by any of their names."""

    def __init__(self, holdings: Iterator[Holding] | tuple[Holding, ...] = ()) -> None:
        self._holdings = {holding.name: holding for holding in holdings}

    def __iter__(self) -> Iterator[Holding]:
        return iter(tuple(self._holdings.values()))

    def __getitem__(self, name: str) -> Holding:
        return self._holdings[name]

    def change(self, name: str, **changes: object) -> Holding:
        """Change what is held under a name in the corpus: ids, pictures, retraction, whatever."""
        self._holdings[name] = dataclasses.replace(self._holdings[name], **changes)
        return self._holdings[name]

    def add(self, holding: Holding) -> Holding:
        self._holdings[holding.name] = holding
        return holding

    def by_pmid(self, pmid: str) -> Holding | None:
        return next((holding for holding in self if holding.pmid == pmid), None)

    def by_pmcid(self, pmcid: str) -> Holding | None:
        return next((holding for holding in self if holding.pmcid and holding.pmcid == pmcid.upper()), None)

    def by_doi(self, doi: str) -> Holding | None:
        wanted = doi.casefold()
        return next((holding for holding in self if holding.doi and holding.doi.casefold() == wanted), None)


def read_library(corpus: Path) -> Library:
    """Read the papers of a corpus, each with the ids that its own file names and no others."""
    return Library((*_jats_papers(corpus), *_papers_with_figures(corpus), *_recorded_pubmed(corpus)))


def _jats_papers(corpus: Path) -> Iterator[Holding]:
    for path in sorted((corpus / "jats").glob("*.*ml")):
        yield _from_jats(path.stem, path.read_bytes())


def _papers_with_figures(corpus: Path) -> Iterator[Holding]:
    for path in sorted(corpus.glob("*/article.xml")):
        pictures = {file.name: file.read_bytes() for file in sorted(path.parent.iterdir()) if file != path}
        holding = _from_jats(path.parent.name, path.read_bytes())
        # the corpus's README gives the licence that was dropped from these files
        yield dataclasses.replace(holding, pictures=pictures, license_code=holding.license_code or "CC BY")


def _from_jats(name: str, jats: bytes) -> Holding:
    front = jats[: jats.find(b"</article-meta>")]
    ids = {kind.decode(): value.decode() for kind, value in reversed(_ARTICLE_ID.findall(front))}
    pmc = ids.get("pmc") or ids.get("pmcid")
    return Holding(
        name,
        pmid=ids.get("pmid"),
        pmcid=f"PMC{pmc.removeprefix('PMC')}" if pmc else None,
        doi=ids.get("doi"),
        jats=jats,
        license_code=_license_code(front),
    )


def _license_code(front: bytes) -> str | None:
    found = _LICENCE_URL.search(front)
    if found is None:
        return None
    return "CC0" if found[2] else f"CC {found[1].decode().upper()}"


def _recorded_pubmed(corpus: Path) -> Iterator[Holding]:
    for path in sorted((corpus / "pubmed").glob("pubmed*.xml")):
        for record in _PUBMED_ARTICLE.findall(path.read_bytes()):
            own = _REFERENCES.sub(b"", record)
            ids = {kind.decode(): value.decode() for kind, value in reversed(_PUBMED_ID.findall(own))}
            pmid = _PMID.search(own)
            number = pmid[1].decode() if pmid else None
            yield Holding(f"pubmed-{number}", pmid=number, doi=ids.get("doi"), pubmed=record)
