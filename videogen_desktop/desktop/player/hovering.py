"""The pointer over the line of time: what would be seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QImage

from videogen_desktop.desktop.player.glimpses import Glimpses
from videogen_desktop.desktop.player.model import chapter_at
from videogen_desktop.desktop.player.timing import clock
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.player.stage import Stage
    from videogen_desktop.desktop.player.transport import Transport

_ABOVE = 4


class Hovering(QObject):
    """Brings the floating card over the line of time, and the small pictures into it.

    Args:
        transport: Whose film it is.
        stage: Where the pointer is.
        parent: Owns it.
    """

    failed = Signal()
    """The film could not be opened for them."""

    def __init__(self, transport: Transport, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._stage = stage
        self._second: int | None = None
        self._x = 0.0
        self._words = ""
        self._glimpses = Glimpses(self)
        self._glimpses.come.connect(self._fill)
        self._glimpses.failed.connect(self.failed)
        stage.timeline.hovered.connect(self._point)
        stage.timeline.left.connect(self._leave)

    def set_film(self, film: Path | None) -> None:
        """The film; None lets go of its file."""
        self._leave()
        self._stage.glimpse.show_image(QImage())
        self._glimpses.set_film(film)

    def _point(self, seconds: float, x: float) -> None:
        if not self._transport.is_open:
            return
        self._second, self._x = int(seconds), x
        chapter = chapter_at(self._stage.timeline.chapters, seconds)
        self._words = f"{shown(chapter.title)} · {clock(seconds)}" if chapter else clock(seconds)
        if image := self._glimpses.ask(self._second):
            self._stage.glimpse.show_image(image)
        self._place()

    def _fill(self, second: int, image: QImage) -> None:  # noqa: ARG002 - a near one is better than none
        if self._second is not None:
            self._stage.glimpse.show_image(image)
            self._place()

    def _place(self) -> None:
        timeline = self._stage.timeline
        place = timeline.mapTo(self._stage, QPoint(round(self._x), 0))
        self._stage.glimpse.point(self._words, place.x(), place.y() - _ABOVE)

    def _leave(self) -> None:
        self._second = None
        self._stage.glimpse.hide()
