"""No window is larger than its screen: at 200 % even a large one has few points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(16, 40)
"""What the system puts round a window, with its title; how much that is, is known only once it is shown."""


def within_screen(window: QWidget, size: QSize) -> QSize:
    """A size for a window, or less of it where its screen has not so much room."""
    return size.boundedTo(window.screen().availableGeometry().size() - _FRAME)


def resize_within_screen(window: QWidget, size: QSize, least: QSize | None = None) -> None:
    """Give a window a size and, with ``least``, its smallest one; the screen has room for both."""
    if least is not None:
        window.setMinimumSize(within_screen(window, least))
    window.resize(within_screen(window, size))
