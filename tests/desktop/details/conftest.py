"""A real script and its narration, a real queue, and a pane that shows them."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tests.jobs.store.queues import a_job
from tests.pipeline.runs import run_pipeline, write_small_paper
from tests.yardstick import slowness
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.queue_link import QueueLink, call_of
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Film
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SECONDS = 12.5


class PlayerStandIn(QWidget):
    """Keeps what a player was told; most of what is proven here needs no film to be decoded."""

    position_changed = Signal(float)
    scene_changed = Signal(int)
    film_opened = Signal(str)
    broken = Signal(str)
    position = 0.0
    goes_on = False

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, Any]] = []

    def show_film(self, film: object) -> None:
        self.told.append(("film", film))

    def show_scenes(self, paths: object, title: str, total: int | None = None) -> None:
        self.told.append(("scenes", (paths, title, total)))

    def show_message(self, text: str, actions: object = ()) -> None:
        self.told.append(("message", (text, actions)))

    def play(self) -> None:
        self.told.append(("play", None))

    def clear(self) -> None:
        self.told.append(("clear", None))

    def release(self) -> None:
        self.told.append(("release", None))

    def seek(self, seconds: float) -> None:
        self.told.append(("seek", seconds))

    def seek_scene(self, number: int, seconds: float) -> None:
        self.told.append(("seek_scene", (number, seconds)))

    def of_kind(self, kind: str) -> list[Any]:
        """What was told by one method."""
        return [what for name, what in self.told if name == kind]


@dataclass
class Bench:
    """A pane on a real queue."""

    pane: DetailPane
    player: PlayerStandIn
    link: QueueLink
    folder: DataFolder
    qtbot: QtBot
    opened: list[QUrl] = field(default_factory=list)

    def show(self, job: Job) -> None:
        """Show a job and wait until everything of it is there."""
        self.pane.show_job(job)
        self.settle()

    def changed(self, job: Job) -> None:
        """Tell of a change and wait until it is shown."""
        self.pane.job_changed(job)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing more is to come."""
        views = (self.pane.script.view, self.pane.paper.view)
        self.qtbot.waitUntil(
            lambda: not self.link.background.busy and not any(view.filling for view in views), timeout=20_000
        )

    def place(self, made: Path, key: str, *, finished: bool) -> Path:
        """Put what a pipeline has made where it belongs."""
        target = self.folder.film_of(key) if finished else self.folder.work_of(key)
        shutil.copytree(made, target, dirs_exist_ok=True)
        return target


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the real pipeline makes of a small paper before the picture; not to be changed."""
    folder = tmp_path_factory.mktemp("details")
    paper = write_small_paper(folder / "paper")
    run = run_pipeline("generate-video", paper, folder / "out", "--stop-after", "generate-audio")
    assert run.code == 0, run.events[-1:]
    return folder / "out"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def jobs(folder: DataFolder) -> dict[State, Job]:
    """Real jobs, one in each of these states."""
    states: tuple[State, ...] = ("completed", "failed", "needs-attention")
    store = open_store(folder, SystemClock())
    found = {state: store.get(a_job(store, state, pmid)) for pmid, state in enumerate(states, 101)}
    store.close()
    return {state: job for state, job in found.items() if job is not None}


@pytest.fixture
def bench(jobs: dict[State, Job], folder: DataFolder, theme: Theme, qtbot: QtBot) -> Iterator[Bench]:
    """A pane in a window; the queue has jobs and none of them is to be worked on."""
    assert jobs
    link = QueueLink(folder, call_of([]))
    with qtbot.waitSignal(link.opened, timeout=20_000):
        link.open()
    player = PlayerStandIn()
    opened: list[QUrl] = []
    pane = DetailPane(theme, link, cast("Any", player), open_url=opened.append)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    yield Bench(pane, player, link, folder, qtbot, opened)
    link.close()


@pytest.fixture
def finished(bench: Bench, made: Path, jobs: dict[State, Job]) -> Job:
    """A finished job with its script, narration and paper; the player is not asked to decode its film."""
    job = jobs["completed"]
    home = bench.place(made, job.key, finished=True)
    film = home / "final_video.mp4"
    film.write_bytes(b"no picture is looked at here")
    return replace(job, film=Film(film, SECONDS, 1920, 1080, 28, "c0ffee", 0.0, 1))


@pytest.fixture
def longest_wait(qapp: QApplication) -> Callable[[Callable[[], object]], float]:
    """Measures for how long the event loop stood still while something was done.

    In seconds of a machine at its usual pace.
    """

    def measure(act: Callable[[], object]) -> float:
        beats = [time.perf_counter()]
        heart = QTimer()
        heart.setInterval(1)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        heart.start()
        act()
        qapp.processEvents()
        beats.append(time.perf_counter())
        heart.stop()
        return max(after - before for before, after in pairwise(beats)) / slowness()

    return measure
