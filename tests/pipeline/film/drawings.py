"""Scenes that the tests draw themselves: small, exact, and known to the pixel."""

from __future__ import annotations

import os
import signal
import threading
import time
import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.model import EncoderSettings
from videogen_desktop.pipeline.film.orders import ClipOrder, Drawing
from videogen_desktop.pipeline.narration.model import SAMPLE_RATE, SAMPLES_PER_FRAME

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.scenes import Fonts

WIDTH, HEIGHT = 320, 180
SETTINGS = EncoderSettings(WIDTH, HEIGHT)
GROUND, BLOCK = QColor("#f4f1ea"), QColor("#1f4e79")


class Sliding:
    """A block that moves a pixel every other frame, to odd places too, and rests in the frames between."""

    def __init__(self, frames: int, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.frames = frames
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self._block = QRect(0, 0, 41, 31)

    def advance(self, frame: int) -> QRect | None:
        if frame == 0:
            self.image.fill(GROUND)
            self._paint(self._block, BLOCK)
            return self.image.rect()
        if frame % 2:
            return None
        before = self._block
        self._block = before.translated(1, 1 if frame % 3 else 0)
        self._paint(before, GROUND)
        self._paint(self._block, BLOCK)
        return before.united(self._block)

    def _paint(self, rect: QRect, colour: QColor) -> None:
        painter = QPainter(self.image)
        painter.fillRect(rect, colour)
        painter.end()


class Flashing:
    """A black picture that is white in the frames given."""

    def __init__(self, frames: int, white: tuple[int, ...]) -> None:
        self.frames = frames
        self.image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self._white = white

    def advance(self, frame: int) -> QRect | None:
        if frame > 0 and (frame in self._white) == (frame - 1 in self._white):
            return None
        self.image.fill(QColor("white" if frame in self._white else "black"))
        return self.image.rect()


@dataclass(frozen=True)
class DrawSliding:
    frames: int

    def __call__(self, fonts: Fonts) -> Sliding:  # noqa: ARG002
        return Sliding(self.frames)


@dataclass(frozen=True)
class DrawFlashing:
    frames: int
    white: tuple[int, ...]

    def __call__(self, fonts: Fonts) -> Flashing:  # noqa: ARG002
        return Flashing(self.frames, self.white)


@dataclass(frozen=True)
class DrawOnceTold:
    """Says which process draws, then draws its frames only once ``go`` exists."""

    frames: int
    pid_file: Path
    go: Path

    def __call__(self, fonts: Fonts) -> Sliding:  # noqa: ARG002
        self.pid_file.write_text(str(os.getpid()))
        while not self.go.exists():
            time.sleep(0.01)
        return Sliding(self.frames)


@dataclass(frozen=True)
class DrawNothing:
    """Fails: with an error of the world, with a fault, for want of memory, or by being killed."""

    how: str

    def __call__(self, fonts: Fonts) -> Sliding:  # noqa: ARG002
        if self.how == "world":
            raise VideoGenError("figure-unreadable", "Figure 1 is damaged.", "Leave it out.", retryable=True)
        if self.how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
            threading.Event().wait()
        if self.how == "memory":
            raise MemoryError
        raise ZeroDivisionError("a fault of the program")


def silence(path: Path, frames: int) -> Path:
    """Write a WAV file of that many frames with nothing to hear."""
    return write_wav(path, np.zeros(frames * SAMPLES_PER_FRAME))


def write_wav(path: Path, samples: np.ndarray) -> Path:
    """Write one channel of samples from −1 to 1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path


def order(folder: Path, index: int, drawing: Drawing, frames: int) -> ClipOrder:
    """Order a scene with silence for its sound."""
    sound = silence(folder / "audio" / f"scene_{index:02}.wav", frames)
    return ClipOrder(drawing, frames, sound, folder / "clips" / f"scene_{index:02}.mp4", SETTINGS)
