"""The button of a notice takes back what that notice tells, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from tests.desktop.window.slow_list import SlowList
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TWO = ("Cortical circuits", "Mortality and weight")


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    before(add(*TWO))
    desk = opened()
    desk.until_titles(*TWO)
    desk.until(lambda: not desk.desktop.link.background.busy)
    return desk


def undo_buttons(desk: Desk) -> list[QPushButton]:
    found = desk.window.notices.findChildren(QPushButton)
    return [each for each in found if each.isVisible() and each.text() == "Undo"]


def test_a_notice_goes_once_the_menu_has_taken_back_what_it_tells(desk: Desk) -> None:
    desk.choose(2)
    desk.act("pause-jobs")
    desk.until(lambda: desk.states() == {1: "queued", 2: "paused"})
    desk.choose(1)
    desk.act("remove")
    desk.until_titles(TWO[1])
    desk.until(lambda: desk.window.actions_["undo"].text() == "Undo removing")
    desk.until(lambda: undo_buttons(desk))

    desk.act("undo")

    desk.until_titles(*TWO)
    assert undo_buttons(desk) == [], "it would take the pausing back now"
    assert desk.window.actions_["undo"].text() == "Undo pausing"


def test_an_adding_is_taken_back_by_its_notice_though_more_was_decided_since(
    desk: Desk, slow: SlowList
) -> None:
    desk.choose(1)
    desk.paste("29412138")
    desk.until(lambda: desk.window.actions_["undo"].text() == "Undo adding 1 paper")
    desk.act("pause-jobs")
    desk.until(lambda: desk.window.actions_["undo"].text() == "Undo pausing")
    slow.let(1000)
    desk.until(lambda: desk.window.notices.text == "One paper added.")

    [undo] = undo_buttons(desk)
    undo.click()

    desk.until(lambda: desk.states() == {1: "paused", 2: "queued"})
    assert desk.window.actions_["undo"].text() == "Undo pausing"


def test_of_an_adding_that_was_taken_back_meanwhile_nothing_is_said(desk: Desk, slow: SlowList) -> None:
    desk.paste("29412138")
    desk.until(lambda: desk.window.actions_["undo"].text() == "Undo adding 1 paper")

    desk.act("undo")
    desk.until(lambda: desk.store.get(3) is None)
    slow.let(1000)

    desk.until(lambda: not desk.desktop.link.background.busy)
    desk.until_titles(*TWO)
    assert desk.window.notices.text == ""
