"""The line of time under the picture: where the film is, its chapters, and a click on any moment."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from videogen_desktop.desktop.player.timing import clock

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from videogen_desktop.desktop.player.model import Chapter
    from videogen_desktop.desktop.theme import Roles

_HEIGHT = 28
_THICKNESS = 4.0
_HANDLE = 6.0
_GAP = 3.0
"""Between two chapters, in pixels."""


class Timeline(QSlider):
    """A slider over a film's length, in milliseconds, cut where its chapters begin.

    Args:
        roles: The colours.
        parent: Owns it.
    """

    sought = Signal(float)
    """A moment was asked for, in seconds."""

    hovered = Signal(float, float)
    """The pointer is over a moment, in seconds, at this distance from the left."""

    left = Signal()
    """The pointer is gone."""

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._roles = roles
        self._chapters: tuple[Chapter, ...] = ()
        self._hovered: float | None = None
        self._following = False
        self.setRange(0, 0)
        self.setSingleStep(1000)
        self.setPageStep(5000)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Position in the film"))
        self.valueChanged.connect(self._tell)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Where it is cut."""
        return self._chapters

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        self._roles = roles
        self.update()

    def set_film(self, duration_s: float, chapters: tuple[Chapter, ...]) -> None:
        """The film's length and chapters."""
        self._chapters = chapters
        self._following = True
        self.setRange(0, round(duration_s * 1000))
        self._following = False
        self.update()

    def follow(self, seconds: float) -> None:
        """Show where the film is."""
        self._following = True
        self.setValue(round(seconds * 1000))
        self._following = False
        spoken = self.tr("{moment} of {length}").format(
            moment=clock(seconds), length=clock(self.maximum() / 1000)
        )
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)

    def x_of(self, seconds: float) -> float:
        """Where a moment lies."""
        if self.maximum() <= 0:
            return _HANDLE
        return _HANDLE + (self.width() - 2 * _HANDLE) * seconds * 1000 / self.maximum()

    def moment_at(self, x: float) -> float:
        """Which moment, in seconds, lies at a place."""
        share = (x - _HANDLE) / max(1.0, self.width() - 2 * _HANDLE)
        return min(max(0.0, share), 1.0) * self.maximum() / 1000

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the chapters, what was played, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        played = self.x_of(self.value() / 1000)
        for left, right in self._stretches():
            self._paint_stretch(painter, left, right, played)
        if self.maximum() > 0:
            self._paint_handle(painter, played)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.maximum() > 0:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go along while the button is down; tell what the pointer is over."""
        if self.isSliderDown():
            self._go(event)
        if self.maximum() > 0:
            self._hovered = self.moment_at(event.position().x())
            self.hovered.emit(self._hovered, event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Let go."""
        self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer is gone."""
        super().leaveEvent(event)
        self._hovered = None
        self.left.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys to the player, where they mean the same wherever the focus is."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to what scrolls."""
        event.ignore()

    def _go(self, event: QMouseEvent) -> None:
        self.setValue(round(self.moment_at(event.position().x()) * 1000))

    def _tell(self, value: int) -> None:
        if not self._following:
            self.sought.emit(value / 1000)

    def _stretches(self) -> list[tuple[float, float]]:
        length = self.maximum() / 1000
        cuts = [c.start_s for c in self._chapters if 0 < c.start_s < length]
        edges = [_HANDLE, *map(self.x_of, cuts), self.width() - _HANDLE]
        return [
            (left + (_GAP / 2 if left > _HANDLE else 0), right - (_GAP / 2 if right < edges[-1] else 0))
            for left, right in pairwise(edges)
        ]

    def _paint_stretch(self, painter: QPainter, left: float, right: float, played: float) -> None:
        over = self._hovered is not None and left <= self.x_of(self._hovered) <= right
        thickness = _THICKNESS + (2 if over else 0)
        top = (self.height() - thickness) / 2
        whole = QRectF(left, top, max(1.0, right - left), thickness)
        painter.setBrush(QColor(self._roles.track))
        painter.drawRoundedRect(whole, 2, 2)
        if played > left:
            painter.setBrush(QColor(self._roles.accent))
            painter.drawRoundedRect(QRectF(left, top, min(played, right) - left, thickness), 2, 2)

    def _paint_handle(self, painter: QPainter, played: float) -> None:
        middle = QPointF(played, self.height() / 2)
        if self.hasFocus():
            painter.setBrush(QColor(self._roles.text))
            painter.drawEllipse(middle, _HANDLE + 3, _HANDLE + 3)
            painter.setBrush(QColor(self._roles.surface))
            painter.drawEllipse(middle, _HANDLE + 1.5, _HANDLE + 1.5)
        painter.setBrush(QColor(self._roles.accent))
        painter.drawEllipse(middle, _HANDLE, _HANDLE)
