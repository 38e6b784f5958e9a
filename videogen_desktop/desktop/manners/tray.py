"""The sign in the system's tray, where there is one: what goes on, and the way back to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from videogen_desktop.desktop.manners.app_icon import app_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.manners.overall import Census
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import QueueState

_STAYS_MS: Final = 10_000
_Why = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """Shows itself where the system has a tray; without one it only calls for attention.

    Args:
        theme: The colours of its sign.
        window: The main window; it owns the tray.
        link: The queue.
    """

    show_wanted = Signal()
    """The window is to be brought before the person."""

    quit_wanted = Signal()
    """The program is to end."""

    pause_wanted = Signal()
    """The queue is to pause, or to go on when it is paused."""

    def __init__(self, theme: Theme, window: QWidget, link: QueueLink) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._link = link
        self._said = ""
        self._menu = QMenu(window)
        self._menu.setAccessibleName(self.tr("VideoGen Desktop"))
        show = self._menu.addAction(self.tr("&Show window"))
        self._pause = self._menu.addAction(self.tr("&Pause"))
        self._pause.setEnabled(False)
        self._menu.addSeparator()
        leave = self._menu.addAction(self.tr("&Quit"))
        self._menu.setDefaultAction(show)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        show.triggered.connect(self.show_wanted)
        self._pause.triggered.connect(self.pause_wanted)
        leave.triggered.connect(self.quit_wanted)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.show_wanted)
        theme.changed.connect(self._recolour)
        link.opened.connect(self._opened)
        link.queue_changed.connect(self._queue_changed)
        self._recolour()
        self._tell()
        self._closed = False
        self._appear()

    @property
    def is_there(self) -> bool:
        """Whether the person can reach the program through the tray now."""
        return self._appear()

    @property
    def tool_tip(self) -> str:
        """What it says when the pointer is over it."""
        return self._icon.toolTip()

    @property
    def menu(self) -> QMenu:
        """What it offers."""
        return self._menu

    def count(self, census: Census) -> None:
        """Say how many jobs run and how many are still to come."""
        locale = QLocale()
        numbers = (
            (self.tr("{n} running"), census.number("running")),
            (self.tr("{n} queued"), census.to_come),
        )
        self._said = ", ".join(text.format(n=locale.toString(number)) for text, number in numbers if number)
        self._tell()

    def say(self, title: str, text: str) -> None:
        """Tell something by a notice of the system; where it has none, the window asks to be looked at."""
        if self.is_there and self._icon.supportsMessages():
            self._icon.showMessage(title, text, app_icon(self._theme), _STAYS_MS)
        else:
            QApplication.alert(self._window)

    def close(self) -> None:
        """Go away at once, not only when the process does."""
        self._closed = True
        self._icon.hide()

    def _appear(self) -> bool:
        """A tray may come later than the program, which is started with the session, and go before it."""
        there = not self._closed and QSystemTrayIcon.isSystemTrayAvailable()
        if there and not self._icon.isVisible():
            self._icon.show()
        return there

    def _tell(self) -> None:
        name = self.tr("VideoGen Desktop")
        self._icon.setToolTip(f"{name}\n{self._said}" if self._said else name)

    def _opened(self) -> None:
        self._pause.setEnabled(True)
        self._queue_changed(self._link.pool.state)

    def _queue_changed(self, state: QueueState) -> None:
        held = bool({"owner", "after-this-one"} & set(state.reasons))
        self._pause.setText(self.tr("&Go on") if held else self.tr("&Pause"))

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why in (_Why.Trigger, _Why.DoubleClick):
            self.show_wanted.emit()

    def _recolour(self) -> None:
        self._icon.setIcon(app_icon(self._theme))
