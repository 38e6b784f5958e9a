"""A bar that says one thing that must not be missed, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from videogen_desktop.desktop.theme import Theme

_ICON = 18


class NoticeBar(QFrame):
    """A sentence with an icon, perhaps smaller words and buttons under it; hidden while it says nothing.

    Args:
        theme: For the icon's colour.
        parent: Owns it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._theme = theme
        self._look = ("info", "warning")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text = _words("heading")
        self._more = _words("subtle")
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._text)
        words.addWidget(self._more)
        words.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self.hide()
        theme.changed.connect(self._draw)

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def more(self) -> str:
        """The smaller words."""
        return self._more.text()

    def add_button(self, button: QPushButton) -> None:
        """Put a button under the words."""
        if self._buttons.count():
            self._buttons.insertWidget(self._buttons.count() - 1, button)
        else:
            self._buttons.addWidget(button)
            self._buttons.addStretch(1)

    def say(self, text: str, more: str = "", *, icon: str = "triangle-alert", role: str = "warning") -> None:
        """Say something, or with an empty text nothing.

        Args:
            text: One sentence, shown as it stands.
            more: What else is to be known.
            icon: In which it is seen what kind of a word this is.
            role: The icon's colour.
        """
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._look = (icon, role)
        self._draw()
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _draw(self) -> None:
        name, role = self._look
        self._icon.setPixmap(
            self._theme.icon(name, role).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF())
        )


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    shape = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    shape.setHeightForWidth(True)
    label.setSizePolicy(shape)
    return label
