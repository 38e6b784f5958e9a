"""A picture being made: what stands still is painted once, and everything laid out is written down."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.pipeline.scenes.look import Look
    from videogen_desktop.pipeline.scenes.typeset import TextBlock

ALWAYS = (0, 1 << 31)


@dataclass(frozen=True)
class Box:
    """Something laid out.

    Args:
        name: What it is.
        rect: Where it stands.
        shown: The frames ``[first, last)`` in which it may be seen.
        pixels: The size of its letters; 0 for what is no text.
    """

    name: str
    rect: QRect
    shown: tuple[int, int] = ALWAYS
    pixels: int = 0

    def meets(self, other: Box) -> bool:
        """Whether both cover the same pixels at the same time."""
        together = self.shown[0] < other.shown[1] and other.shown[0] < self.shown[1]
        return together and self.rect.intersects(other.rect)


class Sheet:
    """The picture of one scene, and the boxes that are on it."""

    def __init__(self, look: Look, ground: str) -> None:
        self.image = QImage(look.width, look.height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(ground))
        self.boxes: list[Box] = []

    def write(self, name: str, block: TextBlock, x: int, y: int, colour: str) -> QRect:
        """Paint ``block`` in the room that starts at ``x``, ``y`` and return the rectangle that it covers."""
        with painting(self.image) as painter:
            block.paint(painter, x, y, colour)
        rect = QRect(x + block.left, y, block.width, block.height)
        return self.place(name, rect, pixels=block.setting.pixels)

    def place(self, name: str, rect: QRect, shown: tuple[int, int] = ALWAYS, pixels: int = 0) -> QRect:
        """Write down that something stands in ``rect``."""
        self.boxes.append(Box(name, rect, shown, pixels))
        return rect

    def fill(self, rect: QRect, colour: str, radius: int = 0) -> None:
        """Paint a plain rectangle, its corners rounded by ``radius``."""
        with painting(self.image) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(rect, radius, radius)


@contextlib.contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Paint on ``image`` with smooth edges and smooth scaling."""
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    try:
        yield painter
    finally:
        painter.end()
