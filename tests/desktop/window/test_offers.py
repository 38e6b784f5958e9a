"""What a job wants of its owner is offered in its row: by the mouse, by the keyboard, and to be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox

from tests.desktop.window.desk import add
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.jobs_view.offer import HEIGHT
from videogen_desktop.jobs.model import BUILT_IN, Ending, JobOptions, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


def hold_first(code: str) -> Callable[[JobStore], None]:
    """The first job of the line needs attention, for that reason."""

    def hold(store: JobStore) -> None:
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        problem = Problem(code, "It does not go on by itself.", "Say what is to be done.")
        store.finish(claim, Ending("needs-attention", "attention", problem=problem))
        store.set_reason("owner", True)

    return hold


@pytest.fixture
def held(opened: Open, before: Before) -> Callable[[str], tuple[Desk, int]]:
    """Opens a window with a job that needs attention for some reason, and another job chosen."""

    def held(code: str) -> tuple[Desk, int]:
        before(add(*THREE))
        before(hold_first(code))
        desk = opened()
        desk.until_titles(*THREE)
        first, second, _third = (job.id for job in desk.listed())
        desk.choose(second)
        return desk, first

    return held


def press(desk: Desk, row: int) -> None:
    table = desk.window.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.offer_of(row).center())


def test_a_retracted_paper_is_filmed_anyway_by_pressing_what_its_row_offers(
    held: Callable[[str], tuple[Desk, int]],
) -> None:
    desk, job = held("retracted")
    table = desk.window.table
    assert table.offer_of(0).height() == HEIGHT
    assert table.offer_of(1).isEmpty()

    press(desk, 0)

    desk.until(lambda: desk.states()[job] == "queued")
    assert desk.listed()[0].options.allow_retracted
    assert table.chosen_ids() == [job]
    assert table.offer_of(0).isEmpty()


def test_scripts_and_a_retracted_paper_are_approved_in_one_go(opened: Open, before: Before) -> None:
    before(add(*THREE))
    for code in ("retracted", "review", "review"):
        before(hold_first(code))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(*(job.id for job in desk.listed()))

    desk.act("approve")

    desk.until(lambda: set(desk.states().values()) == {"queued"})
    assert [job.options.allow_retracted for job in desk.listed()] == [True, False, False]
    assert [job.approved for job in desk.listed()] == [False, True, True]
    desk.until(lambda: desk.window.notices.text == "Approved: 3 films are made now.")


def test_a_press_that_is_let_go_elsewhere_does_nothing(held: Callable[[str], tuple[Desk, int]]) -> None:
    desk, job = held("retracted")
    told: list[int] = []
    desk.window.table.opened.connect(told.append)
    viewport, at = desk.window.table.viewport(), desk.window.table.offer_of(0).center()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 2 * HEIGHT))
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)

    assert told == []
    assert desk.states()[job] == "needs-attention"


@pytest.mark.parametrize("how", ["return", "enter", "twice", "twice-on-it"])
def test_return_and_two_clicks_do_it_once(held: Callable[[str], tuple[Desk, int]], how: str) -> None:
    desk, job = held("retracted")
    table = desk.window.table
    told: list[int] = []
    table.opened.connect(told.append)
    if how in ("return", "enter"):
        desk.choose(job)
        QTest.keyClick(table, Qt.Key.Key_Return if how == "return" else Qt.Key.Key_Enter)
    else:
        place = table.offer_of(0) if how == "twice-on-it" else table.visualRect(desk.window.model.index(0, 0))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    desk.until(lambda: desk.states()[job] == "queued")
    assert told == [job]


def test_return_on_another_job_leaves_it_alone(held: Callable[[str], tuple[Desk, int]]) -> None:
    desk, _job = held("retracted")
    states = desk.states()

    QTest.keyClick(desk.window.table, Qt.Key.Key_Return)

    assert desk.states() == states


def test_a_script_is_turned_to_for_review(held: Callable[[str], tuple[Desk, int]]) -> None:
    desk, job = held("review")
    work = desk.desktop.link.queue.folder.work_of(desk.listed()[0].key)
    work.mkdir(parents=True)
    (work / "script.json").write_text('{"scenes": [{"title": "A", "text": "It was so."}]}', "utf-8")
    desk.window.actions_["details"].setChecked(False)
    details = desk.window.findChild(DetailPane)
    assert details is not None

    press(desk, 0)

    desk.until(lambda: details.script.view.isVisible())
    assert details.tabs.currentWidget() is details.script
    assert details.script.approve.isVisible()
    assert desk.states()[job] == "needs-attention", "it is read first"


def test_another_pipeline_is_chosen_and_the_job_is_in_the_line_again(
    held: Callable[[str], tuple[Desk, int]],
) -> None:
    desk, job = held("no-such-profile")
    desk.store.set_options([job], JobOptions(profile="gone"))
    desk.until(lambda: desk.listed()[0].options.profile == "gone")

    press(desk, 0)
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(QDialog)))
    [dialog] = [each for each in desk.window.findChildren(QDialog) if each.isVisible()]
    for choice in dialog.findChildren(QComboBox):
        if choice.findData(BUILT_IN) >= 0:
            choice.setCurrentIndex(choice.findData(BUILT_IN))
    [box] = dialog.findChildren(QDialogButtonBox)
    box.accepted.emit()

    desk.until(lambda: desk.states()[job] == "queued")
    assert desk.listed()[0].options.profile == BUILT_IN


def test_what_it_wants_is_heard_with_the_row(held: Callable[[str], tuple[Desk, int]]) -> None:
    desk, _job = held("retracted")
    index = desk.window.model.index(0, 0)

    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard.endswith("Needs attention. It does not go on by itself. Return: Make anyway")


def test_the_pointer_shows_what_can_be_pressed(held: Callable[[str], tuple[Desk, int]]) -> None:
    desk, _job = held("retracted")
    table = desk.window.table
    at = table.offer_of(0).center()
    plain = table.viewport().grab(table.offer_of(0)).toImage()

    QTest.mouseMove(table.viewport(), at)
    QTest.mouseMove(table.viewport(), at - QPoint(2, 0))

    desk.until(lambda: table.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
    assert table.viewport().grab(table.offer_of(0)).toImage() != plain
    QTest.mouseMove(table.viewport(), at - QPoint(0, 2 * HEIGHT))
    desk.until(lambda: table.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor)
