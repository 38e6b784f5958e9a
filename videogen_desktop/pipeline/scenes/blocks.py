"""Making the ready pictures that a fading block needs from a sheet and a way to paint it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.pipeline.scenes.layers import Fading
from videogen_desktop.pipeline.scenes.sheet import painting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from videogen_desktop.pipeline.scenes.sheet import Sheet

    Paint = Callable[[QPainter], None]


def fading(
    sheet: Sheet,
    rect: QRect,
    strong: Paint,
    *,
    calm: Paint | None = None,
    enters: int = 0,
    calms: int | None = None,
    leaves: int | None = None,
) -> Fading:
    """Make a block that fades in on ``sheet``, painted in the sheet's coordinates and clipped to ``rect``."""
    without = sheet.image.copy(rect)
    stands_out = _painted(without, rect, strong)
    steps_back = stands_out if calm is None else _painted(without, rect, calm)
    return Fading(rect, without, stands_out, steps_back, enters, calms, leaves)


def _painted(ground: QImage, rect: QRect, paint: Paint) -> QImage:
    image = ground.copy()
    with painting(image) as painter:
        painter.translate(-rect.topLeft())
        paint(painter)
    return image
