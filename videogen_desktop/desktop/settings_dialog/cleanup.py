"""Settings: what is kept and for how long, and removing what nobody needs any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from videogen_desktop.desktop.exporting.lines import Lines
from videogen_desktop.desktop.exporting.validity import Sentence
from videogen_desktop.desktop.exporting.words import amount
from videogen_desktop.desktop.said import explained, said
from videogen_desktop.desktop.settings_dialog.controls import button_row
from videogen_desktop.desktop.settings_dialog.page import Amount, Page
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.cleanup import clean_up, planned
from videogen_desktop.jobs.settings import GIB, Keep

if TYPE_CHECKING:
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.settings_dialog.draft import Draft
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.cleanup import CleanedUp, Removal

_MOST_DAYS: Final = 36_500
_MOST_LINES: Final = 7
_MOST_LISTED: Final = 500
_WIDTH: Final = 560


class CleanUpPage(Page):
    """What is kept; what a clean-up would remove by it, and the clean-up itself.

    Args:
        link: The queue that is cleaned up.
    """

    icon: ClassVar[str] = "trash-2"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("CleanUpPage", "Clean-up")

    def __init__(self, link: QueueLink) -> None:
        super().__init__(self.tr("Finished films always stay. This is about everything else."))
        self._link = link
        self._plan: tuple[Removal, ...] = ()
        days = self.tr("days")
        self._work = Amount(1, days, _MOST_DAYS, 1)
        self._room = Amount(GIB, self.tr("GB"), 100_000, 1)
        self._logs = Amount(1, days, _MOST_DAYS, 1)
        self._history = Amount(1, days, _MOST_DAYS, 1)
        self._orphans = Amount(1, days, _MOST_DAYS, 1)
        self._look = QPushButton(self.tr("&What would go"))
        self._clean = QPushButton(self.tr("&Clean up now"))
        self._told = Sentence()
        self._list = Lines(self.tr("What would go, and why"), _MOST_LINES)
        self._lay_out()
        for field in (self._work, self._room, self._logs, self._history, self._orphans):
            field.valueChanged.connect(self._changed)
        self._look.clicked.connect(self._reckon)
        self._clean.clicked.connect(self._remove)

    def show_draft(self, draft: Draft) -> None:
        """Show what is kept."""
        keep = draft.queue.keep
        self._work.take(keep.work_days)
        self._room.take(keep.work_bytes)
        self._logs.take(keep.log_days)
        self._history.take(keep.event_days)
        self._orphans.take(keep.orphan_days)
        self._forget_plan()

    def taken_into(self, draft: Draft) -> Draft:
        """The settings of the queue as they are chosen."""
        return replace(draft, queue=replace(draft.queue, keep=self._keep()))

    def leave(self) -> None:
        """Reckon nothing more; a clean-up that has begun goes on."""
        self._link.background.drop(self)

    def _keep(self) -> Keep:
        return Keep(
            self._work.amount(),
            round(self._room.amount()),
            self._logs.amount(),
            self._history.amount(),
            self._orphans.amount(),
        )

    def _changed(self) -> None:
        self._forget_plan()
        self.edited.emit()

    def _forget_plan(self) -> None:
        """What was reckoned for other settings must not be removed."""
        self._link.background.drop(self)
        self._plan = ()
        self._clean.setEnabled(False)
        self._look.setEnabled(True)
        self._told.tell("")
        self._list.tell([], _WIDTH)

    def _reckon(self) -> None:
        self._forget_plan()
        self._look.setEnabled(False)
        self._told.tell(self.tr("Looking …"), "subtle")
        queue, keep = self._link.queue, self._keep()
        self._link.read(
            lambda store: planned(store, queue.folder, keep, queue.clock.now()),
            self._show_plan,
            self._failed,
            key=self,
        )

    def _show_plan(self, plan: tuple[Removal, ...]) -> None:
        self._plan = plan
        self._look.setEnabled(True)
        self._clean.setEnabled(bool(plan))
        if not plan:
            self._told.tell(self.tr("Nothing would go."), "good")
            return
        size = amount(sum(removal.size for removal in plan))
        self._told.tell(self.tr("{size} would come free:").format(size=size), "subtle")
        self._list.tell([self._line(removal) for removal in plan[:_MOST_LISTED]], _WIDTH)

    def _remove(self) -> None:
        plan, folder = self._plan, self._link.queue.folder
        self._clean.setEnabled(False)
        self._look.setEnabled(False)
        self._told.tell(self.tr("Cleaning up …"), "subtle")
        self._link.read(lambda store: clean_up(store, folder, plan), self._show_done, self._failed, key=self)

    def _show_done(self, done: CleanedUp) -> None:
        self._plan = ()
        self._look.setEnabled(True)
        told = self.tr("{size} came free.").format(size=amount(done.freed))
        if done.kept:
            told += " " + self.tr("This could not be removed:")
        self._told.tell(told, "warning" if done.kept else "good")
        kept = [f"{shown(str(each.removal.path or ''))}: {shown(said(each.reason))}" for each in done.kept]
        self._list.tell(kept[:_MOST_LISTED], _WIDTH)

    def _failed(self, error: VideoGenError) -> None:
        self._forget_plan()
        self._told.tell(shown(explained(error)), "bad")

    def _line(self, removal: Removal) -> str:
        kinds = {
            "work": self.tr("Intermediate files"),
            "orphan": self.tr("A folder without a film"),
            "unfinished": self.tr("A folder half removed"),
            "log": self.tr("A log"),
            "partial": self.tr("A half-written file"),
            "history": self.tr("Old lines of history"),
        }
        named = f" {shown(removal.path.name)}" if removal.path else ""
        return self.tr("{what}{named}, {size}: {why}").format(
            what=kinds[removal.kind], named=named, size=amount(removal.size), why=shown(said(removal.why))
        )

    def _lay_out(self) -> None:
        self._clean.setEnabled(False)
        self.section(self.tr("Keep"))
        self.row(self.tr("&Intermediate files for:"), self._work)
        self.row(self.tr("… and at &most:"), self._room, name=self.tr("Room for intermediate files"))
        self.row(self.tr("&Logs for:"), self._logs)
        self.row(self.tr("&History for:"), self._history)
        self.row(self.tr("Folders without a &film for:"), self._orphans)
        self.section(self.tr("Now"))
        self.whole(button_row(self._look, self._clean))
        self.whole(self._told)
        self.whole(self._list)
        self.end()
