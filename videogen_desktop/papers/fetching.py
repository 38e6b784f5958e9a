"""The front door: from what a person types to a paper, its XML and its figures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.figure_files import MAX_PICTURE_BYTES, checked, with_figure_files
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.papers.ncbi import Ncbi, look_up
from videogen_desktop.papers.ncbi.lookup import paper_not_found, united
from videogen_desktop.papers.ncbi.merging import with_licence_code, with_record
from videogen_desktop.papers.pictures import matching_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.papers.figure_files import Picture
    from videogen_desktop.papers.identifiers import Identifier
    from videogen_desktop.papers.model import Figure, Paper, PaperIds
    from videogen_desktop.papers.ncbi import BucketArticle, FullText, Known
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient

    Progress = Callable[[float, str], None]
    OnPaper = Callable[[Paper], None]

ABSTRACT_ONLY = "Only the abstract of this paper could be had, so the film is made from the abstract alone."

_FOUND = 0.2
_READ = 0.5
_PATH_STARTS = (".", "~", "/", "\\")
_PATH_ENDINGS = (".xml", ".nxml")


@dataclass(frozen=True)
class FetchedPaper:
    """A paper, and the XML that it was read from."""

    paper: Paper
    xml: bytes = field(repr=False)


@dataclass(frozen=True)
class _Source:
    """Where the text was found; ``article`` only when it was the bucket."""

    text: FullText | None
    article: BucketArticle | None = None


def fetch_paper(
    paper_id: str,
    folder: Path,
    web: WebClient,
    settings: FetchSettings,
    progress: Progress,
    on_paper: OnPaper = lambda _paper: None,
) -> FetchedPaper:
    """Fetch a paper, or read the one in hand, and write its figures to ``folder/figures``.

    PubMed's record and PMC's article are one paper then. The text comes from PMC's open-data bucket, else
    from efetch, else it is the abstract alone, which a note says. Any one of the signs that a paper is
    retracted is enough; what to do about it is the caller's decision.

    Args:
        paper_id: A PMID, PMCID or DOI in any form, or the path of a paper in hand, for which nothing is
            asked of the network.
        folder: The output folder.
        web: What :func:`videogen_desktop.papers.ncbi.connect` made for ``settings``.
        settings: Where to ask, and in whose name.
        progress: Told how far it is, from 0 to 1 and never backwards, and what it does.
        on_paper: Given the paper as soon as it is read, before its figures are there; also one without text.

    Raises:
        VideoGenError: ``bad-identifier``, ``paper-not-found``, ``no-text`` when there is neither a full text
            nor an abstract; ``no-network``, ``rate-limited``, ``server-error`` and ``bad-answer``, which may
            pass; ``too-large``, ``bad-api-key``, ``cancelled``; ``bad-input`` and ``bad-xml`` for a paper in
            hand; ``disk-full`` and ``not-writable``.
    """
    path = path_in_hand(paper_id)
    if path is not None:
        return _from_hand(path, folder, progress, on_paper)
    return _from_ncbi(parse_identifier(paper_id), folder, Ncbi.over(web, settings), progress, on_paper)


def path_in_hand(paper_id: str) -> Path | None:
    """Return the path that ``paper_id`` is, or None when it is to be read as an identifier.

    What is an identifier is one even where a file or folder has the same name: ``29412138`` is a paper, and
    ``./29412138`` is a folder.
    """
    if "\0" in paper_id:
        return None
    path = Path(paper_id)
    if paper_id.startswith(_PATH_STARTS) or path.drive:
        return _at_home(path)
    if _is_identifier(paper_id):
        return None
    return path if paper_id.lower().endswith(_PATH_ENDINGS) or _exists(path) else None


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # there is no such person on this machine
        return path


def _is_identifier(text: str) -> bool:
    try:
        parse_identifier(text)
    except VideoGenError:
        return False
    return True


def _exists(path: Path) -> bool:
    try:
        return bool(path.parts) and path.exists()
    except OSError:  # a name that is too long for a file is none
        return False


def _from_hand(path: Path, folder: Path, progress: Progress, on_paper: OnPaper) -> FetchedPaper:
    progress(0.0, "Reading the paper")
    found = read_in_hand(path)
    on_paper(found.paper)
    _require_text(found.paper, path.name)
    read = found.paper if found.paper.has_full_text else _noted(found.paper)
    pictures = dict(found.pictures)

    def load(figure: Figure) -> Picture | None:
        file = pictures.get(figure.id)
        return None if file is None else checked(_picture_file(file))

    paper = with_figure_files(read, folder, load, _part(progress, _READ, 1.0))
    progress(1.0, "The paper is read")
    return FetchedPaper(paper, found.xml)


def _picture_file(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_PICTURE_BYTES:
            raise VideoGenError("too-large", "Its picture is too large.", "Give a smaller copy of it.")
        return file.read_bytes()
    except OSError as error:
        raise VideoGenError("bad-picture", "Its picture cannot be read.", "Check the file.") from error


def _from_ncbi(
    identifier: Identifier, folder: Path, ncbi: Ncbi, progress: Progress, on_paper: OnPaper
) -> FetchedPaper:
    progress(0.0, "Looking for the paper")
    known = look_up(identifier, ncbi)
    progress(_FOUND, "Fetching the text")
    source = _find_text(known.ids, ncbi)
    paper = _one_paper(known, source)
    if paper is None:
        raise paper_not_found(identifier)
    on_paper(paper)
    if not paper.has_full_text:
        paper = replace(_noted(paper), origin="pubmed-abstract", figures=(), tables=())
    _require_text(paper, str(identifier))
    progress(_READ, "Fetching the figures")
    paper = with_figure_files(paper, folder, _loader(source.article, ncbi), _part(progress, _READ, 1.0))
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


def _noted(paper: Paper) -> Paper:
    return replace(paper, notes=(*paper.notes, ABSTRACT_ONLY))


def _require_text(paper: Paper, name: str) -> None:
    if next(paper.passages(), None) is None:
        raise VideoGenError(
            "no-text",
            f"There is neither an abstract nor a full text of {name}.",
            "If you have the paper's JATS XML, give that file instead.",
        )


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


def _part(progress: Progress, start: float, end: float) -> Progress:
    return lambda fraction, message: progress(start + (end - start) * fraction, message)
