"""What the window shows where a list would be: what to do first, or that nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme import Theme

_LONGEST_LINE = 80
"""Letters: a longer line is hard to read (WCAG 2.2, 1.4.8)."""


class Empty(QWidget):
    """A calm page with one thing to do.

    Args:
        theme: Its icon's colours.
        icon: Of ``resources/icons``.
        title: What this place is.
        text: What to do.
        actions: Names and texts of buttons; the first one is pressed first.
        parent: Where it is shown.
    """

    wanted = Signal(str)
    """The name of the button that was pressed."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        actions: tuple[tuple[str, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._icon_name = theme, icon
        self._icon = QLabel(self)
        heading, body = QLabel(title, self), QLabel(text, self)
        heading.setProperty("role", "title")
        body.setProperty("role", "subtle")
        for label in (self._icon, heading, body):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setWordWrap(True)
        body.setWordWrap(True)
        body.setMaximumWidth(_LONGEST_LINE * body.fontMetrics().averageCharWidth())
        middle = QHBoxLayout()  # a label that wraps needs its width from the layout to know its height
        middle.addStretch(1)
        middle.addWidget(body, 5)
        middle.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for number, (name, said) in enumerate(actions):
            button = QPushButton(said, self)
            button.setProperty("primary", number == 0)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(heading)
        layout.addLayout(middle)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(3)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._theme.icon(self._icon_name, "faint").pixmap(56, 56))
