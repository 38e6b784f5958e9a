from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.desktop.player.films import make_film
from videogen_desktop.desktop.player import FilmToPlay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.player.conftest import Player

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pa_context_connect", "No RHI backend", "No audio device"
)


def _press(player: Player, name: str) -> None:
    buttons = player.pane.stage.message.findChildren(QPushButton)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_missing_film_says_so_and_offers_what_to_do(player: Player, tmp_path: Path) -> None:
    with player.bot.waitSignal(player.pane.broken, timeout=15_000) as told:
        player.pane.show_film(FilmToPlay(tmp_path / "gone.mp4", "A film"))
    assert told.args == [str(tmp_path / "gone.mp4")]
    assert player.message == "The film is not where it was. It was moved or deleted."
    with player.bot.waitSignal(player.pane.find_wanted):
        _press(player, "Find film…")
    with player.bot.waitSignal(player.pane.make_again_wanted):
        _press(player, "Make again")


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
def test_film_that_is_deleted_while_it_plays_goes_on(player: Player, copied: FilmToPlay) -> None:
    player.open(copied)
    player.pane.play()
    player.until(lambda: player.pane.transport.position > 0.2)
    copied.path.unlink()
    player.until(lambda: player.pane.transport.position > 1.0)
    player.pane.pause()
    player.seek(4.0, 120)
    with player.bot.waitSignal(player.pane.broken, timeout=15_000):
        player.pane.show_film(copied)
    assert player.message is not None


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
    scenes = [make_film(tmp_path / f"scene_{number:02}.mp4", 60, first=number * 100) for number in (0, 1, 3)]
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
    player.until(lambda: player.number is not None and 30 < player.number < 60)
    assert player.pane.transport.playing
    player.until(lambda: opened == [3, 0, 1])
    player.pane.show_scenes(scenes[:1], "Another film")
    player.pane.seek_scene(1, 0.5)
    player.until(lambda: player.number == 0)


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
