from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest
from PySide6.QtCore import QElapsedTimer, QPointF, QRect, Qt, QTimer
from PySide6.QtTest import QTest

from tests.desktop.player.conftest import CHAPTERS, FRAMES, Player
from tests.desktop.player.films import make_film
from tests.yardstick import slowness
from videogen_desktop.desktop.player import FilmToPlay
from videogen_desktop.desktop.player.transport import SPEEDS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pa_context_connect", "No RHI backend", "No audio device"
)


def _held_files() -> list[str]:
    return [file.path for file in psutil.Process().open_files() if file.path.endswith(".mp4")]


def test_film_is_held_at_its_first_frame(opened: Player) -> None:
    assert opened.number == 0
    assert not opened.pane.transport.playing
    assert opened.pane.stage.controls.time.text() == "0:00 / 0:05"


def test_playing_shows_frames_one_after_another(opened: Player) -> None:
    shown: list[float] = []
    opened.pane.position_changed.connect(shown.append)
    opened.pane.play()
    opened.until(lambda: (opened.number or 0) >= 20)
    opened.pane.pause()
    assert shown == sorted(shown)
    assert len(shown) >= 10
    assert opened.pane.transport.position == pytest.approx((opened.number or 0) / 30, abs=0.034)


@pytest.mark.parametrize(("seconds", "frame"), [(0.0, 0), (1.0, 30), (2.52, 75), (4.0, 120), (99.0, 149)])
def test_seeking_a_film_that_is_held_shows_just_that_frame(
    opened: Player, seconds: float, frame: int
) -> None:
    opened.seek(3.3, 99)
    opened.seek(seconds, frame)
    assert not opened.pane.transport.playing
    assert opened.pane.transport.position == pytest.approx(frame / 30)


def test_of_many_seeks_the_last_one_counts(opened: Player) -> None:
    for tenth in range(40):
        opened.pane.seek(tenth / 10)
    opened.seek(3.0, 90)


def test_what_is_asked_before_the_film_is_open_is_done_then(player: Player, made: FilmToPlay) -> None:
    player.pane.show_film(made)
    player.pane.seek(2.0)
    player.until(lambda: player.number == 60)
    assert not player.pane.transport.playing


def test_steps_go_one_frame(opened: Player) -> None:
    opened.seek(2.0, 60)
    for expected in (61, 62):
        opened.pane.transport.step(1)
        opened.until(lambda number=expected: opened.number == number)  # type: ignore[misc]
    opened.pane.transport.step(-1)
    opened.until(lambda: opened.number == 61)


def test_play_at_the_end_starts_again(opened: Player) -> None:
    opened.pane.seek(4.8)
    with opened.bot.waitSignal(opened.pane.transport.ended, timeout=15_000):
        opened.pane.play()
    opened.until(lambda: not opened.pane.transport.playing)
    assert opened.pane.transport.position == pytest.approx((FRAMES - 1) / 30)
    opened.pane.play()
    opened.until(lambda: 0 < opened.pane.transport.position < 2)
    opened.pane.pause()


def test_a_film_that_ended_can_be_stepped_back(opened: Player) -> None:
    opened.pane.seek(4.8)
    with opened.bot.waitSignal(opened.pane.transport.ended, timeout=15_000):
        opened.pane.play()
    opened.pane.transport.step(-1)
    opened.until(lambda: opened.number == FRAMES - 2)


def test_loop_goes_on_from_the_start(opened: Player) -> None:
    opened.pane.transport.set_loop(True)
    opened.pane.seek(4.7)
    opened.pane.play()
    opened.until(lambda: opened.pane.transport.position > 4.7)
    opened.until(lambda: opened.pane.transport.position < 2)
    assert opened.pane.transport.playing


@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_speed_changes_how_fast_time_passes(opened: Player, speed: float) -> None:
    opened.pane.transport.set_speed(speed)
    opened.pane.play()
    opened.until(lambda: opened.pane.transport.position > 0.1)
    start, clock = opened.pane.transport.position, QElapsedTimer()
    clock.start()

    def pace() -> float:
        return (opened.pane.transport.position - start) / (clock.elapsed() / 1000)

    opened.until(lambda: clock.elapsed() > 800 and pace() == pytest.approx(speed, rel=0.3))
    assert opened.pane.stage.controls.speed.text() == f"{speed:g}×"


def test_speeds_that_can_be_chosen(opened: Player) -> None:
    opened.pane.stage.controls.speed_chosen.emit(0.5)
    assert opened.pane.transport.speed == 0.5
    opened.pane.transport.change_speed(-1)
    assert opened.pane.transport.speed == SPEEDS[0]


@pytest.mark.parametrize("beside", [True, False])
def test_captions_change_with_time_and_can_be_switched_off(
    player: Player, made: FilmToPlay, beside: bool
) -> None:
    player.open(made if beside else FilmToPlay(made.path, "A film", None, CHAPTERS))
    player.pane.transport.set_speed(0.5)  # half a second without words is soon missed
    player.pane.play()
    player.until(lambda: player.caption == "the first words")
    player.until(lambda: player.caption == "")
    player.until(lambda: player.caption == "the second words")
    player.pane.captioning.set_on(False)
    assert player.caption == ""
    player.pane.captioning.set_on(True)
    player.until(lambda: player.caption == "the last words")


def test_captions_of_a_film_that_is_held_follow_a_seek(opened: Player) -> None:
    opened.seek(3.0, 90)
    assert opened.caption == "the second words"
    opened.seek(1.8, 54)
    assert opened.caption == ""


@pytest.mark.parametrize("beside", [True, False])
def test_captions_in_the_picture_are_not_shown_over_it_unless_asked_for(
    player: Player, made: FilmToPlay, beside: bool
) -> None:
    captions = made.captions if beside else None
    player.open(FilmToPlay(made.path, "A film", captions, CHAPTERS, burned=True))
    controls, seen = player.pane.stage.controls, set()
    player.pane.position_changed.connect(lambda _seconds: seen.add(player.caption))
    player.pane.play()
    player.until(lambda: player.pane.transport.position > 3.0)
    assert seen == {""}
    assert controls.captions.accessibleName() == "Show subtitles"
    QTest.keyClick(player.pane.stage, Qt.Key.Key_C)
    player.until(lambda: player.caption == "the last words")
    assert controls.captions.accessibleName() == "Hide subtitles"
    QTest.keyClick(player.pane.stage, Qt.Key.Key_C)
    assert player.caption == ""
    assert player.pane.captioning.on, "which is about films whose pictures have none"


def test_after_a_film_with_captions_in_its_picture_another_shows_its_own(
    player: Player, made: FilmToPlay, copied: FilmToPlay
) -> None:
    player.open(replace(made, burned=True))
    player.pane.show_film(replace(copied, captions=made.captions))
    player.pane.seek(3.0)
    player.until(lambda: player.caption == "the second words")


@pytest.mark.parametrize("size", [(180, 320), (240, 240), (320, 180)])
def test_every_shape_is_shown_whole(player: Player, tmp_path: Path, size: tuple[int, int]) -> None:
    player.open(FilmToPlay(make_film(tmp_path / "film.mp4", 10, size), "A film"))
    picture = player.pane.stage.picture
    place = picture.picture_rect()
    assert picture.rect().contains(place)
    assert place.width() / place.height() == pytest.approx(size[0] / size[1], rel=0.01)
    assert place.width() >= picture.width() - 1 or place.height() >= picture.height() - 1
    assert abs(place.center().x() - picture.rect().center().x()) <= 1


def test_line_of_time_seeks_and_knows_the_chapters(opened: Player) -> None:
    timeline = opened.pane.stage.timeline
    assert timeline.chapters == CHAPTERS
    assert timeline.moment_at(timeline.x_of(2.0)) == pytest.approx(2.0)
    timeline.setValue(2000)  # as a click does, or a program that reads the screen
    opened.until(lambda: opened.number == 60)


def test_pointer_over_the_line_of_time_shows_the_frame_there(opened: Player) -> None:
    timeline, glimpse = opened.pane.stage.timeline, opened.pane.stage.glimpse
    timeline.hovered.emit(3.2, timeline.x_of(3.2))
    assert glimpse.isVisible()
    assert glimpse.words == "What they did · 0:03"
    opened.until(lambda: not glimpse.image.isNull())
    assert QRect(0, 0, 900, 590).contains(glimpse.geometry())
    assert opened.number == 0
    timeline.left.emit()
    assert not glimpse.isVisible()


def test_released_film_is_held_by_nobody(opened: Player) -> None:
    timeline = opened.pane.stage.timeline
    timeline.hovered.emit(3.2, 300.0)
    opened.until(lambda: not opened.pane.stage.glimpse.image.isNull())
    opened.pane.play()
    assert _held_files()
    opened.pane.release()
    opened.until(lambda: not _held_files())
    assert not opened.pane.transport.playing


def test_choosing_many_films_quickly_opens_the_last_and_never_stalls(
    player: Player, made: FilmToPlay, tmp_path: Path
) -> None:
    films = [
        FilmToPlay(make_film(tmp_path / f"{number}.mp4", 20, first=number * 20), f"Film {number}")
        for number in range(20)
    ]
    player.open(made)
    beats: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    beat = QTimer()
    beat.setInterval(10)
    beat.timeout.connect(lambda: beats.append(clock.restart()))
    beat.start()
    for film in films:
        before = len(beats)
        player.pane.show_film(film)
        player.until(lambda before=before: len(beats) > before + 3)  # type: ignore[misc]
    player.until(lambda: player.number == 19 * 20)
    assert not player.pane.transport.playing
    assert max(beats) < 150 * slowness()  # 50 is the aim; other work shares the processor


def test_the_same_film_again_goes_on(opened: Player, made: FilmToPlay) -> None:
    opened.seek(2.0, 60)
    opened.pane.show_film(made)
    with opened.bot.assertNotEmitted(opened.pane.duration_changed, wait=400):
        pass
    assert opened.number == 60


def test_another_film_in_its_place_is_opened(player: Player, copied: FilmToPlay) -> None:
    player.open(copied)
    player.pane.release()
    new = make_film(copied.path.with_name("new.mp4"), 30, first=500)
    os.replace(new, copied.path)  # noqa: PTH105 - as the program does it, on every system
    player.pane.show_film(copied)
    player.until(lambda: player.number == 500)


def test_card_over_the_line_stays_inside(opened: Player) -> None:
    timeline = opened.pane.stage.timeline
    timeline.hovered.emit(0.0, QPointF(0, 0).x())
    assert opened.pane.stage.glimpse.x() >= 0
