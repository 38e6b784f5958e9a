"""A paper that was added under two of its names is told of once that is known, and one job is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tests.desktop.window.behaviour import close_notices
from tests.desktop.window.desk import add
from tests.jobs.store.queues import describe
from videogen_desktop.desktop.adding import Adder
from videogen_desktop.desktop.twins import TwinWatch
from videogen_desktop.desktop.undoing import Undoable
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

NAMES = (PaperFacts(pmid="29608148"), PaperFacts(pmcid="PMC5880371"), PaperFacts(doi="10.7554/elife.32671"))
WHOLE = PaperFacts(
    pmid="29608148", pmcid="PMC5880371", doi="10.7554/elife.32671", title="Imaging of cortical circuits"
)


def add_names(*names: PaperFacts) -> Callable[[JobStore], object]:
    return lambda store: store.add([NewPaper(facts) for facts in names], JobOptions())


def watch(desk: Desk) -> TwinWatch:
    found = desk.window.findChild(TwinWatch)
    assert isinstance(found, TwinWatch)
    return found


def offer(desk: Desk) -> QPushButton:
    """What is offered in the notice."""
    [button] = [
        each
        for each in desk.window.notices.findChildren(QPushButton)
        if each.isVisible() and each.text().startswith("Keep")
    ]
    return button


def test_the_second_is_taken_out_and_comes_back_by_undo(opened: Open, before: Before) -> None:
    before(add_names(*NAMES[:2]))
    before(add("Another paper"))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 3)
    first, second, other = (job.id for job in desk.listed())

    desk.desktop.link.write(lambda store: describe(store, first, WHOLE))
    desk.until(lambda: "under two of its names" in desk.window.notices.text)
    offer(desk).click()

    desk.until(lambda: sorted(desk.window.model.all_ids()) == [first, other])
    desk.act("undo")
    desk.until(lambda: sorted(desk.window.model.all_ids()) == [first, second, other])


def test_several_are_told_of_at_once_and_only_once(opened: Open, before: Before) -> None:
    before(add_names(*NAMES))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 3)
    first, *_others = (job.id for job in desk.listed())

    desk.desktop.link.write(lambda store: describe(store, first, WHOLE))
    desk.until(lambda: "2 of your papers" in desk.window.notices.text)
    assert offer(desk).text() == "Keep one of each"
    close_notices(desk)
    desk.choose(first)
    desk.act("pause-jobs")
    desk.until(lambda: desk.window.notices.text == "One paper paused.")
    desk.until(lambda: not watch(desk).busy)

    assert desk.window.notices.text == "One paper paused."


def test_what_has_begun_meanwhile_stays(opened: Open, before: Before) -> None:
    before(add_names(*NAMES[:2]))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 2)
    first, second = (job.id for job in desk.listed())
    desk.desktop.link.write(lambda store: describe(store, first, WHOLE))
    desk.until(lambda: "under two of its names" in desk.window.notices.text)

    desk.desktop.link.write(lambda store: store.cancel([first]))
    desk.until(lambda: desk.states()[first] == "cancelled")
    offer(desk).click()
    carried_out: list[object] = []
    desk.desktop.link.write(lambda _store: None, carried_out.append)  # after what was decided before

    desk.until(lambda: carried_out)
    assert desk.store.get(second) is not None
    assert desk.states()[second] == "queued"


def test_what_the_preview_has_told_is_not_told_again(opened: Open, before: Before) -> None:
    before(add_names(WHOLE))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 1)
    adder = desk.window.findChild(Adder)
    assert isinstance(adder, Adder)

    def added(ids: tuple[int, ...]) -> None:
        close_notices(desk)
        adder.added.emit(ids)
        adder.undoable.emit(ids, Undoable("", lambda: None))

    desk.desktop.link.write(lambda store: store.add([NewPaper(NAMES[1])], JobOptions()), added)
    desk.until(lambda: desk.window.notices.text == "One paper added.")
    desk.until(lambda: not watch(desk).busy)

    assert desk.window.notices.text == "One paper added."
