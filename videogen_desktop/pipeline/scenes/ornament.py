"""Thin rings that run off a corner in the colour of the scene: what makes the pages of a film one family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPen

from videogen_desktop.pipeline.scenes.sheet import painting

if TYPE_CHECKING:
    from videogen_desktop.pipeline.scenes.page import Page

_STRONGEST = 0.22


def paint_rings(page: Page, centre: QPoint, *, first: int, step: int, count: int) -> None:
    """Paint ``count`` rings around ``centre``, each fainter than the one inside it and none over the banner.

    Args:
        page: The page to paint on, before anything is written on it.
        centre: The middle of the rings.
        first: Radius of the innermost ring in pixels.
        step: Distance of two rings in pixels.
        count: How many.
    """
    with painting(page.sheet.image) as painter:
        painter.setClipRect(QRect(0, page.top, page.look.width, page.look.height))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(count):
            colour = QColor(page.accent)
            colour.setAlphaF(_STRONGEST * (count - ring) / count)
            painter.setPen(QPen(colour, 3))
            radius = first + step * ring
            painter.drawEllipse(centre, radius, radius)
