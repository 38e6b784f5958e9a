"""The picture with its controls, as it lies in the window or fills the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from videogen_desktop.desktop.player.commands import asks, command_of
from videogen_desktop.desktop.player.controls import Controls
from videogen_desktop.desktop.player.glimpse import Glimpse
from videogen_desktop.desktop.player.message import Message
from videogen_desktop.desktop.player.picture import Picture
from videogen_desktop.desktop.player.timeline import Timeline

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from videogen_desktop.desktop.theme import Roles

_HIDE_AFTER_MS = 2500
_SMALLEST_PICTURE = 120
_SIDES = 4


class Stage(QWidget):
    """Arranges the parts and takes the keys; what they mean is for others.

    Args:
        roles: The colours.
        parent: Owns it.
    """

    asked = Signal(object)
    """``Command``: a key was pressed."""

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._playing = False
        self._panel_wanted = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Player"))
        self.setMouseTracking(True)
        self.picture = Picture(roles, self)
        self.picture.installEventFilter(self)
        self.message = Message(self)
        self.panel = QFrame(self)
        self.line = QLabel(self.panel)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setProperty("role", "subtle")
        self.line.setContentsMargins(10, 6, 10, 0)
        self.line.hide()
        self.timeline = Timeline(roles, self.panel)
        self.controls = Controls(roles, self.panel)
        self.glimpse = Glimpse(roles, self)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(_SIDES, 0, _SIDES, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.timeline)
        column.addWidget(self.controls)
        self._idle = QTimer(self, singleShot=True, interval=_HIDE_AFTER_MS)
        self._idle.timeout.connect(self._hide_panel)
        self.setMinimumWidth(self.controls.minimumWidth() + 2 * _SIDES)
        self.picture.hide()
        self.panel.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A film of usual shape with its controls."""
        picture = self.picture.sizeHint()
        return QSize(picture.width(), picture.height() + self.panel.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A small picture with its controls."""
        return QSize(self.minimumWidth(), _SMALLEST_PICTURE + self.panel.sizeHint().height())

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        for part in (self.picture, self.timeline, self.controls, self.glimpse):
            part.dress(roles)

    def show_picture(self) -> None:
        """Show the film and its controls."""
        self._show(film=True)

    def show_message(self) -> None:
        """Show what is said in place of a film."""
        self._show(film=False)

    def show_line(self, text: str) -> None:
        """Say something about what is played; empty for nothing."""
        self.line.setText(text)
        self.line.setVisible(bool(text))
        self._arrange()

    def set_playing(self, playing: bool) -> None:
        """Whether the film runs; else controls that have the keyboard stay on a full screen, too."""
        self._playing = playing
        self._wake()

    def set_filling(self, filling: bool) -> None:
        """Whether it fills the screen: the picture takes all of it, and the controls lie over it."""
        self._filling = filling
        self.panel.setProperty("role", "bar" if filling else None)
        self.panel.style().polish(self.panel)
        self.panel.setAutoFillBackground(filling)
        self._wake()
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Keep the player's keys from the shortcuts of the window while the player has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and command_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what the key means."""
        command = command_of(event)
        if command is None:
            super().keyPressEvent(event)
            return
        self._wake()
        if asks(event, command):
            self.asked.emit(command)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the controls again."""
        super().mouseMoveEvent(event)
        self._wake()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the pointer move over the picture."""
        if watched is self.picture and event.type() == QEvent.Type.MouseMove:
            self._wake()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, *, film: bool) -> None:
        self._panel_wanted = film
        self.picture.setVisible(film)
        self.panel.setVisible(film)
        self.message.setVisible(not film)
        self.glimpse.hide()
        self._arrange()

    def _wake(self) -> None:
        self.unsetCursor()
        if self._panel_wanted and self.panel.isHidden():
            self.panel.show()
            self._arrange()
        if self._filling:
            self._idle.start()
        else:
            self._idle.stop()

    def _hide_panel(self) -> None:
        if self.panel.underMouse() or self.timeline.isSliderDown() or self._held_by_keys():
            self._idle.start()
            return
        self.setFocus()
        self.panel.hide()
        self.glimpse.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._arrange()

    def _held_by_keys(self) -> bool:
        """Whether somebody goes through the controls with the keyboard; a click does not bring it there."""
        focused = QApplication.focusWidget()
        return not self._playing and focused is not None and self.controls.isAncestorOf(focused)

    def _arrange(self) -> None:
        whole = self.rect()
        height = self.panel.sizeHint().height()
        above = whole.adjusted(0, 0, 0, -height)
        self.panel.setGeometry(0, whole.height() - height, whole.width(), height)
        self.picture.setGeometry(whole if self._filling else above)
        self.picture.cover(height if self._filling and not self.panel.isHidden() else 0)
        self.message.setGeometry(whole)
        self.panel.raise_()
        self.glimpse.raise_()
