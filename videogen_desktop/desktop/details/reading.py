"""What the details of a job are made of, read off the UI thread as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from videogen_desktop.desktop.details.passages import paper_blocks
from videogen_desktop.desktop.details.times import SentenceTimes, sentence_times
from videogen_desktop.desktop.export.papers import paper_for_citing
from videogen_desktop.desktop.film_files import FilmTexts, figure_bytes, read_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from videogen_desktop.desktop.details.passages import Block
    from videogen_desktop.desktop.film_files import Fault
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.papers.model import Paper
    from videogen_desktop.pipeline.script.model import Script

_FORMATS = {
    b"\xff\xd8\xff": b"jpeg",
    b"\x89PNG\r\n\x1a\n": b"png",
    b"GIF8": b"gif",
    b"II*\x00": b"tiff",
    b"MM\x00*": b"tiff",
    b"RIFF": b"webp",
}
"""Pictures of dots by how they begin; nothing else is tried, since a drawing may name other files."""
_PICTURE = QSize(440, 320)
"""Twice what it is shown at, for fine screens."""
_MOST_PIXELS = 80_000_000
_MOST_PICTURES = 40


@dataclass(frozen=True, eq=False)
class Details:
    """Everything about one job that its tabs show.

    Attributes:
        job_id: Whose it is.
        texts: What was read; None for what the queue itself knows.
        paper: As far as it is known.
        blocks: The paper's text.
        times: When the sentences are heard.
        pictures: Of the figures, by the names that the script has for them.
        abstract_only: Whether no full text could be had.
    """

    job_id: int
    texts: FilmTexts | None
    paper: Paper
    blocks: tuple[Block, ...]
    times: SentenceTimes
    pictures: Mapping[str, QImage]
    abstract_only: bool

    @property
    def script(self) -> Script | None:
        """The script, if there is one that can be read."""
        return self.texts.script.value if self.texts else None

    @property
    def script_fault(self) -> Fault | None:
        """Why there is no script."""
        return self.texts.script.fault if self.texts else None

    @property
    def paper_fault(self) -> Fault | None:
        """Why the paper's file says nothing."""
        return self.texts.in_file.fault if self.texts else None

    def same_script(self, other: Details) -> bool:
        """Whether the cards need not be drawn again."""
        return (
            self.script is other.script
            and self.times == other.times
            and self.pictures.keys() == other.pictures.keys()
        )

    def same_paper(self, other: Details) -> bool:
        """Whether the paper's text needs not be drawn again."""
        return (
            self.job_id == other.job_id
            and self.paper is other.paper
            and self.script is other.script
            and bool(self.blocks) == bool(other.blocks)
        )


def known_details(job: Job) -> Details:
    """What is known of a job before any file was read."""
    facts = job.paper
    return Details(job.id, None, paper_for_citing(facts), (), SentenceTimes(), {}, facts.abstract_only)


def read_details(job: Job, folder: DataFolder, before: Details | None = None) -> Details:
    """Read a job's files; not for the UI thread.

    Args:
        job: The job.
        folder: Where the queue keeps things.
        before: What was read earlier; it is given again when nothing differs.
    """
    earlier = before if before is not None and before.job_id == job.id else None
    texts = read_texts(job, folder, earlier.texts if earlier else None)
    if earlier is not None and earlier.texts is texts:
        return earlier
    script, paper = texts.script.value, texts.in_file.value
    return Details(
        job.id,
        texts,
        texts.paper,
        paper_blocks(paper, script) if paper else (),
        sentence_times(script, texts.heard.value),
        dict(_pictures(texts)),
        job.paper.abstract_only or (paper is not None and not _has_body(paper)),
    )


def _has_body(paper: Paper) -> bool:
    return any(section.paragraphs or section.sections for section in paper.sections)


def _pictures(texts: FilmTexts) -> Iterator[tuple[str, QImage]]:
    scenes = texts.script.value.scenes if texts.script.value else ()
    names = dict.fromkeys(scene.figure.file for scene in scenes if scene.figure)
    for name in list(names)[:_MOST_PICTURES]:
        content = figure_bytes(texts.files, name)
        image = _picture(content) if content else None
        if image is not None:
            yield name, image


def _picture(content: bytes) -> QImage | None:
    """A small copy of a picture; None for what is no picture, or one that is far too large."""
    kind = next((kind for begin, kind in _FORMATS.items() if content.startswith(begin)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    fitting = size.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
    if fitting.width() < size.width() and not fitting.isEmpty():
        reader.setScaledSize(fitting)
    image = reader.read()
    return None if image.isNull() else image
