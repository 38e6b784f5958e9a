"""One notice: what happened, and buttons for what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.desktop.theme import Theme

Kind = Literal["info", "good", "warning", "bad"]

_STAYS_MS: Final = 8000
_ICON: Final = QSize(20, 20)
_ICONS: Final = {"info": "info", "good": "circle-check", "warning": "triangle-alert", "bad": "circle-alert"}


class Offer(NamedTuple):
    """What a notice offers to do: what its button says, and what it does."""

    name: str
    act: Callable[[], None]


class Notice(QFrame):
    """A line that asks for nothing; with details it stays until it is closed, without it goes by itself.

    Args:
        theme: Its colours.
        text: What it says.
        kind: How good or bad that is.
        offers: A button each.
        details: What is copied for whoever helps; empty for nothing.
        parent: Where it is shown.
    """

    closed = Signal()
    """It is not to be shown any more."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind,
        offers: Sequence[Offer],
        details: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._details = theme, kind, details
        self.setProperty("role", "notice")
        self.setAccessibleName(QCoreApplication.translate("Notices", "Notice"))
        self._icon = QLabel(self)
        self._text = QLabel(" ".join(shown(line) for line in text.splitlines()), self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = (*map(self._button_of, offers), *self._copying())
        self._close = QToolButton(self)  # after them, as Tab comes to it
        self._close.setToolTip(QCoreApplication.translate("Notices", "Close"))
        self._close.setAccessibleName(QCoreApplication.translate("Notices", "Close this notice"))
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for button in (*self._buttons, self._close):
            layout.addWidget(button, 0)
        self._gone = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._gone.timeout.connect(self._leave)
        if not details:
            self._gone.start()
        self.draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab comes to in it, in that order."""
        return (*self._buttons, self._close)

    @property
    def details(self) -> str:
        """What is copied for whoever helps; empty for nothing."""
        return self._details

    def draw(self) -> None:
        """Draw its signs in the colours of the theme."""
        role = "accent" if self._kind == "info" else self._kind
        self._icon.setPixmap(
            self._theme.icon(_ICONS[self._kind], role).pixmap(_ICON, self.devicePixelRatioF())
        )
        self._close.setIcon(self._theme.icon("x", "subtle"))

    def _button_of(self, offer: Offer) -> QPushButton:
        def act() -> None:
            self.closed.emit()
            offer.act()

        button = QPushButton(offer.name, self)
        button.clicked.connect(act)
        return button

    def _copying(self) -> Sequence[QPushButton]:
        if not self._details:
            return ()
        copy = QPushButton(QCoreApplication.translate("Notices", "Copy details"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        return (copy,)

    def _leave(self) -> None:
        """Not while somebody reads it or is about to press its button."""
        if self.underMouse() or any(button.hasFocus() for button in (*self._buttons, self._close)):
            self._gone.start()
        else:
            self.closed.emit()
