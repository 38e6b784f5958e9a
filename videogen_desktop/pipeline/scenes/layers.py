"""What changes on a scene's picture while it runs. Each layer repaints only the rectangle it changes.

Every layer is a function of the frame alone, so that a picture can also be asked for out of order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor

from videogen_desktop.pipeline.scenes.sheet import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from videogen_desktop.pipeline.scenes.sheet import Box, Sheet

FADE_FRAMES = 10
"""A third of a second: seen, and over before it is in the way of reading."""


class Layer(Protocol):
    """A part of the picture that changes over time."""

    def paint(self, painter: QPainter, frame: int) -> QRect | None:
        """Bring the part to ``frame`` and return the rectangle that changed, None when nothing did."""


class Composition:
    """A picture painted once, and the layers that change on it: an ``Animation``."""

    def __init__(self, sheet: Sheet, layers: tuple[Layer, ...], frames: int) -> None:
        self.image: QImage = sheet.image
        self.boxes: tuple[Box, ...] = tuple(sheet.boxes)
        self.frames = frames
        self._layers = layers

    def advance(self, frame: int) -> QRect | None:
        """Bring the picture to ``frame`` and return what changed; frame 0 returns the whole."""
        changed = QRect()
        with painting(self.image) as painter:
            for layer in self._layers:
                part = layer.paint(painter, frame)
                changed = changed if part is None else changed.united(part)
        if frame == 0:
            return self.image.rect()
        return None if changed.isEmpty() else changed


@dataclass(frozen=True)
class Fading:
    """A block that fades in and may grow calmer: three ready pictures of one rectangle, and when.

    Args:
        rect: Where it stands.
        without: The ground alone.
        strong: The block as it stands out.
        calm: The block as it steps back.
        enters: The frame at which it starts to fade in.
        calms: The frame at which it starts to step back; None for never.
        leaves: The frame from which it is gone; None for never.
    """

    rect: QRect
    without: QImage
    strong: QImage
    calm: QImage
    enters: int
    calms: int | None = None
    leaves: int | None = None

    def mixture(self, frame: int) -> tuple[int, int]:
        """Return how far it has faded in and how far it has stepped back, in steps of ``FADE_FRAMES``."""
        if frame < self.enters or (self.leaves is not None and frame >= self.leaves):
            return 0, 0
        return _steps(frame, self.enters), 0 if self.calms is None else _steps(frame, self.calms)

    def paint(self, painter: QPainter, mixture: tuple[int, int]) -> None:
        """Paint the block in a mixture."""
        entered, calmed = mixture
        lower, upper, share = (
            (self.strong, self.calm, calmed)
            if entered == FADE_FRAMES
            else (self.without, self.strong, entered)
        )
        if share < FADE_FRAMES:
            painter.drawImage(self.rect.topLeft(), lower)
        if share > 0:
            painter.setOpacity(eased(share / FADE_FRAMES))
            painter.drawImage(self.rect.topLeft(), upper)
            painter.setOpacity(1.0)


class Fades:
    """Blocks that fade in, step back and leave, such as the points of a text scene."""

    def __init__(self, blocks: tuple[Fading, ...]) -> None:
        self._blocks = blocks
        self._shown = [(0, 0)] * len(blocks)

    def paint(self, painter: QPainter, frame: int) -> QRect | None:
        """Repaint the blocks that changed; those that left go first, since others may take their room."""
        wanted = [block.mixture(frame) for block in self._blocks]
        changed = [number for number, mixture in enumerate(wanted) if mixture != self._shown[number]]
        rect = QRect()
        for number in sorted(changed, key=lambda number: wanted[number][0] > 0):
            self._blocks[number].paint(painter, wanted[number])
            rect = rect.united(self._blocks[number].rect)
        self._shown = wanted
        return None if rect.isEmpty() else rect


class Captions:
    """Captions in their band, one at a time, each a ready picture of the whole band."""

    def __init__(self, band: QRect, empty: QImage, cues: tuple[tuple[int, int, QImage], ...]) -> None:
        self._band = band
        self._empty = empty
        self._cues = cues
        self._shown = -1

    def paint(self, painter: QPainter, frame: int) -> QRect | None:
        """Put the caption of ``frame`` in the band, when it is another one."""
        wanted = next(
            (number for number, (first, last, _) in enumerate(self._cues) if first <= frame < last), -1
        )
        if wanted == self._shown:
            return None
        painter.drawImage(self._band.topLeft(), self._cues[wanted][2] if wanted >= 0 else self._empty)
        self._shown = wanted
        return self._band


class SlowMove:
    """A picture that grows slowly to its full size and is in view as a whole all the while.

    Args:
        picture: The picture at its full size.
        room: Where it stands at that size, on a plain mat.
        frames: How long it grows.
        smallest: Its size at the start, as a share of the full one.
    """

    def __init__(self, picture: QImage, room: QRect, frames: int, smallest: float) -> None:
        self._picture = picture
        self._room = room
        self._frames = frames
        self._smallest = smallest
        self._shown: QRectF | None = None

    def paint(self, painter: QPainter, frame: int) -> QRect | None:
        """Paint the picture at its size of ``frame``, unless no edge has moved visibly."""
        progress = eased(min(1.0, frame / max(1, self._frames - 1)))
        scale = self._smallest + (1 - self._smallest) * progress
        target = QRectF(0, 0, self._room.width() * scale, self._room.height() * scale)
        target.moveCenter(QRectF(self._room).center())
        if self._shown is not None and (target == self._shown or (scale < 1 and _close(target, self._shown))):
            return None
        before, self._shown = self._shown, target
        changed = target.united(before or target).toAlignedRect()
        painter.fillRect(changed, QColor(MAT))
        painter.drawImage(target, self._picture)
        return changed


MAT = "#FFFFFF"
"""What figures stand on, in every theme: they are drawn for white paper."""
_LEAST_MOVE = 1 / 16
"""Of a pixel: less than the eye or the encoder can tell."""


def eased(share: float) -> float:
    """Slow at both ends: 3x² − 2x³."""
    return share * share * (3 - 2 * share)


def _close(one: QRectF, other: QRectF) -> bool:
    return max(abs(one.left() - other.left()), abs(one.top() - other.top())) < _LEAST_MOVE


def _steps(frame: int, start: int) -> int:
    return max(0, min(FADE_FRAMES, frame - start + 1))
