"""Leaving the program: nothing is lost, and whoever has films being made is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from videogen_desktop.desktop.said import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.queue_link import QueueLink


class Leaving(QObject):
    """Asks whether to quit, once at a time.

    Args:
        window: Over which it is asked.
        link: The queue.
        keeps_in_tray: Whether closing the window leaves the queue at work.
        exporting: What is still to be exported, in a sentence; empty when nothing is.
    """

    agreed = Signal()
    """The program is to end."""

    hidden = Signal()
    """The window is to go, and the work to go on."""

    def __init__(
        self,
        window: QWidget,
        link: QueueLink,
        keeps_in_tray: Callable[[], bool],
        exporting: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._link = link
        self._keeps_in_tray = keeps_in_tray
        self._exporting = exporting
        self._question: QMessageBox | None = None

    def close(self) -> None:
        """The window was closed."""
        if self._keeps_in_tray():
            self.hidden.emit()
        else:
            self.quit()

    def quit(self) -> None:
        """The person wants to leave; asked only while films are being made or exported."""
        making = said(self._link.pool.busy().message) if self._link.is_open else ""
        exporting = self._exporting()
        if not (making or exporting):
            self.agreed.emit()
        elif self._question is None:
            heading = self.tr("Quit while films are being made?")
            if not making:
                heading = self.tr("Quit while films are being exported?")
            self._ask(heading, "\n".join(filter(None, (making, exporting))))

    def _ask(self, heading: str, busy: str) -> None:
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Quit?"))
        question.setText(heading)
        question.setInformativeText(busy)
        leave = question.addButton(self.tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.finished.connect(lambda _result: self._answered(question.clickedButton() is leave))
        self._question = question
        question.open()

    def _answered(self, leave: bool) -> None:
        self._question = None
        if leave:
            self.agreed.emit()
