from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from tests.desktop.manners.some_jobs import a_job
from videogen_desktop.desktop.manners import Announcer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.preferences import Notify
    from videogen_desktop.desktop.queue_link import QueueLink


@dataclass
class Told:
    notices: list[tuple[str, str]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    def say(self, title: str, text: str) -> None:
        self.notices.append((title, text))
        self.at.append(time.monotonic())


class Person(QObject):
    """What they want to be told, and where they look."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notify: Notify = "all-done"
        self.looks = False


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def told(link: QueueLink, person: Person) -> Told:
    told = Told()
    Announcer(
        told,
        link,
        lambda: person.notify,
        in_front=lambda: person.looks,
        gather_ms=20,
        apart_ms=200,
        parent=link,
    )
    return told


def end(link: QueueLink, *jobs: tuple[int, str]) -> None:
    for number, state in jobs:
        link.ended.emit(a_job(number, state, f"Paper {number}"))  # type: ignore[arg-type] # of a test's table


def test_all_are_told_when_the_queue_rests(link: QueueLink, told: Told) -> None:
    end(link, *((number, "completed") for number in range(14)), (20, "failed"))
    assert told.notices == []
    link.idle.emit()
    assert told.notices == [("The queue has come to rest", "14 done, 1 failed")]
    link.idle.emit()
    assert len(told.notices) == 1


def test_only_what_came_since_the_last_notice_is_counted(link: QueueLink, told: Told) -> None:
    end(link, (1, "completed"), (2, "completed"))
    link.idle.emit()
    end(link, (3, "completed"), (4, "completed"), (5, "completed"))
    link.idle.emit()
    assert told.notices == [("All films are done", "2 done"), ("All films are done", "3 done")]


def test_a_single_film_is_named(link: QueueLink, told: Told) -> None:
    end(link, (7, "completed"))
    link.idle.emit()
    assert told.notices == [("Film done", "Paper 7")]


def test_whoever_looks_at_the_window_is_not_told(link: QueueLink, told: Told, person: Person) -> None:
    person.looks = True
    end(link, (1, "completed"))
    link.idle.emit()
    person.looks = False
    link.idle.emit()
    assert told.notices == []


def test_who_wants_no_notices_gets_none(link: QueueLink, told: Told, person: Person) -> None:
    person.notify = "never"
    end(link, (1, "completed"))
    link.idle.emit()
    person.notify = "all-done"
    link.idle.emit()
    assert told.notices == []


def test_each_film_is_told(link: QueueLink, told: Told, person: Person, qtbot: QtBot) -> None:
    person.notify = "each"
    end(link, (1, "completed"))
    qtbot.waitUntil(lambda: told.notices == [("Film done", "Paper 1")])
    end(link, (2, "failed"))
    qtbot.waitUntil(lambda: len(told.notices) == 2)
    assert told.notices[1] == ("The film could not be made", "Paper 2")
    link.idle.emit()
    assert len(told.notices) == 2


def test_many_films_at_once_are_one_notice(link: QueueLink, told: Told, person: Person, qtbot: QtBot) -> None:
    person.notify = "each"
    end(link, *((number, "completed") for number in range(1, 40)), (50, "needs-attention"))
    qtbot.waitUntil(lambda: bool(told.notices))
    assert told.notices == [("The queue has come to rest", "39 done, 1 need your attention")]


def test_a_second_notice_waits_its_turn(link: QueueLink, told: Told, person: Person, qtbot: QtBot) -> None:
    person.notify = "each"
    end(link, (1, "completed"))
    qtbot.waitUntil(lambda: len(told.notices) == 1)
    end(link, (2, "completed"), (3, "completed"))
    qtbot.waitUntil(lambda: len(told.notices) == 2)
    assert told.notices[1][1] == "2 done"
    assert told.at[1] - told.at[0] > 0.15


def test_a_film_that_is_tried_again_by_itself_is_not_told_at_once(
    link: QueueLink, told: Told, person: Person, qtbot: QtBot
) -> None:
    person.notify = "each"
    end(link, (1, "waiting"), (2, "completed"))
    qtbot.waitUntil(lambda: bool(told.notices))
    assert told.notices == [("Film done", "Paper 2")]


def test_a_title_is_harmless_in_a_notice(link: QueueLink, told: Told) -> None:
    link.ended.emit(a_job(1, "completed", "<b>p</b> < 0.05 \u202egnp.exe\nsecond " + "x" * 300))
    link.idle.emit()
    ((_heading, text),) = told.notices
    assert "\u202e" not in text
    assert "\n" not in text
    assert "<b>" not in text
    assert text.replace("\u200b", "").startswith("<b>p</b> < 0.05 gnp.exe second")
    assert text.endswith("…")
    assert len(text) < 180


def test_a_paper_without_a_title_is_called_by_its_number(link: QueueLink, told: Told) -> None:
    link.ended.emit(a_job(29412138, "completed"))
    link.idle.emit()
    assert told.notices == [("Film done", "29412138")]


def test_a_queue_that_was_paused_is_not_done(open_link: QueueLink, told: Told, qtbot: QtBot) -> None:
    open_link.pause()
    qtbot.waitUntil(lambda: open_link.pool.state.paused)
    end(open_link, (1, "completed"), (2, "completed"))
    open_link.idle.emit()
    assert told.notices == [("The queue is paused", "2 done")]
