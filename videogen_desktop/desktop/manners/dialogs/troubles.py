"""Tells the person of unexpected errors: of the first in this session, and of how the last session ended."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt

from videogen_desktop.desktop.manners.dialogs.crash_dialog import CrashDialog
from videogen_desktop.desktop.manners.dialogs.report_dialog import ReportDialog
from videogen_desktop.desktop.manners.fault import details_of, scrubbed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.manners.crash import Faults
    from videogen_desktop.desktop.manners.dialogs.reporting import Reporter
    from videogen_desktop.desktop.manners.fault import Fault
    from videogen_desktop.desktop.manners.last_words import LastWords, Left
    from videogen_desktop.desktop.theme import Theme

_log = logging.getLogger("videogen_desktop.desktop")


class Troubles(QObject):
    """Shows at most one of its dialogs at a time, each once.

    Args:
        faults: Where unexpected errors arrive.
        last_words: Finds how the last session ended.
        reporter: Writes reports.
        theme: Colours and icons.
        window: Over which it is told; it owns this.
    """

    def __init__(
        self, faults: Faults, last_words: LastWords, reporter: Reporter, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._faults = faults
        self._last_words = last_words
        self._reporter = reporter
        self._theme = theme
        self._window = window
        self._told = False
        self._closed = False
        faults.told.connect(self._tell_fault)

    def begin(self) -> None:
        """Tell what there is to tell; the window is shown, and this start is the only one."""
        left = self._last_words.left()
        if left is not None:
            _log.error("the last session ended unexpectedly\n%s", left.text)
            self._last_words.forget()
            self._tell_end(left)
        elif self._faults.first is not None:
            self._tell_fault(self._faults.first)

    def report(self) -> None:
        """Let the person save a report."""
        dialog = ReportDialog(self._reporter, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def close(self) -> None:
        """The program ends: nobody is asked anything more."""
        self._closed = True

    def _tell_fault(self, fault: Fault) -> None:
        if self._told or self._closed:
            return
        self._told = True
        self._open(
            (
                self.tr("Something in the program went wrong."),
                self.tr(
                    "Your papers and films are safe, and you can go on. If something does not work as it "
                    "should, start the program again: films that are being made go on from their last "
                    "finished step. A report helps to mend it."
                ),
            ),
            lambda: details_of(fault, self._faults.number),
            self.tr("&Go on"),
        )

    def _tell_end(self, left: Left) -> None:
        ended = QDateTime.fromSecsSinceEpoch(int(left.ended_at))
        when = QLocale().toString(ended, QLocale.FormatType.ShortFormat)
        self._open(
            (
                self.tr("The program ended unexpectedly last time."),
                self.tr(
                    "Nothing was lost: your papers and films are as they were, and films that were being "
                    "made go on from their last finished step. It happened on {when}. A report helps to "
                    "find out why."
                ).format(when=when),
            ),
            lambda: scrubbed(left.text),
            self.tr("&Forget"),
        )

    def _open(self, said: tuple[str, str], details: Callable[[], str], go_on: str) -> None:
        dialog = CrashDialog(self._theme, said, details, go_on, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.report_wanted.connect(self.report)
        dialog.open()
