"""fetch-paper: a paper's identifier or file -> paper.json, paper.xml and figures/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import sha256_of, write_bytes
from videogen_desktop.papers.fetching import fetch_paper, path_in_hand
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.script.door import check_admission
from videogen_desktop.pipeline.stages.bench import FILM, PAPER, PAPER_XML, READER_VERSION, SCRIPT, Bench

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.papers.fetching import FetchedPaper
    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient

WORK = "fetch-paper"
_PAPER_FILES = {".xml", ".nxml", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp"}


def run(bench: Bench, web: WebClient, settings: FetchSettings) -> None:
    """Fetch or read the paper, unless that is proven done.

    Raises:
        VideoGenError: as ``fetch_paper`` and ``check_admission`` say.
    """
    inputs = fingerprint(READER_VERSION, identity(bench.job.paper_id))
    if bench.proves(WORK, inputs):
        paper = bench.read(PAPER, Paper)
        check_admission(paper, allow_retracted=bench.job.options.allow_retracted)
        bench.progress.skip("fetch-paper", paper.title.plain)
        return
    bench.progress.start("fetch-paper", "Looking for the paper")
    fetched = fetch_paper(bench.job.paper_id, bench.job.folder, web, settings, bench.progress.update)
    bench.cancellation.check()
    check_admission(fetched.paper, allow_retracted=bench.job.options.allow_retracted)
    _keep(bench, fetched, inputs)
    bench.progress.done(fetched.paper.title.plain)


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


def check_folder(bench_folder: Path, paper_id: str, recorded_paper: str | None) -> None:
    """Refuse a folder that holds someone else's files or another paper's film.

    Args:
        bench_folder: the output folder.
        paper_id: the paper that is asked for.
        recorded_paper: the paper that the folder's manifest names; None without a manifest.

    Raises:
        VideoGenError: ``foreign-folder`` or ``other-paper``.
    """
    if recorded_paper is None:
        taken = [name for name in (FILM, SCRIPT, PAPER) if (bench_folder / name).exists()]
        if taken:
            raise VideoGenError(
                "foreign-folder",
                f"The folder {bench_folder} has a {taken[0]} that this program did not make.",
                "Choose another folder, so that nothing of yours is overwritten.",
            )
        return
    if recorded_paper and paper_name(paper_id) != recorded_paper and not _same_paper(bench_folder, paper_id):
        raise VideoGenError(
            "other-paper",
            f"The folder {bench_folder} holds the film of another paper ({recorded_paper}).",
            "Choose another folder, so that the film there is not overwritten.",
        )


def paper_name(paper_id: str) -> str:
    """The name under which the manifest remembers a paper."""
    path = path_in_hand(paper_id)
    return str(parse_identifier(paper_id)) if path is None else str(path.resolve())


def _same_paper(folder: Path, paper_id: str) -> bool:
    """Whether an identifier is another name of the paper that the folder holds."""
    if path_in_hand(paper_id) is not None:
        return False
    try:
        paper = msgspec.json.decode((folder / PAPER).read_bytes(), type=Paper)
    except (OSError, msgspec.DecodeError):
        return False
    value = parse_identifier(paper_id).value.lower()
    return value in {(name or "").lower() for name in (paper.ids.pmid, paper.ids.pmcid, paper.ids.doi)}


def _keep(bench: Bench, fetched: FetchedPaper, inputs: str) -> None:
    write_bytes(bench.path(PAPER_XML), fetched.xml)
    bench.write(PAPER, fetched.paper)
    figures = [figure.file for figure in fetched.paper.figures if figure.file]
    bench.record(WORK, inputs, [PAPER, PAPER_XML, *figures])
