"""A list that is read slowly, while jobs keep changing, is shown all the same."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from tests.desktop.window.desk import add, papers
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions, JobQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from tests.desktop.window.slow_list import SlowList
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.until(lambda: not desk.desktop.link.background.busy)
    return desk


def test_what_was_read_is_shown_though_more_has_changed_since(desk: Desk, slow: SlowList) -> None:
    """Jobs change faster than the list is read."""
    numbers = itertools.count(4)
    changing = QTimer(desk.window, interval=20)
    changing.timeout.connect(lambda: desk.store.add(papers("More", first=next(numbers)), JobOptions()))
    changing.start()

    for _ in range(3):
        desk.until(lambda: slow.asked)
        seen = desk.window.model.rowCount()
        desk.until(lambda seen=seen: len(slow.asked) > 1 or desk.store.count(JobQuery()) > seen + 40)
        slow.asked.clear()
        slow.let()
        desk.until(lambda seen=seen: desk.window.model.rowCount() > seen)

    changing.stop()
    slow.let(1000)
    desk.until(lambda: desk.window.model.rowCount() == desk.store.count(JobQuery()))


def test_another_list_is_not_waited_for_behind_the_last_one(desk: Desk, slow: SlowList) -> None:
    desk.store.pause([desk.listed()[0].id])
    desk.until(lambda: slow.asked == [JobQuery()])

    desk.window.filters.chosen.emit("failed")
    desk.until(lambda: len(slow.asked) == 2)
    slow.let(2)

    desk.until(lambda: desk.window.nothing_found.isVisible())
    assert desk.window.model.query.states == {"failed"}


def test_a_list_that_could_not_be_read_is_read_at_the_next_change(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_query: JobQuery) -> list[int]:
        raise VideoGenError("database-busy", "Another program holds the list.", "Close it.", retryable=True)

    monkeypatch.setattr(desk.store, "ids", busy)
    desk.store.add(papers("More", first=4), JobOptions())
    desk.until(lambda: "Another program" in desk.window.notices.text)
    monkeypatch.undo()

    desk.store.add(papers("And more", first=5), JobOptions())

    desk.until_titles(*THREE, "More", "And more")


def test_what_changed_while_a_list_could_not_be_read_is_read_afterwards(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, end = threading.Event(), threading.Event()

    def busy(_query: JobQuery) -> list[int]:
        asked.set()
        end.wait()
        raise VideoGenError("database-busy", "Another program holds the list.", "Close it.", retryable=True)

    monkeypatch.setattr(desk.store, "ids", busy)
    desk.store.add(papers("More", first=4), JobOptions())
    desk.until(asked.is_set)
    desk.store.add(papers("And more", first=5), JobOptions())
    desk.until(lambda: desk.window.model._read_again)
    monkeypatch.undo()
    end.set()

    desk.until_titles(*THREE, "More", "And more")
    assert "Another program" in desk.window.notices.text
