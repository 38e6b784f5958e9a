"""What a person does with a long list, done to the running program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.performance.stalls import live, live_for
from videogen_desktop.desktop.app import Desktop
from videogen_desktop.desktop.manners import Faults, LastWords
from videogen_desktop.desktop.queue_link import call_of
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.settings import Limits
from videogen_desktop.jobs.supervisor import Launch
from videogen_desktop.jobs.work import Runner

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QApplication

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim
    from videogen_desktop.jobs.queue import Surroundings
    from videogen_desktop.jobs.settings import QueueSettings
    from videogen_desktop.jobs.store import JobStore

_SCROLLS = 60
_TYPED = ("j", "jo", "jou", "jour", "journal", "journal o", "journal of", "")
_SORTS = ("title", "year", "journal", "finished", "state", "queue")
_STAGE = "generate-videos"
_TELLING = f"""
import json, sys, time
every, began, step = 1 / float(sys.argv[1]), time.monotonic(), 0
while True:
    done = min(step * every / 600, 0.99)
    print(json.dumps({{"event": "stage", "stage": {_STAGE!r}, "state": "progress", "fraction": done,
                      "overall": done, "message": f"Picture {{step}}"}}), flush=True)
    step += 1
    time.sleep(max(step * every - (time.monotonic() - began), 0))
"""


def opened(application: QApplication, folder: DataFolder, around: Surroundings | None = None) -> Desktop:
    """The program, begun; its event loop has not run yet."""
    faults, last_words = Faults(application), LastWords(folder.logs)
    desktop = Desktop(application, folder, call_of([]), faults, last_words, around=around)
    desktop.window.resize(1280, 760)
    desktop.start()
    return desktop


def be_listed(desktop: Desktop) -> None:
    """Wait until the list can be used: the rows that are seen have been read."""
    live(lambda: desktop.window.model.rowCount() and _seen(desktop))


def be_ready(desktop: Desktop) -> None:
    """Wait until everything else is in place, too."""
    be_listed(desktop)
    live(lambda: desktop.ready)


def scroll(desktop: Desktop) -> None:
    """Through the whole list, as with the bar at its side, and then row by row."""
    bar = desktop.window.table.verticalScrollBar()
    for step in range(_SCROLLS + 1):
        bar.setValue(bar.maximum() * step // _SCROLLS)
        live_for(0.012)
    for _ in range(_SCROLLS):
        bar.setValue(bar.value() - 40)
        live_for(0.012)
    live(lambda: _seen(desktop))


def search(desktop: Desktop) -> None:
    """Letter by letter, each as fast as its answer comes, and back to all."""
    search = desktop.window.search
    for typed in _TYPED:
        with _Listed(desktop) as listed:
            search.setText(typed)
            search.textEdited.emit(typed)
            live(listed)


def sort(desktop: Desktop) -> None:
    """By one heading after the other."""
    for name in _SORTS:
        with _Listed(desktop) as listed:
            desktop.window.table.sorted_by.emit(name, False)
            live(listed)
            live(lambda: _seen(desktop))


def filter_(desktop: Desktop) -> None:
    """By one kind of state after the other, and back to all."""
    for name in ("done", "failed", "queued", "all"):
        with _Listed(desktop) as listed:
            desktop.window.filters.chosen.emit(name)
            live(listed)
            live(lambda: _seen(desktop))


def select_all(desktop: Desktop) -> None:
    """All jobs are chosen, and then one."""
    table = desktop.window.table
    live(lambda: not desktop.link.background.busy)
    table.selectAll()
    live_for(0.1)
    assert len(table.chosen_ids()) == desktop.window.model.rowCount()
    table.selectRow(0)
    live_for(0.1)


def type_a_letter(desktop: Desktop) -> None:
    """In the list, where it means nothing."""
    table = desktop.window.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Z)
    live_for(0.1)
    live(lambda: not desktop.link.background.busy)


SCENES: Mapping[str, Callable[[Desktop], None]] = {
    "scroll": scroll,
    "search": search,
    "sort": sort,
    "filter": filter_,
    "select all": select_all,
    "type a letter": type_a_letter,
}


class TellingRunner(Runner):
    """Runs real processes that make no film but tell of their progress, so many times a second each."""

    rate = 125.0

    def __init__(
        self,
        store: JobStore,
        folder: DataFolder,
        settings: Callable[[], QueueSettings],
        clock: Clock,
        chance: random.Random,
        secrets: Callable[[str], str | None],
        *,
        drawing: Callable[[], int],
    ) -> None:
        command = (sys.executable, "-I", "-S", "-c", _TELLING, str(self.rate))

        def launch(claim: Claim) -> Launch:
            return Launch(command, {}, None, folder.log_of(claim.job.key), claim.token, Limits())

        super().__init__(store, folder, settings, clock, chance, secrets, drawing, launch)


def all_telling(desktop: Desktop, jobs: int) -> None:
    """Resume the queue and wait until so many jobs have told how far they are; they are listed first."""
    heard: set[int] = set()
    desktop.link.progressed.connect(lambda told: heard.update(job_id for job_id, *_ in told))
    desktop.link.resume()
    live(lambda: len(heard) >= jobs, 40)
    with _Listed(desktop) as listed:
        desktop.window.model.ask(JobQuery(frozenset({"running"})))
        live(listed)
    live(lambda: desktop.window.model.rowCount() >= jobs and _seen(desktop))


def _seen(desktop: Desktop) -> bool:
    """Whether every row that is on the screen has been read."""
    table, model = desktop.window.table, desktop.window.model
    if not table.isVisible() or not model.rowCount():
        return False
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    return all(model.job_at(row) for row in range(first, last + 1 if last >= 0 else model.rowCount()))


class _Listed:
    """Whether the list has been read since the block began."""

    def __init__(self, desktop: Desktop) -> None:
        self._listed = desktop.window.model.listed
        self._times = 0

    def __call__(self) -> bool:
        return self._times > 0

    def __enter__(self) -> _Listed:
        self._held = self._listed.connect(self._hear)
        return self

    def __exit__(self, *_error: object) -> None:
        self._listed.disconnect(self._held)

    def _hear(self, _number: int) -> None:
        self._times += 1
