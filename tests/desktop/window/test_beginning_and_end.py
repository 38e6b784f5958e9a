"""How the window opens and is left: what is remembered, what is asked, and a list that cannot be opened."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QSplitter

from tests.desktop.export.finished import FACTS, finished_job
from tests.desktop.player.films import make_film
from tests.desktop.window.desk import add, papers
from tests.yardstick import slowness
from videogen_desktop.desktop.adding.paper_dialog import PaperDialog
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.export import ExportSettings, write_export_settings
from videogen_desktop.desktop.exporting import export_settings_file
from videogen_desktop.desktop.manners import Tray
from videogen_desktop.desktop.player import Habits, habits_of
from videogen_desktop.desktop.preferences import Preferences, preferences_file, write_preferences
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper
from videogen_desktop.jobs.settings import Profile, read_settings, write_settings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")
SLEEPER = Profile(
    "sleeper", (sys.executable, "-c", "import time; time.sleep(600)", "{paper_id}", "{output_dir}")
)


def question(desk: Desk) -> QMessageBox | None:
    return next((box for box in desk.window.findChildren(QMessageBox) if box.isVisible()), None)


def press(desk: Desk, text: str) -> None:
    box = question(desk)
    assert box
    next(button for button in box.buttons() if button.text() == text).click()


def paper_dialog(desk: Desk) -> PaperDialog:
    return next(dialog for dialog in desk.window.findChildren(PaperDialog) if dialog.isVisible())


def splitters(desk: Desk) -> tuple[QSplitter, QSplitter]:
    """Between the list and the details, and between film and tabs."""
    halves = desk.window.centralWidget()
    details = desk.window.findChild(DetailPane)
    assert isinstance(halves, QSplitter)
    assert isinstance(details, DetailPane)
    return halves, details.splitter


def drag(splitter: QSplitter, by: int) -> None:
    """Pull a splitter's handle some pixels down or to the right, as a hand does."""
    handle = splitter.handle(1)
    upright = splitter.orientation() == Qt.Orientation.Vertical
    start = handle.rect().center()
    end = start + (QPoint(0, by) if upright else QPoint(by, 0))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, end)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)


def test_size_columns_and_choice_are_as_they_were(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    chosen = [job.id for job in desk.listed()[1:]]
    desk.choose(*chosen)
    desk.window.setGeometry(13, 27, 770, 520)
    desk.window.table.horizontalHeader().setSectionHidden(5, False)
    desk.close()

    again = opened(as_left=True)

    again.until_titles(*THREE)
    again.until(lambda: again.window.table.chosen_ids() == chosen)
    assert again.window.geometry() == QRect(13, 27, 770, 520)
    assert not again.window.table.horizontalHeader().isSectionHidden(5)


def test_of_a_choice_that_is_gone_nothing_is_left(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    gone, stays = (job.id for job in desk.listed()[1:])
    desk.choose(gone, stays)
    desk.close()
    before(lambda store: store.remove([gone]))

    again = opened()

    again.until(lambda: again.window.table.chosen_ids() == [stays])


def test_what_is_chosen_while_the_window_is_built_stays_chosen(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    first, second, _ = (job.id for job in desk.listed())
    desk.choose(second)
    desk.close()
    again = opened(wait=False)
    once = Qt.ConnectionType.SingleShotConnection

    again.window.model.listed.connect(lambda _number: again.window.table.choose([first]), once)

    again.until(lambda: again.desktop.ready and not again.desktop.link.background.busy)
    assert again.window.table.chosen_ids() == [first]


@pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire", "No RHI")
def test_player_and_divisions_are_as_they_were(opened: Open, before: Before, folder: DataFolder) -> None:
    film = finished_job(folder.films).film
    assert film
    film.path.with_name("thumbnail.jpg").unlink()
    make_film(film.path, 30)

    def finish(store: JobStore) -> None:
        store.add([NewPaper(FACTS)], JobOptions())
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    before(finish)
    desk = opened()
    desk.until(lambda: desk.desktop.player.isVisible())
    controls = desk.desktop.player.stage.controls
    desk.desktop.player.setFocus()
    controls.volume_chosen.emit(0.35)
    controls.speed_chosen.emit(1.5)
    desk.desktop.player.sound.set_muted(True)
    desk.desktop.player.captioning.set_on(False)
    halves, details = splitters(desk)
    usual = halves.sizes(), details.sizes()
    drag(halves, -90)
    drag(details, 70)
    places = halves.sizes(), details.sizes()
    assert places[0] != usual[0]
    assert places[1] != usual[1]
    desk.close()

    again = opened()
    again.until(lambda: again.desktop.player.isVisible())
    player = again.desktop.player
    assert habits_of(player) == Habits(0.35, muted=True, speed=1.5, captions=False)
    assert player.stage.controls.speed.text() == "1.5×"
    assert player.stage.controls.captions.accessibleName() == "Show subtitles"
    assert player.stage.controls.mute.accessibleName() == "Sound on"
    halves, details = splitters(again)
    again.until(lambda: (halves.sizes(), details.sizes()) == places)


def test_python_collects_nothing_by_itself_while_the_last_of_the_window_dies(
    opened: Open, before: Before
) -> None:
    before(add(*THREE))
    gc.enable()
    desk = opened()
    desk.until_titles(*THREE)

    desk.desktop.end()

    assert not gc.isenabled()


def test_what_is_typed_while_the_program_is_closed_is_there_again(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    desk.act("add")
    paper_dialog(desk).findChild(QPlainTextEdit).insertPlainText("29412138, to be read first")
    desk.close()

    again = opened()
    again.until_titles(*THREE)
    again.until(lambda: not again.desktop.link.background.busy)
    again.act("add")
    field = paper_dialog(again).findChild(QPlainTextEdit)
    assert field.toPlainText() == "29412138, to be read first"


def test_habits_that_make_no_sense_are_the_usual_ones(opened: Open, folder: DataFolder) -> None:
    lines = ["[player]", "volume=nan", "speed=1e9", "muted=perhaps", "captions=", "[General]"]
    lines += ["details-splitter=@ByteArray(no splitter)", "splitter=7"]
    (folder.root / "window.ini").write_text("\n".join(lines), encoding="utf-8")
    desk = opened()
    habits = habits_of(desk.desktop.player)
    assert (habits.volume, habits.speed) == (1.0, 1.0)


def test_who_has_films_being_made_is_asked_and_nothing_is_lost(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(SLEEPER,)))
    before(lambda store: store.add(papers("Sleeps"), JobOptions(profile="sleeper")))
    desk = opened()
    desk.until_titles("Sleeps")
    desk.act("pause-queue")
    desk.until(lambda: set(desk.states().values()) == {"running"})

    desk.window.close()
    desk.until(lambda: question(desk))
    press(desk, "Keep working")
    assert desk.window.isVisible()
    assert set(desk.states().values()) == {"running"}

    desk.window.close()
    desk.until(lambda: question(desk))
    ended: list[bool] = []
    desk.desktop.destroyed.connect(lambda: ended.append(True))
    began = time.monotonic()
    press(desk, "Quit")
    took = time.monotonic() - began
    assert not desk.window.isVisible()
    assert took < 5.0 * slowness()
    desk.close()

    store = open_store(folder, SystemClock())
    [job] = store.jobs([1])
    store.close()
    assert job.state == "queued"


def test_a_damaged_list_is_set_aside_and_its_backup_brought_back(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    store = open_store(folder, SystemClock())
    store.backup_if_due()
    store.close()
    content = bytearray(folder.database.read_bytes())
    content[100:4000] = b"\xff" * 3900
    folder.database.write_bytes(content)

    desk = opened(wait=False)
    desk.until(lambda: question(desk))
    assert "set aside" in question(desk).text()
    press(desk, "Go back to the backup")

    desk.until(lambda: desk.desktop.ready)
    desk.until_titles(*THREE)


def test_who_has_films_being_exported_is_asked(opened: Open, before: Before, folder: DataFolder) -> None:
    film = finished_job(folder.films, film=bytes(64 << 20)).film
    assert film
    film.path.with_name("thumbnail.jpg").unlink()

    def finish(store: JobStore) -> None:
        store.add([NewPaper(FACTS)], JobOptions())
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    before(finish)
    out = folder.root / "out"
    out.mkdir()
    write_export_settings(export_settings_file(folder), ExportSettings(folder=out))
    desk = opened()
    desk.act("export-again")
    desk.until(lambda: desk.desktop.exporter.busy)

    desk.window.close()
    asked = question(desk)
    assert asked
    assert asked.text() == "Quit while films are being exported?"
    assert asked.informativeText() == "Still to be exported: 1 film. What was exported stays."
    press(desk, "Keep working")
    desk.until(lambda: not desk.desktop.exporter.busy)
    assert [path.stat().st_size for path in out.glob("*.mp4")] == [film.size]


@pytest.fixture
def in_tray(monkeypatch: pytest.MonkeyPatch, folder: DataFolder) -> None:
    """A system with a tray, and a person who wants the work to go on there."""
    monkeypatch.setattr(Tray, "is_there", True)
    write_preferences(preferences_file(folder), Preferences(keep_in_tray=True))


def sleeping(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """The program while a pipeline runs that comes to no end."""
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(SLEEPER,)))
    before(lambda store: store.add(papers("Sleeps"), JobOptions(profile="sleeper")))
    desk = opened()
    desk.act("pause-queue")
    desk.until(lambda: set(desk.states().values()) == {"running"})
    return desk


@pytest.mark.usefixtures("in_tray")
def test_a_closed_window_leaves_the_work_to_the_tray_and_comes_back(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    desk = sleeping(opened, before, folder)
    desk.window.close()
    assert not desk.window.isVisible()
    assert question(desk) is None
    assert set(desk.states().values()) == {"running"}

    show, _pause, _line, leave = desk.desktop.presence.tray.menu.actions()
    show.trigger()
    assert desk.window.isVisible()
    desk.window.close()
    leave.trigger()
    desk.until(lambda: question(desk))
    with desk.qtbot.waitSignal(desk.desktop.left):
        press(desk, "Quit")
    store = open_store(folder, SystemClock())
    [job] = store.jobs([1])
    store.close()
    assert job.state == "queued"


_TOLD_TO_QUIT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QMessageBox
from videogen_desktop.desktop import app

app.Desktop._stays_in_tray = lambda desktop: True

def quit_by_the_system():
    QCoreApplication.sendEvent(QCoreApplication.instance(), QEvent(QEvent.Type.Quit))

def watch(desktop):
    def look():
        running = desktop.ready and desktop.link.pool.busy().message
        asked = [box for box in desktop.window.findChildren(QMessageBox) if box.isVisible()]
        if asked:
            print("asked", flush=True)
            next(button for button in asked[0].buttons() if button.text() == "Quit").click()
        elif running and desktop.window.isVisible():
            desktop.window.close()
            quit_by_the_system()
    desktop.looking = QTimer(desktop, interval=20, timeout=look)
    desktop.looking.start()

begin = app.Desktop.start
app.Desktop.start = lambda desktop: (watch(desktop), begin(desktop))
app.main()
"""
"""The program with its window in the tray, which the dock asks to quit once a film is being made."""


def test_the_wish_to_quit_of_the_dock_is_asked_about_while_the_window_is_in_the_tray(
    before: Before, folder: DataFolder
) -> None:
    settings = replace(read_settings(folder.settings), profiles=(SLEEPER,))
    write_settings(folder.settings, settings)

    def add_one(store: JobStore) -> None:
        store.add(papers("Sleeps"), JobOptions(profile="sleeper"))
        store.set_reason("owner", False)

    before(add_one)
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "VIDEOGEN_DATA_DIR": str(folder.root)}
    done = subprocess.run(
        [sys.executable, "-c", _TOLD_TO_QUIT], env=environ, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b"asked\n"
    store = open_store(folder, SystemClock())
    [job] = store.jobs([1])
    [attempt] = store.attempts(1)
    store.close()
    assert (job.state, attempt.outcome) == ("queued", "interrupted")
