"""The picture: a frame shown whole whatever its shape, with the caption over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtMultimedia import QVideoFrame

    from videogen_desktop.desktop.theme import Roles

_SAFE = 0.05
"""Of each side: no text nearer to the edge (EBU R 95, graphics safe area)."""

_LETTERS = 0.046
"""Height of the caption's letters, of the picture's smaller side; the BBC has about as much."""

_SMALLEST_LETTERS = 11
_GROUND_OPACITY = 0.88
_SMALLEST = QSize(240, 135)
_USUAL = QSize(480, 270)


class Picture(QWidget):
    """Shows frames; what is around them is the screen's colour.

    Args:
        roles: The colours.
        parent: Owns it.
    """

    pressed = Signal()
    double_clicked = Signal()

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = roles
        self._frame: QVideoFrame | None = None
        self._image = QImage()
        self._scaled = QImage()
        self._caption = ""
        self._covered = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST)
        self.setAccessibleName(self.tr("Picture of the film"))
        self.setMouseTracking(True)

    @property
    def caption(self) -> str:
        """What is to be read over the picture."""
        return self._caption

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as a film is in a window of usual size."""
        return _USUAL

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        self._roles = roles
        self.update()

    def show_frame(self, frame: QVideoFrame) -> None:
        """Show a frame, as soon as the widget is painted; of frames that come faster, the last."""
        self._frame = frame
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._frame, self._image, self._scaled = None, QImage(), QImage()
        self._caption = ""
        self.update()

    def show_caption(self, text: str) -> None:
        """Show a caption; empty for none."""
        if text != self._caption:
            self._caption = text
            self.update()

    def cover(self, height: int) -> None:
        """Keep captions above what lies over the lower edge."""
        self._covered = height
        self.update()

    def image(self) -> QImage:
        """The frame that shows, in its own size; null when none does."""
        if self._frame is not None:
            self._image, self._frame = self._frame.toImage(), None
            self._scaled = QImage()
        return self._image

    def picture_rect(self) -> QRect:
        """Where the frame lies: as large as it fits, whole, in the middle."""
        image = self.image()
        if image.isNull():
            return QRect()
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame, and the caption over it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._roles.screen))
        place = self.picture_rect()
        if place.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._fitting(place.size() * self.devicePixelRatioF()))
        if self._caption:
            self._paint_caption(painter, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of a double click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def _fitting(self, pixels: QSize) -> QImage:
        """The image made smaller once, by averaging; enlarging is left to the painter."""
        if pixels.width() >= self._image.width():
            return self._image
        if self._scaled.size() != pixels:
            self._scaled = self._image.scaled(
                pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._scaled

    def _paint_caption(self, painter: QPainter, place: QRect) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(_SMALLEST_LETTERS, round(min(place.width(), place.height()) * _LETTERS)))
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        width, height = place.width() * _SAFE, place.height() * _SAFE
        safe = QRectF(place).adjusted(width, height, -width, -height)
        if self._covered:
            safe.setBottom(min(safe.bottom(), self.height() - self._covered - height / 2))
        room = font.pixelSize() * 0.5
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        inside = safe.adjusted(room, room, -room, -room / 2)
        text = painter.boundingRect(inside, int(flags), self._caption)
        ground = QColor(self._roles.screen)
        ground.setAlphaF(_GROUND_OPACITY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(text.adjusted(-room, -room / 2, room, room / 2), room / 2, room / 2)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(inside, int(flags), self._caption)
