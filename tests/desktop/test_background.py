"""Work off the UI thread comes back on it, in order where that is asked for, and only the last of a key."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from videogen_desktop.desktop.background import Background
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background() -> Iterator[Callable[..., Background]]:
    made: list[Background] = []

    def make(**options: Any) -> Background:  # noqa: ANN401 - passed on
        made.append(Background(**options))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_the_answer_comes_on_the_thread_that_asked(
    background: Callable[..., Background], qtbot: QtBot
) -> None:
    answers: list[tuple[int, int]] = []
    here = threading.get_ident()

    background().run(threading.get_ident, lambda there: answers.append((there, threading.get_ident())))

    qtbot.waitUntil(lambda: bool(answers))
    [(there, told)] = answers
    assert there != here
    assert told == here


@dataclass
class Witness:
    """Says on which thread the last holder let go of it."""

    ends: list[int]
    fails: bool = False

    def work(self) -> None:
        if self.fails:
            raise VideoGenError("no-luck", "It did not work.", "Try again.")

    def told(self, _: object) -> None:
        pass

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("threads", [1, 4])
def test_who_asked_never_dies_on_another_thread(
    background: Callable[..., Background], qtbot: QtBot, threads: int, fails: bool
) -> None:
    """A widget would be taken down there while Qt uses it."""
    one = background(threads=threads)
    ends: list[int] = []
    here = threading.get_ident()
    let_go = threading.Event()

    def linger() -> None:
        if threading.get_ident() != here:
            let_go.wait(0.2)

    one._rung.connect(linger, Qt.ConnectionType.DirectConnection)
    for _ in range(5):
        worker, asker = Witness(ends, fails), Witness(ends)
        one.run(worker.work, asker.told, asker.told)
    del worker, asker

    qtbot.waitUntil(lambda: not one.busy)
    let_go.set()
    one.close()
    gc.collect()
    assert ends == [here] * 10


def test_of_one_key_only_the_last_is_answered_and_the_waiting_are_not_begun(
    background: Callable[..., Background], qtbot: QtBot
) -> None:
    one = background(threads=1)
    go, begun, answers = threading.Event(), [], []
    one.run(go.wait, lambda _: answers.append("first"), key="shown")

    for number in range(5):
        one.run(
            lambda number=number: begun.append(number), lambda _, n=number: answers.append(n), key="shown"
        )
    go.set()

    qtbot.waitUntil(lambda: not one.busy)
    assert begun == [4]
    assert answers == [4]


def test_one_thread_keeps_the_order(background: Callable[..., Background], qtbot: QtBot) -> None:
    one = background(threads=1)
    answers: list[int] = []

    for number in range(50):
        one.run(lambda number=number: number, answers.append)

    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_what_went_wrong_is_told_to_who_asked_or_to_who_listens(
    background: Callable[..., Background], qtbot: QtBot
) -> None:
    asked, heard = [], []
    error = VideoGenError("no-luck", "It did not work.", "Try again.")

    def fail() -> None:
        raise error

    many = background()
    many.failed.connect(heard.append)
    many.run(fail, failed=asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    many.run(fail)
    qtbot.waitUntil(lambda: bool(heard))

    assert asked == heard == [error]


def test_a_mistake_in_the_program_is_told_where_all_of_them_are(
    background: Callable[..., Background], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))

    background().run(lambda: 1 // 0)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [ZeroDivisionError]


def test_the_end_is_told_of_however_it_ended_and_last(
    background: Callable[..., Background], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind.__name__))
    told: list[str] = []
    one = background(threads=1)

    def fail() -> None:
        raise VideoGenError("no-luck", "It did not work.", "Try again.")

    one.run(lambda: "done", told.append, over=lambda: told.append("over"))
    one.run(fail, failed=lambda error: told.append(error.code), over=lambda: told.append("over"))
    one.run(lambda: 1 // 0, over=lambda: told.append("over"))

    qtbot.waitUntil(lambda: not one.busy)
    assert told == ["done", "over", "no-luck", "over", "ZeroDivisionError", "over"]


def test_the_end_of_what_nobody_waits_for_any_more_is_told_to_nobody(
    background: Callable[..., Background], qtbot: QtBot
) -> None:
    one, go, told = background(threads=1), threading.Event(), []
    one.run(go.wait, over=lambda: told.append("first"), key="shown")
    one.run(lambda: None, over=lambda: told.append("second"), key="shown")
    go.set()

    qtbot.waitUntil(lambda: not one.busy)
    assert told == ["second"]


def test_nothing_is_told_after_the_end(background: Callable[..., Background], qtbot: QtBot) -> None:
    many = background()
    answers: list[object] = []
    begun, go = threading.Event(), threading.Event()
    many.run(lambda: (begun.set(), go.wait()), answers.append)
    begun.wait()
    go.set()

    many.close()
    many.run(lambda: 1, answers.append)
    qtbot.wait(50)

    assert answers == []
