"""Starts the journey: a screen, a stand-in for NCBI with two papers, a list of them, and the program."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.journey.screen import screen
from tests.ncbi_double import Holding, Library, NcbiDouble
from tests.pipeline.runs import write_small_paper
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

_LIST = "Papers for Monday\n\nPMID: 29412138\nhttps://doi.org/10.1000/small\nthis names no paper\n29412138\n"
_PATIENCE_S = 540


@dataclass(frozen=True)
class Taken:
    """What a journey left behind."""

    pictures: Path
    exported: Path
    code: int
    said: str


def take(
    folder: Path,
    size: tuple[int, int],
    looks: tuple[str, ...] = ("light", "dark"),
    scale: float = 1.0,
    *,
    real: bool = True,
) -> Taken:
    """Take the journey in a folder, on a screen of ``size`` pixels, all drawn ``scale`` times as large.

    Not ``real``, the second paper is as small as the first, and its film is soon made.
    """
    pictures, exported = folder / "pictures", folder / "exported"
    pictures.mkdir(parents=True)
    listed = folder / "monday.txt"
    listed.write_text(_LIST, encoding="utf-8")
    with NcbiDouble(_library(folder, real=real)) as double, screen(*size) as shown:
        variables = {
            **shown,
            **double.environment,
            "VIDEOGEN_DATA_DIR": str(folder / "data"),
            "VIDEOGEN_CACHE_DIR": str(folder / "cache"),
            "QT_SCALE_FACTOR": str(scale),
            "PYTHONFAULTHANDLER": "1",
        }
        command = [sys.executable, "-m", "tests.journey.inside", str(listed), str(pictures), str(exported)]
        done = subprocess.run(
            [*command, "--looks", *looks],
            env=variables,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    return Taken(pictures, exported, done.returncode, done.stdout + done.stderr)


def reorder(folder: Path) -> Taken:
    """Drag the last of three papers to the front of the line, with a real mouse, and take a picture of it."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    with NcbiDouble(Library(())) as double, screen(1280, 720) as shown:
        variables = {**shown, **double.environment, "VIDEOGEN_DATA_DIR": str(folder / "data")}
        done = subprocess.run(
            [sys.executable, "-m", "tests.journey.reordering", str(pictures)],
            env=variables,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    return Taken(pictures, folder, done.returncode, done.stdout + done.stderr)


def _library(folder: Path, *, real: bool) -> Library:
    small = write_small_paper(folder / "small")
    article = (small / "article.xml").read_bytes()
    second = shipped("samples/elife-32671") if real else small
    return Library(
        (
            Holding(
                "small",
                pmid="90000001",
                pmcid="PMC90000001",
                doi="10.1000/small",
                jats=article,
                pictures=_pictures(small),
                license_code="CC BY",
            ),
            Holding(
                "second",
                pmid="29412138",
                pmcid="PMC5832416",
                doi="10.7554/eLife.32671",
                jats=(second / "article.xml").read_bytes() if real else _under_the_second_names(article),
                pictures=_pictures(second),
                license_code="CC BY",
            ),
        )
    )


def _under_the_second_names(article: bytes) -> bytes:
    """The same paper, as if it were another."""
    names = {
        b">90000001<": b">29412138<",
        b"PMC90000001": b"PMC5832416",
        b"10.1000/small": b"10.7554/eLife.32671",
    }
    for name, other in names.items():
        article = article.replace(name, other)
    return article


def _pictures(paper: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paper.glob("*.jpg")}
