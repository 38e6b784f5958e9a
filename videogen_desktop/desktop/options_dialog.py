"""How films of chosen papers are to be made, changed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QVBoxLayout, QWidget

from videogen_desktop.desktop.adding.buttons import make_room_for_bold
from videogen_desktop.desktop.adding.options_form import OptionsForm

if TYPE_CHECKING:
    from videogen_desktop.desktop.adding.choices import Choices
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import JobOptions

_WIDTH: Final = 620
"""Enough for the longest words of the choices, in languages longer than English as well."""


class OptionsDialog(QDialog):
    """Asks for other options.

    Args:
        theme: For the pictures of shapes.
        options: How the first of the films is to be made now.
        choices: The voices and pipelines that there are.
        films: How many films it is about.
        parent: The window.
    """

    chosen = Signal(object)
    """``JobOptions``: what was chosen, to be used from now on."""

    def __init__(
        self, theme: Theme, options: JobOptions, choices: Choices, films: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Options"))
        title = self.tr("How this film is made") if films == 1 else self.tr("How these films are made")
        heading, hint = QLabel(title, self), QLabel(self)
        heading.setProperty("role", "title")
        hint.setProperty("role", "subtle")
        hint.setText(self.tr("A film that is done stays as it is, and one more is made with these options."))
        for label in (heading, hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.form = OptionsForm(theme, options, self)
        self.form.offer(choices)
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.addWidget(self.form)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        agree = buttons.addButton(self.tr("Use these options"), QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setDefault(True)
        make_room_for_bold(agree)
        buttons.accepted.connect(self._agreed)
        buttons.rejected.connect(self.reject)
        self.setMinimumWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for widget in (heading, card, hint, buttons):
            layout.addWidget(widget)

    def _agreed(self) -> None:
        self.chosen.emit(self.form.options())
        self.accept()
