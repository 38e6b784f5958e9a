"""Papers that are added are chosen where the list shows them, and shown on demand where it does not."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.model import JobQuery
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TWO = ("Cortical circuits", "Mortality and weight")


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    before(add(*TWO, paused=True))
    desk = opened()
    desk.until_titles(*TWO)
    return desk


def offered(desk: Desk) -> list[str]:
    """What the notice offers to do."""
    return [each.text() for each in desk.window.notices.findChildren(QPushButton) if each.isVisible()]


def filter_by(desk: Desk, name: str) -> None:
    [button] = [
        each
        for each in desk.window.filters.findChildren(QToolButton)
        if each.accessibleName().startswith(f"{name}:")
    ]
    button.click()


def search_for(desk: Desk, words: str) -> None:
    desk.window.search.setText(words)
    desk.window.search.textEdited.emit(words)


def test_what_is_added_is_chosen(desk: Desk) -> None:
    desk.paste("29412138 29608148")

    desk.until(lambda: desk.window.notices.text == "2 papers added.")
    desk.until(lambda: desk.window.table.chosen_ids() == [3])
    assert offered(desk) == ["Undo"]


def test_what_the_filter_hides_is_shown_on_demand_and_the_choice_stays_till_then(desk: Desk) -> None:
    filter_by(desk, "Failed")
    desk.until(lambda: desk.window.nothing_found.isVisible())

    desk.paste("29412138")

    desk.until(lambda: desk.window.notices.text == "One paper added, which the list does not show now.")
    assert offered(desk) == ["Show it", "Undo"]
    [show] = [each for each in desk.window.notices.findChildren(QPushButton) if each.text() == "Show it"]
    show.click()
    desk.until(lambda: desk.window.model.rowCount() == 3)
    desk.until(lambda: desk.window.table.chosen_ids() == [3])


def test_what_the_search_hides_is_shown_on_demand_and_the_choice_stays_till_then(desk: Desk) -> None:
    search_for(desk, "weight")
    desk.until_titles(TWO[1])
    desk.choose(2)

    desk.paste("29412138 29608148")

    desk.until(lambda: desk.window.notices.text == "2 papers added, which the list does not show now.")
    desk.until(lambda: not desk.desktop.link.background.busy)
    assert desk.window.table.chosen_ids() == [2]
    [show] = [each for each in desk.window.notices.findChildren(QPushButton) if each.text() == "Show them"]
    show.click()
    desk.until(lambda: desk.window.model.rowCount() == 4)
    desk.until(lambda: desk.window.table.chosen_ids() == [3])
    assert desk.window.search.text() == ""


@pytest.fixture
def held(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The list is being read; what it held at the beginning is known once this is set."""
    begun, end = threading.Event(), threading.Event()
    ids = desk.store.ids

    def first_slowly(query: JobQuery) -> list[int]:
        found, first = ids(query), not begun.is_set()
        begun.set()
        if first:
            end.wait()
        return found

    desk.until(lambda: not desk.desktop.link.background.busy)
    monkeypatch.setattr(desk.store, "ids", first_slowly)
    desk.store.resume([1])
    desk.until(begun.is_set)
    yield end
    end.set()


def test_what_is_added_while_the_list_is_read_is_chosen_once_it_is_listed(
    desk: Desk, held: threading.Event
) -> None:
    desk.choose(2)
    chosen: list[list[int]] = []
    desk.window.model.listed.connect(lambda _number: chosen.append(desk.window.table.chosen_ids()))
    desk.paste("29412138")
    desk.until(lambda: desk.window.notices.text == "One paper added.")

    held.set()

    desk.until(lambda: desk.window.table.chosen_ids() == [3])
    assert chosen[0] == [2], "the list did not hold the new paper yet"


def test_what_was_to_be_chosen_is_forgotten_with_another_list(desk: Desk, held: threading.Event) -> None:
    desk.paste("29412138")
    desk.until(lambda: desk.window.notices.text == "One paper added.")
    search_for(desk, "weight")
    held.set()
    desk.until_titles(TWO[1])
    desk.choose(2)

    search_for(desk, "")

    desk.until(lambda: desk.window.model.rowCount() == 3)
    desk.until(lambda: not desk.desktop.link.background.busy)
    assert desk.window.table.chosen_ids() == [2]
