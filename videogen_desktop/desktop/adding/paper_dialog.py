"""The dialog to type, paste or open papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.adding.brought import Brought
from videogen_desktop.desktop.adding.buttons import make_room_for_bold
from videogen_desktop.desktop.adding.papers_field import PapersField
from videogen_desktop.desktop.adding.typed import Typed, look_at
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.screen_room import resize_within_screen
from videogen_desktop.desktop.title_text import isolated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.theme import Theme

PAUSE_MS = 200
"""How long nothing is typed before the text is looked at."""

_SIZE = QSize(640, 480)
_LEAST = QSize(480, 340)
_ENDINGS = "*.txt *.csv *.tsv *.nbib *.ris *.xml *.nxml"
_SHOWN = 60


class PaperDialog(QDialog):
    """A field for papers. What is in it is never thrown away: whoever owns the dialog keeps ``text``.

    Args:
        theme: For the icons.
        background: Where the text is looked at.
        text: What was typed before and not added.
        parent: The window that it belongs to.
    """

    brought = Signal(object)
    """``Brought``: to be looked at, with what is typed so far; the dialog closes."""

    typed = Signal(str)
    """What is in the field, whenever nothing was typed for a moment."""

    def __init__(self, theme: Theme, background: Background, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._background = background
        self._typed = Typed()
        self._key = ("typed", id(self))
        self.setWindowTitle(self.tr("Add papers"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._field = PapersField(self)
        self._count = QLabel(self)
        self._refused = QLabel(self)
        self._files = QPushButton(self.tr("&Open files…"), self)
        self._folder = QPushButton(self.tr("Open a &folder…"), self)
        self._clear = QPushButton(self.tr("C&lear"), self)
        self._buttons = QDialogButtonBox(self)  # the platform's order
        self._cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._go_on = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._dress()
        self._lay_out()
        self._listen()
        self.begin_with(text)
        resize_within_screen(self, _SIZE, _LEAST)
        self._field.setFocus()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.toPlainText()

    def begin_with(self, text: str) -> None:
        """Put a text into the field, to be typed on."""
        self._field.setPlainText(text)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    def _dress(self) -> None:
        self._field.setAccessibleName(self.tr("Papers"))
        self._field.setPlaceholderText(
            self.tr(
                "Type or paste PubMed numbers, PMC numbers, DOIs or links, in any form, such as\n\n"
                "29412138\nPMC5832411\nhttps://doi.org/10.7554/eLife.32671\n\n"
                "Drop lists here too: text, CSV, RIS, PubMed's exports, a paper's XML, or folders of them."
            )
        )
        self._field.setTabChangesFocus(True)
        self._count.setAccessibleName(self.tr("What is recognised"))
        self._refused.setAccessibleName(self.tr("What is not understood"))
        for label in (self._count, self._refused):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._count.setProperty("role", "subtle")
        self._refused.setProperty("role", "warning")
        self._refused.setMinimumHeight(self.fontMetrics().lineSpacing())
        self._refused.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._refused.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._clear.setProperty("flat", "true")
        self._go_on.setDefault(True)
        self._go_on.setProperty("primary", True)
        make_room_for_bold(self._go_on)
        for button in (self._files, self._folder, self._clear, self._cancel):
            button.setAutoDefault(False)
        self._draw_icons()
        self._tell(self._typed)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Which papers?"), self)
        heading.setProperty("role", "title")
        opening = QHBoxLayout()
        opening.addWidget(self._files)
        opening.addWidget(self._folder)
        opening.addStretch()
        opening.addWidget(self._clear)
        ending = QHBoxLayout()
        ending.addWidget(self._count, 1)
        ending.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._refused)
        layout.addLayout(opening)
        layout.addLayout(ending)

    def _listen(self) -> None:
        self._field.textChanged.connect(self._changed)
        self._field.brought.connect(self._pass_on)
        self._timer.timeout.connect(self._look)
        self._files.clicked.connect(self._open_files)
        self._folder.clicked.connect(self._open_folder)
        self._clear.clicked.connect(self._empty)
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._review)
        self.finished.connect(self._stop_looking)
        self._theme.changed.connect(self._draw_icons)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._go_on.click)

    def _draw_icons(self) -> None:
        self._files.setIcon(self._theme.icon("file-text"))
        self._folder.setIcon(self._theme.icon("folder-open"))

    def _changed(self) -> None:
        self._timer.start()
        if not self._field.toPlainText().strip():
            self._look()

    def _look(self) -> None:
        self._timer.stop()
        text = self._field.toPlainText()
        self._background.run(lambda: look_at(text), self._tell, key=self._key)
        self.typed.emit(text)

    def _stop_looking(self) -> None:
        self._timer.stop()
        self._background.drop(self._key)

    def _tell(self, typed: Typed) -> None:
        self._typed = typed
        parts = [self._papers(typed.papers)] if typed.papers or typed.refused else []
        if typed.repeated:
            parts.append(self.tr("%Ln named twice", "", typed.repeated))
        if typed.refused:
            parts.append(self.tr("%Ln not understood", "", typed.refused))
        self._count.setText(", ".join(parts))
        self._refused.setText(self._first_refused(typed))
        self._go_on.setEnabled(bool(typed.papers or typed.refused))
        self._clear.setEnabled(bool(self._field.toPlainText()))
        self._go_on.setText(self._review_text(typed.papers))
        self._go_on.setToolTip("" if self._go_on.isEnabled() else self.tr("Nothing is typed yet."))

    def _papers(self, count: int) -> str:
        if count == 1:
            return self.tr("1 paper recognised")
        return self.tr("%Ln papers recognised", "", count)

    def _review_text(self, count: int) -> str:
        if not count:
            return self.tr("Review")
        return self.tr("Review 1 paper") if count == 1 else self.tr("Review %Ln papers", "", count)

    def _first_refused(self, typed: Typed) -> str:
        refused = typed.first_refused
        if refused is None:
            return ""
        text = refused.text if len(refused.text) <= _SHOWN else f"{refused.text[:_SHOWN]}…"
        return self.tr("Line {line}, “{text}”: {reason}").format(
            line=refused.line, text=isolated(text), reason=said(refused.reason)
        )

    def _review(self) -> None:
        self._pass_on(Brought())

    def _pass_on(self, more: Brought) -> None:
        """Go on with what is typed, and what came beside it."""
        text = "\n".join(part for part in (self.text, more.text) if part.strip())
        self.brought.emit(Brought(text, more.html, more.paths, more.refused))
        self.accept()

    def _empty(self) -> None:
        """Clear the field; Ctrl+Z brings the text back."""
        cursor = self._field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._field.setFocus()

    def _open_files(self) -> None:
        chooser = QFileDialog(self, self.tr("Open lists and papers"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilters(
            [
                self.tr("Lists and papers ({endings})").format(endings=_ENDINGS),
                self.tr("All files (*)"),
            ]
        )
        self._choose(chooser)

    def _open_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Open a folder of lists or papers"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        self._choose(chooser)

    def _choose(self, chooser: QFileDialog) -> None:
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self._opened)
        chooser.open()

    def _opened(self, names: Iterable[str]) -> None:
        paths = tuple(Path(name) for name in names)
        if paths:
            self._pass_on(Brought(paths=paths))
