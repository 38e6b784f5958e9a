"""Entries of the menus do what they say: each is pressed, and store, disk or clipboard are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest
from PySide6.QtCore import QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from tests.desktop.window.behaviour import entry, finish_first, leave_off, let_work, stored
from tests.desktop.window.desk import add, papers
from tests.processes import descendants_with
from videogen_desktop.jobs.model import JobOptions, JobQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    """A window with three jobs in the line, which is paused."""
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    return desk


@pytest.fixture
def done(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """A window with three jobs; the first is done, and chosen."""
    before(add(*THREE))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles(*THREE)
    desk.choose(1)
    return desk


@pytest.fixture
def at_work(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """A window with two jobs, of which the first runs until ``leave_off``."""
    profile = let_work(folder)
    before(lambda store: store.add(papers("First", "Second"), JobOptions(profile=profile.name)))
    desk = opened()
    desk.until_titles("First", "Second")
    press(desk, "pause-queue")
    desk.until(lambda: desk.states() == {1: "running", 2: "queued"})
    desk.until(lambda: processes(folder))
    return desk


def press(desk: Desk, name: str) -> None:
    """Press an entry of the window's own menus, where a person finds it."""
    found = [
        action
        for menu in desk.window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.objectName() == name
    ]
    assert found, f"no menu has {name}"
    desk.until(found[0].isEnabled)
    found[0].trigger()


def line(desk: Desk) -> list[int]:
    """The jobs in the order in which they are worked on, as the store has it."""
    return list(desk.store.ids(JobQuery()))


def processes(folder: DataFolder) -> list[psutil.Process]:
    """Those that work on films now."""
    return descendants_with(str(folder.root / "go"))


def held(folder: DataFolder) -> bool:
    """Whether what works on films is held where it is."""
    working = processes(folder)
    return bool(working) and all(each.status() == psutil.STATUS_STOPPED for each in working)


def test_what_is_done_is_cleared_from_the_list_and_its_film_stays(done: Desk, folder: DataFolder) -> None:
    press(done, "clear-completed")
    done.until_titles(*THREE[1:])

    assert done.store.counts().get("completed", 0) == 0
    assert list(folder.films.rglob("final_video.mp4"))
    press(done, "undo")
    done.until(lambda: done.store.counts().get("completed") == 1)


@pytest.mark.parametrize(
    ("name", "chosen", "order", "priority"),
    [
        ("priority-high", (3,), [3, 1, 2], 10),
        ("priority-low", (1,), [2, 3, 1], -10),
        ("top", (2, 3), [2, 3, 1], 0),
        ("up", (3,), [1, 3, 2], 0),
        ("down", (1,), [2, 1, 3], 0),
        ("bottom", (1, 2), [3, 1, 2], 0),
    ],
)
def test_jobs_go_before_and_after_others(
    desk: Desk, name: str, chosen: tuple[int, ...], order: list[int], priority: int
) -> None:
    desk.choose(*chosen)

    press(desk, name)

    desk.until(lambda: line(desk) == order)
    assert [stored(desk, job_id).priority for job_id in chosen] == [priority] * len(chosen)
    desk.until(lambda: [job.id for job in desk.listed()] == order)


def test_a_job_that_went_before_all_others_is_put_in_its_turn_again(desk: Desk) -> None:
    desk.choose(3)
    press(desk, "priority-high")
    desk.until(lambda: line(desk) == [3, 1, 2])

    press(desk, "priority-normal")

    desk.until(lambda: stored(desk, 3).priority == 0)
    assert line(desk) == [1, 2, 3]


def test_a_film_is_made_again_from_the_beginning(done: Desk) -> None:
    press(done, "from-scratch")

    done.until(lambda: stored(done, 1).state == "queued")
    assert stored(done, 1).from_scratch


class FileManager(QObject):
    """Is shown folders."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QUrl] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.shown.append(url)


@pytest.fixture
def file_manager() -> Iterator[FileManager]:
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show_folder")
    yield manager
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_of_a_film_is_shown(done: Desk, file_manager: FileManager) -> None:
    film = stored(done, 1).film
    assert film is not None

    press(done, "open-folder")

    done.until(lambda: file_manager.shown)
    assert file_manager.shown == [QUrl.fromLocalFile(str(film.path.parent))]


def test_the_folder_of_the_first_film_among_those_that_are_chosen_is_shown(
    opened: Open, before: Before, folder: DataFolder, file_manager: FileManager
) -> None:
    before(add(*THREE))
    before(lambda store: store.pause([1]))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles(*THREE)
    film = stored(desk, 2).film
    assert film is not None
    desk.choose(1, 2, 3)

    press(desk, "open-folder")

    desk.until(lambda: file_manager.shown)
    assert file_manager.shown == [QUrl.fromLocalFile(str(film.path.parent))]


def test_that_no_film_is_there_to_be_shown_is_said(desk: Desk, file_manager: FileManager) -> None:
    film_folder = desk.window.actions_["open-folder"]
    desk.choose(1, 2)
    film_folder.setEnabled(True)  # as with more papers chosen than are looked at one by one

    film_folder.trigger()

    desk.until(lambda: desk.window.notices.text == "None of the chosen papers has a film yet.")
    assert not file_manager.shown


def test_the_line_is_paused_and_goes_on_while_what_runs_is_let_run(at_work: Desk, folder: DataFolder) -> None:
    press(at_work, "pause-queue")
    at_work.until(lambda: at_work.store.queue_state().reasons == ("owner",))
    assert processes(folder)
    assert not held(folder)

    press(at_work, "pause-queue")

    at_work.until(lambda: at_work.store.queue_state().reasons == ())


def test_what_runs_is_held_where_it_is_until_the_queue_goes_on(at_work: Desk, folder: DataFolder) -> None:
    press(at_work, "suspend-queue")

    at_work.until(lambda: held(folder))
    at_work.until(lambda: at_work.store.queue_state().reasons == ("owner",))
    assert stored(at_work, 1).state == "running"
    press(at_work, "pause-queue")
    at_work.until(lambda: not held(folder))
    at_work.until(lambda: at_work.store.queue_state().reasons == ())


def test_nothing_is_begun_after_this_one(at_work: Desk, folder: DataFolder) -> None:
    press(at_work, "after-this-one")
    at_work.until(lambda: at_work.store.queue_state().after_this_one)
    at_work.until(lambda: "stops after" in at_work.window.banner.text)

    leave_off(folder)

    at_work.until(lambda: stored(at_work, 1).state == "failed")
    at_work.until(lambda: at_work.store.queue_state().reasons == ("after-this-one",))
    at_work.until(lambda: "as you asked" in at_work.window.banner.text)
    assert stored(at_work, 2).state == "queued"
    press(at_work, "pause-queue")
    at_work.until(lambda: stored(at_work, 2).state == "failed")


def test_stopping_after_this_one_is_taken_back(at_work: Desk, folder: DataFolder) -> None:
    press(at_work, "after-this-one")
    at_work.until(lambda: at_work.store.queue_state().after_this_one)

    press(at_work, "after-this-one")
    at_work.until(lambda: not at_work.store.queue_state().after_this_one)
    leave_off(folder)

    at_work.until(lambda: [stored(at_work, job).state for job in (1, 2)] == ["failed", "failed"])


@pytest.mark.parametrize(
    ("name", "each"), [("cite-text", "Ada Lovelace"), ("cite-bibtex", "@article{"), ("cite-ris", "TY  - ")]
)
def test_citations_reach_the_clipboard_from_the_menu_of_a_row(desk: Desk, name: str, each: str) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("what was copied before")
    desk.choose(1, 3)

    menu_of_row(desk, 0, name).trigger()

    desk.until(lambda: "what was copied before" not in clipboard.text())
    text = clipboard.text()
    assert THREE[0] in text
    assert THREE[1] not in text
    assert THREE[2] in text
    if name != "cite-text":
        assert text.count(each) == 2


def menu_of_row(desk: Desk, row: int, name: str) -> QAction:
    """Press the right button on a row; an entry of the menu that opens."""
    table = desk.window.table
    at = table.visualRect(desk.window.model.index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    assert event.type() == QEvent.Type.ContextMenu
    QApplication.sendEvent(table.viewport(), event)
    desk.until(lambda: any(menu.isVisible() for menu in table.findChildren(QMenu)))
    [menu] = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    return entry(menu, name)
