"""The dialog before an export: what is wanted, and what that comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.export import check_space
from videogen_desktop.desktop.exporting.form import ExportForm
from videogen_desktop.desktop.exporting.lines import Lines
from videogen_desktop.desktop.exporting.reckoner import Reckoner
from videogen_desktop.desktop.exporting.validity import Sentence, embolden
from videogen_desktop.desktop.exporting.words import amount, files, films
from videogen_desktop.desktop.said import explained, said
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.export import ExportSettings, Plan
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job

_WIDTH: Final = 660
_MOST_LINES: Final = 5
_MARGIN: Final = 20
_AROUND: Final = 240
"""Pixels that the title, what it comes to, a few lines of what is left out, and the buttons take."""


class ExportDialog(QDialog):
    """Asks how films are exported; ``chosen`` tells the plan that the person has agreed to.

    Args:
        jobs: What is to be exported; at least one.
        settings: How the last export was wanted.
        background: Where the plan is reckoned.
        theme: Gives the icons.
        parent: The window it belongs to.
    """

    chosen = Signal(object)
    """``Plan``: export this."""

    def __init__(
        self,
        jobs: Sequence[Job],
        settings: ExportSettings,
        background: Background,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._form = ExportForm(settings, jobs, theme)
        self._summary = Sentence()
        self._left_out = Lines(self.tr("What cannot be exported, and why"), _MOST_LINES)
        self._buttons = QDialogButtonBox()
        self._export = self._buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out(
            self.tr("Export {films}").format(films=films(sum(job.film is not None for job in jobs)))
        )
        self._reckoner = Reckoner(jobs, background, self)
        self._reckoner.planned.connect(self._planned)
        self._reckoner.refused.connect(lambda error: self._refuse(said(error.message)))
        self._form.changed.connect(self._reckon)
        self.finished.connect(self._reckoner.stop)
        self._reckon()

    @property
    def form(self) -> ExportForm:
        """The controls."""
        return self._form

    def accept(self) -> None:
        """Export what was reckoned last, if that is what is wanted now; point out what is missing."""
        if self._plan is None:
            if self._form.problem:
                self._form.point_out()
            return
        self.chosen.emit(self._plan)
        super().accept()

    def _reckon(self) -> None:
        self._plan = None
        self._export.setEnabled(False)
        if self._form.problem:
            self._reckoner.stop()
            self._left_out.hide()
            self._refuse(self._form.problem)
            self._summary.tell("")  # it is said beside the field
            self._export.setEnabled(self._form.to_begin)
            return
        self._summary.tell(self.tr("Reckoning …"), "subtle")
        self._reckoner.want(self._form.settings())

    def _planned(self, plan: Plan) -> None:
        self._show_left_out(plan)
        try:
            check_space(plan)
        except VideoGenError as error:
            self._refuse(explained(error))
            return
        if not any(item.conflict != "skip" for item in plan.items):
            self._refuse(self._nothing_to_write(plan))
            return
        self._plan = plan
        self._summary.tell(self._summed_up(plan), "subtle")
        self._export.setEnabled(True)
        self._export.setToolTip("")

    def _refuse(self, reason: str) -> None:
        self._plan = None
        self._summary.tell(reason, "bad")
        self._export.setEnabled(False)
        self._export.setToolTip(reason)

    def _nothing_to_write(self, plan: Plan) -> str:
        if not plan.items:
            return self.tr("None of this can be exported.")
        if all(item.same for item in plan.items):
            return self.tr("Everything is in that folder already. Choose to replace it, or to keep both.")
        return self.tr("Other files in that folder have these names. Choose to keep both, or replace them.")

    def _summed_up(self, plan: Plan) -> str:
        written = [item for item in plan.items if item.conflict != "skip"]
        counted = files(len(written))
        if "film" in plan.settings.parts:
            counted = films(len({item.job_id for item in written}))
        size = amount(sum(item.size for item in written))
        parts = [f"{counted}, {size}", self.tr("{amount} free").format(amount=amount(plan.free))]
        left_alone = [item.same for item in plan.items if item.conflict == "skip"]
        if there := sum(left_alone):
            parts.append(self.tr("{files} there already").format(files=files(there)))
        if others := len(left_alone) - there:
            parts.append(self.tr("%Ln not exported: another file has its name", "", others))
        if replaced := sum(bool(item.replaced_size) for item in written):
            parts.append(self.tr("{files} replaced").format(files=files(replaced)))
        if left := len(plan.left_out):
            parts.append(self.tr("%Ln cannot be exported:", "", left))
        return self.tr("; ").join(parts)

    def _show_left_out(self, plan: Plan) -> None:
        lines = [shown(said(left.problem.message)) for left in plan.left_out]
        self._left_out.tell(lines, self.width() - 2 * _MARGIN)

    def _lay_out(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._export.setDefault(True)
        embolden(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN // 2)
        layout.addWidget(_title(title))
        layout.addWidget(self._scrolling(), 1)
        layout.addWidget(self._summary)
        layout.addWidget(self._left_out)
        layout.addWidget(self._buttons)
        room = self.screen().availableGeometry().height() - 3 * _MARGIN
        self.resize(_WIDTH, min(self._form.sizeHint().height() + _AROUND, room))

    def _scrolling(self) -> QWidget:
        """The controls, which scroll where a screen is too low for them."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self._form.setAutoFillBackground(False)
        area.setWidget(self._form)
        return area


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    return label
