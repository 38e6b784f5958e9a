"""The sheet beside the window while an export goes on, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.lines import Lines
from videogen_desktop.desktop.exporting.tally import list_of, tally_of
from videogen_desktop.desktop.exporting.validity import Sentence, embolden
from videogen_desktop.desktop.exporting.words import amount, films, time_left
from videogen_desktop.desktop.said import explained, said
from videogen_desktop.desktop.title_text import isolated, shown

if TYPE_CHECKING:
    from videogen_desktop.desktop.export import ExportProgress, Plan, Receipt
    from videogen_desktop.desktop.exporting.tally import Tally
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError

_WIDTH: Final = 520
_MARGIN: Final = 20
_WHOLE: Final = 1000
_MOST_LINES: Final = 9


class ExportSheet(QDialog):
    """Shows how far an export is, then what it came to. The window stays in use; closing it stops nothing.

    Args:
        plan: What is exported.
        theme: Gives the icons.
        parent: The window it belongs to.
    """

    cancel_wanted = Signal()
    """The person wants no more of it."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = plan.folder
        self._receipt: Receipt | None = None
        self._over = False
        counted = films(len({item.job_id for item in plan.items}))
        self._title = _title(self.tr("Exporting {films}").format(films=counted))
        self._what = Sentence()
        self._bar = QProgressBar()
        self._left = Sentence()
        self._troubles = Lines(self.tr("What went wrong, and what to do"), _MOST_LINES)
        self._buttons = QDialogButtonBox()  # the platform's order
        self._open = QPushButton(self.tr("&Open folder"), self)
        self._copy = QPushButton(self.tr("&Copy list"), self)
        self._end = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._what.tell(isolated(str(plan.folder)))
        self._left.tell(self.tr("Beginning …"))
        self._recolour()
        theme.changed.connect(self._recolour)

    def show_progress(self, progress: ExportProgress, left_s: float | None) -> None:
        """Say how far it is."""
        if self._over or not self._end.isEnabled():
            return
        self._bar.setValue(int(progress.fraction * _WHOLE))
        self._what.tell(isolated(progress.name))
        said = self.tr("{done} of {total}").format(
            done=amount(progress.done / 2), total=amount(progress.total / 2)
        )
        self._left.tell(" · ".join(part for part in (said, time_left(left_s)) if part))

    def show_receipt(self, receipt: Receipt) -> None:
        """Say what it came to."""
        self._receipt = receipt
        tally = tally_of(receipt)
        told = self._told(tally)
        self._title.setText(told)
        self._what.tell(isolated(str(receipt.folder)))
        self._left.tell(self._afterword(receipt, tally))
        lines = [shown(explained(problem)) for problem in tally.problems]
        self._troubles.tell(lines, _WIDTH - 2 * _MARGIN)
        self._end_with(told)
        if receipt.count("exported") + receipt.count("replaced"):
            self._buttons.addButton(self._open, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)

    def show_refusal(self, error: VideoGenError) -> None:
        """Say why nothing could be exported."""
        told = self.tr("Nothing was exported")
        self._title.setText(told)
        self._what.tell(shown(said(error.message)), "bad")
        self._left.tell(shown(said(error.hint)))
        self._end_with(told)

    def reject(self) -> None:
        """Go away; an export that is under way goes on, and shows what it came to."""
        self.hide()

    def _told(self, tally: Tally) -> str:
        said = []
        if tally.exported or not (tally.skipped or tally.failed or tally.cancelled):
            said.append(self.tr("%Ln exported", "", tally.exported))
        if tally.skipped:
            said.append(self.tr("%Ln skipped", "", tally.skipped))
        if tally.failed:
            said.append(self.tr("%Ln not exported", "", tally.failed))
        if tally.cancelled:
            said.append(self.tr("%Ln cancelled", "", tally.cancelled))
        return ", ".join(said)

    def _afterword(self, receipt: Receipt, tally: Tally) -> str:
        if receipt.cancelled:
            return self.tr("You stopped the export. What was exported before stays.")
        if tally.failed and receipt.count("exported") + receipt.count("replaced"):
            return self.tr("What was exported is whole and stays. This went wrong:")
        return self.tr("This went wrong:") if tally.problems else ""

    def _end_with(self, told: str) -> None:
        self._over = True
        self._bar.hide()
        self._what.setMinimumHeight(0)
        self.setWindowTitle(told)
        self.setAccessibleName(told)
        self._end.setText(self.tr("Close"))
        self._end.setAccessibleName(self._end.text())
        self._end.setEnabled(True)
        self._end.setDefault(True)
        embolden(self._end)
        self._end.setFocus()
        self.adjustSize()
        self.resize(max(self.width(), _WIDTH), self.height())

    def _ended(self) -> None:
        if self._over:
            self.hide()
            return
        self._end.setEnabled(False)
        self._left.tell(self.tr("Stopping …"))
        self.cancel_wanted.emit()

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._left.tell(self.tr("The folder could not be opened; its path is above."), "warning")

    def _copy_list(self) -> None:
        if self._receipt is not None:
            QGuiApplication.clipboard().setText(list_of(self._receipt, said))
            self._copy.setText(self.tr("Copied"))

    def _recolour(self) -> None:
        self._open.setIcon(self._theme.icon("folder-open"))
        self._copy.setIcon(self._theme.icon("copy"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self._title.text())
        self.setAccessibleName(self._title.text())
        self.setModal(False)
        self._title.setWordWrap(True)
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the export is"))
        self._what.setMinimumHeight(2 * self._what.fontMetrics().lineSpacing())
        self._what.setAlignment(Qt.AlignmentFlag.AlignBottom)
        for button in (self._open, self._copy, self._end):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        self._open.hide()
        self._copy.hide()
        self._open.clicked.connect(self._open_folder)
        self._copy.clicked.connect(self._copy_list)
        self._buttons.rejected.connect(self._ended)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN // 2)
        for widget in (self._title, self._what, self._bar, self._left, self._troubles):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.resize(_WIDTH, self.sizeHint().height())


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "title")
    return label
