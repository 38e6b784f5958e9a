"""Exporting films: asks how, carries it out beside the window, and says what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.export import (
    ExportSettings,
    plan_export,
    read_export_settings,
    write_export_settings,
)
from videogen_desktop.desktop.exporting.choosing import chosen_jobs
from videogen_desktop.desktop.exporting.dialog import ExportDialog
from videogen_desktop.desktop.exporting.drag import HANDED_OUT, HandingOut
from videogen_desktop.desktop.exporting.run import ExportRun
from videogen_desktop.desktop.exporting.sheet import ExportSheet
from videogen_desktop.desktop.exporting.usual_folder import usual_folder
from videogen_desktop.desktop.exporting.words import films
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.export import Plan, Receipt
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore


def export_settings_file(folder: DataFolder) -> Path:
    """Where a data folder remembers how the last export was wanted."""
    return folder.root / "export.json"


class Exporter(QObject):
    """Exports films of the queue, one export at a time.

    Made once the queue is open; ``close`` comes before the link's.

    Args:
        link: The queue.
        theme: Gives the icons.
        window: The window that the dialogs belong to.
    """

    failed = Signal(object)
    """``VideoGenError``: it cannot be exported, and nothing was written."""

    finished = Signal(object)
    """``Receipt``: an export has ended, whole or not."""

    def __init__(self, link: QueueLink, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._theme = theme
        self._window = window
        self._file = export_settings_file(link.queue.folder)
        self._last = ExportSettings()
        self._run: ExportRun | None = None
        self._sheet: ExportSheet | None = None
        self._dialog: ExportDialog | None = None
        self._handing_out = HandingOut(link.queue.folder.root / HANDED_OUT)
        link.background.run(self._read_last, self._remember)

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._run is not None

    def still_to_do(self) -> str:
        """What an export that is under way has still to write, in a sentence; empty when none is."""
        if self._run is None:
            return ""
        left = films(self._run.films_left())
        return self.tr("Still to be exported: {films}. What was exported stays.").format(films=left)

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog while it is open."""
        return self._dialog

    @property
    def sheet(self) -> ExportSheet | None:
        """The sheet of the export that is under way, or of the last one."""
        return self._sheet

    def export(self, ids: Sequence[int] | None = None) -> None:
        """Ask how jobs are to be exported, all that have a film for None, and export them so."""
        self._ask_store(ids, again=False)

    def export_again(self, ids: Sequence[int] | None = None) -> None:
        """Export jobs as the last time without asking; asks where that does not hold any more."""
        self._ask_store(ids, again=True)

    def mime_of(self, jobs: Sequence[Job]) -> QMimeData:
        """Finished films to be dragged out of the window: their files and, as text, their titles."""
        return self._handing_out.mime_of(jobs, self._last.template)

    def close(self) -> None:
        """Stop what is under way; what was exported stays."""
        if self._dialog is not None:
            self._dialog.reject()
        if self._run is not None:
            self._run.close()
            self._run = None
        self._handing_out.close()

    def _ask_store(self, ids: Sequence[int] | None, *, again: bool) -> None:
        if self._run is not None:
            self._show_sheet()
            return
        wanted = None if ids is None else tuple(ids)
        file = self._file

        def ask(store: JobStore) -> tuple[tuple[Job, ...], ExportSettings, Plan | None]:
            jobs, settings = chosen_jobs(store, wanted), _settings_in(file)
            return jobs, settings, _plan_again(jobs, settings) if again else None

        self._link.read(ask, lambda found: self._begin(*found), self.failed.emit, key=self)

    def _begin(self, jobs: tuple[Job, ...], settings: ExportSettings, plan: Plan | None) -> None:
        if plan is not None:
            self._start(plan)
            return
        if self._dialog is not None:
            self._dialog.reject()
        proposed = replace(settings, folder=settings.folder or usual_folder())
        dialog = ExportDialog(jobs, proposed, self._link.background, self._theme, self._window)
        dialog.chosen.connect(self._agreed)
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _agreed(self, plan: Plan) -> None:
        self._remember(plan.settings)
        file, settings = self._file, plan.settings
        self._link.background.run(lambda: write_export_settings(file, settings), None, self.failed.emit)
        self._start(plan)

    def _start(self, plan: Plan) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = sheet = ExportSheet(plan, self._theme, self._window)
        self._run = run = ExportRun(plan, self)
        run.progressed.connect(sheet.show_progress)
        run.done.connect(self._done)
        run.refused.connect(self._refused)
        sheet.cancel_wanted.connect(run.cancel)
        sheet.show()
        run.start()

    def _done(self, receipt: Receipt) -> None:
        self._end_run()
        if self._sheet is not None:
            self._sheet.show_receipt(receipt)
            self._show_sheet()
        self.finished.emit(receipt)

    def _refused(self, error: VideoGenError) -> None:
        self._end_run()
        if self._sheet is not None:
            self._sheet.show_refusal(error)
            self._show_sheet()

    def _end_run(self) -> None:
        if self._run is not None:
            self._run.close()
            self._run.deleteLater()
            self._run = None

    def _show_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.show()
            self._sheet.raise_()

    def _read_last(self) -> ExportSettings:
        return _settings_in(self._file)

    def _remember(self, settings: ExportSettings) -> None:
        self._last = settings


def _settings_in(file: Path) -> ExportSettings:
    """How the last export was wanted; one that cannot be read is asked for again."""
    try:
        return read_export_settings(file)
    except VideoGenError:
        return ExportSettings()


def _plan_again(jobs: Sequence[Job], settings: ExportSettings) -> Plan | None:
    """The same export for other jobs; None when the folder is gone, is full, or nothing would be written."""
    if settings.folder is None or not settings.folder.is_dir():
        return None
    try:
        plan = plan_export(jobs, settings)
    except VideoGenError:
        return None
    written = any(item.conflict != "skip" for item in plan.items)
    return plan if written and not plan.missing else None
