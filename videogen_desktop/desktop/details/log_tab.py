"""The tab with the log: what went wrong in plain words, and under it what the job's processes wrote."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.details.log_reading import read_log, whole_log
from videogen_desktop.desktop.details.log_view import LogView
from videogen_desktop.desktop.details.log_words import LogLine, in_words
from videogen_desktop.desktop.details.notice_bar import NoticeBar
from videogen_desktop.desktop.details.problem_words import problem_details, problem_line
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from videogen_desktop.desktop.details.log_reading import LogPart
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Attempt, Event, Job
    from videogen_desktop.jobs.store import JobStore

_MARGIN = 12
_SOON_MS = 100
_LOOK_MS = 1000
"""The log reaches the disk a little after its lines were written."""


class LogTab(QWidget):
    """Follows the log of a job by its file, so that lines are there once, in order and with their times.

    Args:
        theme: Its colours and icons.
        link: The queue; ``logged`` says when there is more to read.
        parent: Owns it.
    """

    folder_wanted = Signal(object)
    """``Path``: a folder to be shown in the file manager."""

    def __init__(self, theme: Theme, link: QueueLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._link = link
        self._job: Job | None = None
        self._path: Path | None = None
        self._position: int | None = None
        self._reading = False
        self._again = False
        self._history: tuple[tuple[Attempt, ...], tuple[Event, ...]] = ((), ())
        self.problem = NoticeBar(theme)
        self.copy_details = QPushButton(self.tr("Copy details"))
        self.copy_details.clicked.connect(self._copy_details)
        self.problem.add_button(self.copy_details)
        self.view = LogView(theme)
        self.copy_all = QPushButton(self.tr("Copy all"))
        self.copy_all.clicked.connect(self._copy_all)
        self.show_folder = QPushButton(self.tr("Show in folder"))
        self.show_folder.clicked.connect(self._show_folder)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._read)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._read)
        link.logged.connect(self._logged)
        theme.changed.connect(self._draw)
        self._draw()

    def show_job(self, job: Job) -> None:
        """Show the log of a job; of the same job as before, what is new in it."""
        before, self._job = self._job, job
        anew = before is None or before.id != job.id
        if anew:
            self._path = self._link.queue.folder.log_of(job.key)
            self._position = None
            self._history = ((), ())
            self._reading = False
            self.view.forget()
        if before is None or anew or (before.attempt, before.state) != (job.attempt, job.state):
            self._ask_history(job)
            self._read()
        self._show_problem()
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the log at once, and go on looking."""
        super().showEvent(event)
        self._read()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no more while nobody sees it."""
        super().hideEvent(event)
        self._follow()

    def _lay_out(self) -> None:
        bottom = QFrame()
        bottom.setProperty("role", "bar")
        row = QHBoxLayout(bottom)
        row.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        row.addWidget(self.copy_all)
        row.addWidget(self.show_folder)
        row.addStretch(1)
        self._framed = QVBoxLayout()
        self._framed.addWidget(self.problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._framed)
        column.addWidget(self.view, 1)
        column.addWidget(bottom)

    def _follow(self) -> None:
        running = self._job is not None and self._job.state == "running"
        if running and self.isVisible():
            self._look.start()
        else:
            self._look.stop()

    def _logged(self, news: list[tuple[int, tuple[str, ...]]]) -> None:
        if self._job is not None and self.isVisible() and not self._soon.isActive():
            job_id = self._job.id
            if any(number == job_id for number, _ in news):
                self._soon.start()

    def _read(self) -> None:
        if self._path is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._again = False
        path = self._path
        self._link.background.run(
            partial(_read_in_words, path, self._position),
            lambda found: self._add(path, *found),
            over=self._have_read,
            key=("log", id(self)),
        )

    def _have_read(self) -> None:
        self._reading = False
        if self._again:
            self._read()

    def _add(self, path: Path, part: LogPart, lines: tuple[LogLine, ...]) -> None:
        if path != self._path:
            return
        self._position = part.position
        if part.anew:
            self.view.show_anew((LogLine("[…]"), *lines) if part.cut else lines)
        elif lines:
            self.view.add(lines)

    def _ask_history(self, job: Job) -> None:
        job_id = job.id

        def ask(store: JobStore) -> tuple[tuple[Attempt, ...], tuple[Event, ...]]:
            return store.attempts(job_id), store.events(job_id)

        def told(history: tuple[tuple[Attempt, ...], tuple[Event, ...]]) -> None:
            self._history = history
            self._show_problem()

        self._link.read(ask, told, key=("history", id(self)))

    def _show_problem(self) -> None:
        job = self._job
        problem = job.problem if job is not None else None
        if job is None or problem is None:
            self.problem.say("")
        else:
            more = "\n".join((shown(said(problem.hint)), problem_line(job, self._history[0]))).strip()
            self.problem.say(
                shown(said(problem.message)), more, role="bad" if job.state == "failed" else "warning"
            )
        above = _MARGIN if problem else 0
        self._framed.setContentsMargins(_MARGIN, above, _MARGIN, above)

    def _copy_details(self) -> None:
        if self._job is not None:
            QGuiApplication.clipboard().setText(problem_details(self._job, *self._history))

    def _copy_all(self) -> None:
        """Copy what was written as it was written, all of it, for whoever looks into it."""
        path = self._path
        if path is not None:
            self._link.background.run(
                lambda: whole_log(path), QGuiApplication.clipboard().setText, key=("whole log", id(self))
            )

    def _show_folder(self) -> None:
        if self._path is not None:
            self.folder_wanted.emit(self._path.parent)

    def _draw(self) -> None:
        self.copy_details.setIcon(self._theme.icon("copy"))
        self.copy_all.setIcon(self._theme.icon("copy"))
        self.show_folder.setIcon(self._theme.icon("folder-open"))


def _read_in_words(path: Path, position: int | None) -> tuple[LogPart, tuple[LogLine, ...]]:
    part = read_log(path, position)
    return part, tuple(map(in_words, part.lines))
