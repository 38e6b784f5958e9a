"""A window over the whole screen that lends its room to the player, always dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from videogen_desktop.desktop.theme import DARK

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from videogen_desktop.desktop.player.stage import Stage

_SHEET = f"""
QLabel, QToolButton {{ color: {DARK.text}; }}
QLabel[role="subtle"] {{ color: {DARK.subtle}; }}
QFrame[role="bar"] {{ background: {DARK.raised}; border-top: 1px solid {DARK.line}; }}
QToolButton:hover {{ background: {DARK.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {DARK.chosen}; }}
QToolButton:focus {{ border: 1px solid {DARK.accent}; }}
QMenu {{ background: {DARK.raised}; color: {DARK.text}; border: 1px solid {DARK.line}; }}
QMenu::item:selected {{ background: {DARK.chosen}; color: {DARK.text}; }}
QToolTip {{ background: {DARK.raised}; color: {DARK.text}; border: 1px solid {DARK.line}; }}
"""
"""Dark whatever the window is; the rest is as in the window."""


class FullScreen(QWidget):
    """Holds the stage while it fills the screen.

    Args:
        stage: What fills it.
        title: Of the window, as the system lists it.
        near: Its screen is taken.
    """

    closed = Signal()
    """The system asked to close it."""

    def __init__(self, stage: Stage, title: str, near: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setStyleSheet(_SHEET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(stage)
        self.setScreen(near.screen())
        self.setGeometry(near.screen().geometry())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Give the player back rather than close with it."""
        event.ignore()
        self.closed.emit()
