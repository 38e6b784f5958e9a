"""The tab with the script: the cards, and the bar of a script that waits to be approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from videogen_desktop.desktop.details.calm_message import CalmMessage
from videogen_desktop.desktop.details.notice_bar import NoticeBar
from videogen_desktop.desktop.details.script_view import ScriptView
from videogen_desktop.desktop.film_files import waits_for_review

if TYPE_CHECKING:
    from videogen_desktop.desktop.details.reading import Details
    from videogen_desktop.desktop.film_files import Fault
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job

_MARGIN = 12


class ScriptTab(QWidget):
    """Shows a job's script, or says why there is none.

    Args:
        theme: Its colours and icons.
        parent: Owns it.
    """

    approve_wanted = Signal(int)
    """The number of a job whose script the person approves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ScriptView(theme)
        self.message = CalmMessage()
        self.approve = QPushButton(self.tr("Approve"))
        self.approve.setProperty("primary", True)
        self.approve.setToolTip(self.tr("Have the film made of this script"))
        self.approve.clicked.connect(self._approve)
        self.bar = NoticeBar(theme)
        self.bar.add_button(self.approve)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.message)
        self._pages.addWidget(self.view)
        framed = QVBoxLayout()
        framed.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        framed.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(framed)
        column.addWidget(self._pages, 1)
        self._framed = framed
        self._job: Job | None = None
        self._shown: Details | None = None
        self._show_bar(None)

    def show_job(self, job: Job, details: Details | None) -> None:
        """Show the script of a job.

        Args:
            job: As it stands.
            details: What its files say; None until they were read.
        """
        anew = self._job is None or self._job.id != job.id
        self._job = job
        self._show_bar(job if details and details.script is not None else None)
        if details is None:
            if anew:
                self._shown = None
                self._say("")
            return
        before, self._shown = self._shown, details
        if details.script is None:
            self._say(self._why_none(job, details.script_fault))
        elif before is None or anew or not details.same_script(before):
            self.view.show_script(details.script, details.times, details.pictures)
            self._pages.setCurrentWidget(self.view)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self._pages.setCurrentWidget(self.message)

    def _show_bar(self, job: Job | None) -> None:
        waits = job is not None and waits_for_review(job)
        self.approve.setEnabled(waits)
        self.bar.say(self.tr("Read the script, then approve it") if waits else "", icon="eye")
        self._framed.setContentsMargins(_MARGIN, _MARGIN if waits else 0, _MARGIN, 0)

    def _approve(self) -> None:
        if self._job is not None:
            self.approve.setEnabled(False)
            self.approve_wanted.emit(self._job.id)

    def _why_none(self, job: Job, fault: Fault | None) -> str:
        if fault == "too-large":
            return self.tr("The script's file is far too large to be a script, so it is not shown.")
        if fault == "damaged":
            return self.tr("The script's file is damaged. Make the film again to have it written anew.")
        if job.state == "completed":
            return self.tr("The script of this film is not on the disk any more.")
        if job.state == "running":
            return self.tr("The script appears here as soon as it is written.")
        return self.tr("There is no script yet.")
