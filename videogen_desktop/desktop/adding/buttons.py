"""Buttons whose text is bold while they are the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


def make_room_for_bold(button: QPushButton) -> None:
    """Measure a button with the weight that the sheet gives a default one, so that nothing is cut off."""
    font = button.font()
    font.setWeight(QFont.Weight.DemiBold)
    button.setFont(font)
