"""What each part of a film is made from: a file to copy, or bytes to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.model import LeftOut
from videogen_desktop.desktop.export.papers import paper_for_citing
from videogen_desktop.desktop.export.parts import CITATIONS, KINDS, PARTS
from videogen_desktop.desktop.export.problems import not_finished, part_damaged, part_missing
from videogen_desktop.desktop.export.script_markdown import script_markdown
from videogen_desktop.desktop.export.sources import folder_is_there, size_of, text_of
from videogen_desktop.papers.citation import cite

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.desktop.export.parts import Part
    from videogen_desktop.jobs.model import Film, Job, Problem


@dataclass(frozen=True)
class Content:
    """What a part holds: the file ``source``, or ``written`` where that is None."""

    part: Part
    source: Path | None
    written: bytes
    size: int
    sha256: str = ""


def contents_of(job: Job, wanted: Iterable[Part]) -> tuple[list[Content], list[LeftOut]]:
    """Return what can be exported of a job, in the order of the parts, and what cannot."""
    if job.film is None:
        return [], [LeftOut(job.id, None, not_finished(job.paper.title))]
    if not folder_is_there(job.film.path.parent):
        return [], [LeftOut(job.id, None, part_missing(KINDS["film"], job.paper.title))]
    contents, left_out = [], []
    for part in (part for part in PARTS if part in set(wanted)):
        found = _content(job, job.film, part)
        if isinstance(found, Content):
            contents.append(found)
        else:
            left_out.append(LeftOut(job.id, part, found))
    return contents, left_out


def _content(job: Job, film: Film, part: Part) -> Content | Problem:
    kind, title = KINDS[part], job.paper.title
    if part == "film":
        return _film(film, title)
    made_from = film.path.parent / kind.made_from
    if part in CITATIONS:
        paper = paper_for_citing(job.paper, text_of(made_from))
        return _written(part, cite([paper], CITATIONS[part]))
    if part != "script":
        size = size_of(made_from)
        return Content(part, made_from, b"", size) if size is not None else part_missing(kind, title)
    script = text_of(made_from)
    if script is None:
        return part_missing(kind, title)
    told = script_markdown(script, title)
    return _written(part, told) if told is not None else part_damaged(kind, title)


def _film(film: Film, title: str) -> Content | Problem:
    size = size_of(film.path)
    if size is None:
        return part_missing(KINDS["film"], title)
    if size != film.size:
        return part_damaged(KINDS["film"], title)
    return Content("film", film.path, b"", size, film.sha256)


def _written(part: Part, text: str) -> Content:
    written = text.encode()
    return Content(part, None, written, len(written))
