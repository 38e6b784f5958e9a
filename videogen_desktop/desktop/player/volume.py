"""How loud it is: a short line with a handle, drawn like the line of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSlider, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from videogen_desktop.desktop.theme import Roles

_THICKNESS = 4.0
_HANDLE = 5.0
_WIDTH, _HEIGHT = 72, 28


class Volume(QSlider):
    """A slider from 0 to 100.

    Args:
        roles: The colours.
        parent: Owns it.
    """

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._roles = roles
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        self._roles = roles
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the line up to the handle, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        length = self.width() - 2 * _HANDLE
        middle, top = self.height() / 2, (self.height() - _THICKNESS) / 2
        reached = length * self.value() / 100
        painter.setBrush(QColor(self._roles.track))
        painter.drawRoundedRect(QRectF(_HANDLE, top, length, _THICKNESS), 2, 2)
        if not self.isEnabled():
            return
        if self.hasFocus():
            painter.setBrush(QColor(self._roles.accent))
            painter.drawEllipse(QPointF(_HANDLE + reached, middle), _HANDLE + 2, _HANDLE + 2)
        painter.setBrush(QColor(self._roles.text))
        painter.drawRoundedRect(QRectF(_HANDLE, top, reached, _THICKNESS), 2, 2)
        painter.drawEllipse(QPointF(_HANDLE + reached, middle), _HANDLE, _HANDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go along."""
        if self.isSliderDown():
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Let go."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys to the player, where they mean the same wherever the focus is."""
        event.ignore()

    def _go(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _HANDLE) / max(1.0, self.width() - 2 * _HANDLE)
        self.setValue(round(min(max(0.0, share), 1.0) * 100))
