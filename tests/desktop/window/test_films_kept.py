"""A film that was made stays one, whatever becomes of its job: shown, exported, found again."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from tests.desktop.player.films import make_film
from tests.desktop.window.desk import add
from videogen_desktop.desktop.exporting.dialog import ExportDialog
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.player import PlayerPane
from videogen_desktop.jobs.model import Ending, Film

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QUrl

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TWO = ("Cortical circuits", "Mortality and weight")
SECONDS = 84.2

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "PulseAudioService", "No RHI backend"
)  # offscreen there is no window, no device for sound, no graphics card


@pytest.fixture
def made(before: Before, folder: DataFolder) -> Path:
    """Where the film of the first of two jobs is, which is done."""
    before(add(*TWO))
    paths: list[Path] = []

    def finish(store: JobStore) -> None:
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        path = folder.film_of(claim.job.key) / "final_video.mp4"
        path.parent.mkdir(parents=True)
        make_film(path, 30)
        content = path.read_bytes()
        proof = hashlib.sha256(content).hexdigest()
        film = Film(path, SECONDS, 320, 180, len(content), proof, 0.0, claim.attempt)
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)
        paths.append(path)

    before(finish)
    return paths[0]


@pytest.fixture
def desk(opened: Open, made: Path) -> Desk:
    """A window with that job chosen."""
    assert made.exists()
    desk = opened()
    desk.until_titles(*TWO)
    desk.choose(desk.listed()[0].id)
    return desk


def _player(desk: Desk) -> PlayerPane:
    player = desk.window.findChild(PlayerPane)
    assert isinstance(player, PlayerPane)
    return player


def _message(desk: Desk) -> str:
    """What is said in place of a film; empty while one is shown."""
    message = _player(desk).stage.message
    return message.text if message.isVisible() else ""


def _enabled(desk: Desk, *names: str) -> set[str]:
    return {name for name in names if desk.window.actions_[name].isEnabled()}


OF_A_FILM = ("export", "export-again", "open-folder", "export-all")


def test_making_it_again_and_giving_that_up_leaves_the_film_to_be_used(
    desk: Desk, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = desk.listed()[0].id
    desk.until(lambda: _enabled(desk, *OF_A_FILM) == set(OF_A_FILM))

    desk.act("from-scratch")
    desk.until(lambda: desk.states()[job] == "queued")
    desk.until(lambda: _enabled(desk, *OF_A_FILM) == set(OF_A_FILM))
    desk.act("cancel")
    desk.until(lambda: desk.states()[job] == "cancelled")

    desk.until(lambda: _enabled(desk, *OF_A_FILM) == set(OF_A_FILM))
    desk.until(lambda: _player(desk).transport.is_open)
    assert "1:24" in words.doing(desk.listed()[0])
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.act("open-folder")
    desk.until(lambda: [url.toLocalFile() for url in opened] == [made.parent.as_posix()])


def test_all_finished_films_are_those_that_are_there_not_those_of_finished_jobs(desk: Desk) -> None:
    job = desk.listed()[0].id
    desk.act("from-scratch")
    desk.until(lambda: desk.states()[job] == "queued")
    desk.until(lambda: _enabled(desk, "export-all"))

    desk.act("export-all")

    desk.until(lambda: desk.window.findChildren(ExportDialog))
    [dialog] = desk.window.findChildren(ExportDialog)
    assert dialog.windowTitle() == "Export 1 film"
    dialog.reject()


def test_a_film_is_not_offered_where_there_is_none(desk: Desk) -> None:
    desk.choose(desk.listed()[1].id)

    desk.until(lambda: not _enabled(desk, "export", "export-again", "open-folder"))


PRIORITIES = ("priority-high", "priority-normal", "priority-low")


def test_a_place_before_others_is_offered_to_what_is_still_to_be_made(desk: Desk) -> None:
    desk.until(lambda: not _enabled(desk, *PRIORITIES))

    desk.choose(desk.listed()[1].id)

    desk.until(lambda: _enabled(desk, *PRIORITIES) == set(PRIORITIES))


def test_a_missing_film_that_is_made_again_is_missed_no_more(opened: Open, made: Path) -> None:
    made.unlink()
    desk = opened()
    desk.until_titles(*TWO)
    job = desk.listed()[0].id
    desk.choose(job)
    desk.until(lambda: "not where it was" in _message(desk))

    _player(desk).make_again_wanted.emit()
    desk.until(lambda: desk.states()[job] == "queued")

    desk.until(lambda: _message(desk) == "This film has not been made yet.")
    desk.act("cancel")
    desk.until(lambda: "not where it was" in _message(desk))


def _doing(desk: Desk) -> str:
    """What the first row says of its state."""
    said = desk.window.model.index(0, 1).data()
    assert isinstance(said, str)
    return said


def test_a_film_that_is_back_is_played_and_missed_no_more(desk: Desk, made: Path, tmp_path: Path) -> None:
    first, second = (job.id for job in desk.listed())
    desk.until(lambda: _player(desk).transport.is_open)
    desk.choose(second)
    moved = made.rename(tmp_path / "moved.mp4")
    desk.choose(first)
    desk.until(lambda: "not where it was" in _message(desk))
    desk.until(lambda: _doing(desk) == "Film missing")

    moved.rename(made)
    desk.choose(second)
    desk.choose(first)

    desk.until(lambda: _player(desk).transport.is_open)
    desk.until(lambda: _doing(desk) == "Done")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_film_that_is_moved_while_it_is_shown_is_missed_and_tried_again(
    desk: Desk, made: Path, tmp_path: Path
) -> None:
    player = _player(desk)
    desk.until(lambda: player.transport.is_open)
    player.play()
    desk.until(lambda: player.position > 0.1)
    moved = made.rename(tmp_path / "moved.mp4")
    player.pause()
    desk.until(lambda: "not where it was" in _message(desk))
    desk.until(lambda: _doing(desk) == "Film missing")

    moved.rename(made)
    buttons = player.stage.message.findChildren(QPushButton)
    next(each for each in buttons if each.isVisible() and each.text() == "Try again").click()

    desk.until(lambda: player.transport.is_open)
    desk.until(lambda: _doing(desk) == "Done")


def test_a_damaged_film_that_is_made_again_is_damaged_no_more(opened: Open, made: Path) -> None:
    made.write_bytes(b"no film at all")
    desk = opened()
    desk.until_titles(*TWO)
    job = desk.listed()[0].id
    desk.choose(job)
    desk.until(lambda: "damaged" in _message(desk))

    _player(desk).make_again_wanted.emit()
    desk.until(lambda: desk.states()[job] == "queued")

    desk.until(lambda: _message(desk) == "This film has not been made yet.")


def test_what_was_said_of_the_wrong_file_goes_when_the_right_one_is_found(
    opened: Open, made: Path, tmp_path: Path
) -> None:
    moved = made.rename(tmp_path / "moved.mp4")
    wrong = tmp_path / "wrong.mp4"
    wrong.write_bytes(b"another film")
    desk = opened()
    desk.until_titles(*TWO)
    desk.choose(desk.listed()[0].id)
    desk.until(lambda: "not where it was" in _message(desk))
    notices = desk.window.notices

    _find(desk, wrong)
    desk.until(lambda: "not the film that was made" in notices.text)
    _find(desk, moved)

    desk.until(lambda: _player(desk).transport.is_open)
    desk.until(lambda: "not the film that was made" not in notices.text)
    assert "in its place again" in notices.text


def test_a_damaged_film_is_played_once_a_good_copy_of_it_was_found(
    opened: Open, made: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(made.read_bytes())
    made.write_bytes(b"no film at all")
    desk = opened()
    desk.until_titles(*TWO)
    desk.choose(desk.listed()[0].id)
    desk.until(lambda: "damaged" in _message(desk))

    _find(desk, copy)

    desk.until(lambda: _player(desk).transport.is_open)
    assert made.read_bytes() == copy.read_bytes()


def _find(desk: Desk, path: Path) -> None:
    """Say where the film is."""
    _player(desk).find_wanted.emit()
    [dialog] = [each for each in desk.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.done(QDialog.DialogCode.Rejected)
    dialog.deleteLater()
