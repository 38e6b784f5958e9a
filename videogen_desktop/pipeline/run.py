"""The stages in their order, in one folder, under one lock, with one log."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, Any

import filelock

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import PARTIAL_MARK, explained_os_errors, make_folder
from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.job import STAGES, Stage
from videogen_desktop.pipeline.maker import read_logo
from videogen_desktop.pipeline.manifest import NAME as MANIFEST
from videogen_desktop.pipeline.manifest import Manifest
from videogen_desktop.pipeline.stages import audio, captions, fetch, script, videos
from videogen_desktop.pipeline.stages.bench import FILM, LOG, PAPER, Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.pipeline.cancellation import Cancellation
    from videogen_desktop.pipeline.film import FilmFacts
    from videogen_desktop.pipeline.job import Job
    from videogen_desktop.pipeline.narration import SceneAudio
    from videogen_desktop.pipeline.progress import Progress

_log = logging.getLogger(__name__)


def make_film(
    job: Job,
    progress: Progress,
    cancellation: Cancellation,
    settings: FetchSettings,
    voices_folder: Path | None,
    only: Stage | None = None,
) -> dict[str, Any]:
    """Run a job's stages, those that are proven done excepted.

    Args:
        job: what is to be made. With ``only`` its ``paper_id`` may be empty for all but fetch-paper.
        progress: who is told.
        cancellation: whoever may stop it.
        settings: where the paper is looked for.
        voices_folder: where voices besides the built-in one are.
        only: run just this stage, on the files that the one before it left.

    Returns:
        The facts of the result event: ``video`` and ``duration_s``, or the stage that was last.

    Raises:
        VideoGenError: with the code of whatever went wrong.
    """
    with _locked(job.folder), _logging_to(job.folder / LOG):
        _log.info("job: %s -> %s, %s", job.paper_id, job.folder, job.options)
        manifest = _open_manifest(job)
        _sweep(job.folder)
        if not job.options.skip_existing:
            _start_over(manifest, only)
        try:
            bench = Bench(job, manifest, progress, cancellation, _logo_of(job, only))
            facts = _run_stages(_planned(job, only), bench, settings, voices_folder)
        except VideoGenError as error:
            _log.error("%s: %s", error.code, error.message)
            raise
        except Exception:
            _log.exception("a fault in the program")
            raise
        return facts | {"notes": list(_notes(bench))}


def _planned(job: Job, only: Stage | None) -> tuple[Stage, ...]:
    if only is not None:
        return (only,)
    last = job.options.stop_after or STAGES[-1]
    return STAGES[: STAGES.index(last) + 1]


def _run_stages(
    planned: tuple[Stage, ...],
    bench: Bench,
    settings: FetchSettings,
    voices_folder: Path | None,
) -> dict[str, Any]:
    facts: FilmFacts | None = None
    with videos.Drawing(bench) as drawing:
        to_be_drawn = "generate-videos" in planned
        for stage in planned:
            bench.cancellation.check()
            match stage:
                case "fetch-paper":
                    fetch.run(bench, settings)
                case "generate-script":
                    script.run(bench)
                case "generate-audio":
                    audio.run(bench, voices_folder, drawing.take if to_be_drawn else _leave)
                case "generate-videos":
                    videos.run(bench, drawing)
                case "add-captions":
                    facts = captions.run(bench)
    if facts is None:
        return {"video": None, "stage": planned[-1]}
    return {"video": FILM, "duration_s": round(facts.duration_s, 3)}


def _logo_of(job: Job, only: Stage | None) -> bytes:
    """The logo, read before anything else is done, so that one that cannot be shown is known at once."""
    drawn = only in (None, "generate-videos", "add-captions")
    return read_logo(job.options.logo) if job.options.logo and drawn else b""


def _leave(_index: int, _audio: SceneAudio) -> None:
    """Do nothing with a spoken scene: no clip is asked for."""


def _open_manifest(job: Job) -> Manifest:
    manifest = Manifest.read(job.folder)
    if job.paper_id:
        fetch.check_folder(job.folder, job.paper_id, manifest)
    manifest = manifest or Manifest(job.folder, "")
    if job.paper_id:
        manifest.paper = fetch.paper_name(job.paper_id)
    manifest.options = job.options.remembered()
    manifest.save()
    return manifest


def _start_over(manifest: Manifest, only: Stage | None) -> None:
    """Let what is to be made anew prove nothing, the stages that a later run makes included.

    It is written down before anything is done, so that a run that is interrupted is gone on with as it began.
    """
    for stage in STAGES if only is None else (only,):
        manifest.void(stage)
    manifest.save()


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed had half written."""
    for inner in (folder, *(folder / name for name in ("audio", "clips", "figures"))):
        for path in inner.glob(f"*{PARTIAL_MARK}*"):
            path.unlink(missing_ok=True)


def _notes(bench: Bench) -> Iterator[str]:
    with contextlib.suppress(VideoGenError):
        yield from bench.read(PAPER, Paper).notes


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = filelock.FileLock(folder / ".lock")
    try:
        with explained_os_errors(folder / MANIFEST):
            make_folder(folder)
            lock.acquire(timeout=0)
    except filelock.Timeout:
        raise VideoGenError(
            "in-use",
            f"Another run is already working in {folder}.",
            "Wait for it to end, or choose another folder.",
            retryable=True,
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _logging_to(path: Path) -> Iterator[None]:
    with explained_os_errors(path):
        handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("videogen_desktop")
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
