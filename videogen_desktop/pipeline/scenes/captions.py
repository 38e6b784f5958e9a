"""Captions as part of the picture, for viewers who cannot turn them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor

from videogen_desktop.pipeline.narration.model import FRAME_RATE
from videogen_desktop.pipeline.scenes.fitting import fit
from videogen_desktop.pipeline.scenes.layers import Captions
from videogen_desktop.pipeline.scenes.markup import plain
from videogen_desktop.pipeline.scenes.page import CAPTION_PADDING, CAPTION_SCALE
from videogen_desktop.pipeline.scenes.sheet import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from videogen_desktop.pipeline.narration.cues import Cue
    from videogen_desktop.pipeline.scenes.page import Page


def caption_layer(page: Page, cues: tuple[Cue, ...]) -> Captions:
    """Make the layer that shows ``cues``, whose times are seconds from the start of the scene."""
    empty = page.sheet.image.copy(page.captions)
    ready = tuple(
        (round(cue.start_s * FRAME_RATE), round(cue.end_s * FRAME_RATE), _painted(page, empty, cue))
        for cue in cues
    )
    return Captions(page.captions, empty, ready)


def _painted(page: Page, empty: QImage, cue: Cue) -> QImage:
    band = empty.rect()
    room = QSize(band.width() - 2 * CAPTION_PADDING.width(), band.height() - 2 * CAPTION_PADDING.height())
    block = fit(plain(" ".join(cue.lines)), room, CAPTION_SCALE, page.fonts)
    x = (band.width() - block.width) // 2 - block.left
    y = (band.height() - block.height) // 2
    box = QRect(x + block.left, y, block.width, block.height).adjusted(
        -CAPTION_PADDING.width(),
        -CAPTION_PADDING.height(),
        CAPTION_PADDING.width(),
        CAPTION_PADDING.height(),
    )
    image = empty.copy()
    with painting(image) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(page.theme.caption.ground))
        painter.drawRoundedRect(box, 12, 12)
        block.paint(painter, x, y, page.theme.caption.text)
    return image
