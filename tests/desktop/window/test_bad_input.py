"""What goes wrong around the window is a plain sentence or a wait: nothing is lost, nothing is run."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QTabBar, QTableView, QTabWidget

from tests.desktop.export.finished import FACTS, finished_job
from tests.desktop.player.films import make_film
from tests.desktop.window.desk import add
from tests.desktop.window.holder import Holder
from tests.yardstick import slowness
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.preferences import preferences_file
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")

THREE = ("Cortical circuits", "Mortality and weight", "Acupuncture")
EVIL = '<b>bold</b> <img src="https://example.com/x.png"> \u202egnp.exe\u202c <a href="x">link</a> &amp; %n'


class Heart(QTimer):
    """Beats while the window lives; ``longest`` is for how long it stood still, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.longest = 0.0
        self.setInterval(5)
        self.timeout.connect(self._beat)
        self.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_a_title_is_text_wherever_it_is_shown(opened: Open, before: Before) -> None:
    before(add(EVIL))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 1)
    [job] = desk.listed()
    desk.choose(job.id)
    tabs = desk.window.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(1)
    desk.until(lambda: not desk.desktop.link.background.busy)

    tip = words.tool_tip(job)
    assert "<img" not in tip
    assert "&lt;img" in tip
    for text in (words.title(job.paper), tip, desk.window.model.index(0, 0).data(), _texts(desk)):
        assert "\u202e" not in str(text)
    assert "<b>bold</b>" in desk.desktop._work._details.paper.view.toPlainText()

    desk.act("cite-text")
    desk.until(lambda: desk.window.notices.text)
    desk.act("cancel")
    desk.until(lambda: desk.states()[job.id] == "cancelled")


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("data:text/html;base64,PHNjcmlwdD4=", "holds its content itself"),
        ("javascript:alert(29412138)", "piece of a program"),
        ("file:///no/such/list-29412138.txt", "list-29412138.txt"),
    ],
)
def test_links_that_lead_to_no_paper_are_told_with_the_reason(opened: Open, link: str, said: str) -> None:
    desk = opened()
    mime = QMimeData()
    mime.setUrls([QUrl(link)])

    desk.window.dropped.emit(mime)

    desk.until(lambda: said in _told_in_dialog(desk))
    _shown(desk)[0].reject()
    assert not any(desk.store.counts().values())


@pytest.mark.usefixtures("before")
def test_a_picture_that_is_called_a_list_is_told_as_what_it_is(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    path = tmp_path / "papers.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(200_000))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])

    desk.window.dropped.emit(mime)

    desk.until(lambda: "papers.csv" in _told_in_dialog(desk))
    assert "No paper was found" in _told_in_dialog(desk)


def test_a_film_is_deleted_while_it_plays(opened: Open, before: Before, folder: DataFolder) -> None:
    film = finished_job(folder.films, 1, FACTS).film
    assert film
    film.path.with_name("thumbnail.jpg").unlink()
    make_film(film.path, 300)

    def finish(store: JobStore) -> None:
        store.add([NewPaper(FACTS)], JobOptions())
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    before(finish)
    before(add("Another"))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 2)
    job_id, other = (job.id for job in sorted(desk.listed(), key=lambda job: job.state))
    desk.choose(job_id)
    player = desk.desktop.player
    heard: list[float] = []
    player.position_changed.connect(heard.append)
    desk.until(lambda: player.stage.controls.isVisible())
    player.play()
    desk.until(lambda: heard and heard[-1] > 0.2)

    if sys.platform != "win32":  # there a film that is open cannot be deleted
        film.path.unlink()
        player.seek(5.0)
        desk.choose(other)
        desk.choose(job_id)

        desk.until(lambda: "moved or deleted" in player.stage.message.text)
        desk.until(lambda: "not where" in words.doing(_job(desk, job_id)))
        assert desk.states()[job_id] == "completed"


def test_while_another_program_holds_the_list_decisions_wait_and_the_window_lives(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    first, second, third = (job.id for job in desk.listed())
    holder = Holder(folder.database)
    heart = Heart()

    desk.choose(first, second)
    desk.act("cancel")
    desk.choose(third)
    desk.act("pause-jobs")
    desk.window.search.setText("acu")
    desk.window.search.textEdited.emit("acu")
    desk.until_titles(THREE[2])  # what is only read does not wait
    desk.window.search.clear()
    desk.until_titles(*THREE)
    desk.qtbot.waitUntil(lambda: heart.longest > 0, timeout=2000)
    assert set(desk.states().values()) == {"queued"}
    holder.let_go()

    desk.until(lambda: desk.states() == {first: "cancelled", second: "cancelled", third: "paused"})
    heart.stop()
    assert heart.longest < 1.0 * slowness()


def test_a_list_that_another_program_holds_at_the_start_opens_when_it_is_let_go(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    holder = Holder(folder.database)
    desk = opened(wait=False)
    desk.until(lambda: desk.window.waiting.isVisible())
    heart = Heart()
    desk.until(lambda: heart.longest > 0)
    holder.let_go()

    desk.until(lambda: desk.desktop.ready)
    desk.until_titles(*THREE)


@pytest.mark.usefixtures("before")
def test_the_program_ends_while_its_list_is_still_being_opened(opened: Open) -> None:
    desk = opened(wait=False)
    desk.desktop.link.opened.disconnect(desk.desktop._beginning.begin)  # the last step is never come to
    desk.until(lambda: desk.desktop.link.is_open)

    desk.desktop.end()

    assert not desk.desktop.link.is_open


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00garbage", b"[1, 2]", b'{"workers": "many"}'])
def test_damaged_settings_of_the_queue_are_told_and_the_list_is_there(
    opened: Open, before: Before, folder: DataFolder, content: bytes
) -> None:
    before(add(*THREE))
    folder.settings.write_bytes(content)

    desk = opened(wait=False)

    desk.until(lambda: desk.desktop.ready or _box(desk))
    box = _box(desk)
    said = box.text() if box else desk.window.notices.text
    assert "settings" in said.lower()
    assert "Traceback" not in said
    if not box:
        desk.until_titles(*THREE)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00garbage", b'{"options": 7}'])
def test_damaged_preferences_are_told_and_the_usual_ones_hold(
    opened: Open, before: Before, folder: DataFolder, content: bytes
) -> None:
    before(add(*THREE))
    preferences_file(folder).write_bytes(content)

    desk = opened()

    desk.until_titles(*THREE)
    desk.until(lambda: "settings" in desk.window.notices.text.lower())


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00garbage", b"[General]\ngeometry=@ByteArray(no)\ncolumns=7\nchosen=-x\n"],
)
def test_a_damaged_memory_of_the_window_changes_nothing_else(
    opened: Open, before: Before, folder: DataFolder, content: bytes
) -> None:
    before(add(*THREE))
    (folder.root / "window.ini").write_bytes(content)

    desk = opened()

    desk.until_titles(*THREE)
    assert desk.window.table.isVisible()
    assert desk.window.width() >= desk.window.minimumWidth()


def test_a_data_folder_that_may_not_be_written_to_is_told(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add(*THREE))
    folder.root.chmod(0o500)
    try:
        if os.access(folder.root, os.W_OK):
            pytest.skip("who runs this may write to every folder")
        desk = opened(wait=False)
        desk.until(lambda: _box(desk))
        box = _box(desk)
        assert box
        assert str(folder.root) in box.text() + box.informativeText()
    finally:
        folder.root.chmod(0o700)


def test_the_clipboard_holds_what_is_no_list(opened: Open, before: Before) -> None:
    before(add(*THREE))
    desk = opened()
    desk.until_titles(*THREE)
    QGuiApplication.clipboard().setText("\x00\ufffd" * 1000 + "\u202e" * 50)
    desk.window.table.setFocus()

    desk.act("paste")

    desk.until(lambda: _told_in_dialog(desk))
    assert "\u202e" not in _told_in_dialog(desk)
    assert sum(desk.store.counts().values()) == 3


def _job(desk: Desk, job_id: int) -> Job:
    return next(job for job in desk.listed() if job.id == job_id)


def _box(desk: Desk) -> QMessageBox | None:
    return next((box for box in desk.window.findChildren(QMessageBox) if box.isVisible()), None)


def _shown(desk: Desk) -> list[QDialog]:
    return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]


def _told_in_dialog(desk: Desk) -> str:
    """All that the open dialog says, on each of its tabs."""
    said: list[str] = []
    for dialog in _shown(desk):
        said += [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        for table in dialog.findChildren(QTableView):
            tabs = dialog.findChildren(QTabBar)[0]
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                model = table.model()
                said += [
                    str(model.index(row, column).data())
                    for row in range(min(model.rowCount(), 20))
                    for column in range(model.columnCount())
                ]
    return "\n".join(said)


def _texts(desk: Desk) -> str:
    return "\n".join(label.text() for label in desk.window.findChildren(QLabel))
