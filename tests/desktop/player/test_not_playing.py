from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.desktop.player.films import make_film
from videogen_desktop.desktop.player import FilmToPlay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.player.conftest import Player

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pa_context_connect", "No RHI backend", "No audio device"
)


GONE = "The film is not where it was. It was moved or deleted, or its drive is not connected."


def _press(player: Player, name: str) -> None:
    buttons = player.pane.stage.message.findChildren(QPushButton)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_missing_film_says_so_and_offers_what_to_do(player: Player, tmp_path: Path) -> None:
    with player.bot.waitSignal(player.pane.broken, timeout=15_000) as told:
        player.pane.show_film(FilmToPlay(tmp_path / "gone.mp4", "A film"))
    assert told.args == [str(tmp_path / "gone.mp4")]
    assert player.message == GONE
    with player.bot.waitSignal(player.pane.find_wanted):
        _press(player, "Find film…")
    with player.bot.waitSignal(player.pane.make_again_wanted):
        _press(player, "Make again")


def test_a_film_that_is_back_is_played_when_it_is_tried_again(player: Player, copied: FilmToPlay) -> None:
    elsewhere = copied.path.rename(copied.path.with_name("elsewhere.mp4"))
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.show_film(copied)
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        _press(player, "Try again")
    elsewhere.rename(copied.path)
    with player.bot.waitSignal(player.pane.film_opened, timeout=15_000) as told:
        _press(player, "Try again")
    assert told.args == [str(copied.path)]
    player.until(lambda: player.number == 0)
    assert player.message is None


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5])
def test_broken_film_says_so(player: Player, copied: FilmToPlay, share: float) -> None:
    whole = copied.path.read_bytes()
    copied.path.write_bytes(whole[: int(share * len(whole))])
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.show_film(copied)
    assert player.message == "The film cannot be played. Its file is damaged."


def test_a_text_named_as_a_film_is_a_broken_film(player: Player, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("no film\n" * 1000, encoding="utf-8")
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.show_film(FilmToPlay(path, "A film"))


def test_after_a_broken_film_a_good_one_plays(player: Player, tmp_path: Path, made: FilmToPlay) -> None:
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.show_film(FilmToPlay(tmp_path / "gone.mp4", "A film"))
    player.open(made)
    assert player.message is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete a file that is open")
@pytest.mark.parametrize("how", ["at its end", "when it is held"])
def test_film_that_is_deleted_while_it_plays_goes_on_and_is_missed_then(
    player: Player, copied: FilmToPlay, how: str
) -> None:
    player.open(copied)
    player.pane.play()
    player.until(lambda: player.pane.transport.position > 0.2)
    copied.path.unlink()
    player.until(lambda: player.pane.transport.position > 1.0)
    assert player.message is None
    with player.bot.waitSignal(player.pane.broken, timeout=15_000) as told:
        if how == "when it is held":
            player.pane.pause()
    assert told.args == [str(copied.path)]
    assert player.message == GONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete a file that is open")
def test_film_that_is_deleted_is_missed_when_its_frames_are_looked_for(
    player: Player, copied: FilmToPlay
) -> None:
    player.open(copied)
    copied.path.unlink()
    timeline = player.pane.stage.timeline
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        timeline.hovered.emit(3.2, timeline.x_of(3.2))
    assert player.message == GONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete a file that is open")
def test_a_film_that_cannot_be_read_since_it_is_gone_is_not_called_damaged(
    player: Player, copied: FilmToPlay
) -> None:
    player.open(copied)
    copied.path.unlink()
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.transport.broken.emit()  # as Qt tells of a drive that went away
    assert player.message == GONE


def test_a_film_that_is_there_is_not_missed_when_it_is_held(opened: Player) -> None:
    opened.pane.play()
    opened.until(lambda: opened.pane.transport.position > 0.2)
    opened.pane.pause()
    opened.until(lambda: not opened.pane._background.busy)
    assert opened.message is None


def test_message_takes_the_place_of_a_film(opened: Player) -> None:
    pressed: list[bool] = []
    opened.pane.show_message("<b>Queued</b>", [("Do it", lambda: pressed.append(True))])
    assert opened.message == "<b>Queued</b>"
    assert not opened.pane.transport.is_open
    _press(opened, "Do it")
    assert pressed == [True]
    opened.pane.clear()
    assert opened.message == ""


def test_play_without_a_film_starts_nothing_later(player: Player, made: FilmToPlay) -> None:
    player.pane.play()
    player.open(made)
    assert not player.pane.transport.playing


def test_finished_scenes_play_in_turn(player: Player, tmp_path: Path) -> None:
    scenes = [make_film(tmp_path / f"scene_{number:02}.mp4", 15, first=number * 100) for number in (0, 1, 3)]
    lines: list[str] = []
    player.pane.show_scenes(scenes[:2], "A film", 8)
    player.until(lambda: player.number == 0)
    line = player.pane.stage.line
    assert line.text() == "Scene 1 of 8 — the film is still being made"
    player.pane.play()
    player.until(lambda: (player.number or 0) >= 100)
    lines.append(line.text())
    player.pane.show_scenes(scenes, "A film", 8)  # one more is finished meanwhile
    player.until(lambda: (player.number or 0) >= 300)
    lines.append(line.text())
    assert lines == [
        "Scene 2 of 8 — the film is still being made",
        "Scene 4 of 8 — the film is still being made",
    ]
    player.until(lambda: not player.pane.transport.playing)


def test_a_moment_of_any_finished_scene_can_be_gone_to(player: Player, tmp_path: Path) -> None:
    scenes = [make_film(tmp_path / f"scene_{number:02}.mp4", 96, first=number * 100) for number in (0, 1, 3)]
    opened: list[int] = []
    player.pane.scene_changed.connect(opened.append)
    player.pane.show_scenes(scenes, "A film", 8)
    player.pane.seek_scene(3, 1.0)
    player.until(lambda: player.number == 330)
    player.pane.seek_scene(3, 0.5)
    player.until(lambda: player.number == 315)
    player.pane.seek_scene(2, 0.5)
    assert opened == [3], "a scene that is not finished is not gone to"
    assert not player.pane.transport.playing
    player.pane.play()
    player.until(lambda: player.pane.transport.playing)
    player.pane.seek_scene(0, 1.0)
    player.until(lambda: player.number is not None and 30 < player.number < 96)
    assert player.pane.transport.playing
    player.until(lambda: opened == [3, 0, 1])
    player.pane.show_scenes(scenes[:1], "Another film")
    player.pane.seek_scene(1, 0.5)
    player.until(lambda: player.number == 0)


def _key(player: Player, key: Qt.Key) -> None:
    QTest.keyClick(player.pane.stage, key)


def _scenes(folder: Path, *numbers: int, frames: int = 90) -> list[Path]:
    """Clips of scenes, each of which shows its number times a hundred and more."""
    return [make_film(folder / f"scene_{number:02}.mp4", frames, first=number * 100) for number in numbers]


def test_keys_go_from_scene_to_scene(player: Player, tmp_path: Path) -> None:
    player.pane.show_scenes(_scenes(tmp_path, 0, 1, 2), "A film", 8)
    player.until(lambda: player.number == 0)
    _key(player, Qt.Key.Key_PageDown)
    player.until(lambda: player.number == 100)
    _key(player, Qt.Key.Key_PageDown)
    player.until(lambda: player.number == 200)
    _key(player, Qt.Key.Key_PageDown)
    player.until(lambda: player.number == 289)
    _key(player, Qt.Key.Key_PageUp)
    player.until(lambda: player.number == 200)
    _key(player, Qt.Key.Key_PageUp)
    player.until(lambda: player.number == 100)
    assert player.pane.stage.line.text() == "Scene 2 of 8 — the film is still being made"
    assert not player.pane.transport.playing
    _key(player, Qt.Key.Key_Space)
    player.until(lambda: player.pane.transport.playing)
    _key(player, Qt.Key.Key_PageUp)
    player.until(lambda: 0 < (player.number or 0) < 90)
    assert player.pane.transport.playing, "what played plays on"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_L])
def test_play_at_the_end_of_a_scene_opens_the_next(player: Player, tmp_path: Path, key: Qt.Key) -> None:
    opened: list[int] = []
    player.pane.scene_changed.connect(opened.append)
    player.pane.show_scenes(_scenes(tmp_path, 0, 1, frames=30), "A film")
    player.until(lambda: player.number == 0)
    _key(player, Qt.Key.Key_End)
    player.until(lambda: player.number == 29)
    _key(player, key)
    assert opened == [0, 1], "at once, and not after this one once more"
    player.until(lambda: (player.number or 0) > 100)


def test_what_waited_at_the_end_plays_on_when_a_scene_arrives(player: Player, tmp_path: Path) -> None:
    scenes = _scenes(tmp_path, 0, 1, frames=30)
    player.pane.show_scenes(scenes[:1], "A film")
    player.until(lambda: player.number == 0)
    with player.bot.waitSignal(player.pane.transport.ended, timeout=15_000):
        player.pane.play()
    player.until(lambda: player.pane.scenes.waiting)
    player.pane.show_scenes(scenes, "A film")
    player.until(lambda: (player.number or 0) > 110)


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Comma, Qt.Key.Key_Home])
def test_who_holds_or_goes_back_waits_for_no_scene(player: Player, tmp_path: Path, key: Qt.Key) -> None:
    scenes = _scenes(tmp_path, 0, 1, frames=30)
    opened: list[int] = []
    player.pane.scene_changed.connect(opened.append)
    player.pane.show_scenes(scenes[:1], "A film")
    player.until(lambda: player.number == 0)
    with player.bot.waitSignal(player.pane.transport.ended, timeout=15_000):
        player.pane.play()
    player.until(lambda: player.pane.scenes.waiting)
    _key(player, key)
    player.until(lambda: not player.pane.scenes.waiting)
    player.pane.show_scenes(scenes, "A film")
    assert opened == [0]
    _key(player, Qt.Key.Key_PageDown)
    player.until(lambda: player.number == 100)


def test_repeating_goes_through_all_finished_scenes(player: Player, tmp_path: Path) -> None:
    opened: list[int] = []
    player.pane.scene_changed.connect(opened.append)
    player.pane.transport.set_loop(True)
    player.pane.show_scenes(_scenes(tmp_path, 0, 1, frames=15), "A film")
    player.until(lambda: player.number == 0)
    player.pane.play()
    player.until(lambda: opened[:4] == [0, 1, 0, 1])
    player.pane.pause()


def test_a_film_after_scenes_is_repeated_again(player: Player, tmp_path: Path) -> None:
    player.pane.transport.set_loop(True)
    player.pane.show_scenes(_scenes(tmp_path, 0), "A film")
    player.until(lambda: player.number == 0)
    player.open(FilmToPlay(make_film(tmp_path / "film.mp4", 20, first=500), "A film"))
    player.until(lambda: player.number == 500)
    player.pane.play()
    player.until(lambda: player.number == 515)
    player.until(lambda: (player.number or 999) < 510)
    assert player.pane.transport.playing
    player.pane.pause()


def test_no_scene_yet_is_said(player: Player) -> None:
    player.pane.show_scenes([], "A film")
    assert player.message == "No scene is finished yet."


def test_a_scene_that_cannot_be_played_is_passed_over(player: Player, tmp_path: Path) -> None:
    bad = tmp_path / "scene_00.mp4"
    bad.write_bytes(b"")
    good = make_film(tmp_path / "scene_01.mp4", 15, first=100)
    player.pane.show_scenes([bad, good], "A film")
    player.until(lambda: player.number == 100)
    assert player.pane.stage.line.text() == "Scene 2 — the film is still being made"


def test_scenes_that_vanish_are_said(player: Player, tmp_path: Path) -> None:
    player.pane.show_scenes([tmp_path / "scene_00.mp4"], "A film")
    player.until(lambda: player.message == "The scenes that are finished cannot be played just now.")
