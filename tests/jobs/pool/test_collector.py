from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.jobs.pool import MainThreadCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QCoreApplication


@pytest.fixture
def python_collects() -> Iterator[None]:
    """As before there was any collector of ours."""
    held = not gc.isenabled()
    gc.enable()
    yield
    if held:
        gc.disable()


class Knot:
    """Garbage that only the cycle collector finds."""

    def __init__(self) -> None:
        self.itself = self


def test_cyclic_garbage_of_workers_dies_on_the_main_thread(application: QCoreApplication) -> None:
    died: list[int] = []
    collector = MainThreadCollector(application)

    def litter() -> None:
        for _ in range(3000):
            weakref.finalize(Knot(), lambda: died.append(threading.get_ident()))

    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert died == [], "a worker collects nothing"
    collector.collect()
    assert died
    assert set(died) == {threading.get_ident()}
    collector.stop()


@pytest.mark.usefixtures("python_collects")
def test_python_collects_again_after_the_end(application: QCoreApplication) -> None:
    collector = MainThreadCollector(application)
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


@pytest.mark.usefixtures("python_collects")
def test_the_end_of_a_second_one_leaves_collecting_to_the_first(application: QCoreApplication) -> None:
    first, second = MainThreadCollector(application), MainThreadCollector(application)
    second.stop()
    assert not gc.isenabled()
    first.stop()
    assert gc.isenabled()


def test_every_generation_has_its_turn(application: QCoreApplication) -> None:
    collector = MainThreadCollector(application)
    runs = [stats["collections"] for stats in gc.get_stats()]
    most = gc.get_threshold()
    for _ in range((most[1] + 2) * (most[2] + 2)):
        litter: list[object] = [[] for _ in range(2 * most[0])]
        collector.collect()
        del litter
    assert all(now["collections"] > before for now, before in zip(gc.get_stats(), runs, strict=True))
    collector.stop()


def test_qt_objects_die_while_workers_litter() -> None:
    """Qt objects in cycles, while another thread allocates: it crashes when Python collects on its own."""
    code = """
import threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from videogen_desktop.jobs.pool import MainThreadCollector
application = QCoreApplication([])
collector = MainThreadCollector(application)
class Node(QObject):
    def __init__(self):
        super().__init__()
        self.me = self
        self.timer = QTimer(self)
        self.timer.start(0)
over = threading.Event()
def litter():
    while not over.is_set():
        for _ in range(1000):
            knot = []
            knot.append(knot)
worker = threading.Thread(target=litter)
worker.start()
for _ in range(20):
    for _ in range(20):
        Node()
    application.processEvents()
    collector.collect()
over.set()
worker.join()
print("sound")
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "sound", "")
