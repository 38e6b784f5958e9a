"""Words in a dialog: plain text on as many lines as it takes, which can be copied, and the room it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from videogen_desktop.desktop.screen_room import within_screen


def words(text: str, role: str = "") -> QLabel:
    """A label; ``role`` is one of the style sheet's."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def fit_height(dialog: QWidget, width: int) -> None:
    """Make a dialog as high as its words need at a width; Qt reckons with narrower lines than it then has."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        size = QSize(width, layout.totalHeightForWidth(width))
        dialog.setFixedSize(within_screen(dialog, size))
