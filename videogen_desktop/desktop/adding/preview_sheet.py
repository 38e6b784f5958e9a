"""The sheet that says what adding would do, and lets the person choose how the films are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.adding.buttons import make_room_for_bold
from videogen_desktop.desktop.adding.options_form import OptionsForm
from videogen_desktop.desktop.adding.preview_table import PreviewTable
from videogen_desktop.desktop.exporting.validity import embolden
from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.screen_room import resize_within_screen
from videogen_desktop.desktop.title_text import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from videogen_desktop.desktop.adding.choices import Choices
    from videogen_desktop.desktop.adding.looking import Outlook
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import JobOptions, NewPaper

_SIZE = QSize(760, 640)
_LEAST = QSize(560, 480)


class PreviewSheet(QDialog):
    """Reading, then what was found, then adding. It decides nothing: whoever opens it does what it asks for.

    Args:
        theme: Colours and icons.
        options: What is chosen at first.
        sources: The files and folders that are read; none for typed or pasted text.
        parent: The window that it belongs to.
    """

    options_changed = Signal()
    """Look again with other ``options``."""

    add_wanted = Signal()
    """Add ``papers`` of the outlook that is shown."""

    def __init__(
        self, theme: Theme, options: JobOptions, sources: Sequence[Path], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._choices: Choices | None = None
        self._busy = True
        self._adding = False
        self._to_look_again = False
        self.setWindowTitle(self.tr("Add papers"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._heading = QLabel(self)
        self._source = QLabel(self)
        self._pages = QStackedWidget(self)  # each part has its place from the start: moving it is slow
        self._reading = QWidget(self._pages)
        self._bar = QProgressBar(self._reading)
        self._content = QWidget(self._pages)
        self._table = PreviewTable(theme, self._content)
        self._again = QCheckBox(self._content)
        self._options = QFrame(self._content)
        self._form = OptionsForm(theme, options, self._options)
        self._remember = QCheckBox(self.tr("Re&member these choices"), self._content)
        self._problem = QLabel(self)
        self._reason = QLabel(self)
        self._buttons = QDialogButtonBox(self)  # the platform's order
        self._cancel = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._add = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress(sources)
        self._lay_out()
        self._listen()
        self._update()
        self._cancel.setFocus()
        resize_within_screen(self, _SIZE, _LEAST)

    @property
    def options(self) -> JobOptions:
        """How the films are to be made."""
        return self._form.options()

    @property
    def remember(self) -> bool:
        """Whether these options are wanted the next time, too."""
        return self._remember.isChecked()

    @property
    def papers(self) -> tuple[NewPaper, ...]:
        """What is to be added."""
        return self._outlook.papers(again=self._wants_again) if self._outlook else ()

    def show_outlook(self, outlook: Outlook, choices: Choices) -> None:
        """Show what adding would do."""
        if self._choices is None:
            self._form.offer(choices)
        self._choices = choices
        self._outlook = outlook
        self._table.show_outlook(outlook)
        self._settle(problem="")
        if self._pages.currentIndex() == 0:
            self._pages.setCurrentIndex(1)
            (self._add if self._add.isEnabled() else self._cancel).setFocus()

    def show_looking(self) -> None:
        """The store is asked: nothing can be added until it has answered."""
        self._busy = True
        self._problem.hide()
        self._update()

    def show_adding(self) -> None:
        """The papers are being added, and the sheet stays until it is known whether they were."""
        self._adding = True
        self.show_looking()

    def show_problem(self, error: VideoGenError) -> None:
        """Say what went wrong; everything stays as it was, so that it can be tried again."""
        looking = not self._adding
        self._settle(problem=explained(error))
        self._to_look_again = looking
        self._update()

    def reject(self) -> None:
        """Close without adding; what is being added already cannot be held up."""
        if not self._adding:
            super().reject()

    def _settle(self, problem: str) -> None:
        self._busy = self._adding = self._to_look_again = False
        self._bar.setVisible(not problem)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._update()

    @property
    def _wants_again(self) -> bool:
        return self._again.isVisibleTo(self) and self._again.isChecked()

    def _dress(self, sources: Sequence[Path]) -> None:
        self._heading.setProperty("role", "title")
        self._source.setProperty("role", "subtle")
        self._source.setText(self._named(sources))
        self._source.setVisible(bool(sources))
        self._reason.setProperty("role", "subtle")
        self._problem.setProperty("role", "bad")
        self._problem.hide()
        for label in (self._heading, self._source, self._reason, self._problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._reason, self._problem):
            label.setWordWrap(True)
        self._problem.setAccessibleName(self.tr("What went wrong"))
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Reading"))
        self._add.setDefault(True)
        self._add.setProperty("primary", True)
        make_room_for_bold(self._add)
        embolden(self._cancel)

    def _named(self, sources: Sequence[Path]) -> str:
        if not sources:
            return ""
        first, others = isolated(sources[0].name), len(sources) - 1
        if not others:
            return self.tr("From {source}").format(source=first)
        return self.tr("From {source} and %Ln more", "", others).format(source=first)

    def _lay_out(self) -> None:
        waiting = QVBoxLayout(self._reading)
        waiting.addStretch()
        waiting.addWidget(self._bar)
        waiting.addStretch()
        self._options.setProperty("role", "card")
        inner = QVBoxLayout(self._options)
        inner.setContentsMargins(12, 8, 12, 10)
        inner.addWidget(self._form)
        found = QVBoxLayout(self._content)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(8)
        found.addWidget(self._table, 1)
        found.addWidget(self._again)
        found.addWidget(self._options)
        found.addWidget(self._remember)
        self._pages.addWidget(self._reading)
        self._pages.addWidget(self._content)
        ending = QHBoxLayout()
        ending.addWidget(self._reason, 1)
        ending.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._source)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._problem)
        layout.addLayout(ending)

    def _listen(self) -> None:
        self._form.changed.connect(self.options_changed)
        self._again.clicked.connect(self._update)
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._press)

    def _press(self) -> None:
        (self.options_changed if self._to_look_again else self.add_wanted).emit()

    def _update(self) -> None:
        self._heading.setText(self._said())
        here = len(self._outlook.here) if self._outlook else 0
        self._again.setVisible(here > 0)
        if here == 1:
            self._again.setText(self.tr("Make the film that is here already &again"))
        else:
            self._again.setText(self.tr("Make the %Ln films that are here already &again", "", here))
        reason = self._why_not()
        self._reason.setText(reason)
        ready = self._to_look_again or (self._outlook is not None and not reason)
        self._add.setEnabled(ready and not self._busy)
        self._cancel.setEnabled(not self._adding)
        self._cancel.setAutoDefault(not self._add.isEnabled())
        names_papers = self._outlook is None or bool(self._outlook.new or self._outlook.here)
        self._options.setVisible(names_papers)
        self._remember.setVisible(names_papers)
        self._cancel.setText(self.tr("Cancel") if names_papers else self.tr("Close"))
        self._add.setToolTip(reason)
        self._add.setAccessibleDescription(reason)
        self._add.setText(self._button())

    def _said(self) -> str:
        outlook = self._outlook
        if outlook is None:
            return self.tr("Add papers") if self._to_look_again else self.tr("Reading…")
        new = len(outlook.new)
        if new == 1:
            return self.tr("1 new paper")
        if new:
            return self.tr("%Ln new papers", "", new)
        return self.tr("Nothing new") if outlook.here or outlook.repeated else self.tr("No paper was found")

    def _button(self) -> str:
        count = len(self.papers)
        if self._to_look_again:
            return self.tr("Try again")
        if not count:
            return self.tr("Add")
        return self.tr("Add 1 paper") if count == 1 else self.tr("Add %Ln papers", "", count)

    def _why_not(self) -> str:
        """Why nothing can be added now; empty when something can."""
        outlook, choices = self._outlook, self._choices
        if outlook is None or choices is None:
            return ""
        options = self.options
        if choices.lacks_profile(options):
            return self.tr("This pipeline is not in the settings any more. Choose another one.")
        if choices.lacks_voice(options):
            return self.tr("This voice is not there. Choose another one.")
        if self.papers:
            return ""
        if outlook.here:
            return self.tr("There is such a film of each of these papers already.")
        return self.tr("Nothing here names a paper.")
