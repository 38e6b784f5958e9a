"""Columns are where they were put and hidden as they were, at the next start too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.desktop.window.desk import add
from videogen_desktop.desktop.jobs_view.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

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
