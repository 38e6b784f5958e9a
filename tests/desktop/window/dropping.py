"""Drags as Qt brings them to a window: something enters, is moved about, and is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QObject
    from PySide6.QtWidgets import QWidget

_COPY = Qt.DropAction.CopyAction
_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def drop(window: QWidget, over: QWidget, mime: QMimeData) -> bool:
    """Drop what another program drags on a widget of a window, which finds who takes it; whether it did."""
    at = over.mapTo(window, over.rect().center())
    return _dragged(window.windowHandle(), at, mime, None)


class Carried(QDrag):
    """A drag that begins for real and is at its place at once: no screen is there to carry it over.

    Attributes:
        place: The widget that it is dropped on, and where; set before it begins.
    """

    place: tuple[QWidget, QPoint]

    def exec(self, *_actions: object) -> Qt.DropAction:
        """Drop it there."""
        over, at = self.place
        taken = _dragged(over, at, self.mimeData(), cast("QWidget", self.source()))
        return _COPY if taken else Qt.DropAction.IgnoreAction


def _dragged(target: QObject, at: QPoint, mime: QMimeData, source: QWidget | None) -> bool:
    enter = _from(source, QDragEnterEvent)(at, _COPY, mime, *_HELD)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    move = _from(source, QDragMoveEvent)(at, _COPY, mime, *_HELD)
    QApplication.sendEvent(target, move)
    if not move.isAccepted():
        return False
    dropped = _from(source, QDropEvent)(QPointF(at), _COPY, mime, *_HELD, QEvent.Type.Drop)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def _from(source: QWidget | None, kind: type[QDropEvent]) -> type[QDropEvent]:
    """Events that say who began the drag, which Qt knows only while its platform carries one."""
    if source is None:
        return kind
    return type(kind.__name__, (kind,), {"source": lambda _self: source})
