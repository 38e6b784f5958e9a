"""The window and each of its dialogs: heard, walked by keyboard, and seen by whoever sees little contrast."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QListWidget, QTabBar, QToolButton

from tests.desktop.all_dialogs import DIALOGS, come_to, dialog_classes
from tests.desktop.contrast import contrast
from tests.desktop.export.finished import FACTS, finished_job
from tests.desktop.hearing import nameless, out_of_order, unexplained, unnamed, unreached, walk
from tests.desktop.player.films import make_film
from tests.desktop.window.conftest import before, folder, opened
from tests.desktop.window.desk import add, fail_first
from videogen_desktop.desktop.opening import NotOpened
from videogen_desktop.desktop.theme import CHIPS, DARK, LIGHT
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper
from videogen_desktop.jobs.store import DamagedDatabase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desktop.window.desk import Desk
    from videogen_desktop.desktop.theme import Roles
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

__all__ = ["before", "folder", "opened"]

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire"),
    pytest.mark.skipif(
        sys.platform == "darwin", reason="there Tab goes to fields only, as its owner has set"
    ),
]
TWO = ("Cortical circuits", "Mortality and weight")
PAGES = ("Films", "Work", "Folders", "NCBI", "Pipelines", "Clean-up", "Notices", "Appearance")


@pytest.fixture
def desk(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """A window with a film, a job that failed, and one in the line."""
    film = finished_job(folder.films, 1, FACTS).film
    assert film
    make_film(film.path, 30)
    QImage(32, 18, QImage.Format.Format_RGB32).save(str(film.path.with_name("thumbnail.jpg")))

    def finish(store: JobStore) -> None:
        store.add([NewPaper(FACTS)], JobOptions())
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    before(finish)
    before(add(*TWO))
    before(fail_first)
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 3)
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    return desk


def check(window: QWidget) -> None:
    """A window can be heard, and used without a mouse."""
    assert unnamed(window) == []
    assert unexplained(window) == []
    walked = walk(window)
    assert nameless(walked) == []
    assert unreached(window, walked) == []
    assert out_of_order(walked) == []


def test_the_window_with_the_first_page(opened: Open, before: Before) -> None:
    before(lambda _store: None)
    desk = opened()
    desk.until(lambda: desk.window.empty.isVisible())
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)

    check(desk.window)


@pytest.mark.parametrize("state", ["completed", "failed", "queued"])
def test_the_window_with_a_job(desk: Desk, state: str) -> None:
    job = next(job for job in desk.listed() if job.state == state)
    desk.choose(job.id)
    desk.until(lambda: not desk.desktop.link.background.busy)
    desk.window.table.setFocus()

    tabs = desk.window.findChildren(QTabBar)[0]
    for tab in filter(tabs.isTabVisible, range(tabs.count())):
        tabs.setCurrentIndex(tab)
        check(desk.window)


def test_the_window_with_nothing_found_and_with_a_notice(desk: Desk) -> None:
    desk.window.search.setText("zzz")
    desk.window.search.textEdited.emit("zzz")
    desk.until(lambda: desk.window.nothing_found.isVisible())
    desk.window.notices.fail(
        VideoGenError("not-writable", "Nothing can be written there.", "Choose another.")
    )
    desk.window.search.setFocus()

    check(desk.window)


def test_tools_without_room_are_behind_a_button_with_a_name(desk: Desk) -> None:
    desk.window.tools.setMaximumWidth(300)
    more = desk.window.tools.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    desk.until(more.isVisible)

    check(desk.window)
    assert more.toolTip() == more.accessibleName() == "More tools"


def test_no_dialog_is_forgotten() -> None:
    assert dialog_classes() == set(DIALOGS)


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_every_dialog(desk: Desk, name: str, tmp_path: Path) -> None:
    desk.choose(next(job.id for job in desk.listed() if job.state == "queued"))
    (tmp_path / "out").mkdir()

    check(come_to(desk, name, tmp_path / "out"))


def test_the_preview_of_what_is_added(desk: Desk) -> None:
    desk.desktop._adder.add_text("29412138\nno paper at all\n10.7554/eLife.32671\n29412138")
    dialog = _dialog(desk)
    desk.until(lambda: dialog.findChildren(QTabBar)[0].isVisible())
    for tab in range(dialog.findChildren(QTabBar)[0].count()):
        dialog.findChildren(QTabBar)[0].setCurrentIndex(tab)
        check(dialog)


@pytest.mark.parametrize("page", PAGES)
def test_the_settings(desk: Desk, page: str) -> None:
    desk.act("settings")
    dialog = _dialog(desk)
    pages = dialog.findChildren(QListWidget)[0]
    [row] = [row for row in range(pages.count()) if pages.item(row).text() == page]
    pages.setCurrentRow(row)
    pages.setFocus()
    desk.until(lambda: not desk.desktop.link.background.busy)

    check(dialog)


def test_the_question_before_quitting(desk: Desk) -> None:
    desk.desktop._leaving._ask("Quit?", "A film is being made.")

    check(_dialog(desk))


def test_a_list_of_jobs_that_cannot_be_opened(desk: Desk, folder: DataFolder, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(folder.database, backup)
    for error in (
        VideoGenError("database-busy", "Another program holds the list.", "Close it."),
        DamagedDatabase(folder.database, tmp_path / "aside.db", backup),
    ):
        NotOpened(desk.window, folder).tell(error)
        dialog = _dialog(desk)
        check(dialog)
        dialog.deleteLater()
        dialog.hide()


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "grounds"),
    [
        ("text", "window surface raised chosen hover marked"),
        ("subtle", "window surface raised chosen hover"),
        ("good", "window surface raised"),
        ("warning", "window surface raised"),
        ("bad", "window surface raised chosen hover"),
        ("accent", "window surface raised"),
        ("on_accent", "accent"),
        ("faint", "surface"),
    ],
)
def test_text_is_read_on_all_that_it_stands_on(roles: Roles, ink: str, grounds: str) -> None:
    ratios = {ground: contrast(_colour(roles, ink), _colour(roles, ground)) for ground in grounds.split()}

    assert {ground: ratio for ground, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("edge", "grounds"),
    [
        ("field", "window surface raised"),
        ("accent", "window surface raised chosen track"),
        ("faint", "window surface raised track"),
    ],
)
def test_edges_and_bars_are_seen(roles: Roles, edge: str, grounds: str) -> None:
    ratios = {ground: contrast(_colour(roles, edge), _colour(roles, ground)) for ground in grounds.split()}

    assert {ground: ratio for ground, ratio in ratios.items() if ratio < 3} == {}


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", CHIPS)
def test_states_are_read_on_their_chips_and_chips_seen_on_a_chosen_row(roles: Roles, state: str) -> None:
    chip = next(of(roles) for name, of in CHIPS.items() if name == state)

    assert contrast(chip.text, chip.ground) >= 4.5
    assert contrast(chip.text, roles.chosen) >= 3


def _colour(roles: Roles, name: str) -> str:
    return str(getattr(roles, name))


def _dialog(desk: Desk) -> QDialog:
    def shown() -> list[QDialog]:
        return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]

    desk.until(shown)
    desk.until(lambda: not desk.desktop.link.background.busy)
    [dialog] = shown()
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    return dialog
