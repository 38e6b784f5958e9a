"""Columns are where they were put and hidden as they were, at the next start too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.desktop.window.behaviour import finish_first
from tests.desktop.window.desk import add
from videogen_desktop.desktop.jobs_view.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


def columns(desk: Desk) -> list[str]:
    """The columns that are shown, from left to right."""
    header = desk.window.table.horizontalHeader()
    numbers = sorted(range(header.count()), key=header.visualIndex)
    return [COLUMNS[number].name for number in numbers if not header.isSectionHidden(number)]


def pick(desk: Desk, heading: str) -> None:
    """Open the menu of columns and press a column's entry."""
    menu = desk.window.columns_menu
    menu.popup(QPoint(0, 0))
    [action] = [each for each in menu.actions() if each.text() == heading]
    action.trigger()
    menu.close()


def ticked(desk: Desk) -> set[str]:
    """The columns that the menu says are shown, when it is opened."""
    menu = desk.window.columns_menu
    menu.popup(QPoint(0, 0))
    ticked = {action.text() for action in menu.actions() if action.isChecked()}
    menu.close()
    return ticked


def drag_heading(desk: Desk, moved: str, onto: str) -> None:
    """Drag a heading to beyond another one, as a hand does."""
    header = desk.window.table.horizontalHeader()
    numbers = {column.name: number for number, column in enumerate(COLUMNS)}
    start = QPoint(_middle(desk, numbers[moved]), header.height() // 2)
    end = QPoint(_middle(desk, numbers[onto]), header.height() // 2)
    step = QPoint(30 if end.x() > start.x() else -30, 0)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start + step, end, end + step):
        QTest.mouseMove(header.viewport(), at)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end + step)


def _middle(desk: Desk, column: int) -> int:
    header = desk.window.table.horizontalHeader()
    return header.sectionViewportPosition(column) + header.sectionSize(column) // 2


def test_a_column_that_was_moved_and_one_that_was_hidden_are_so_at_the_next_start(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    assert columns(desk) == ["paper", "state"]
    pick(desk, "Year")
    pick(desk, "Journal")
    assert columns(desk) == ["paper", "state", "journal", "year"]

    drag_heading(desk, "year", "state")
    assert columns(desk) == ["paper", "year", "state", "journal"]
    pick(desk, "State")
    desk.window.table.horizontalHeader().resizeSection(4, 133)
    desk.close()

    again = opened()
    again.until_titles(*THREE)
    assert columns(again) == ["paper", "year", "journal"]
    assert again.window.table.columnWidth(4) == 133
    assert ticked(again) == {"Year", "Journal"}
    pick(again, "State")
    assert columns(again) == ["paper", "year", "state", "journal"]


def test_the_menu_of_the_headings_and_that_of_the_window_agree(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    header = desk.window.table.horizontalHeader()

    header.customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [menu for menu in desk.window.table.findChildren(QMenu) if menu.isVisible()]
    next(each for each in menu.actions() if each.text() == "Authors").trigger()
    menu.close()

    assert columns(desk) == ["paper", "state", "authors"]
    assert ticked(desk) == {"State", "Authors"}
    pick(desk, "Authors")
    assert columns(desk) == ["paper", "state"]


def test_the_paper_cannot_be_hidden(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)

    assert "Paper" not in {action.text() for action in desk.window.columns_menu.actions()}


def cells(desk: Desk, name: str) -> list[str]:
    """What a column says, from the top."""
    model = desk.window.model
    column = next(number for number, each in enumerate(COLUMNS) if each.name == name)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_place_in_line_is_counted_whatever_is_listed_and_follows_a_move(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    pick(desk, "Place in line")
    desk.until(lambda: cells(desk, "place") == ["1", "2", "3"])

    desk.choose(desk.listed()[2].id)
    desk.act("top")
    desk.until_titles(THREE[2], *THREE[:2])
    desk.until(lambda: cells(desk, "place") == ["1", "2", "3"])

    desk.window.table.sorted_by.emit("title", True)
    desk.until_titles(*sorted(THREE, reverse=True))
    desk.until(lambda: cells(desk, "place") == ["3", "2", "1"])
    desk.window.search.setText("weight")
    desk.window.search.textEdited.emit("weight")
    desk.until_titles(THREE[1])
    desk.until(lambda: cells(desk, "place") == ["3"])


@pytest.mark.usefixtures("idle_workers")
def test_what_is_done_has_no_place_and_those_behind_it_move_up(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    pick(desk, "Place in line")
    desk.until(lambda: cells(desk, "place") == ["1", "2", "3"])

    finish_first(folder)(desk.store)

    desk.until(lambda: cells(desk, "place") == ["", "1", "2"])


def test_the_place_is_drawn_when_it_has_come_to_be_another(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    pick(desk, "Place in line")
    table, model = desk.window.table, desk.window.model

    def drawn() -> QImage:
        return table.viewport().grab(table.visualRect(model.index(1, 2))).toImage()

    desk.until(lambda: cells(desk, "place") == ["1", "2", "3"])
    table.clearSelection()
    second = drawn()
    desk.store.cancel([desk.listed()[0].id])
    desk.until(lambda: drawn() != second)

    assert cells(desk, "place") == ["", "1", "2"]


def test_who_goes_before_and_after_others_is_a_column_of_its_own(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    pick(desk, "Priority")
    assert columns(desk) == ["paper", "state", "priority"]
    first, _second, third = (job.id for job in desk.listed())

    desk.choose(third)
    desk.act("priority-high")
    desk.until_titles(THREE[2], *THREE[:2])
    desk.choose(first)
    desk.act("priority-low")

    desk.until_titles(THREE[2], THREE[1], THREE[0])
    desk.until(lambda: cells(desk, "priority") == ["Before others", "", "After others"])
    assert cells(desk, "place") != cells(desk, "priority")


def show_all(desk: Desk) -> None:
    for column in COLUMNS:
        if column.name not in columns(desk):
            pick(desk, column.heading)


def test_with_all_columns_a_title_has_room_and_the_rest_is_scrolled_to(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    table = desk.window.table
    desk.window.resize(1280, 720)
    show_all(desk)

    desk.until(lambda: table.columnWidth(0) == 280)
    desk.until(lambda: table.horizontalScrollBar().maximum() > 0)
    desk.close()
    again = opened()
    again.until_titles(*THREE)
    assert again.window.table.columnWidth(0) == 280


def test_a_title_has_all_the_room_that_is_left(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    table = desk.window.table

    def fills() -> bool:
        return table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()

    desk.until(fills)
    table.horizontalHeader().resizeSection(1, 150)
    desk.until(fills)
    desk.window.resize(1400, 700)
    desk.until(lambda: desk.window.width() == 1400 and fills())
    pick(desk, "Year")
    desk.until(lambda: not fills() and table.horizontalScrollBar().maximum() == 0)
    pick(desk, "Year")
    desk.until(fills)


def test_the_smallest_window_shows_paper_and_state_without_scrolling(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)

    desk.window.resize(desk.window.minimumSize())

    table = desk.window.table
    desk.until(lambda: desk.window.width() == desk.window.minimumWidth())
    desk.until(lambda: table.columnWidth(0) + table.columnWidth(1) == table.viewport().width())
    assert table.columnWidth(1) == COLUMNS[1].width
