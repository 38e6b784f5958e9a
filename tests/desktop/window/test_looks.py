"""How the window looks in states that come and go: menus, icons, notices, rows, a job that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from tests.desktop.window.behaviour import close_notices
from tests.desktop.window.desk import add, fail_first
from videogen_desktop.desktop.jobs_view import FILTERS
from videogen_desktop.desktop.menus import context_menu
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Ending, JobQuery, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")
LONG = VideoGenError("not-writable", "The film could not be put into its folder. " * 8, "Choose another one.")


def test_the_menu_of_a_row_leaves_out_what_cannot_be_done_and_takes_nothing_from_other_menus(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(desk.listed()[0].id)
    actions = desk.window.actions_

    menu = context_menu(desk.window, actions)

    assert actions["cancel"] in menu.actions()
    assert actions["retry"] not in menu.actions()
    assert all(action.isVisible() for _entry, action in actions.all())
    assert desk.window.tools.widgetForAction(actions["export"]).isVisible()


@pytest.mark.usefixtures("before")
def test_icons_have_a_pixel_for_each_of_the_screen(opened: Open) -> None:
    icon = opened().window.actions_["add"].icon()

    assert icon.pixmap(QSize(18, 18), 2.0).size() == QSize(36, 36)
    assert icon.pixmap(QSize(18, 18), 2.0).deviceIndependentSize().toSize() == QSize(18, 18)


@pytest.mark.usefixtures("before")
def test_what_goes_on_shows_the_sign_of_going_on(opened: Open) -> None:
    desk = opened()
    pause = desk.window.actions_["pause-queue"]
    desk.until(lambda: pause.text() == "Go &on")
    assert _drawn(pause) == _drawn_as(desk, "play")

    desk.act("pause-queue")

    desk.until(lambda: pause.text() == "&Pause")
    assert _drawn(pause) == _drawn_as(desk, "pause")


@pytest.mark.usefixtures("before")
def test_a_notice_is_as_high_as_its_words_and_in_the_colours_of_the_theme(opened: Open) -> None:
    desk = opened()
    notices = desk.window.notices
    desk.desktop.theme.choose("light")
    notices.fail(LONG)
    assert notices.height() == notices.heightForWidth(notices.width())
    tall = notices.height()
    light = _sign_of(notices)

    desk.desktop.theme.choose("dark")
    assert _sign_of(notices) != light
    close_notices(desk)
    notices.say("Copied.")

    assert notices.height() < tall


def test_a_whole_row_is_shown_as_pointed_at(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    table = desk.window.table
    row = table.visualRect(desk.window.model.index(1, 0))
    cell = QPoint(table.viewport().width() - 8, row.center().y())
    plain = table.viewport().grab().toImage().pixelColor(row.topLeft() + QPoint(2, 20))

    QTest.mouseMove(table.viewport(), cell)
    QTest.mouseMove(table.viewport(), cell - QPoint(3, 0))

    def pointed_at() -> bool:
        return table.viewport().grab().toImage().pixelColor(row.topLeft() + QPoint(2, 20)) != plain

    desk.until(pointed_at)


def test_a_job_that_failed_says_what_to_do_and_is_tried_again_from_beside_the_list(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    before(fail_first)
    desk = opened()
    desk.until_titles(*THREE)
    failed = desk.listed()[0].id
    desk.choose(failed)
    desk.until(lambda: {"The paper tells nothing.", "Choose another paper."} <= _said_beside(desk))
    assert not desk.desktop.player.isVisible()

    _press(desk, "Try again")

    desk.until(lambda: desk.states()[failed] == "queued")
    desk.until(lambda: "Its film is made when its turn comes." in _said_beside(desk))


def test_a_retracted_paper_can_be_filmed_all_the_same_from_beside_the_list(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    before(_hold_first_as_retracted)
    desk = opened()
    desk.until_titles(*THREE)
    held = desk.listed()[0].id
    desk.choose(held)

    _press(desk, "Make anyway")

    desk.until(lambda: desk.states()[held] == "queued")
    assert desk.listed()[0].options.allow_retracted


def test_without_any_paper_the_first_page_has_the_window_to_itself(opened: Open, before: Before) -> None:
    before(lambda _store: None)
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())
    details = desk.desktop.player.window().findChild(QWidget, "details")
    assert details is not None
    assert not details.isVisible()

    add(*THREE)(desk.store)
    desk.until_titles(*THREE)
    assert details.isVisible()

    desk.act("details")
    assert not details.isVisible()


def _hold_first_as_retracted(store: JobStore) -> None:
    store.set_reason("owner", False)
    claim = store.claim("a worker")
    assert claim
    problem = Problem("retracted", "This paper was retracted.", "Read why first.")
    store.finish(claim, Ending("needs-attention", "attention", problem=problem))
    store.set_reason("owner", True)


def _press(desk: Desk, text: str) -> None:
    def there() -> list[QPushButton]:
        buttons = _beside(desk).findChildren(QPushButton)
        return [each for each in buttons if each.text() == text and each.isVisible()]

    desk.until(there)
    there()[0].click()


def _beside(desk: Desk) -> QWidget:
    page = desk.window.findChild(QWidget, "details")
    assert page is not None
    return page


def _said_beside(desk: Desk) -> set[str]:
    return {label.text() for label in _beside(desk).findChildren(QLabel) if label.isVisible()}


def _drawn(action: QAction) -> object:
    return action.icon().pixmap(18, 18).toImage()


def _drawn_as(desk: Desk, icon: str) -> object:
    return desk.desktop.theme.icon(icon).pixmap(18, 18).toImage()


def _sign_of(notices: QWidget) -> object:
    [sign] = [label for label in notices.findChildren(QLabel) if not label.pixmap().isNull()]
    return sign.pixmap().toImage()


def test_in_the_smallest_window_the_player_is_seen_whole(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)

    desk.window.resize(desk.window.minimumSize())

    stage = desk.desktop.player.stage
    details = desk.window.findChild(QWidget, "details")
    assert details is not None
    desk.until(lambda: desk.window.width() == desk.window.minimumWidth())
    assert stage.minimumSizeHint().width() <= details.width()
    assert details.geometry().right() <= desk.window.width()


def test_in_the_smallest_window_every_filter_is_read_whole(opened: Open, before: Before) -> None:
    before(add(*THREE, "Another", "And another"))
    before(fail_first)
    before(_hold_first_as_retracted)
    before(lambda store: store.cancel([store.ids(JobQuery(frozenset({"queued"})))[0]]))
    desk = opened()
    desk.until(lambda: len(_filters(desk)) == len(FILTERS))
    desk.window.resize(1280, 720)
    desk.until(lambda: len({button.y() for button in _filters(desk)}) == 1)

    desk.window.resize(desk.window.minimumSize())

    desk.until(lambda: len({button.y() for button in _filters(desk)}) in (2, 3))
    assert all(button.width() >= button.sizeHint().width() for button in _filters(desk))
    assert all(button.geometry().right() <= desk.window.filters.width() for button in _filters(desk))


def _filters(desk: Desk) -> list[QToolButton]:
    return [button for button in desk.window.filters.findChildren(QToolButton) if button.isVisible()]
