"""A window under test, and how a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton

from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.jobs_view import JOB_ROLE
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.queue import Surroundings
from videogen_desktop.jobs.settings import GIB
from videogen_desktop.jobs.sizing import Machine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.app import Desktop
    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

AROUND = Surroundings(lambda: Machine(2, 8 * GIB), on_battery=lambda: False)
WAIT_MS = 20_000


class Desk:
    """The running program with its window."""

    def __init__(self, qtbot: QtBot, desktop: Desktop) -> None:
        self.qtbot = qtbot
        self.desktop = desktop
        self._closed = False

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    @property
    def store(self) -> JobStore:
        return self.desktop.link.queue.store

    def until(self, condition: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def act(self, name: str) -> None:
        """Do what a menu's entry does."""
        action = self.window.actions_[name]
        self.until(action.isEnabled)
        action.trigger()

    def until_list_is_read(self) -> None:
        """Wait for the numbers of the list's jobs, if they are being asked for."""
        self.until(lambda: not self.desktop.link.is_reading((self.window.model, "list")))

    def paste(self, text: str) -> None:
        """Add papers as somebody does who pastes them, and agrees to what the sheet shows."""
        self.desktop._adder.add_text(text)
        self.until(lambda: self.window.findChildren(PreviewSheet))
        [sheet] = self.window.findChildren(PreviewSheet)
        [agree] = [each for each in sheet.findChildren(QPushButton) if each.property("primary")]
        self.until(agree.isEnabled)
        agree.click()

    def listed(self) -> list[Job]:
        """The jobs of the list, all of them read."""
        model = self.window.model
        self.until(lambda: all(model.index(row, 0).data(JOB_ROLE) for row in range(model.rowCount())))
        return [model.index(row, 0).data(JOB_ROLE) for row in range(model.rowCount())]

    def titles(self) -> list[str]:
        return [job.paper.title for job in self.listed()]

    def until_titles(self, *titles: str) -> None:
        self.until(lambda: self.window.model.rowCount() == len(titles) and self.titles() == list(titles))

    def choose(self, *ids: int) -> None:
        self.until(lambda: all(self.window.model.row_of(job_id) is not None for job_id in ids))
        self.window.table.choose(ids)
        assert sorted(self.window.table.chosen_ids()) == sorted(ids)

    def states(self) -> dict[int, str]:
        return {job.id: job.state for job in self.listed()}

    def is_selected(self, row: int) -> bool:
        return self.window.table.selectionModel().isRowSelected(row, QModelIndex())

    def close(self) -> None:
        """End the program as it ends itself, without ending Qt's application."""
        if self._closed:
            return
        self._closed = True
        if self.window.isVisible():
            self.desktop.end()
        for each in (self.window, self.desktop):
            if shiboken6.isValid(each):
                shiboken6.delete(each)


def papers(*titles: str, first: int = 1) -> list[NewPaper]:
    """Papers with these titles, numbered one after the other."""
    return [
        NewPaper(PaperFacts(pmid=str(number), title=title, authors=("Ada Lovelace",), journal="J", year=2020))
        for number, title in enumerate(titles, first)
    ]


def add(*titles: str, first: int = 1, paused: bool = False) -> Callable[[JobStore], Sequence[int]]:
    return lambda store: store.add(papers(*titles, first=first), JobOptions(), paused=paused)


def fail_first(store: JobStore) -> None:
    """The first job of the line fails."""
    store.set_reason("owner", False)
    claim = store.claim("a worker")
    assert claim
    problem = Problem("out-of-ideas", "The paper tells nothing.", "Choose another paper.")
    store.finish(claim, Ending("failed", "failed", problem=problem))
    store.set_reason("owner", True)
