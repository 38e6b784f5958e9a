"""A paper from NCBI: what PubMed and PMC have of it, made one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from videogen_desktop.papers.fetched import READ, FetchedPaper, noted, part, require_text
from videogen_desktop.papers.figure_files import MAX_PICTURE_BYTES, checked, with_figure_files
from videogen_desktop.papers.ncbi import Ncbi, look_up
from videogen_desktop.papers.ncbi.lookup import paper_not_found, united
from videogen_desktop.papers.ncbi.merging import with_licence_code, with_record
from videogen_desktop.papers.pictures import matching_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.papers.fetched import OnPaper, Progress
    from videogen_desktop.papers.figure_files import Picture
    from videogen_desktop.papers.identifiers import Identifier
    from videogen_desktop.papers.model import Figure, Paper, PaperIds
    from videogen_desktop.papers.ncbi import BucketArticle, FullText, Known
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient

_FOUND = 0.2


@dataclass(frozen=True)
class _Source:
    """Where the text was found; ``article`` only when it was the bucket."""

    text: FullText | None
    article: BucketArticle | None = None


def fetch_from_ncbi(
    identifier: Identifier,
    folder: Path,
    web: WebClient,
    settings: FetchSettings,
    progress: Progress,
    on_paper: OnPaper,
) -> FetchedPaper:
    """Fetch a paper; as ``fetch_paper`` says."""
    ncbi = Ncbi.over(web, settings)
    progress(0.0, "Looking for the paper")
    known = look_up(identifier, ncbi)
    progress(_FOUND, "Fetching the text")
    source = _find_text(known.ids, ncbi)
    paper = _one_paper(known, source)
    if paper is None:
        raise paper_not_found(identifier)
    on_paper(paper)
    if not paper.has_full_text:
        paper = replace(noted(paper), origin="pubmed-abstract", figures=(), tables=())
    require_text(paper, str(identifier))
    progress(READ, "Fetching the figures")
    paper = with_figure_files(paper, folder, _loader(source.article, ncbi), part(progress, READ, 1.0))
    progress(1.0, "The paper is fetched")
    return FetchedPaper(paper, _xml_of(paper, known, source))


def _find_text(ids: PaperIds, ncbi: Ncbi) -> _Source:
    if ids.pmcid is None:
        return _Source(None)
    article = ncbi.bucket.newest(ids.pmcid)
    text = ncbi.bucket.full_text(article) if article else None
    return _Source(text or ncbi.eutils.pmc(ids.pmcid), article)


def _one_paper(known: Known, source: _Source) -> Paper | None:
    """Unite what PMC and PubMed say; None when neither says anything."""
    text = source.text.paper if source.text else None
    record = known.record.paper if known.record else None
    paper = with_record(text, record) if text and record else text or record
    if paper is None:
        return None
    if source.article is not None:
        paper = replace(
            paper,
            licence=with_licence_code(paper.licence, source.article.licence_code),
            retracted=paper.retracted or source.article.retracted,
        )
    return replace(paper, ids=united(known.ids, paper.ids))


def _loader(article: BucketArticle | None, ncbi: Ncbi) -> Callable[[Figure], Picture | None]:
    def load(figure: Figure) -> Picture | None:
        name = matching_file(figure.graphics, article.media) if article else None
        if article is None or name is None:
            return None
        # checked while it is read, so that nothing is kept in the cache that is not a picture
        return ncbi.bucket.media(article, name, MAX_PICTURE_BYTES, checked)

    return load


def _xml_of(paper: Paper, known: Known, source: _Source) -> bytes:
    """Return the XML that the words come from."""
    record = known.record
    if source.text is not None and (record is None or paper.has_full_text or source.text.paper.abstracts):
        return source.text.xml
    return record.xml if record is not None else b""
