"""What the window has to say, in a line at its foot that asks for nothing and goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError

Kind = Literal["info", "good", "warning", "bad"]

_STAYS_MS: Final = 8000
_WIDEST: Final = 720
_NARROWEST: Final = 200
_EDGE: Final = 16
_ICON: Final = QSize(20, 20)
_ICONS: Final = {"info": "info", "good": "circle-check", "warning": "triangle-alert", "bad": "circle-alert"}


class Notices(QFrame):
    """One notice at a time, over the foot of a window; the last one counts.

    Args:
        theme: Its colours.
        window: Over which it is shown.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._details = ""
        self._kind: Kind = "info"
        self._action: Callable[[], None] | None = None
        self.setProperty("role", "notice")
        self.setAccessibleName(self.tr("Notice"))
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QPushButton(self)
        self._act.clicked.connect(self._acted)
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for button in (self._act, self._copy, self._close):
            layout.addWidget(button, 0)
        self._gone = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._gone.timeout.connect(self._leave)
        window.installEventFilter(self)
        theme.changed.connect(self._draw)
        self.hide()

    def say(
        self, text: str, kind: Kind = "info", *, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say something; with ``action`` a button that does ``act``. It goes after a while."""
        self._show(text, kind, action, act, "")
        self._gone.start()

    def fail(self, error: VideoGenError) -> None:
        """Say what went wrong and what to do; it stays until it is closed."""
        details = f"{error.code}\n{error.message}\n{error.hint}"
        self._show(explained(error), "bad", "", None, details)
        self._gone.stop()

    @property
    def text(self) -> str:
        """What is said now; empty for nothing."""
        return self._text.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Stay at the foot of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _show(self, text: str, kind: Kind, action: str, act: Callable[[], None] | None, details: str) -> None:
        self._action, self._details, self._kind = act, details, kind
        self._draw()
        self._text.setText(" ".join(shown(line) for line in text.splitlines()))
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._copy.setVisible(bool(details))
        self.show()
        self._place()
        self.raise_()

    def _draw(self) -> None:
        role = "accent" if self._kind == "info" else self._kind
        self._icon.setPixmap(
            self._theme.icon(_ICONS[self._kind], role).pixmap(_ICON, self.devicePixelRatioF())
        )
        self._close.setIcon(self._theme.icon("x", "subtle"))

    def _place(self) -> None:
        width = max(min(_WIDEST, self._window.width() - 2 * _EDGE), _NARROWEST)
        self.setFixedWidth(width)
        self.resize(width, self.heightForWidth(width))
        foot = 32 + _EDGE
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - foot)

    def _acted(self) -> None:
        act, self._action = self._action, None
        self.hide()
        if act:
            act()

    def _leave(self) -> None:
        """Not while somebody reads it or is about to press its button."""
        if self.underMouse() or self._has_keys():
            self._gone.start()
        else:
            self.hide()

    def _has_keys(self) -> bool:
        return any(button.hasFocus() for button in (self._act, self._copy, self._close))
