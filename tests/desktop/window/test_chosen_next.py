"""What is chosen when the chosen rows leave the list: never a row that the person has not come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.window.behaviour import finish_first
from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")

TEN = tuple(f"T{number}" for number in range(10))


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    """A window with ten papers in the line; the list has the keyboard."""
    before(add(*TEN))
    desk = opened()
    desk.until_titles(*TEN)
    desk.window.table.setFocus()
    return desk


def chosen(desk: Desk) -> list[str]:
    """The titles of the chosen papers."""
    jobs = [desk.window.model.known(job_id) for job_id in desk.window.table.chosen_ids()]
    return [job.paper.title for job in jobs if job]


def choose(desk: Desk, *titles: str) -> None:
    desk.choose(*(job.id for job in desk.listed() if job.paper.title in titles))


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.window.table, key, held)


def filtered(desk: Desk, name: str, *titles: str) -> None:
    desk.window.filters.chosen.emit(name)
    desk.until_list_is_read()
    desk.until_titles(*titles)


def test_deleting_twice_removes_neighbours(desk: Desk) -> None:
    choose(desk, "T6")

    press(desk, Qt.Key.Key_Delete)
    desk.until_titles(*TEN[:6], *TEN[7:])
    assert chosen(desk) == ["T7"]
    press(desk, Qt.Key.Key_Delete)

    desk.until_titles(*TEN[:6], *TEN[8:])
    assert chosen(desk) == ["T8"]


def test_after_the_last_row_the_one_before_it_is_next(desk: Desk) -> None:
    choose(desk, "T8", "T9")

    press(desk, Qt.Key.Key_Delete)

    desk.until_titles(*TEN[:8])
    assert chosen(desk) == ["T7"]


def test_what_the_person_takes_out_of_a_filter_leaves_the_keyboard_at_its_neighbour(desk: Desk) -> None:
    filtered(desk, "queued", *TEN)
    choose(desk, "T4")

    press(desk, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    desk.until_titles(*TEN[:4], *TEN[5:])
    assert chosen(desk) == ["T5"]


def test_clearing_what_is_done_goes_on_with_what_is_not(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*TEN[:3]))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles(*TEN[:3])
    assert chosen(desk) == ["T0"]
    desk.until(lambda: desk.window.actions_["clear-completed"].isEnabled())

    desk.act("clear-completed")

    desk.until_titles(*TEN[1:3])
    assert chosen(desk) == ["T1"]


def test_a_row_that_leaves_by_itself_leaves_nothing_chosen(desk: Desk) -> None:
    filtered(desk, "queued", *TEN)
    choose(desk, "T4")

    desk.store.cancel(desk.window.table.chosen_ids())
    desk.until_titles(*TEN[:4], *TEN[5:])
    assert chosen(desk) == []
    desk.until(lambda: not desk.window.actions_["remove"].isEnabled())
    press(desk, Qt.Key.Key_Delete)
    desk.window.filters.chosen.emit("all")

    desk.until_titles(*TEN)


def test_what_the_person_did_before_that_does_not_count(desk: Desk) -> None:
    filtered(desk, "queued", *TEN)
    choose(desk, "T4")
    [fourth] = desk.window.table.chosen_ids()
    desk.act("pause-jobs")
    desk.until(lambda: desk.states()[fourth] == "paused")
    assert chosen(desk) == ["T4"]

    desk.store.cancel([fourth])

    desk.until_titles(*TEN[:4], *TEN[5:])
    assert chosen(desk) == []


def test_the_first_row_is_chosen_at_the_start_and_after_a_new_filter_or_search(desk: Desk) -> None:
    assert chosen(desk) == ["T0"]

    desk.store.cancel([job.id for job in desk.listed()[3:5]])
    filtered(desk, "cancelled", "T3", "T4")
    assert chosen(desk) == ["T3"]
    desk.window.search.setFocus()
    QTest.keyClicks(desk.window.search, "T4")
    desk.until_titles("T4")
    assert chosen(desk) == ["T4"]


def test_a_row_that_was_chosen_at_the_end_is_so_again_but_no_other_in_its_stead(
    desk: Desk, opened: Open
) -> None:
    choose(desk, "T4")
    desk.close()
    again = opened()
    again.until_titles(*TEN)
    again.until(lambda: chosen(again) == ["T4"])

    again.store.remove(again.window.table.chosen_ids())

    again.until_titles(*TEN[:4], *TEN[5:])
    assert chosen(again) == []
