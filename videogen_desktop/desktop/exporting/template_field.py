"""The template of file names: typed, or put together from a menu of fields, with the name it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.export import FIELDS, USUAL_TEMPLATE, preview
from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.exporting.words import field_label
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import isolated
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job

_LONGEST: Final = 500


class TemplateField(QWidget):
    """The template of file names.

    Args:
        template: What is shown at first.
        example: The job whose file name is shown.
        theme: Gives the icons.
        parent: Owns it.
    """

    changed = Signal()
    """Another template was typed."""

    def __init__(self, template: str, example: Job, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example = example
        self._theme = theme
        self.line = QLineEdit(template)
        self._insert = QPushButton(self.tr("&Insert"))
        self._preview = Sentence()
        self._problem = Sentence("bad")
        self._lay_out()
        self._check()
        self._recolour()
        theme.changed.connect(self._recolour)
        self.line.textChanged.connect(self._typed)

    @property
    def problem(self) -> str:
        """What is wrong with the template; empty when it is sound."""
        return self.line.accessibleDescription()

    def text(self) -> str:
        """The template."""
        return self.line.text()

    def insert(self, field: str) -> None:
        """Put a field in at the cursor, in the place of what is selected."""
        self.line.insert(f"{{{field}}}")
        self.line.setFocus()

    def _typed(self) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        try:
            name = preview(self.line.text(), self._example)
        except VideoGenError as error:
            self._preview.tell("")
            mark(self.line, said(error.message), self._problem)
            return
        mark(self.line, "", self._problem)
        self._preview.tell(self.tr("For example: {name}").format(name=isolated(name)))

    def _lay_out(self) -> None:
        self.line.setAccessibleName(self.tr("Template of the file name"))
        self.line.setMaxLength(_LONGEST)
        self._insert.setAccessibleName(self.tr("Insert a field into the file name"))
        self._insert.setAutoDefault(False)
        self._insert.setMenu(self._menu())
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self._insert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._preview)
        layout.addWidget(self._problem)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for field in FIELDS:
            action = menu.addAction(field_label(field))
            action.triggered.connect(lambda _checked=False, field=field: self.insert(field))
        menu.addSeparator()
        menu.addAction(self.tr("The usual name")).triggered.connect(
            lambda _checked=False: self.line.setText(USUAL_TEMPLATE)
        )
        return menu

    def _recolour(self) -> None:
        self._insert.setIcon(self._theme.icon("plus"))
