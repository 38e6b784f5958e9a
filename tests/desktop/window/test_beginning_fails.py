"""What fails between the opened queue and the whole window is told, and can be tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop.window.desk import add
from tests.desktop.window.test_beginning_and_end import press, question
from videogen_desktop.desktop import beginning
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.store import JobStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TWO = ("Cortical circuits", "Mortality and weight")


@pytest.mark.parametrize("question_asked", ["ids", "counts"])
def test_a_list_that_cannot_be_read_at_first_is_told_and_read_again(
    opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch, question_asked: str
) -> None:
    before(add(*TWO))

    def busy(*_: object) -> None:
        raise VideoGenError("database-busy", "The list is in use.", "Close the other program.")

    with monkeypatch.context() as other_program:
        other_program.setattr(JobStore, question_asked, busy)
        desk = opened(wait=False)
        desk.until(lambda: question(desk))
        told = question(desk)
        assert told
        assert (told.text(), told.informativeText()) == ("The list is in use.", "Close the other program.")
    press(desk, "Try again")

    desk.until(lambda: desk.desktop.ready)
    desk.until_titles(*TWO)
    assert question(desk) is None
    assert desk.window.notices.text == ""


def test_a_part_that_cannot_be_loaded_is_told(
    opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(add(*TWO))
    with monkeypatch.context() as damaged:
        damaged.setattr(beginning, "PARTS", ("desktop.not_there",))
        desk = opened(wait=False)
        desk.until(lambda: question(desk))
        told = question(desk)
        assert told
        assert told.text() == "A part of the program cannot be loaded."
    press(desk, "Try again")

    desk.until(lambda: desk.desktop.ready)
    desk.until_titles(*TWO)
