"""One pipeline of a person's own: its name, its command line, where it runs, the names of its keys."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.settings_dialog.checking import check_profile
from videogen_desktop.desktop.settings_dialog.controls import FolderField
from videogen_desktop.desktop.settings_dialog.page import stacked
from videogen_desktop.jobs.settings import PLACEHOLDERS, Profile

if TYPE_CHECKING:
    from collections.abc import Collection

_LINES: Final = 6
_BETWEEN: Final = 10


class ProfileForm(QWidget):
    """Shows one pipeline and lets it be changed; ``edited`` tells of each change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._came = Profile("", ())
        self._name = QLineEdit()
        self._name_problem = Sentence("bad")
        self._arguments = QPlainTextEdit()
        self._arguments_problem = Sentence("bad")
        self._folder = FolderField(
            self.tr("Working folder of the pipeline"),
            self.tr("Working folder"),
            self.tr("The program's own"),
        )
        self._folder_problem = Sentence("bad")
        self._secrets = QLineEdit()
        self._secrets_problem = Sentence("bad")
        self._lay_out()
        self._name.textChanged.connect(self.edited)
        self._arguments.textChanged.connect(self.edited)
        self._folder.changed.connect(self.edited)
        self._secrets.textChanged.connect(self.edited)

    def show_profile(self, profile: Profile) -> None:
        """Show a pipeline; nobody is told."""
        self._came = profile
        with QSignalBlocker(self):
            self._name.setText(profile.name)
            self._arguments.setPlainText(_as_lines(profile.arguments))
            self._folder.take(profile.working_folder)
            self._secrets.setText(", ".join(profile.secrets))

    def profile(self) -> Profile:
        """The pipeline as it is typed, sound or not."""
        typed = self._arguments.toPlainText()
        arguments = self._came.arguments
        if typed != _as_lines(arguments):
            arguments = tuple(line.strip() for line in typed.splitlines() if line.strip())
        names = (name for name in re.split(r"[\s,;]+", self._secrets.text()) if name)
        return replace(
            self._came,
            name=self._name.text().strip(),
            arguments=arguments,
            working_folder=self._folder.folder(),
            secrets=tuple(dict.fromkeys(names)),
        )

    def check(self, others: Collection[str]) -> None:
        """Mark what is wrong, each with a sentence under it."""
        problems = check_profile(self.profile(), others)
        mark(self._name, problems.name, self._name_problem)
        mark(self._arguments, problems.arguments, self._arguments_problem)
        mark(self._folder.line, problems.working_folder, self._folder_problem)
        mark(self._secrets, problems.secrets, self._secrets_problem)

    def begin_typing(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()
        self._name.selectAll()

    def _lay_out(self) -> None:
        self._arguments.setTabChangesFocus(True)
        self._arguments.setFixedHeight(_LINES * self._arguments.fontMetrics().lineSpacing() + 2 * _BETWEEN)
        self._arguments.setPlaceholderText("python3\nmain.py\ngenerate-video\n{paper_id}\n{output_dir}")
        self._secrets.setPlaceholderText("OPENAI_API_KEY")
        known = Sentence()
        known.tell(
            self.tr(
                "The program first, then one argument a line. These stand for the film's own: {known}."
            ).format(known=", ".join(f"{{{name}}}" for name in PLACEHOLDERS))
        )
        values = Sentence()
        values.tell(self.tr("Names of variables, with commas between. Their values are typed in below."))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_BETWEEN)
        for label, field, below in (
            (self.tr("N&ame"), self._name, (self._name_problem,)),
            (self.tr("&Command"), self._arguments, (self._arguments_problem, known)),
            (self.tr("&Working folder"), self._folder, (self._folder_problem,)),
            (self.tr("&Keys"), self._secrets, (self._secrets_problem, values)),
        ):
            words = QLabel(label)
            words.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            rows.addWidget(stacked(words, field, *below))


def _as_lines(arguments: tuple[str, ...]) -> str:
    return "\n".join(arguments)
