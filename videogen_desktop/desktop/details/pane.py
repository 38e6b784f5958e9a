"""The details of the job that is chosen: its film, and under it script, paper and log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from videogen_desktop.desktop.details.calm_message import CalmMessage
from videogen_desktop.desktop.details.film_shown import FilmShown
from videogen_desktop.desktop.details.log_tab import LogTab
from videogen_desktop.desktop.details.paper_tab import PaperTab
from videogen_desktop.desktop.details.reading import known_details, read_details
from videogen_desktop.desktop.details.script_tab import ScriptTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from videogen_desktop.desktop.details.reading import Details
    from videogen_desktop.desktop.player import PlayerPane
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job

_LEAST_TABS = 180
"""Pixels that the tabs keep, however tall the film is."""


class DetailPane(QWidget):
    """Shows one job: the player on top, the tabs Script, Paper and Log under it.

    Args:
        theme: Its colours and icons.
        link: The queue, which is open before a job is shown.
        player: Shows the film; the pane takes it in.
        parent: Owns it.
        open_url: Opens a page or a folder; None for the system's way.
    """

    approve_wanted = Signal(int)
    """The number of a job whose script the person approves, or whose paper may be a retracted one."""

    retry_wanted = Signal(int)
    """The number of a job that the person wants in the line again."""

    def __init__(
        self,
        theme: Theme,
        link: QueueLink,
        player: PlayerPane,
        parent: QWidget | None = None,
        *,
        open_url: Callable[[QUrl], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._link = link
        self._player = player
        self._open_url = open_url or QDesktopServices.openUrl
        self._job: Job | None = None
        self._details: Details | None = None
        self._asked = self._ask_again = False
        self._split_by_hand = False
        self._turned = False
        self._question = ("details", id(self))
        self._film = FilmShown(player, self.approve_wanted.emit, self.retry_wanted.emit)
        self.script = ScriptTab(theme)
        self.paper = PaperTab(theme)
        self.log = LogTab(theme, link)
        self.message = CalmMessage()
        self.tabs = self._tabs()
        self.splitter = self._splitter()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.message)
        self._pages.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()
        self.show_job(None)

    @property
    def job(self) -> Job | None:
        """The job that is shown."""
        return self._job

    def show_job(self, job: Job | None, chosen: int = 0) -> None:
        """Show a job, or say why none is shown.

        Args:
            job: The one that is chosen; None for none or several.
            chosen: How many are chosen.
        """
        if job is None:
            self._show_none(chosen)
        elif self._job is not None and self._job.id == job.id:
            self.job_changed(job)
        else:
            self._show_another(job)

    def job_changed(self, job: Job) -> None:
        """Show what differs, if it is the job that is shown."""
        if self._job is None or self._job.id != job.id:
            return
        self._job = job
        self.log.show_job(job)
        if self._details is not None:
            self.script.show_job(job, self._details)
        self._ask(job)

    def split(self) -> QByteArray:
        """How the person has divided the room between film and tabs; empty while they have not."""
        return self.splitter.saveState() if self._split_by_hand else QByteArray()

    def split_again(self, split: QByteArray) -> None:
        """Divide the room as it was at another time; what is no division of it changes nothing."""
        self._split_by_hand = self.splitter.restoreState(split)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the film's shape."""
        super().resizeEvent(event)
        self._fit()

    def _show_none(self, chosen: int) -> None:
        self._job = self._details = None
        self._forget_question()
        self._film.clear()
        if chosen > 1:
            self.message.setText(self.tr("%n papers chosen", "", chosen))
        else:
            self.message.setText(self.tr("Choose a paper to see its film, its script and where it is from."))
        self._pages.setCurrentWidget(self.message)

    def _show_another(self, job: Job) -> None:
        self._job, self._details = job, None
        self._forget_question()
        self._pages.setCurrentWidget(self.splitter)
        self._film.wait(job)
        self.script.show_job(job, None)
        self.paper.show_details(known_details(job))
        self.log.show_job(job)
        self._ask(job)

    def _ask(self, job: Job) -> None:
        """Have the files read, but never twice at once: a slow disk is not asked faster than it answers."""
        self._ask_again = self._asked
        if self._asked:
            return
        self._asked = True
        folder = self._link.queue.folder
        before = self._details
        self._link.background.run(lambda: read_details(job, folder, before), self._show, key=self._question)

    def _show(self, details: Details) -> None:
        job, self._asked = self._job, False
        if job is None or job.id != details.job_id:
            return
        self._details = details
        self.script.show_job(job, details)
        self.paper.show_details(details)
        self._film.show(job, details)
        self._fit()
        self._turn_to_what_there_is(has_script=not _has_none_yet(details))
        if self._ask_again:
            self._ask(job)

    def _chosen_by_hand(self) -> None:
        self._turned = False

    def _turn_to_what_there_is(self, *, has_script: bool) -> None:
        """Before there is a script the paper is what can be read; the person's own choice is left alone."""
        if not has_script and self.tabs.currentWidget() is self.script:
            self.tabs.setCurrentWidget(self.paper)
            self._turned = True
        elif has_script and self._turned:
            self._turned = False
            if self.tabs.currentWidget() is self.paper:
                self.tabs.setCurrentWidget(self.script)

    def _forget_question(self) -> None:
        """What was asked about another job is not shown any more."""
        self._link.background.drop(self._question)
        self._asked = self._ask_again = False

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Details"))
        tabs.addTab(self.script, self.tr("Script"))
        tabs.addTab(self.paper, self.tr("Paper"))
        tabs.addTab(self.log, self.tr("Log"))
        tabs.tabBarClicked.connect(self._chosen_by_hand)
        return tabs

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._player)
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.splitterMoved.connect(self._split)
        return splitter

    def _connect(self) -> None:
        self.script.approve_wanted.connect(self.approve_wanted)
        self.script.view.chosen.connect(self._go_to)
        self.script.view.source_wanted.connect(self._show_source)
        self.paper.link_wanted.connect(self._open_page)
        self.log.folder_wanted.connect(self._open_folder)
        self._player.position_changed.connect(self._heard_at)

    def _go_to(self, sentence: int) -> None:
        """Play from a sentence, where that is known, and point out where it is from."""
        if self._details is None:
            return
        self._film.seek(sentence, self._details.times)
        self.paper.view.point_out(sentence)

    def _show_source(self, sentence: int) -> None:
        self.tabs.setCurrentWidget(self.paper)
        self.paper.view.point_out(sentence)

    def _heard_at(self, seconds: float) -> None:
        if self._details is not None:
            self.script.view.set_heard(self._film.heard_at(seconds, self._details.times))

    def _open_page(self, address: str) -> None:
        self._open_url(QUrl(address))

    def _open_folder(self, folder: Path) -> None:
        self._open_url(QUrl.fromLocalFile(str(folder)))

    def _split(self) -> None:
        self._split_by_hand = True

    def _fit(self) -> None:
        """Give the player the height that its film needs at this width, unless the person chose another."""
        height = self.splitter.height()
        if self._split_by_hand or height <= 0:
            return
        wanted = self._film.height_for(self.splitter.width())
        top = max(
            min(wanted, height - max(_LEAST_TABS, height * 2 // 5)), self._player.minimumSizeHint().height()
        )
        self.splitter.setSizes([top, height - top])


def _has_none_yet(details: Details) -> bool:
    return details.texts is not None and details.texts.script.fault == "absent"
