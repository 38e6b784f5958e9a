"""What the window says at its foot: nothing that matters is wiped away by what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPushButton

from tests.desktop.window.behaviour import close_notices
from tests.desktop.window.desk import add
from videogen_desktop.desktop.notice import Notice, Offer
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

FULL = VideoGenError("disk-full", "The disk is full.", "Free some space.")


def error(number: int) -> VideoGenError:
    return VideoGenError("no-luck", f"Film {number} could not be moved.", "Try again.")


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    before(add("Cortical circuits", "Mortality and weight"))
    desk = opened()
    desk.until_titles("Cortical circuits", "Mortality and weight")
    return desk


def notices(desk: Desk) -> list[Notice]:
    """Those that are shown, from top to bottom."""
    found = [each for each in desk.window.notices.findChildren(Notice) if each.isVisible()]
    return sorted(found, key=lambda each: each.y())


def press(notice: Notice, name: str) -> None:
    [button] = [
        each for each in notice.findChildren(QAbstractButton) if name in (each.text(), each.toolTip())
    ]
    button.click()


def test_an_error_stays_until_it_is_closed_whatever_is_said_after_it(desk: Desk) -> None:
    desk.desktop.link.failed.emit(FULL)

    desk.choose(1)
    desk.act("pause-jobs")

    desk.until(lambda: "One paper paused." in desk.window.notices.text)
    desk.until(
        lambda: [each.text for each in notices(desk)] == ["One paper paused.", f"{FULL.message} {FULL.hint}"]
    )
    press(notices(desk)[1], "Copy details")
    assert QGuiApplication.clipboard().text() == f"{FULL.code}\n{FULL.message}\n{FULL.hint}"
    press(notices(desk)[1], "Close")
    assert desk.window.notices.text == "One paper paused."


def test_errors_are_told_one_after_the_other_each_once(desk: Desk) -> None:
    for number in (1, 2, 3, 1, 3):
        desk.desktop.link.failed.emit(error(number))

    assert [each.text[:6] for each in reversed(notices(desk))] == ["Film 1", "Film 2"]
    press(notices(desk)[1], "Close")
    assert [each.text[:6] for each in reversed(notices(desk))] == ["Film 2", "Film 3"]
    close_notices(desk)
    assert notices(desk) == []
    assert not desk.window.notices.isVisible()
    desk.desktop.link.failed.emit(error(3))
    assert len(notices(desk)) == 1, "what happens again is told again"


def test_the_last_thing_said_takes_the_place_of_the_one_before_it_about_the_same(desk: Desk) -> None:
    said = desk.window.notices
    done: list[str] = []
    said.say("Two papers added.", action="Undo", act=lambda: done.append("undone"))
    said.say("One is here twice.", action="Keep one", act=lambda: done.append("kept"), about="twins")
    assert said.text == "Two papers added.\nOne is here twice."

    said.say("Citation copied.")

    assert said.text == "One is here twice.\nCitation copied."
    press(notices(desk)[1], "Keep one")
    assert done == ["kept"]
    assert said.text == "Citation copied."


def test_a_notice_can_offer_two_things(desk: Desk) -> None:
    done: list[str] = []
    offer = Offer("Show them", lambda: done.append("shown"))
    desk.window.notices.say("Two papers added.", action="Undo", act=lambda: done.append("undone"), also=offer)

    [notice] = notices(desk)
    assert [each.text() for each in notice.findChildren(QPushButton)] == ["Show them", "Undo"]
    press(notice, "Show them")

    assert done == ["shown"]
    assert notices(desk) == []


def test_notices_stand_over_the_foot_of_the_window_and_over_each_other(desk: Desk) -> None:
    desk.desktop.link.failed.emit(error(1))
    desk.desktop.link.failed.emit(error(2))
    desk.window.notices.say("Citation copied.")
    desk.window.resize(800, 500)

    place = desk.window.notices.geometry()
    assert desk.window.rect().contains(place)
    assert place.bottom() < desk.window.status.geometry().top()
    desk.until(lambda: len({each.y() for each in notices(desk)}) == 3)
    for above, below in zip(notices(desk), notices(desk)[1:], strict=False):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.height() == above.heightForWidth(above.width())
