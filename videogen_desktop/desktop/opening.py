"""When the queue cannot be opened: what happened, and what the person can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from videogen_desktop.desktop.background import Background
from videogen_desktop.desktop.said import said
from videogen_desktop.jobs.store import DamagedDatabase, restore_backup, start_afresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.data_folder import DataFolder


class NotOpened(QObject):
    """Tells why the queue is not open, and carries out what the person chooses.

    Args:
        window: Over which it is told.
        folder: The data folder.
    """

    again = Signal()
    """The queue is to be opened once more."""

    leave = Signal()
    """The program is to end."""

    def __init__(self, window: QWidget, folder: DataFolder) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._background = Background(self, threads=1)
        self._background.failed.connect(self.tell)

    def tell(self, error: VideoGenError) -> None:
        """Tell it, with what can be done."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("The list of papers"))
        box.setText(said(error.message))
        box.setInformativeText(said(error.hint))
        choices: dict[object, Callable[[], None]] = {}
        if isinstance(error, DamagedDatabase):
            if error.backup:
                backup = error.backup
                back = box.addButton(self.tr("Go back to the backup"), QMessageBox.ButtonRole.AcceptRole)
                box.setDefaultButton(back)
                choices[back] = lambda: self._go_back(backup)
            afresh = box.addButton(self.tr("Start afresh"), QMessageBox.ButtonRole.DestructiveRole)
            choices[afresh] = self._start_afresh
        else:
            again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
            box.setDefaultButton(again)
            choices[again] = self.again.emit
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        details = f"{error.code}\n{error.message}\n{error.hint}"
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        leave = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        if box.defaultButton() is None:  # what starts afresh is never pressed by mistake
            box.setDefaultButton(leave)
        choices[leave] = self.leave.emit
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _result: choices.get(box.clickedButton(), self.leave.emit)())
        box.open()

    def close(self) -> None:
        """Wait for what was chosen."""
        self._background.close()

    def _go_back(self, backup: Path) -> None:
        self._background.run(lambda: restore_backup(self._folder, backup), lambda _: self.again.emit())

    def _start_afresh(self) -> None:
        self._background.run(lambda: start_afresh(self._folder), lambda _: self.again.emit())
