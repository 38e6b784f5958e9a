"""Small pictures of a film's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from videogen_desktop.pipeline.job import Aspect

SIDE = 16
"""Logical pixels of the square that each of them is drawn in."""

_SHARP = 4
_SIZES: dict[Aspect, QSize] = {"16:9": QSize(16, 9), "9:16": QSize(9, 16), "1:1": QSize(12, 12)}


def shape_icon(aspect: Aspect, colour: str) -> QIcon:
    """The outline of a screen of that shape.

    Args:
        aspect: Width to height.
        colour: As ``#rrggbb``.
    """
    pixmap = QPixmap(SIDE * _SHARP, SIDE * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARP, _SHARP)
    pen = QPen(QColor(colour), 1.4)
    painter.setPen(pen)
    screen = QRectF(0, 0, _SIZES[aspect].width(), _SIZES[aspect].height())
    screen.moveCenter(QRectF(0, 0, SIDE, SIDE).center())
    painter.drawRoundedRect(screen.adjusted(0.7, 0.7, -0.7, -0.7), 1.5, 1.5)
    painter.end()
    return QIcon(pixmap)
