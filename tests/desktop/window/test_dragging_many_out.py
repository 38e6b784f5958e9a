"""All that is chosen is dragged out, whether it was scrolled to or not; what is too much is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.desktop.window.desk import add
from tests.desktop.window.dropping import Carried
from videogen_desktop.desktop.jobs_view import chosen_reader
from videogen_desktop.desktop.jobs_view import table as table_module

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

MANY = [f"Paper {number:03}" for number in range(128)]


class CarriedOut(Carried):
    """A drag that another program takes."""

    text = ""

    def exec(self, *_actions: object) -> Qt.DropAction:
        CarriedOut.text = self.mimeData().text()
        return Qt.DropAction.CopyAction


@pytest.fixture
def desk(opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(table_module, "QDrag", CarriedOut)
    before(add(*MANY))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == len(MANY))
    return desk


def read(desk: Desk) -> int:
    """How many of the listed jobs were read."""
    model = desk.window.model
    return sum(model.known(job_id) is not None for job_id in model.all_ids())


def test_jobs_that_nobody_scrolled_to_are_dragged_out_too(desk: Desk) -> None:
    desk.until(lambda: 0 < read(desk) < len(MANY))
    desk.window.table.selectAll()
    desk.until(lambda: read(desk) == len(MANY))

    desk.window.table.startDrag(Qt.DropAction.CopyAction)

    assert CarriedOut.text.splitlines() == MANY
    assert desk.window.notices.text == ""


def test_what_was_too_much_to_be_dragged_out_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_reader, "MOST", 0)
    desk.until(lambda: 0 < read(desk) < len(MANY))
    out = len(MANY) - read(desk)
    desk.window.table.selectAll()

    desk.window.table.startDrag(Qt.DropAction.CopyAction)

    told = f"Too many papers to drag out at once; left out: {out}. Export them instead."
    assert desk.window.notices.text == told
