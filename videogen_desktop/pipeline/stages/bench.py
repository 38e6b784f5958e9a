"""What every stage works with: the job, its folder, the proofs, and whom to tell."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import sha256_of, write_bytes
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.pipeline.cancellation import Cancellation
    from videogen_desktop.pipeline.job import Job, Stage
    from videogen_desktop.pipeline.manifest import Manifest
    from videogen_desktop.pipeline.narration import Narration
    from videogen_desktop.pipeline.progress import Progress
    from videogen_desktop.pipeline.script import Script

_log = logging.getLogger(__name__)
Model = TypeVar("Model")

READER_VERSION = 1
NARRATION_VERSION = 1
DRAWING_VERSION = 1
JOINING_VERSION = 1
"""Raised when a stage makes something else of the same inputs, so that older work is done again."""

PAPER = "paper.json"
PAPER_XML = "paper.xml"
SCRIPT = "script.json"
NARRATION = "audio_metadata.json"
SOUND = "audio.wav"
CLIPS = "clips/video_metadata.json"
FILM = "final_video.mp4"
SRT = "captions.srt"
VTT = "captions.vtt"
THUMBNAIL = "thumbnail.jpg"
LOG = "pipeline.log"


@dataclass(frozen=True)
class Bench:
    """One run's work bench."""

    job: Job
    manifest: Manifest
    progress: Progress
    cancellation: Cancellation
    logo: bytes = b""
    """The maker's logo, read once, so that all of a film shows the same; empty for none."""

    def path(self, name: str) -> Path:
        """A file of the contract in the output folder."""
        return self.job.folder / name

    def proves(self, work: str, inputs: str) -> bool:
        """Whether a piece of work needs not be done again."""
        return self.manifest.proves(work, inputs)

    def record(self, work: str, inputs: str, outputs: Iterable[str]) -> None:
        """Prove a piece of work that has just been done."""
        self.manifest.record(work, inputs, outputs)
        _log.info("done: %s", work)

    def write(self, name: str, model: object) -> None:
        """Write a model as JSON, whole or not at all."""
        write_bytes(self.path(name), msgspec.json.format(msgspec.json.encode(model), indent=1))

    def read(self, name: str, kind: type[Model]) -> Model:
        """Read a model that a stage before has made.

        Raises:
            VideoGenError: ``step-missing`` when the file is not there, ``damaged-file`` when unreadable.
        """
        path = self.path(name)
        try:
            return read_json(path.read_bytes(), kind)
        except FileNotFoundError:
            raise step_missing(name) from None
        except msgspec.DecodeError as error:
            raise VideoGenError(
                "damaged-file",
                f"The file {name} cannot be read: {error}.",
                "Delete it and start again; it is made anew.",
            ) from error

    def digest(self, name: str) -> str:
        """SHA-256 of a file of the folder.

        Raises:
            VideoGenError: ``step-missing`` when it is not there.
        """
        try:
            return sha256_of(self.path(name))
        except FileNotFoundError:
            raise step_missing(name) from None

    def set_aside(self, name: str) -> str:
        """Rename a file that a person has changed, so that it is not overwritten; return its new name."""
        path = self.path(name)
        number = 1
        while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
            number += 1
        path.rename(kept)
        _log.warning("%s had been changed by hand; it is kept as %s", name, kept.name)
        return kept.name


_MAKER: dict[str, Stage] = {
    PAPER: "fetch-paper",
    SCRIPT: "generate-script",
    NARRATION: "generate-audio",
    SOUND: "generate-audio",
    CLIPS: "generate-videos",
}


def check_spoken(script: Script, narration: Narration) -> None:
    """Make sure that the narration speaks the script as it is now.

    Raises:
        VideoGenError: ``step-missing`` when the script was changed since.
    """
    written = [[sentence.text for sentence in scene.sentences] for scene in script.scenes]
    if written != [[sentence.text for sentence in scene.sentences] for scene in narration.scenes]:
        raise VideoGenError(
            "step-missing",
            "The script was changed after it was spoken.",
            "Run generate-audio for this folder first, or generate-video, which runs every step.",
        )


def step_missing(name: str) -> VideoGenError:
    """The error for a file that the stage before should have left."""
    stage = _MAKER.get(name, "generate-video")
    return VideoGenError(
        "step-missing",
        f"The file {name} is not there, so this step has nothing to work on.",
        f"Run {stage} for this folder first, or generate-video, which runs every step.",
    )
