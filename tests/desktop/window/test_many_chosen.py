"""With a great many rows chosen the list is sorted, and dragged out, by few indexes of Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from tests.desktop.window.desk import add
from tests.desktop.window.dropping import Carried
from videogen_desktop.desktop.jobs_view import table as table_module
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

MANY = [f"Paper {number:03}" for number in range(128)]


@pytest.fixture
def desk(opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window with more jobs than were read, all of them chosen."""
    monkeypatch.setattr(table_module, "QDrag", Carried)
    before(add(*MANY))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == len(MANY))
    desk.window.table.selectAll()
    return desk


def test_in_another_order_each_chosen_row_is_one_index_and_stays_chosen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, table = desk.window.model, desk.window.table
    chosen = table.chosen_ids()[1:]
    table.choose(chosen)
    change, changed = model.changePersistentIndexList, list[int]()

    def counted(before: Sequence[QModelIndex], after: Sequence[QModelIndex]) -> None:
        changed.append(len(before))
        change(before, after)

    monkeypatch.setattr(model, "changePersistentIndexList", counted)
    model.ask(JobQuery(sort="title", descending=True))

    desk.until(lambda: changed)
    [number] = changed
    assert number < 2 * len(MANY)
    assert table.chosen_ids() == chosen[::-1]


def test_a_drag_of_all_begins_without_an_index_of_each(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    table = desk.window.table
    chosen: Any = table.selectionModel()

    def one_each(_column: int = 0) -> None:
        pytest.fail("an index of each row is made")

    monkeypatch.setattr(chosen, "selectedRows", one_each)
    began: list[Qt.DropAction] = []
    monkeypatch.setattr(Carried, "exec", lambda _drag, action: began.append(action))

    table.startDrag(Qt.DropAction.CopyAction)

    assert len(began) == 1
