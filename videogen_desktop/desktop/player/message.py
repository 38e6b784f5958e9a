"""What is said in place of a picture, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Action = tuple[str, Callable[[], None]]

_WIDEST = 420


class Message(QWidget):
    """A sentence in the middle, and buttons under it; the first one is the one to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(_WIDEST)
        self._text.setProperty("role", "subtle")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(14)
        column.addStretch()
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._text, 10)
        middle.addStretch()
        column.addLayout(middle)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say something, with buttons."""
        self._text.setText(text)
        while item := self._buttons.takeAt(0):
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for number, (name, carry_out) in enumerate(actions):
            added = QPushButton(name, self)
            added.setAccessibleName(name)
            added.setProperty("primary", number == 0)
            added.clicked.connect(carry_out)
            self._buttons.addWidget(added)
