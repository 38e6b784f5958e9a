"""The list is sorted from the menu, too, also by what no column shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


def sort_menu(desk: Desk) -> QMenu:
    """The menu in the menu “View”, as it is when it is opened."""
    [view] = [each.menu() for each in desk.window.menuBar().actions() if each.text() == "&View"]
    assert isinstance(view, QMenu)
    [menu] = [each.menu() for each in view.actions() if each.text() == "&Sort by"]
    assert isinstance(menu, QMenu)
    menu.popup(QPoint(0, 0))
    menu.close()
    return menu


def entry(desk: Desk, text: str) -> QAction:
    [action] = [each for each in sort_menu(desk).actions() if each.text() == text]
    return action


def ticked(desk: Desk) -> list[str]:
    return [each.text() for each in sort_menu(desk).actions() if each.isChecked()]


def test_it_sorts_by_what_no_column_shows_and_backwards(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    assert ticked(desk) == ["Place in line"]

    entry(desk, "Added").trigger()
    desk.until(lambda: desk.window.model.query.sort == "added")
    entry(desk, "Backwards").trigger()
    desk.until_titles(*reversed(THREE))
    assert ticked(desk) == ["Added", "Backwards"]

    entry(desk, "Paper").trigger()
    desk.until_titles(*sorted(THREE))
    entry(desk, "Place in line").trigger()
    desk.until_titles(*THREE)


def test_it_agrees_with_the_headings(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    header = desk.window.table.horizontalHeader()

    header.sectionClicked.emit(0)
    header.sectionClicked.emit(0)
    desk.until_titles(*sorted(THREE, reverse=True))
    assert ticked(desk) == ["Paper", "Backwards"]

    entry(desk, "State").trigger()
    desk.until(lambda: header.sortIndicatorSection() == 1)


def test_each_order_is_offered_once(opened: Open, before: Before) -> None:
    before(add(*THREE))

    texts = [each.text() for each in sort_menu(opened()).actions() if each.text()]

    assert texts == [
        "Paper", "State", "Place in line", "Authors", "Journal", "Year", "Progress", "Length", "Added",
        "Finished", "Backwards",
    ]  # fmt: skip
