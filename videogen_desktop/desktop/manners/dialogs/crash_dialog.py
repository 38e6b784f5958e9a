"""Says in plain words that something in the program went wrong, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import embolden
from videogen_desktop.desktop.manners.dialogs.labels import fit_height, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.theme import Theme

_WIDTH: Final = 560
_MARGIN: Final = 20
_ICON: Final = 28
_LINES: Final = 12


class CrashDialog(QDialog):
    """A sentence, what it means, and three ways on. What a programmer reads is shown to who asks for it.

    Args:
        theme: Gives the icon.
        said: What happened, and what it means for the person.
        details: What is shown when it is asked for, and copied.
        go_on: The text of the button that closes it.
        parent: The window it belongs to.
    """

    report_wanted = Signal()
    """The person wants to save a report."""

    def __init__(
        self,
        theme: Theme,
        said: tuple[str, str],
        details: Callable[[], str],
        go_on: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = details
        self.setWindowTitle(self.tr("VideoGen Desktop"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._icon = QLabel(self)
        self._icon.setAccessibleName(self.tr("Warning"))
        self._heading = words(said[0], "heading")
        self._text = words(said[1])
        self._more = QPushButton(self.tr("Show &details"), self)
        self._read = QPlainTextEdit(self)
        self._buttons = QDialogButtonBox(self)  # the platform's order
        role = QDialogButtonBox.ButtonRole
        self._go_on = self._buttons.addButton(go_on, role.AcceptRole)
        self._save = self._buttons.addButton(self.tr("&Save report…"), role.ActionRole)
        self._copy = self._buttons.addButton(self.tr("&Copy details"), role.ActionRole)
        self._lay_out()
        self._more.clicked.connect(self._show_or_hide_details)
        self._copy.clicked.connect(self._copy_details)
        self._save.clicked.connect(self._want_report)
        self._buttons.accepted.connect(self.accept)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._go_on.setFocus()
        fit_height(self, _WIDTH)

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._heading)
        said.addWidget(self._text)
        said.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN)
        layout.addLayout(upper)
        layout.addWidget(self._read)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._read.setAccessibleName(self.tr("Details"))
        self._read.setReadOnly(True)
        self._read.setTabChangesFocus(True)
        self._read.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._read.setFixedHeight(_LINES * self._read.fontMetrics().lineSpacing())
        self._read.hide()
        for button in (self._more, self._copy, self._save):
            button.setAutoDefault(False)
        self._go_on.setDefault(True)
        embolden(self._go_on)

    def _show_or_hide_details(self) -> None:
        shown = self._read.isHidden()
        if shown:
            self._read.setPlainText(self._details())
        self._read.setVisible(shown)
        self._more.setText(self.tr("Hide &details") if shown else self.tr("Show &details"))
        fit_height(self, _WIDTH)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details())
        self._copy.setText(self.tr("Copied"))

    def _want_report(self) -> None:
        self.accept()
        self.report_wanted.emit()

    def _recolour(self) -> None:
        self._icon.setPixmap(self._theme.icon("triangle-alert", "warning").pixmap(_ICON, _ICON))
