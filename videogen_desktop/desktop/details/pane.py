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
from videogen_desktop.desktop.details.standing import page_of
from videogen_desktop.desktop.details.standing_page import StandingPage
from videogen_desktop.desktop.film_files import waits_for_review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from videogen_desktop.desktop.details.reading import Details
    from videogen_desktop.desktop.player import PlayerPane
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.desktop.wanted import Act
    from videogen_desktop.jobs.model import Job

_BEFORE_SCRIPT = ("", "fetch-paper", "generate-script")
_LEAST_TABS = 180
"""Pixels that the tabs keep, however tall the film is."""


class DetailPane(QWidget):
    """Shows one job: the player on top, the tabs Script, Paper and Log under it.

    A job that has neither film nor script shows how it stands instead, and Paper and Log where they have
    something.

    Args:
        theme: Its colours and icons.
        link: The queue, which is open before a job is shown.
        player: Shows the film; the pane takes it in.
        parent: Owns it.
        open_url: Opens a page or a folder; None for the system's way.
    """

    approve_wanted = Signal(int)
    """The number of a job whose script the person approves."""

    act_wanted = Signal(str, int)
    """What is to be done with a job (``wanted.Act``), and its number."""

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
        self._question = ("details", id(self))
        self._film = FilmShown(player, self.act_wanted.emit)
        self.standing = StandingPage(theme)
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
        self.standing.show_job(job)
        self._ask(job)

    def look_again(self, job_id: int) -> None:
        """Try to play a job's film, which was put in its place, if it is the job that is shown."""
        if self._job is not None and self._job.id == job_id:
            self._film.look_again()
            self._ask(self._job)

    def read_script(self) -> None:
        """Turn to the script, with the keyboard in it."""
        if self.tabs.isTabVisible(self.tabs.indexOf(self.script)):
            self.tabs.setCurrentWidget(self.script)
            self.script.view.setFocus()

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
        self.standing.show_job(job)
        self.script.show_job(job, None)
        known = known_details(job)
        self.paper.show_details(known)
        self.log.show_job(job)
        self._arrange(job, known)
        self._ask(job)

    def _ask(self, job: Job) -> None:
        """Have the files read, but never twice at once: a slow disk is not asked faster than it answers."""
        self._ask_again = self._asked
        if self._asked:
            return
        self._asked = True
        folder = self._link.queue.folder
        before = self._details
        self._link.background.run(
            lambda: read_details(job, folder, before), self._show, over=self._have_read, key=self._question
        )

    def _have_read(self) -> None:
        self._asked = False
        if self._ask_again and self._job is not None:
            self._ask(self._job)

    def _show(self, details: Details) -> None:
        job = self._job
        if job is None or job.id != details.job_id:
            return
        self._details = details
        self.script.show_job(job, details)
        self.paper.show_details(details)
        self._arrange(job, details)
        if self._player.isHidden():
            self._film.clear()
        else:
            self._film.show(job, details)
            self._fit()

    def _arrange(self, job: Job, details: Details) -> None:
        """Show what there is: film and script, or how the job stands while there is neither.

        The tab that the person has turned to stays in front as long as there is something in it.
        """
        stands = _stands(job, details)
        shown = {
            self.standing: stands,
            self.script: not stands,
            self.paper: not stands or _has_paper(details),
            self.log: not stands or job.attempt > 0,
        }
        current = self.tabs.currentWidget()
        for tab, there in shown.items():
            self.tabs.setTabVisible(self.tabs.indexOf(tab), there)
        if not shown.get(current, False):
            current = self.standing if stands else self.script
        self.tabs.setCurrentWidget(current)
        several = sum(shown.values()) > 1
        self.tabs.tabBar().setVisible(several)  # the keyboard would be caught by a bar that is hidden
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
        self._player.setVisible(not stands and not _is_to_be_read(job, details))

    def _forget_question(self) -> None:
        """What was asked about another job is not shown any more."""
        self._link.background.drop(self._question)
        self._asked = self._ask_again = False

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Details"))
        tabs.addTab(self.standing, self.tr("Status"))
        tabs.addTab(self.script, self.tr("Script"))
        tabs.addTab(self.paper, self.tr("Paper"))
        tabs.addTab(self.log, self.tr("Log"))
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
        self.standing.act_wanted.connect(self._act)
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

    def _act(self, act: Act, job_id: int) -> None:
        if act == "look" and self._job is not None:
            self._open_page(page_of(self._job.paper))
        else:
            self.act_wanted.emit(act, job_id)

    def _split(self) -> None:
        self._split_by_hand = True

    def _fit(self) -> None:
        """Give the player the height that its film needs at this width, unless the person chose another."""
        height = self.splitter.height()
        if self._split_by_hand or height <= 0 or self._player.isHidden():
            return
        wanted = self._film.height_for(self.splitter.width())
        top = max(
            min(wanted, height - max(_LEAST_TABS, height * 2 // 5)), self._player.minimumSizeHint().height()
        )
        self.splitter.setSizes([top, height - top])


def _stands(job: Job, details: Details) -> bool:
    """Whether a job has neither film nor script; before its files were read, whether it seems so."""
    if job.film is not None:
        return False
    if details.texts is None:
        return not waits_for_review(job) and job.progress.stage in _BEFORE_SCRIPT
    return details.script_fault == "absent" and not details.texts.files.clips


def _is_to_be_read(job: Job, details: Details) -> bool:
    """Whether a script waits to be approved: it has the room, since there is no film to see yet."""
    return (
        job.film is None and waits_for_review(job) and (details.texts is None or details.script is not None)
    )


def _has_paper(details: Details) -> bool:
    return details.texts is not None and details.texts.in_file.fault != "absent"
