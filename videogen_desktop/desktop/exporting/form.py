"""What a person says about an export: where to, under which names, what, and what of files that are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.export import PARTS, ExportSettings
from videogen_desktop.desktop.exporting.template_field import TemplateField
from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.exporting.words import part_label
from videogen_desktop.desktop.typed_path import typed_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from videogen_desktop.desktop.export import Policy
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job

_POLICIES: Final[tuple[Policy, ...]] = ("skip", "replace", "rename")
_COLUMNS: Final = 2
_BETWEEN: Final = 6
_INDENT: Final = 14


class ExportForm(QWidget):
    """The controls of the dialog.

    Args:
        settings: What they show at first.
        jobs: What is to be exported; the first with a film is the example of a name.
        theme: Gives the icons.
        parent: Owns it.
    """

    changed = Signal()
    """Something else is wanted."""

    def __init__(
        self, settings: ExportSettings, jobs: Sequence[Job], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        example = next((job for job in jobs if job.film), jobs[0])
        self._folder = QLineEdit(str(settings.folder or ""))
        self._folder_problem = Sentence("bad")
        self._touched = bool(settings.folder)
        self._template = TemplateField(settings.template, example, theme)
        self._parts = {part: QCheckBox(part_label(part)) for part in PARTS}
        self._record = QCheckBox(self.tr("A list of what was exported (.csv)"))
        self._policies = QButtonGroup(self)
        self._lay_out()
        self._show(settings)
        self._connect()
        self._tell_folder()

    @property
    def problem(self) -> str:
        """Why it cannot be so; empty when it can."""
        return self._obstacle() or self._template.problem

    @property
    def to_begin(self) -> bool:
        """Whether nothing has been said of the folder yet: that is no mistake before it is pointed out."""
        return not self._touched

    def point_out(self) -> None:
        """Mark what is missing, and let it be typed."""
        self._touch()
        self._folder.setFocus()

    def settings(self) -> ExportSettings:
        """What is wanted."""
        return ExportSettings(
            folder=typed_path(self._folder.text()),
            template=self._template.text(),
            parts=tuple(part for part in PARTS if self._parts[part].isChecked()),
            policy=_POLICIES[self._policies.checkedId()],
            record=self._record.isChecked(),
        )

    def choose_folder(self, folder: str) -> None:
        """Take a folder that was picked; an empty one changes nothing."""
        if folder:
            self._folder.setText(str(Path(folder)))

    def _show(self, settings: ExportSettings) -> None:
        for part, box in self._parts.items():
            box.setChecked(part in settings.parts)
        self._record.setChecked(settings.record)
        self._policies.button(_POLICIES.index(settings.policy)).setChecked(True)

    def _connect(self) -> None:
        self._folder.textChanged.connect(self._touch)
        self._template.changed.connect(self.changed)
        for box in (*self._parts.values(), self._record):
            box.toggled.connect(self.changed)
        self._policies.idToggled.connect(lambda _id, on: self.changed.emit() if on else None)

    def _touch(self) -> None:
        self._touched = True
        self._tell_folder()
        self.changed.emit()

    def _obstacle(self) -> str:
        """Why files cannot go to what is typed; empty when they can."""
        folder = typed_path(self._folder.text())
        if folder is None:
            return self.tr("Choose the folder that the files go to.")
        if not folder.is_absolute():
            return self.tr("Give the whole path of the folder, or choose it with Browse.")
        return ""

    def _tell_folder(self) -> None:
        """What is wrong with the folder is marked; before anything was typed it is a hint."""
        obstacle = self._obstacle()
        mark(self._folder, obstacle if self._touched else "", self._folder_problem)
        self._folder.setAccessibleDescription(obstacle)
        self._folder_problem.tell(obstacle, "bad" if self._touched else "subtle")

    def _browse(self) -> None:
        at = self._folder.text().strip() or str(Path.home())
        self.choose_folder(QFileDialog.getExistingDirectory(self, self.tr("Export to folder"), at))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN)
        layout.addWidget(_heading(self.tr("&Folder"), self._folder))
        layout.addLayout(self._folder_row())
        layout.addWidget(self._folder_problem)
        layout.addSpacing(_INDENT)
        layout.addWidget(_heading(self.tr("File &name"), self._template.line))
        layout.addWidget(self._template)
        layout.addSpacing(_INDENT)
        layout.addWidget(_heading(self.tr("What to export of each film")))
        layout.addLayout(self._parts_grid())
        layout.addSpacing(_INDENT)
        layout.addWidget(_heading(self.tr("If a file of that name is there already")))
        layout.addLayout(self._policy_rows())
        layout.addStretch(1)

    def _folder_row(self) -> QLayout:
        self._folder.setAccessibleName(self.tr("Folder to export to"))
        self._folder.setPlaceholderText(self.tr("No folder chosen yet"))
        browse = QPushButton(self.tr("&Browse …"))
        browse.setAccessibleName(self.tr("Browse for the folder to export to"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        return row

    def _parts_grid(self) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * _INDENT)
        for number, box in enumerate((*self._parts.values(), self._record)):
            box.setAccessibleName(box.text())
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS - 1, 1)
        return grid

    def _policy_rows(self) -> QLayout:
        rows = QVBoxLayout()
        rows.setSpacing(_BETWEEN)
        words = (
            self.tr("Leave it, and do not export that file"),
            self.tr("Replace it with the new one"),
            self.tr("Keep both: the new one gets a number"),
        )
        with QSignalBlocker(self._policies):
            for number, text in enumerate(words):
                button = QRadioButton(text)
                button.setAccessibleName(text)
                self._policies.addButton(button, number)
                rows.addWidget(button)
        return rows


def _heading(text: str, buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    if buddy:
        label.setBuddy(buddy)
    return label
