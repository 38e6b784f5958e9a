"""A line over the list that says why the queue holds still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from videogen_desktop.desktop.said import explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.guards import Hindrance
    from videogen_desktop.jobs.model import QueueState


class Banner(QFrame):
    """Shown while no new film is begun; hidden while the queue is at work. The tools let it go on.

    Args:
        theme: Its icon's colours.
        parent: Where it is shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        theme.changed.connect(self._show_icon)
        self._show_icon()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, state: QueueState, hindrances: Sequence[Hindrance], running: int) -> None:
        """Say why no new film is begun."""
        why = [explained(each) for each in hindrances if each.reason in state.reasons]
        if state.after_this_one and running:
            why.insert(0, self.tr("The queue stops after the films that are being made."))
        elif "after-this-one" in state.reasons:
            why.insert(0, self.tr("The queue has stopped, as you asked, after what was being made."))
        elif "owner" in state.reasons:
            why.insert(0, self.tr("The queue is paused. Nothing new is begun until you let it go on."))
        elif state.paused and not why:
            why.append(self.tr("The queue holds still for the moment."))
        self._text.setText(" ".join(why))
        self.setVisible(bool(why))

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._theme.icon("pause", "warning").pixmap(18, 18))
