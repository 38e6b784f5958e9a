"""Icons: shapes from the Lucide set, drawn in a colour of the theme at any size."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from videogen_desktop.shipped import shipped

_DISABLED = 0.4


@cache
def icon(name: str, colour: str, on_colour: str | None = None) -> QIcon:
    """An icon of ``resources/icons`` in one colour; asked for again it is the same one, which never goes.

    PySide holds an engine written in Python as a child of its icon. If the icon is collected while a button
    still draws with the engine, the program dies.

    Args:
        name: Of the file, without its ending.
        colour: As ``#rrggbb``.
        on_colour: In which it is drawn while its button is checked; None for the same.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    return QIcon(_Tinted(name, colour, on_colour or colour))


class _Tinted(QIconEngine):
    """Draws the shape anew for each size and pixel ratio, so that it is sharp on every screen."""

    def __init__(self, name: str, colour: str, on_colour: str) -> None:
        super().__init__()
        self._name = name
        self._colours = (colour, on_colour)
        _drawing(name, colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colours[1 if state == QIcon.State.On else 0]
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * _DISABLED)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _drawing(self._name, colour).render(painter, square)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        pixels = (QSizeF(size) * scale).toSize()  # Qt gives the size in the window's own measure
        pixmap = QPixmap(pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), pixels), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, *self._colours)


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(tinted(name, colour).encode()))


def tinted(name: str, colour: str) -> str:
    """The shape of an icon in a colour, as SVG."""
    shape = shipped(f"icons/{name}.svg").read_text(encoding="utf-8")
    return shape.replace("currentColor", QColor(colour).name())
