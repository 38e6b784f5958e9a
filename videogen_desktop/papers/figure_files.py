"""A paper's pictures as files in the output folder: those that may be used, are sound and not too large."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import write_bytes
from videogen_desktop.papers.licence import terms_of
from videogen_desktop.papers.pictures import PictureFacts, check_picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.papers.model import Figure, Paper

FOLDER = "figures"
MAX_PICTURE_BYTES = 40 * 2**20

_SUFFIX = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "TIFF": "tif", "WEBP": "webp"}
_LEFT_OUT = ("bad-picture", "bad-answer", "too-large")


@dataclass(frozen=True)
class Picture:
    """A picture that has been proven sound: its file's content and what it is."""

    content: bytes = field(repr=False)
    facts: PictureFacts


def checked(content: bytes) -> Picture:
    """Prove that a picture can be shown.

    Raises:
        VideoGenError: ``bad-picture``.
    """
    return Picture(content, check_picture(content))


def with_figure_files(
    paper: Paper,
    folder: Path,
    load: Callable[[Figure], Picture | None],
    progress: Callable[[float, str], None],
) -> Paper:
    """Write the pictures of a paper to ``folder/figures`` and return the paper with their names.

    A figure whose terms are not known is not even loaded. One that is not there, broken or too large is left
    out, and a note says so.

    Args:
        paper: The paper.
        folder: The output folder.
        load: Gives a figure's picture, or None when there is none; raises ``bad-picture`` for a broken one.
        progress: Told how far it is, from 0 to 1, and what it does.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, or what ``load`` raises when it may help to try again.
    """
    figures: list[Figure] = []
    notes = list(paper.notes)
    if paper.figures and not any(terms_of(figure, paper).known for figure in paper.figures):
        notes.append("The figures are left out: the paper states no licence under which they may be used.")
    for number, figure in enumerate(paper.figures, 1):
        progress((number - 1) / len(paper.figures), f"Figure {number} of {len(paper.figures)}")
        file = None
        if terms_of(figure, paper).known:
            file, note = _written(figure, number, folder, load)
            notes += [note] if note else []
        figures.append(replace(figure, file=file))
    return replace(paper, figures=tuple(figures), notes=tuple(notes))


def _written(
    figure: Figure, number: int, folder: Path, load: Callable[[Figure], Picture | None]
) -> tuple[str | None, str | None]:
    """Return the name of the file that the figure is in now, or the sentence that says why there is none."""
    name = figure.label or f"Figure {number}"
    try:
        picture = load(figure)
    except VideoGenError as error:
        if error.code not in _LEFT_OUT:
            raise
        return None, f"{name} was left out. {error.message}"
    if picture is None:
        return None, f"{name} was left out: its picture is not there."
    file = f"{FOLDER}/figure-{number:02d}.{_SUFFIX[picture.facts.format]}"
    write_bytes(folder / file, picture.content)
    return file, None
