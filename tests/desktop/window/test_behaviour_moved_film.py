"""A film that was moved: the buttons in its place find it, or have it made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from tests.desktop.window.behaviour import finish_first, stored
from tests.desktop.window.desk import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")


@pytest.fixture
def moved(opened: Open, before: Before, folder: DataFolder, tmp_path: Path) -> tuple[Desk, Path]:
    """A window that shows a job whose film was moved, and where that is now."""
    before(add("Cortical circuits", "Mortality and weight"))
    before(finish_first(folder))
    [film] = folder.films.rglob("final_video.mp4")
    now_at = film.rename(tmp_path / "on another disk.mp4")
    desk = opened()
    desk.until_titles("Cortical circuits", "Mortality and weight")
    desk.choose(1)
    desk.until(lambda: offered(desk) == ["Find film…", "Try again", "Make again"])
    return desk, now_at


def offered(desk: Desk) -> list[str]:
    """The buttons in the place of the film."""
    message = desk.desktop.player.stage.message
    return [each.text() for each in message.findChildren(QPushButton) if each.isVisible()]


def press(desk: Desk, text: str) -> None:
    message = desk.desktop.player.stage.message
    [button] = [
        each for each in message.findChildren(QPushButton) if each.isVisible() and each.text() == text
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_file(desk: Desk, path: Path) -> None:
    """Type a path into the dialog that asks for a file."""

    def shown() -> list[QFileDialog]:
        return [each for each in desk.window.findChildren(QFileDialog) if each.isVisible()]

    desk.until(shown)
    [dialog] = shown()
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_it_is_found_again_and_played(moved: tuple[Desk, Path]) -> None:
    desk, now_at = moved
    film = stored(desk, 1).film
    assert film is not None
    assert film.missing
    assert desk.window.model.index(0, 1).data() == "Film missing"

    press(desk, "Find film…")
    choose_file(desk, now_at)

    desk.until(lambda: desk.desktop.player.transport.is_open)
    assert film.path.read_bytes() == now_at.read_bytes()
    found = stored(desk, 1).film
    assert found is not None
    assert not found.missing
    desk.until(lambda: desk.window.model.index(0, 1).data() == "Done")


def test_another_film_is_not_taken_for_it(moved: tuple[Desk, Path], tmp_path: Path) -> None:
    desk, _now_at = moved
    other = tmp_path / "other.mp4"
    other.write_bytes(b"another film")

    press(desk, "Find film…")
    choose_file(desk, other)

    desk.until(lambda: "not the film that was made for this paper" in desk.window.notices.text)
    film = stored(desk, 1).film
    assert film is not None
    assert film.missing
    assert not film.path.exists()


def test_it_is_made_again_from_the_beginning(moved: tuple[Desk, Path]) -> None:
    desk, now_at = moved

    press(desk, "Make again")

    desk.until(lambda: stored(desk, 1).state == "queued")
    assert stored(desk, 1).from_scratch
    assert now_at.exists()
