"""A paper that a person already has: its XML, or a folder with that and the figures. No network is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.jats import find_article, read_article
from videogen_desktop.papers.pictures import matching_file
from videogen_desktop.papers.pubmed import read_records
from videogen_desktop.papers.xml import MAX_BYTES, parse_xml, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Paper

_SUFFIXES = (".xml", ".nxml")
_RECORDS = ("PubmedArticleSet", "PubmedArticle", "PubmedBookArticle")
_MAX_FILES = 20_000
"""A folder with more files than this is not one paper's."""


@dataclass(frozen=True)
class InHand:
    """A paper in hand.

    ``pictures`` gives for each figure whose picture is there the figure's id and the file, not yet checked.
    """

    paper: Paper
    xml: bytes
    pictures: tuple[tuple[str, Path], ...] = ()


def read_in_hand(path: Path) -> InHand:
    """Read a paper from a JATS or PubMed XML file, or from a folder with one such file and its figures.

    A file alone brings no figures: a ``fig1.jpg`` beside it may be another paper's. Links are not followed,
    and nothing outside the folder is looked at.

    Raises:
        VideoGenError: ``paper-not-found`` when there is nothing at ``path``, ``bad-input`` when there is no
            paper or more than one, ``bad-xml`` or ``too-large``.
    """
    if path.is_dir():
        return _from_folder(path)
    if not path.is_file():
        raise VideoGenError(
            "paper-not-found",
            f"There is no file or folder named {path.name}.",
            "Check the path, or give a PMID, PMCID or DOI.",
        )
    xml = _content(path)
    return InHand(_paper(_parsed(xml), path.name), xml)


def _from_folder(folder: Path) -> InHand:
    files = list(_files_in(folder))
    name, xml, root = _only_paper(folder, [file for file in files if file.parent == folder])
    paper = _paper(root, name)
    known = {file.relative_to(folder).as_posix(): file for file in files}
    found = ((figure.id, matching_file(figure.graphics, known)) for figure in paper.figures)
    return InHand(paper, xml, tuple((figure, known[file]) for figure, file in found if file))


def _files_in(folder: Path, *, deeper: bool = True) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, without hidden ones and without links."""
    for number, entry in enumerate(sorted(_entries(folder))):
        if number >= _MAX_FILES:
            raise _bad_input(f"The folder {folder.name} holds too many files to be one paper's.")
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_file():
            yield entry
        elif deeper and entry.is_dir():
            yield from _files_in(entry, deeper=False)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise _bad_input(f"The folder {folder.name} cannot be read.") from error


def _only_paper(folder: Path, files: list[Path]) -> tuple[str, bytes, Element]:
    """Return the one file that holds a paper; other XML, such as a manifest, may lie beside it."""
    papers: list[tuple[str, bytes, Element]] = []
    failure: VideoGenError | None = None
    for file in files:
        if file.suffix.lower() not in _SUFFIXES:
            continue
        try:
            xml = _content(file)
            root = _parsed(xml)
        except VideoGenError as error:
            failure = error
            continue
        if root.tag in ("article", *_RECORDS) or root.find(".//article") is not None:
            papers.append((file.name, xml, root))
        if len(papers) > 1:
            names = " and ".join(name for name, _, _ in papers)
            raise _bad_input(f"The folder {folder.name} holds more than one paper: {names}.")
    if not papers:
        raise failure or _bad_input(f"The folder {folder.name} holds no paper's XML.")
    return papers[0]


def _paper(root: Element, name: str) -> Paper:
    if root.tag not in _RECORDS:
        if len(root.findall("article")) > 1:
            raise _bad_input(f"{name} holds more than one paper.")
        return read_article(find_article(root), "in-hand")
    papers = read_records(root)
    if len(papers) != 1:
        raise _bad_input(f"{name} holds {len(papers)} PubMed records; a film is made of one.")
    return papers[0]


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise too_large(MAX_BYTES)
        return file.read_bytes()
    except OSError as error:
        raise _bad_input(f"The file {file.name} cannot be read.") from error


def _parsed(xml: bytes) -> Element:
    """Parse a person's own file, of which trying again later makes nothing better."""
    for start, kind in ((b"%PDF", "a PDF"), (b"PK\x03\x04", "an Office document or an archive")):
        if xml.startswith(start):
            raise _bad_input(f"This file is {kind}, and not the XML of a paper.")
    try:
        return parse_xml(xml)
    except VideoGenError as error:
        raise VideoGenError(error.code, error.message, error.hint) from error


def _bad_input(message: str) -> VideoGenError:
    return VideoGenError(
        "bad-input",
        message,
        "Give one JATS file (.xml or .nxml), or a folder with one and its figures.",
    )
