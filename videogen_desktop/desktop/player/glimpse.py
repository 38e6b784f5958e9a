"""What floats over the line of time while the pointer is on it: a small picture, the chapter and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from videogen_desktop.desktop.theme import Roles

_EDGE = 6
_WIDEST_TITLE = 220


class Glimpse(QWidget):
    """A small picture of a moment with its words under it; it takes no clicks.

    Args:
        roles: The colours.
        parent: Over which it floats.
    """

    def __init__(self, roles: Roles, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._roles = roles
        self._image = QImage()
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def words(self) -> str:
        """The chapter and the time."""
        return self._words

    @property
    def image(self) -> QImage:
        """The picture; null while there is none."""
        return self._image

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        self._roles = roles

    def show_image(self, image: QImage) -> None:
        """Show a picture, or none when it is null."""
        self._image = image
        self.update()

    def point(self, words: str, x: float, bottom: int) -> None:
        """Float with the middle over ``x`` and end at ``bottom``, within the parent."""
        self._words = words
        text = min(_WIDEST_TITLE, self.fontMetrics().horizontalAdvance(words))
        width = max(text + 8, self._image.width()) + 2 * _EDGE
        line = self.fontMetrics().height()
        height = line + 2 * _EDGE + (self._image.height() + _EDGE if not self._image.isNull() else 0)
        left = min(max(4.0, x - width / 2), self._over.width() - width - 4.0)
        self.setGeometry(round(left), bottom - height, width, height)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._roles.line)))
        painter.setBrush(QColor(self._roles.raised))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        if not self._image.isNull():
            painter.drawImage((self.width() - self._image.width()) // 2, _EDGE, self._image)
        line = self.fontMetrics().height()
        place = QRect(_EDGE, self.height() - line - _EDGE, self.width() - 2 * _EDGE, line)
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.setPen(QColor(self._roles.text))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
