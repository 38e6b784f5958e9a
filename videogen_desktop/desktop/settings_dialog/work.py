"""Settings: how many films are made at once, and when the queue holds still."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox

from videogen_desktop.desktop.exporting.validity import Sentence
from videogen_desktop.desktop.settings_dialog.page import INSET, Amount, Page, equally_wide
from videogen_desktop.jobs.settings import GIB, Limits
from videogen_desktop.jobs.sizing import MOST_JOBS, sizes, this_machine

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.settings_dialog.draft import Draft
    from videogen_desktop.jobs.sizing import Sizes

_MINUTE: Final = 60.0
_HOUR: Final = 3600.0


class WorkPage(Page):
    """How the queue works.

    Args:
        link: Says how many films are made at once now.
    """

    icon: ClassVar[str] = "cpu"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("WorkPage", "Work")

    def __init__(self, link: QueueLink) -> None:
        super().__init__(self.tr("How hard this computer works, and when it rests."))
        self._link = link
        self._workers = _Count()
        self._now = Sentence()
        self._free = Amount(GIB, self.tr("GB"), 10_000, 1)
        self._battery = QCheckBox(self.tr("Pause while the computer runs on its battery"))
        self._awake = QCheckBox(self.tr("Keep the computer awake while films are made"))
        self._stall = Amount(_MINUTE, self.tr("min"), 24 * 60, 1, least=0.1)
        self._wall = Amount(_HOUR, self.tr("h"), 24 * 30, 1, least=0.1)
        self._memory = Amount(GIB, self.tr("GB"), 4096, 1)
        self._lay_out()
        for amount in (self._free, self._stall, self._wall, self._memory):
            amount.valueChanged.connect(self.edited)
        for box in (self._battery, self._awake):
            box.toggled.connect(self.edited)
        self._workers.valueChanged.connect(self._reckon)
        self._workers.valueChanged.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        """Show how the queue works."""
        queue = draft.queue
        self._workers.setValue(queue.workers)
        self._free.take(queue.least_free_bytes)
        self._battery.setChecked(queue.pause_on_battery)
        self._awake.setChecked(queue.keep_awake)
        self._stall.take(queue.limits.stall_s)
        self._wall.take(queue.limits.wall_s)
        self._memory.take(queue.limits.memory_bytes)
        self._reckon()

    def taken_into(self, draft: Draft) -> Draft:
        """The settings of the queue as they are chosen."""
        queue = replace(
            draft.queue,
            workers=self._workers.value(),
            least_free_bytes=round(self._free.amount()),
            pause_on_battery=self._battery.isChecked(),
            keep_awake=self._awake.isChecked(),
            limits=Limits(self._stall.amount(), self._wall.amount(), round(self._memory.amount())),
        )
        return replace(draft, queue=queue)

    def leave(self) -> None:
        """Reckon nothing more."""
        self._link.background.drop(self)

    def _reckon(self) -> None:
        """Say what a number of workers means on this computer, as it is now."""
        wanted, link = self._workers.value(), self._link
        in_force = link.queue.settings().workers == wanted

        def work() -> Sizes:
            return link.pool.sizes() if in_force else sizes(wanted, this_machine())

        link.background.run(work, self._tell, key=self)

    def _tell(self, found: Sizes) -> None:
        if found.jobs == 1:
            told = self.tr("That is one film at a time on this computer now.")
        else:
            told = self.tr("That is {n} films at once on this computer now.").format(n=found.jobs)
        if found.drawing > 1:
            told += " " + self.tr("Each is drawn by {n} processes.").format(n=found.drawing)
        self._now.tell(told)

    def _lay_out(self) -> None:
        self._workers.setRange(0, MOST_JOBS)
        self._workers.setSpecialValueText(self.tr("Automatic"))
        self._memory.setSpecialValueText(self.tr("Three quarters of what there is"))
        self.row(self.tr("&Films at once:"), self._workers, self._now)
        self.row(
            self.tr("Least free &space:"),
            self._free,
            _said(self.tr("With less than that on the disk no new film is begun.")),
        )
        for box in (self._battery, self._awake):
            box.setAccessibleName(box.text())
            self.whole(box)
        self.section(self.tr("A film is given up, and tried again later"))
        self.row(self.tr("After &silence of:"), self._stall)
        self.row(self.tr("After in &all:"), self._wall)
        self.row(self.tr("With more &memory than:"), self._memory)
        self.end()
        equally_wide(self._workers, self._free, self._stall, self._wall, self._memory)


class _Count(QSpinBox):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(INSET, 0, INSET, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls the page, and changes nothing by the way."""
        event.ignore()


def _said(text: str) -> Sentence:
    sentence = Sentence()
    sentence.tell(text)
    return sentence
