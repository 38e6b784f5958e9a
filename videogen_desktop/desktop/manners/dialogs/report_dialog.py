"""Saves a report of what is wrong, and says before what is in it and what is not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import Sentence, embolden
from videogen_desktop.desktop.manners.dialogs.labels import fit_height, words
from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.title_text import isolated, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.manners.dialogs.reporting import Reporter
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError

_WIDTH: Final = 560
_MARGIN: Final = 20
_ICON: Final = 18
_MAY_BREAK: Final = "\u200b"


class ReportDialog(QDialog):
    """Saves the report where the person wants it. Nothing is ever sent.

    Args:
        reporter: Writes it.
        theme: Gives the icons.
        parent: The window it belongs to.
        show_folder: Opens a folder; a test hands in its own.
    """

    def __init__(
        self,
        reporter: Reporter,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        show_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._reporter = reporter
        self._theme = theme
        self._show_folder = show_folder
        self._saved: Path | None = None
        self._icons: list[tuple[QLabel, str, str]] = []
        self.setWindowTitle(self.tr("Report a problem"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = QProgressBar(self)
        self._told = Sentence(parent=self)
        self._buttons = QDialogButtonBox(self)  # the platform's order
        role = QDialogButtonBox.ButtonRole
        self._save = self._buttons.addButton(self.tr("&Save report…"), role.AcceptRole)
        self._folder = QPushButton(self.tr("&Open folder"), self)
        self._close = self._buttons.addButton(self.tr("Close"), role.RejectRole)
        self._lay_out()
        self._recolour()
        theme.changed.connect(self._recolour)
        self._save.clicked.connect(self._ask_where)
        self._folder.clicked.connect(self._open_folder)
        self._buttons.rejected.connect(self.reject)
        fit_height(self, _WIDTH)

    def save_to(self, path: Path) -> None:
        """Write the report there, beside the window."""
        self._show_busy(True)
        self._tell(self.tr("Examining what films need, and writing the report …"), "subtle")
        self._reporter.save(path, self._have_saved, self._failed)

    def done(self, result: int) -> None:
        """Close; a report that is being written is let be."""
        if self._bar.isVisible():
            self._reporter.cancel()
        super().done(result)

    # Building

    def _lay_out(self) -> None:
        heading = words(self.tr("Report a problem"), "title")
        about = words(
            self.tr(
                "The report is a file that helps to find out what is wrong. Send it together with a few "
                "words on what you did and what happened. It is text that you can read first; nothing is "
                "sent by itself."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(self._lists())
        layout.addWidget(self._bar)
        layout.addWidget(self._told)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self._set_up_buttons()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("The report is being written"))
        self._bar.hide()
        self._folder.hide()
        self._save.setFocus()

    def _lists(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        for icon, role, text in (
            (
                "check",
                "good",
                self.tr(
                    "In it: what the examination of this computer finds, the versions of everything, the "
                    "settings of the queue, how many papers there are, which went wrong and why, and the "
                    "ends of the program’s log and of their logs. "
                    "Papers from PubMed are named by their numbers."
                ),
            ),
            (
                "x",
                "bad",
                self.tr(
                    "Not in it: keys and passwords, e-mail addresses, your name and folders, titles, films, "
                    "and anything of papers that you have as files."
                ),
            ),
        ):
            line = QHBoxLayout()
            line.setSpacing(10)
            sign = QLabel(card)
            self._icons.append((sign, icon, role))
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words(text), 1)
            layout.addLayout(line)
        return card

    def _set_up_buttons(self) -> None:
        for button in (self._folder, self._close):
            button.setAutoDefault(False)
        self._save.setDefault(True)
        embolden(self._save)
        embolden(self._close)

    def _recolour(self) -> None:
        for sign, icon, role in self._icons:
            sign.setPixmap(self._theme.icon(icon, role).pixmap(_ICON, _ICON))

    # Saving

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), str(_usual_folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Reports (*.zip)"))
        dialog.setDefaultSuffix("zip")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        dialog.selectFile(f"videogen-report-{day}.zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def _have_saved(self, path: Path) -> None:
        self._saved = path
        self._show_busy(False)
        self._folder.setEnabled(True)
        if self._folder not in self._buttons.buttons():
            self._buttons.addButton(self._folder, QDialogButtonBox.ButtonRole.ActionRole)
        self._tell(self.tr("Saved as {path}").format(path=_breakable(path)), "good")
        self._save.setDefault(False)
        self._close.setDefault(True)
        self._close.setFocus()

    def _failed(self, error: VideoGenError) -> None:
        self._show_busy(False)
        self._tell(shown(explained(error)), "bad")

    def _tell(self, text: str, role: str) -> None:
        self._told.tell(text, role)
        fit_height(self, _WIDTH)

    def _show_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._save.setEnabled(not busy)
        self._close.setText(self.tr("Cancel") if busy else self.tr("Close"))
        if busy:
            self._folder.setEnabled(False)

    def _open_folder(self) -> None:
        if self._saved:
            self._show_folder(QUrl.fromLocalFile(str(self._saved.parent)))


def _usual_folder() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _breakable(path: Path) -> str:
    """A path that can go on in the next line after each of its folders."""
    return isolated(str(path)).replace(os.sep, f"{os.sep}{_MAY_BREAK}")
