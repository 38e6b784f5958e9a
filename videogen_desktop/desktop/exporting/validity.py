"""A field that says what is wrong with what was typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget


_SIDES: Final = 36


class Sentence(QLabel):
    """A sentence under a control, as plain text on as many lines as it takes; hidden while there is none.

    Args:
        role: Of the style sheet: ``subtle``, ``bad``, ``warning`` or ``good``.
        parent: Owns it.
    """

    def __init__(self, role: str = "subtle", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.hide()

    def tell(self, text: str, role: str | None = None) -> None:
        """Say something, or nothing."""
        if role:
            set_style(self, "role", role)
        self.setText(text)
        self._show_or_hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be seen as soon as there is a place for it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        """Without a place it would be a window of its own, for a moment."""
        self.setVisible(bool(self.text()) and self.parentWidget() is not None)


def set_style(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet goes by, and have the widget drawn anew when it differs."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def mark(field: QWidget, problem: str, sentence: Sentence) -> None:
    """Mark a field by what is wrong with it, and say so under it; an empty problem takes both away.

    Whoever hears the window instead of seeing it is told with the field itself.
    """
    set_style(field, "invalid", bool(problem))
    field.setAccessibleDescription(problem)
    sentence.tell(problem)


def embolden(button: QPushButton) -> None:
    """Give a button that is drawn bold while it is the default the room that bold letters take."""
    font = button.font()
    font.setBold(True)
    button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(button.text()) + _SIDES)
