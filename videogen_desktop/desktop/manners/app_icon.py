"""The program's sign: to be seen on light and dark bars alike, since it brings its own ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme import Theme

_SIDES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
_ROUND: Final = 0.22
_MARGIN: Final = 0.17


def app_icon(theme: Theme) -> QIcon:
    """The sign in the colours of a theme, in the sizes that bars and windows ask for."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(_drawn(theme, side))
    return icon


def _drawn(theme: Theme, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.roles.accent))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * _ROUND, side * _ROUND)
    margin = round(side * _MARGIN)
    inner = QRect(0, 0, side, side).adjusted(margin, margin, -margin, -margin)
    theme.icon("clapperboard", "on_accent").paint(painter, inner)
    painter.end()
    return pixmap
