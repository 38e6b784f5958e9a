"""What the owner decides is done, told, refused with its reason, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QDialogButtonBox, QMenu, QPushButton

from tests.desktop.window.behaviour import leave_off, let_work, stored
from tests.desktop.window.desk import add, fail_first, papers
from tests.jobs.store.queues import ENDINGS
from videogen_desktop.desktop.jobs_view import JOB_ROLE
from videogen_desktop.desktop.options_dialog import OptionsDialog
from videogen_desktop.jobs.model import Ending, JobOptions, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


def ask_for_review(store: JobStore) -> None:
    """The first job of the line waits for its script to be read."""
    store.set_reason("owner", False)
    claim = store.claim("a worker")
    assert claim
    store.finish(
        claim, Ending("needs-attention", "attention", problem=Problem("review", "Written.", "Read it."))
    )
    store.set_reason("owner", True)


def test_jobs_are_paused_and_resumed(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    first, second, third = (job.id for job in desk.listed())

    desk.choose(first, second)
    desk.act("pause-jobs")
    desk.until(lambda: desk.states() == {first: "paused", second: "paused", third: "queued"})
    desk.until(lambda: "2 papers paused" in desk.window.notices.text)
    desk.act("resume-jobs")

    desk.until(lambda: set(desk.states().values()) == {"queued"})


def test_a_cancelled_job_is_taken_back_by_undo(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    first = desk.listed()[0].id
    desk.choose(first)

    desk.act("cancel")
    desk.until(lambda: desk.states()[first] == "cancelled")
    desk.act("undo")

    desk.until(lambda: desk.states()[first] == "queued")


def test_undoing_a_cancelling_lets_every_job_stand_as_it_stood(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(lambda store: store.pause([2]))
    before(ask_for_review)
    desk = opened()
    desk.until_titles(*THREE)
    stood = {1: "needs-attention", 2: "paused", 3: "queued"}
    assert desk.states() == stood
    desk.act("select-all")

    desk.act("cancel")
    desk.until(lambda: set(desk.states().values()) == {"cancelled"})
    desk.act("undo")

    desk.until(lambda: desk.states() == stood)
    assert desk.window.model.index(0, 0).data(JOB_ROLE).problem.code == "review"


def test_undoing_the_cancelling_of_a_film_that_is_being_made_has_it_made(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    profile = let_work(folder)
    before(lambda store: store.add(papers("Works"), JobOptions(profile=profile.name)))
    desk = opened()
    desk.until_titles("Works")
    desk.act("pause-queue")
    desk.until(lambda: desk.states() == {1: "running"})
    desk.choose(1)

    desk.act("cancel")
    desk.until(lambda: desk.window.notices.text == "One paper cancelled.")
    desk.act("undo")

    goes_on = ("Its owner lets it go on after all.", "Its owner took the cancelling back.")
    desk.until(lambda: any(told in history(desk) for told in goes_on))
    desk.until(lambda: desk.states() == {1: "running"} and stored(desk, 1).request is None)
    assert desk.window.notices.text == "", "nothing is refused"
    leave_off(folder)
    desk.until(lambda: desk.states() == {1: "failed"})


def history(desk: Desk) -> str:
    return " ".join(event.text for event in desk.store.events(1))


def test_what_was_done_and_what_was_not_is_said_in_one_notice(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(fail_first)
    desk = opened()
    desk.until_titles(*THREE)
    desk.act("select-all")

    desk.act("cancel")

    desk.until(lambda: list(desk.states().values()) == ["failed", "cancelled", "cancelled"])
    desk.until(
        lambda: (
            desk.window.notices.text
            == "2 papers cancelled. Not done for 1 of 3: It is failed, and from there "
            "it cannot become cancelled."
        )
    )
    [undo] = [each for each in desk.window.notices.findChildren(QPushButton) if each.isVisible()]
    undo.click()
    desk.until(lambda: list(desk.states().values()) == ["failed", "queued", "queued"])


def test_removed_jobs_come_back_by_undo_as_they_were(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(*(job.id for job in desk.listed()[:2]))

    desk.act("remove")
    desk.until_titles(THREE[2])
    desk.act("undo")

    desk.until_titles(*THREE)


def test_everything_that_failed_is_tried_again(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(fail_first)
    before(fail_first)
    desk = opened()
    desk.until(lambda: sorted(desk.states().values()) == ["failed", "failed", "queued"])
    desk.until(lambda: desk.window.actions_["retry-failed"].isEnabled())

    desk.act("retry-failed")

    desk.until(lambda: set(desk.states().values()) == {"queued"})


def test_only_what_can_be_done_with_the_chosen_jobs_is_offered(opened: Open, before: Before) -> None:
    before(add(*THREE))
    before(fail_first)
    desk = opened()
    desk.until_titles(*THREE)
    failed, queued, _ = (job.id for job in desk.listed())
    actions = desk.window.actions_

    desk.choose(failed)
    assert actions["retry"].isEnabled()
    assert not actions["cancel"].isEnabled()
    desk.choose(queued)
    assert not actions["retry"].isEnabled()
    assert actions["cancel"].isEnabled()
    desk.window.table.clearSelection()
    assert not actions["cancel"].isEnabled()
    assert not actions["cite-text"].isEnabled()


def test_citations_are_copied(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(*(job.id for job in desk.listed()[:2]))

    desk.act("cite-ris")

    clipboard = QGuiApplication.clipboard()
    desk.until(lambda: clipboard.text().count("TY  - ") == 2)
    assert THREE[0] in clipboard.text()
    desk.until(lambda: desk.window.notices.text == "2 citations copied.")


def test_citations_of_all_chosen_papers_are_copied_however_many(opened: Open, before: Before) -> None:
    titles = [f"Paper {number}." for number in range(2_345)]
    before(add(*titles))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == len(titles))
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    desk.act("select-all")
    desk.until(lambda: desk.window.actions_["cite-ris"].isEnabled())

    desk.act("cite-ris")

    desk.until(lambda: clipboard.text().count("TY  - ") == len(titles))
    assert "Paper 2344." in clipboard.text()
    desk.until(lambda: desk.window.notices.text == "2345 citations copied.")


@pytest.mark.usefixtures("before")
def test_the_queue_is_paused_and_goes_on(opened: Open) -> None:
    desk = opened()
    desk.until(lambda: desk.window.banner.isVisible())
    assert "paused" in desk.window.banner.text

    desk.act("pause-queue")
    desk.until(lambda: not desk.desktop.link.pool.state.paused)
    desk.until(lambda: not desk.window.banner.isVisible())
    desk.until(lambda: desk.window.actions_["after-this-one"].isEnabled())
    desk.act("after-this-one")
    desk.until(lambda: desk.desktop.link.pool.state.after_this_one or desk.desktop.link.pool.state.paused)
    desk.act("pause-queue")


@pytest.mark.usefixtures("before")
def test_going_on_is_offered_once(opened: Open) -> None:
    desk = opened()
    desk.until(lambda: desk.window.banner.isVisible())

    def offered() -> list[str]:
        buttons = desk.window.findChildren(QAbstractButton)
        return [
            each.text() for each in buttons if each.isVisible() and "Go on" in each.text().replace("&", "")
        ]

    desk.until(lambda: len(offered()) == 1)
    [button] = [each for each in desk.window.findChildren(QAbstractButton) if each.text() in offered()]
    button.click()
    desk.until(lambda: not desk.desktop.link.pool.state.paused)
    desk.until(lambda: offered() == [])


def test_what_was_handed_over_at_the_start_is_taken_in(opened: Open) -> None:
    desk = opened("29412138", "10.7554/eLife.32671")

    desk.until(lambda: any(dialog.isVisible() for dialog in desk.window.findChildren(QDialog)))


def test_options_are_changed_afterwards(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    first, second, third = (job.id for job in desk.listed())
    desk.choose(first, second)

    choose_long(desk)

    def length(job_id: int) -> str | None:
        job = desk.store.get(job_id)
        return job.options.length if job else None

    desk.until(lambda: [length(each) for each in (first, second, third)] == ["long", "long", "standard"])


def test_a_finished_film_stays_and_another_one_is_made_with_other_options(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    before(finish_first)
    desk = opened()
    desk.until_titles(*THREE)
    finished = next(job for job in desk.listed() if job.state == "completed")
    desk.choose(finished.id)

    choose_long(desk)

    desk.until(lambda: len(desk.states()) == 4)
    [another] = [job for job in desk.listed() if job.options.length == "long"]
    assert (another.state, another.paper) == ("queued", finished.paper)
    now = desk.store.get(finished.id)
    assert now is not None
    assert (now.state, now.options, now.film) == ("completed", finished.options, finished.film)
    desk.until(lambda: "One more film is in the line" in desk.window.notices.text)
    desk.act("undo")
    desk.until_titles(*THREE)


@pytest.mark.usefixtures("idle_workers")
def test_another_film_that_was_made_meanwhile_stays_and_that_is_said(opened: Open, before: Before) -> None:
    before(add("Cortical circuits"))
    before(finish_first)
    desk = opened()
    desk.until_titles("Cortical circuits")
    desk.choose(desk.listed()[0].id)
    choose_long(desk)
    desk.until(lambda: "One more film is in the line" in desk.window.notices.text)
    finish_first(desk.store)

    desk.act("undo")

    desk.until(lambda: "stays in the list" in desk.window.notices.text)
    desk.until(lambda: sorted(desk.states().values()) == ["completed", "completed"])


def choose_long(desk: Desk) -> None:
    """In the dialog of options, as a person does."""
    desk.act("options")
    desk.until(lambda: desk.window.findChildren(OptionsDialog))
    [dialog] = desk.window.findChildren(OptionsDialog)
    lengths = next(c for c in dialog.form.findChildren(QComboBox) if c.findData("long") >= 0)
    lengths.setCurrentIndex(lengths.findData("long"))
    dialog.findChild(QDialogButtonBox).accepted.emit()


def finish_first(store: JobStore) -> None:
    """The first job of the line is completed."""
    store.set_reason("owner", False)
    claim = store.claim("test")
    assert claim is not None
    store.finish(claim, ENDINGS["completed"])
    store.set_reason("owner", True)


def test_a_menu_offers_what_can_be_done_with_the_chosen_jobs(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(desk.listed()[0].id)
    table = desk.window.table

    table.customContextMenuRequested.emit(table.visualRect(desk.window.model.index(0, 0)).center())

    desk.until(lambda: any(menu.isVisible() for menu in table.findChildren(QMenu)))
    [menu] = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    offered = {action.objectName() for action in menu.actions() if action.isVisible()}
    assert {"pause-jobs", "cancel", "remove"} <= offered
    assert not {"retry", "resume-jobs", "export"} & offered
    menu.close()
