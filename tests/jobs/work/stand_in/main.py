"""A pipeline like the original one: its commands, steps, files, log and failures, without its services.

What it does is told by variables: STAND_IN_MODE, and STAND_IN_FILM, a film that it hands out as its own.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)
logging.basicConfig(level=logging.INFO, format="%(asctime)s - %(levelname)s - %(message)s")

MODE = os.environ.get("STAND_IN_MODE", "well")
SCENES = 3
FAILURES: dict[str, Callable[[], str]] = {
    "wrong-key": lambda: f"401 Unauthorized: the API key {os.environ['GEMINI_API_KEY']} is not valid",
    "overloaded": lambda: "503 Server Error: Service Unavailable for url: https://api.example/v1",
    "broken": lambda: "'NoneType' object has no attribute 'scenes'",
}


class PipelineError(Exception):
    """A step has failed."""


@click.group()
def cli() -> None:
    """Make films with services."""


@cli.command()
@click.argument("pmid")
@click.argument("output_dir", type=click.Path(path_type=Path))
@click.option("--skip-existing/--no-skip-existing", default=True)
@click.option("--voice", default="Kore")
def generate_video(pmid: str, output_dir: Path, skip_existing: bool, voice: str) -> None:
    """Make the film of PMID in OUTPUT_DIR."""
    try:
        _run(pmid, output_dir, skip_existing)
        click.secho(f"✓ Pipeline complete! Output in {output_dir} with {voice}", fg="green", bold=True)
    except PipelineError as error:
        click.secho(f"✗ Pipeline failed: {error}", fg="red", err=True)
        raise click.Abort from error


def _run(pmid: str, output_dir: Path, skip_existing: bool) -> None:
    output_dir.mkdir(parents=True, exist_ok=True)
    log.info("Starting pipeline for PMID %s", pmid)
    for name, done, execute in _steps(pmid, output_dir):
        log.info("Step: %s", name)
        if skip_existing and done.exists():
            log.info("  ✓ Already complete, skipping")
            continue
        try:
            execute()
            log.info("  ✓ Complete")
        except Exception as error:
            message = f"Step '{name}' failed: {error}"
            log.error("  ✗ %s", message)
            raise PipelineError(message) from error
    log.info("Pipeline complete!")


def _steps(pmid: str, folder: Path) -> list[tuple[str, Path, Callable[[], None]]]:
    clips = folder / "clips"
    return [
        ("fetch-paper", folder / "paper.json", lambda: _fetch(pmid, folder)),
        ("generate-script", folder / "script.json", lambda: _write_script(folder)),
        ("generate-audio", folder / "audio.wav", lambda: _speak(folder)),
        ("generate-videos", clips / ".videos_complete", lambda: _draw(clips)),
        ("add-captions", folder / "clips_captioned" / ".captions_complete", lambda: _join(folder)),
    ]


def _fetch(pmid: str, folder: Path) -> None:
    _take_time()
    paper = {"title": "A paper by others", "pmcid": "PMC999", "authors": ["A. Author"], "full_text": pmid}
    (folder / "paper.json").write_text(json.dumps(paper))


def _write_script(folder: Path) -> None:
    _take_time()
    if MODE == "hanging":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        log.info("waiting for an answer that never comes")
        threading.Event().wait()
    scenes = [{"text": f"Scene {number}.", "visual_content": "x"} for number in range(SCENES)]
    (folder / "script.json").write_text(json.dumps({"scenes": scenes}))


def _speak(folder: Path) -> None:
    _take_time()
    if MODE in FAILURES:
        raise RuntimeError(FAILURES[MODE]())
    (folder / "audio.wav").write_bytes(b"RIFF")


def _draw(clips: Path) -> None:
    clips.mkdir(exist_ok=True)
    for number in range(SCENES):
        _take_time(0.6)
        (clips / f"scene_{number:02}.mp4").write_bytes(b"clip")
    (clips / ".videos_complete").touch()


def _join(folder: Path) -> None:
    _take_time()
    if MODE == "no-film":
        log.info("Added captions to 0 videos")
        return
    film = folder / "final_video.mp4"
    shutil.copyfile(os.environ["STAND_IN_FILM"], film)
    if MODE == "broken-film":
        film.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    (folder / "captions.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nScene 0.\n")


def _take_time(seconds: float = 0.1) -> None:
    if MODE == "slow":
        time.sleep(seconds)


if __name__ == "__main__":
    cli()
