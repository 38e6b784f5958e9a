"""Where the files of a job are, and what they say, read without trust for the window.

Reading is for threads other than that of the window. A finished film keeps what belongs to it in its own
folder; what is missing there may still be in the working folder.
"""

from __future__ import annotations

import math
import os
import stat
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

import msgspec

from videogen_desktop.desktop.export.papers import paper_for_citing
from videogen_desktop.desktop.export.sources import open_source
from videogen_desktop.papers.model import Paper, PaperIds
from videogen_desktop.pipeline.script.model import Card, Scene, Script, Sentence, Source
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job, PaperFacts

T = TypeVar("T")

Fault = Literal["absent", "too-large", "damaged"]
"""Why a file tells nothing: it is not there, is far larger than a real one, or holds something else."""

LARGEST_SCRIPT = 4 * 1024**2
"""Bytes that are read of a script or a narration at most; a real one has a hundredth of that."""
LARGEST_PAPER = 32 * 1024**2
LARGEST_PICTURE = 64 * 1024**2
FRAME_RATE = 30
"""Of every film, as the narration counts; its own module would bring numpy into the window."""

_MOST_SENTENCES = 5000
_MOST_CLIPS = 1000


@dataclass(frozen=True)
class FilmFiles:
    """The files of one job, None for what is not there.

    ``clips`` are the finished scenes of a film in production, in their order; ``folders`` is where its other
    files, such as figures, may be.
    """

    folders: tuple[Path, ...]
    film: Path | None = None
    captions: Path | None = None
    thumbnail: Path | None = None
    script: Path | None = None
    narration: Path | None = None
    paper: Path | None = None
    clips: tuple[Path, ...] = ()


@dataclass(frozen=True)
class HeardSentence:
    """When a sentence is heard, in seconds from the start of its scene."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class HeardScene:
    """The sentences of a scene, and its length in frames."""

    frames: int
    sentences: tuple[HeardSentence, ...]


@dataclass(frozen=True)
class Heard:
    """What the window needs of audio_metadata.json."""

    scenes: tuple[HeardScene, ...]


@dataclass(frozen=True)
class Found(Generic[T]):
    """What a file says, or why it says nothing.

    ``stamp`` tells whether the file is still the one that was read.
    """

    value: T | None = None
    fault: Fault | None = None
    stamp: tuple[object, ...] = ()


@dataclass(frozen=True)
class FilmTexts:
    """All that a job's files say.

    Attributes:
        files: Where they are.
        script: The scenes and their sentences.
        heard: When the sentences are heard.
        in_file: The paper as its file has it.
        paper: The paper as far as it is known from its file and from the queue.
        facts: What the queue knew when this was read.
    """

    files: FilmFiles
    script: Found[Script]
    heard: Found[Heard]
    in_file: Found[Paper]
    paper: Paper
    facts: PaperFacts = field(repr=False)


@dataclass(frozen=True)
class _ForeignScene:
    text: str = ""
    title: str = ""


@dataclass(frozen=True)
class _ForeignScript:
    scenes: tuple[_ForeignScene, ...]


def waits_for_review(job: Job) -> bool:
    """Whether a person is to read the job's script before its film is made."""
    return job.state == "needs-attention" and job.problem is not None and job.problem.code == "review"


def files_of(job: Job, folder: DataFolder) -> FilmFiles:
    """Find the files of a job: with its finished film first, then in its working folder.

    A script that waits to be approved is that of the working folder, whatever an older film said.
    """
    finished = job.film.path.parent if job.film else folder.film_of(job.key)
    work = folder.work_of(job.key)
    folders = (work, finished) if waits_for_review(job) else (finished, work)

    def first(*names: str) -> Path | None:
        return next((at / name for at in folders for name in names if _is_file(at / name)), None)

    film = job.film.path if job.film and _is_file(job.film.path) else None
    return FilmFiles(
        folders,
        film,
        captions=first("captions.srt", "captions.vtt"),
        thumbnail=first("thumbnail.jpg"),
        script=first("script.json"),
        narration=first("audio_metadata.json"),
        paper=first("paper.json"),
        clips=tuple(_clips(work / "clips")),
    )


def read_texts(job: Job, folder: DataFolder, before: FilmTexts | None = None) -> FilmTexts:
    """Read what a job's files say.

    Args:
        job: The job.
        folder: Where the queue keeps things.
        before: What was read of the same job earlier; of files that have not changed since, the very same
            objects are given again.
    """
    files = files_of(job, folder)
    texts = FilmTexts(
        files,
        _again(files.script, LARGEST_SCRIPT, _script, before.script if before else None),
        _again(files.narration, LARGEST_SCRIPT, _heard, before.heard if before else None),
        in_file := _again(files.paper, LARGEST_PAPER, _paper, before.in_file if before else None),
        _known(job.paper, in_file, before),
        job.paper,
    )
    return before if before == texts else texts


def figure_bytes(files: FilmFiles, name: str) -> bytes | None:
    """The content of a picture that a script names; None unless it is a file in one of the job's folders.

    Args:
        files: The job's files.
        name: As the script has it, relative to the folder; it is not trusted.
    """
    relative = PurePosixPath(name)
    if not name or "\x00" in name or relative.is_absolute() or ".." in relative.parts:
        return None
    for folder in files.folders:
        try:
            path = (folder / relative).resolve(strict=True)
            if path.is_relative_to(folder.resolve(strict=True)):
                return _content(path, LARGEST_PICTURE)
        except (OSError, RuntimeError, ValueError, _TooLargeError):  # RuntimeError: links in a circle
            continue
    return None


class _TooLargeError(Exception):
    """No real file is that large."""


def _again(
    path: Path | None, largest: int, decode: Callable[[bytes], T], before: Found[T] | None
) -> Found[T]:
    """What a file says, decoded anew only if it has changed."""
    stamp = _stamp(path) if path else None
    if path is None or stamp is None:
        return Found(fault="absent")
    if before is not None and before.stamp == stamp:
        return before
    try:
        return Found(decode(_content(path, largest)), stamp=stamp)
    except _TooLargeError:
        return Found(fault="too-large", stamp=stamp)
    except OSError:
        return Found(fault="absent")
    except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return Found(fault="damaged", stamp=stamp)


def _stamp(path: Path) -> tuple[object, ...] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return path, found.st_mtime_ns, found.st_size, found.st_ino


def _content(path: Path, largest: int) -> bytes:
    with open_source(path) as file:
        if os.fstat(file.fileno()).st_size > largest:
            raise _TooLargeError
        return file.read(largest)


def _script(content: bytes) -> Script:
    try:
        script = read_json(content, Script)
    except msgspec.ValidationError:
        script = _foreign(read_json(content, _ForeignScript))
    if sum(len(scene.sentences) + len(scene.lines) + 1 for scene in script.scenes) > _MOST_SENTENCES:
        raise _TooLargeError
    return script


def _foreign(script: _ForeignScript) -> Script:
    """A script of somebody else's pipeline, which does not say where its words come from."""
    nowhere = Source("", "", 0, 0, "")
    scenes = tuple(
        Scene("text", scene.title, (Sentence(scene.text, nowhere),) if scene.text.strip() else ())
        for scene in script.scenes
    )
    return Script(0, Card(*[""] * 10), scenes)


def _heard(content: bytes) -> Heard:
    heard = read_json(content, Heard)
    for scene in heard.scenes:
        times = [time for sentence in scene.sentences for time in (sentence.start_s, sentence.end_s)]
        if scene.frames < 0 or not all(math.isfinite(time) and time >= 0 for time in times):
            raise ValueError("a time that cannot be")
    return heard


def _paper(content: bytes) -> Paper:
    return read_json(content, Paper)


def _known(facts: PaperFacts, in_file: Found[Paper], before: FilmTexts | None) -> Paper:
    if before is not None and before.in_file is in_file and before.facts == facts:
        return before.paper
    paper = in_file.value
    if paper is None:
        return paper_for_citing(facts)
    ids = PaperIds(paper.ids.pmid or facts.pmid, paper.ids.pmcid or facts.pmcid, paper.ids.doi or facts.doi)
    return replace(paper, ids=ids, retracted=paper.retracted or facts.retracted)


def _clips(folder: Path) -> Iterator[Path]:
    """The finished scenes, as far as they follow one another from the first."""
    for number in range(_MOST_CLIPS):
        clip = folder / f"scene_{number:02d}.mp4"
        if not _is_file(clip):
            return
        yield clip


def _is_file(path: Path) -> bool:
    """Whether there is a regular file that is no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False
