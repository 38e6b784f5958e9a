"""The list of jobs: filtered, searched, sorted, put in order, and never out of step with the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QToolButton

from tests.desktop.window.desk import add, fail_first, papers
from tests.jobs.store.queues import describe
from videogen_desktop.jobs.model import Ending, Film, JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


def test_it_shows_what_is_in_the_store_in_the_order_of_the_line(opened: Open, before: Before) -> None:
    before(add(*THREE))

    desk = opened()

    desk.until_titles(*THREE)
    assert desk.window.table.isVisible()


@pytest.mark.usefixtures("before")
def test_an_empty_window_says_what_to_do_and_the_list_comes_with_the_first_paper(opened: Open) -> None:
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())

    add(*THREE)(desk.store)

    desk.until(lambda: desk.window.table.isVisible())
    desk.until_titles(*THREE)


@pytest.mark.usefixtures("before")
def test_papers_are_pasted_into_an_empty_window(opened: Open) -> None:
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())
    QGuiApplication.clipboard().setText("29412138")

    desk.window.activateWindow()
    QTest.keySequence(desk.window, QKeySequence(QKeySequence.StandardKey.Paste))

    desk.until(lambda: any(dialog.isVisible() for dialog in desk.window.findChildren(QDialog)))


def test_a_filter_lets_through_its_states_and_counts_follow(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(fail_first)
    desk = opened()
    desk.until_titles(*THREE)

    desk.window.filters.chosen.emit("failed")
    desk.until_titles(THREE[0])
    desk.window.filters.chosen.emit("queued")
    desk.until_titles(*THREE[1:])
    desk.window.filters.chosen.emit("done")

    desk.until(lambda: desk.window.nothing_found.isVisible())
    desk.window.nothing_found.wanted.emit("show-all")
    desk.until_titles(*THREE)


def test_cancelled_jobs_have_a_filter_of_their_own_while_there_are_any(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(fail_first)
    desk = opened()
    desk.until_titles(*THREE)
    desk.until(lambda: _filters(desk) == ["All: 3", "Running: 0", "Queued: 2", "Done: 0", "Failed: 1"])

    desk.choose(desk.listed()[1].id)
    desk.act("cancel")
    desk.until(lambda: _filters(desk)[-2:] == ["Failed: 1", "Cancelled: 1"])
    desk.window.filters.findChildren(QToolButton)[-1].click()
    desk.until_titles(THREE[1])
    desk.act("undo")

    desk.until(lambda: _filters(desk)[-1] == "Cancelled: 0")
    desk.until(lambda: desk.window.nothing_found.isVisible())
    desk.window.nothing_found.wanted.emit("show-all")
    desk.until(lambda: _filters(desk)[-1] == "Failed: 1")
    desk.until_titles(*THREE)


def _filters(desk: Desk) -> list[str]:
    """What the filters say that can be chosen."""
    buttons = desk.window.filters.findChildren(QToolButton)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def test_words_are_searched_for_as_they_are_typed(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)

    desk.window.search.setFocus()
    QTest.keyClicks(desk.window.search, "mort")
    desk.until_titles(THREE[1])

    desk.window.search.clear()
    desk.until_titles(*THREE)


def test_a_heading_sorts_forwards_backwards_and_back_to_the_line(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    header = desk.window.table.horizontalHeader()

    header.sectionClicked.emit(0)
    desk.until_titles(*sorted(THREE))
    header.sectionClicked.emit(0)
    desk.until_titles(*sorted(THREE, reverse=True))
    header.sectionClicked.emit(0)
    desk.until_titles(*THREE)


def test_a_new_title_is_shown_and_sorted_without_being_asked_for(opened: Open, before: Before) -> None:
    before(add("b", "c"))
    desk = opened()
    desk.window.table.sorted_by.emit("title", False)
    desk.until_titles("b", "c")

    [first] = [job for job in desk.listed() if job.paper.title == "c"]
    describe(desk.store, first.id, papers("a", first=2)[0].facts)

    desk.until_titles("a", "b")


def test_what_is_chosen_stays_chosen_when_the_list_changes(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    chosen = desk.listed()[1].id
    desk.choose(chosen)

    desk.store.move([chosen], "top")
    desk.until_titles(THREE[1], THREE[0], THREE[2])
    assert desk.window.table.chosen_ids() == [chosen]

    desk.store.remove([desk.listed()[2].id])
    desk.until_titles(THREE[1], THREE[0])
    assert desk.window.table.chosen_ids() == [chosen]

    desk.window.search.setText("weight")
    desk.window.search.textEdited.emit("weight")
    desk.until_titles(THREE[1])
    assert desk.window.table.chosen_ids() == [chosen]


def test_jobs_of_another_process_appear(opened: Open, before: Before) -> None:
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())

    before(add("From the command line"))

    desk.until_titles("From the command line")


def test_keys_move_jobs_in_the_line(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(desk.listed()[2].id)
    desk.window.table.setFocus()

    QTest.keyClick(desk.window.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.until_titles(THREE[0], THREE[2], THREE[1])
    QTest.keyClick(desk.window.table, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    desk.until_titles(THREE[2], THREE[0], THREE[1])


@pytest.mark.parametrize(("row", "order"), [(0, (2, 0, 1)), (1, (0, 2, 1)), (3, (0, 1, 2))])
def test_dragged_jobs_go_to_where_they_are_dropped(
    opened: Open, before: Before, row: int, order: tuple[int, ...]
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    dragged = desk.listed()[2].id

    desk.window.table.reordered.emit([dragged], row)

    desk.until_titles(*(THREE[number] for number in order))


def test_ten_thousand_jobs_are_listed_and_only_those_seen_are_read(opened: Open, before: Before) -> None:
    many = papers(*(f"Paper {number}" for number in range(10_000)))
    before(lambda store: store.add(many, JobOptions()))

    desk = opened()

    desk.until(lambda: desk.window.model.rowCount() == 10_000)
    desk.until(lambda: desk.window.model.job_at(0))
    assert desk.window.model.job_at(5_000) is None
    desk.window.table.scrollTo(desk.window.model.index(5_000, 0))
    desk.until(lambda: desk.window.model.job_at(5_000))
    desk.window.table.selectAll()
    assert len(desk.window.table.chosen_ids()) == 10_000


def test_a_film_that_is_gone_is_said_in_the_list(opened: Open, before: Before, folder: DataFolder) -> None:
    gone = folder.films / "gone" / "final_video.mp4"
    film = Film(gone, 84.0, 1920, 1080, 10, "0" * 64, 0.0, 1)

    def finish_one(store: JobStore) -> None:
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        store.mark_film(claim.job.id, missing=True)
        store.set_reason("owner", True)

    before(add(THREE[0]))
    before(finish_one)
    desk = opened()
    desk.until_titles(THREE[0])

    assert desk.window.model.index(0, 1).data() == "Film missing"
