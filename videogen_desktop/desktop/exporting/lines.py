"""Sentences one below the other, to be read, scrolled and copied."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRAME: Final = 24
_SIDES: Final = 48


class Lines(QPlainTextEdit):
    """As high as its lines need, up to a limit; hidden while there are none.

    Args:
        name: What it is, for whoever hears the window.
        most: How many lines it shows at once.
        parent: Owns it.
    """

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.hide()

    def tell(self, lines: Sequence[str], width: int) -> None:
        """Show lines in a dialog that is so many pixels wide."""
        self.setPlainText("\n".join(lines))
        room = max(width - _SIDES, 1)
        needed = sum(
            max(1, math.ceil(self.fontMetrics().horizontalAdvance(line) / room))
            for line in lines[: self._most]
        )
        self.setFixedHeight(min(max(needed, 1), self._most) * self.fontMetrics().lineSpacing() + _FRAME)
        self.setVisible(bool(lines))
