"""What is dragged: rows of the list into another order, and papers from other programs onto the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.desktop.window.desk import add
from tests.desktop.window.dropping import Carried, drop
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.jobs_view import table as table_module
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

FOUR = ("Cortical circuits", "Mortality and weight", "Acupuncture", "Zinc")


@pytest.fixture
def desk(opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window with four jobs in the line, whose rows are carried as far as they are dragged."""
    monkeypatch.setattr(table_module, "QDrag", Carried)
    before(add(*FOUR))
    desk = opened()
    desk.until_titles(*FOUR)
    return desk


def drag_row(desk: Desk, row: int, onto: int, share: float) -> None:
    """Press the mouse on a row and drag what is chosen to some height of another row."""
    table = desk.window.table
    height = table.rowHeight(onto)
    Carried.place = (table.viewport(), QPoint(60, table.rowViewportPosition(onto) + int(height * share)))
    start = table.visualRect(desk.window.model.index(row, 0)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 30):  # then the drag has the mouse
        QTest.mouseMove(table.viewport(), start + QPoint(step, 0))
    QTest.mouseRelease(desk.window.status, Qt.MouseButton.LeftButton)  # it is the drag that ends by it


def line(desk: Desk) -> list[str]:
    """The titles as the store has them in the line."""
    return [job.paper.title for job in desk.store.page(JobQuery(), 0, 100)]


@pytest.mark.parametrize(
    ("chosen", "onto", "share", "order"),
    [
        ((3,), 0, 0.2, (3, 0, 1, 2)),
        ((3,), 0, 0.8, (0, 3, 1, 2)),
        ((0,), 3, 0.8, (1, 2, 3, 0)),
        ((1, 3), 0, 0.2, (1, 3, 0, 2)),
    ],
)
def test_rows_go_to_where_the_mouse_lets_them_go(
    desk: Desk, chosen: Sequence[int], onto: int, share: float, order: Sequence[int]
) -> None:
    ids = [job.id for job in desk.listed()]
    desk.choose(*(ids[row] for row in chosen))

    drag_row(desk, chosen[-1], onto, share)

    wanted = [FOUR[number] for number in order]
    desk.until(lambda: line(desk) == wanted)
    desk.until_titles(*wanted)
    assert desk.window.table.chosen_ids() == [ids[row] for row in chosen]


def test_rows_below_the_last_one_go_to_the_end(desk: Desk) -> None:
    desk.choose(desk.listed()[0].id)

    drag_row(desk, 0, 3, 1.5)

    desk.until(lambda: line(desk) == [*FOUR[1:], FOUR[0]])


def test_a_sorted_list_is_not_put_in_another_order(desk: Desk) -> None:
    desk.window.table.sorted_by.emit("title", False)
    desk.until_titles(*sorted(FOUR))
    desk.choose(desk.listed()[3].id)
    told: list[object] = []
    desk.desktop.link.decided.connect(told.append)

    drag_row(desk, 3, 0, 0.2)
    desk.act("cancel")

    desk.until(lambda: len(told) == 1)
    assert line(desk) == list(FOUR)
    assert not desk.window.findChildren(PreviewSheet), "rows of the list are no papers to be added"


@pytest.mark.parametrize(
    ("key", "row", "order"),
    [
        (Qt.Key.Key_Up, 2, (0, 2, 1, 3)),
        (Qt.Key.Key_Down, 0, (1, 0, 2, 3)),
        (Qt.Key.Key_Home, 2, (2, 0, 1, 3)),
        (Qt.Key.Key_End, 0, (1, 2, 3, 0)),
    ],
)
def test_keys_change_the_line_of_the_store(desk: Desk, key: Qt.Key, row: int, order: Sequence[int]) -> None:
    desk.choose(desk.listed()[row].id)
    desk.window.table.setFocus()

    QTest.keyClick(desk.window.table, key, Qt.KeyboardModifier.AltModifier)

    wanted = [FOUR[number] for number in order]
    desk.until(lambda: line(desk) == wanted)
    desk.until_titles(*wanted)


def places(desk: Desk) -> dict[str, QWidget]:
    details = desk.window.findChild(DetailPane)
    assert details is not None
    return {"list": desk.window.table.viewport(), "details": details, "tools": desk.window.tools}


def previewed(desk: Desk) -> PreviewSheet:
    def shown() -> list[PreviewSheet]:
        return [each for each in desk.window.findChildren(PreviewSheet) if each.isVisible() and each.papers]

    desk.until(shown)
    [sheet] = shown()
    return sheet


@pytest.mark.parametrize("place", ["list", "details", "tools"])
def test_text_that_is_dropped_anywhere_is_previewed_and_added(desk: Desk, place: str) -> None:
    mime = QMimeData()
    mime.setText("PMID: 29412138\nhttps://doi.org/10.7554/eLife.32671")

    assert drop(desk.window, places(desk)[place], mime)

    sheet = previewed(desk)
    assert len(sheet.papers) == 2
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    desk.until(lambda: desk.store.counts().get("queued") == len(FOUR) + 2)
    desk.until(lambda: desk.window.model.rowCount() == len(FOUR) + 2)


@pytest.mark.usefixtures("before")
def test_a_list_is_dropped_on_the_empty_window(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())
    listed = tmp_path / "monday.csv"
    listed.write_text("pmid,title\n29412138,One\n16968127,Two\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(listed))])

    assert drop(desk.window, desk.window.empty, mime)

    assert {each.facts.pmid for each in previewed(desk).papers} == {"29412138", "16968127"}


def test_a_picture_alone_is_not_taken(desk: Desk) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))

    assert not drop(desk.window, desk.window.table.viewport(), mime)
