"""fetch-paper: a paper's identifier or file -> paper.json, paper.xml and figures/."""

from __future__ import annotations

import textwrap
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import sha256_of, write_bytes
from videogen_desktop.papers.fetching import fetch_paper, path_in_hand
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.script.door import check_admission
from videogen_desktop.pipeline.stages.bench import FILM, PAPER, PAPER_XML, READER_VERSION, SCRIPT, Bench
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from videogen_desktop.papers.fetched import FetchedPaper
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient
    from videogen_desktop.pipeline.manifest import Manifest

WORK = "fetch-paper"
_MOST_AUTHORS = 100
"""In an event, which is one line; paper.json has the thousands of a collaboration."""
_PAPER_FILES = {".xml", ".nxml", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp"}


def run(bench: Bench, settings: FetchSettings) -> None:
    """Fetch or read the paper, unless that is proven done.

    Raises:
        VideoGenError: as ``fetch_paper`` and ``check_admission`` say.
    """
    inputs = _inputs_of(bench.job.paper_id)
    if bench.proves(WORK, inputs):
        paper = bench.read(PAPER, Paper)
        bench.progress.paper(_facts_of(paper))
        check_admission(paper, allow_retracted=bench.job.options.allow_retracted)
        bench.progress.skip("fetch-paper", _named(paper))
        return
    bench.progress.start("fetch-paper", "Looking for the paper")
    fetched = fetch_paper(
        bench.job.paper_id,
        bench.job.folder,
        partial(_connected, settings, bench.cancellation.event),
        settings,
        bench.progress.update,
        lambda paper: bench.progress.paper(_facts_of(paper)),
    )
    bench.cancellation.check()
    check_admission(fetched.paper, allow_retracted=bench.job.options.allow_retracted)
    _keep(bench, fetched, inputs)
    bench.progress.done(_named(fetched.paper))


def _connected(settings: FetchSettings, cancel: threading.Event) -> WebClient:
    from videogen_desktop.papers.ncbi import connect

    return connect(settings, cancel)


def identity(paper_id: str) -> str:
    """What a paper is told by: its canonical identifier, or the content of the paper in hand.

    Raises:
        VideoGenError: ``bad-identifier`` or ``bad-input``.
    """
    path = path_in_hand(paper_id)
    if path is None:
        return str(parse_identifier(paper_id))
    if not path.exists():
        return paper_id
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        content = [
            (file.name, sha256_of(file))
            for file in files
            if file.suffix.lower() in _PAPER_FILES and file.is_file()
        ]
    except OSError as error:
        raise VideoGenError(
            "bad-input",
            f"{path.name} cannot be read: {error.strerror}.",
            "Check that you may read the paper's files, or copy them to a folder of yours.",
        ) from error
    return fingerprint(content)


def check_folder(folder: Path, paper_id: str, manifest: Manifest | None) -> None:
    """Refuse a folder that holds someone else's files or another paper's work.

    Args:
        folder: the output folder.
        paper_id: the paper that is asked for.
        manifest: the folder's manifest; None without one.

    Raises:
        VideoGenError: ``foreign-folder`` or ``other-paper``.
    """
    if manifest is None:
        taken = [name for name in (FILM, SCRIPT, PAPER) if (folder / name).exists()]
        if taken:
            raise VideoGenError(
                "foreign-folder",
                f"The folder {folder} has a {taken[0]} that this program did not make.",
                "Choose another folder, so that nothing of yours is overwritten.",
            )
        return
    holds_a_paper = bool(manifest.paper) and (folder / PAPER).exists()
    if (
        holds_a_paper
        and paper_name(paper_id) != manifest.paper
        and not _same_paper(folder, paper_id, manifest)
    ):
        raise VideoGenError(
            "other-paper",
            f"The folder {folder} holds the film of another paper ({manifest.paper}).",
            "Choose another folder, so that the film there is not overwritten.",
        )


def paper_name(paper_id: str) -> str:
    """The name under which the manifest remembers a paper."""
    path = path_in_hand(paper_id)
    return str(parse_identifier(paper_id)) if path is None else str(path.resolve())


def _same_paper(folder: Path, paper_id: str, manifest: Manifest) -> bool:
    """Whether the folder holds this paper under another of its names, or from another place."""
    proof = manifest.proof_of(WORK)
    if path_in_hand(paper_id) is not None:
        return proof is not None and proof.inputs == _inputs_of(paper_id)
    try:
        paper = read_json((folder / PAPER).read_bytes(), Paper)
    except (OSError, msgspec.DecodeError):
        return False
    value = parse_identifier(paper_id).value.lower()
    return value in {(name or "").lower() for name in (paper.ids.pmid, paper.ids.pmcid, paper.ids.doi)}


def _inputs_of(paper_id: str) -> str:
    return fingerprint(READER_VERSION, identity(paper_id))


def _facts_of(paper: Paper) -> dict[str, Any]:
    """The facts of the paper event: what a list shows of a paper, whether or not a film is made of it."""
    return {
        "pmid": paper.ids.pmid,
        "pmcid": paper.ids.pmcid,
        "doi": paper.ids.doi,
        "title": paper.title.plain,
        "authors": [author.name for author in paper.authors[:_MOST_AUTHORS]],
        "journal": paper.journal.name,
        "year": paper.published.year if paper.published else None,
        "licence": paper.licence.code,
        "retracted": paper.retracted,
        "abstract_only": not paper.has_full_text,
    }


def _named(paper: Paper) -> str:
    """The paper's title, short enough for a line of progress."""
    return textwrap.shorten(paper.title.plain, 90, placeholder=" …") or "Untitled paper"


def _keep(bench: Bench, fetched: FetchedPaper, inputs: str) -> None:
    write_bytes(bench.path(PAPER_XML), fetched.xml)
    bench.write(PAPER, fetched.paper)
    figures = [figure.file for figure in fetched.paper.figures if figure.file]
    bench.record(WORK, inputs, [PAPER, PAPER_XML, *figures])
