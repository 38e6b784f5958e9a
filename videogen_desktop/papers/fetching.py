"""The front door: from what a person types to a paper, its XML and its figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.fetched import READ, FetchedPaper, noted, part, require_text
from videogen_desktop.papers.figure_files import MAX_PICTURE_BYTES, checked, with_figure_files
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.in_hand import read_in_hand

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from videogen_desktop.papers.fetched import OnPaper, Progress
    from videogen_desktop.papers.figure_files import Picture
    from videogen_desktop.papers.model import Figure
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient

_PATH_STARTS = (".", "~", "/", "\\")
_PATH_ENDINGS = (".xml", ".nxml")


def fetch_paper(
    paper_id: str,
    folder: Path,
    connect: Callable[[], AbstractContextManager[WebClient]],
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
        connect: Opens what :func:`videogen_desktop.papers.ncbi.connect` makes for ``settings``; called only
            where the network is asked, whose libraries take a quarter of a second to load.
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
    identifier = parse_identifier(paper_id)
    from videogen_desktop.papers.from_ncbi import fetch_from_ncbi

    with connect() as web:
        return fetch_from_ncbi(identifier, folder, web, settings, progress, on_paper)


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
    require_text(found.paper, path.name)
    read = found.paper if found.paper.has_full_text else noted(found.paper)
    pictures = dict(found.pictures)

    def load(figure: Figure) -> Picture | None:
        file = pictures.get(figure.id)
        return None if file is None else checked(_picture_file(file))

    paper = with_figure_files(read, folder, load, part(progress, READ, 1.0))
    progress(1.0, "The paper is read")
    return FetchedPaper(paper, found.xml)


def _picture_file(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_PICTURE_BYTES:
            raise VideoGenError("too-large", "Its picture is too large.", "Give a smaller copy of it.")
        return file.read_bytes()
    except OSError as error:
        raise VideoGenError("bad-picture", "Its picture cannot be read.", "Check the file.") from error
