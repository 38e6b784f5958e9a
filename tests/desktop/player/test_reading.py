from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.player.conftest import SAID
from tests.desktop.player.films import subrip
from videogen_desktop.desktop.player.cues import read_subrip
from videogen_desktop.desktop.player.looking import look_at
from videogen_desktop.desktop.player.model import Chapter, chapter_at
from videogen_desktop.desktop.player.timing import clock, frame_at, last_frame, middle_of, start_of

if TYPE_CHECKING:
    from pathlib import Path


def test_captions_show_from_their_start_up_to_their_end() -> None:
    cues = read_subrip(subrip(SAID))
    assert cues.at(0.0) == "the first words"
    assert cues.at(1.499) == "the first words"
    assert cues.at(1.5) == ""
    assert cues.at(2.0) == "the second words"
    assert cues.at(60.0) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1\n00:00:00,000 --> 00:00:01,000\ntwo\nlines\n", "two\nlines"),
        ("\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\nwith a mark\r\n", "with a mark"),
        ("00:00:00.000 --> 00:00:01.000\nno number\n", "no number"),
        ("rubbish\n\n1\n00:00:00,000 --> 00:00:01,000\nafter rubbish", "after rubbish"),
        ("1\n00:00:99,000 --> x\nno time", ""),
        ("", ""),
    ],
)
def test_subrip_as_programs_write_it(text: str, said: str) -> None:
    assert read_subrip(text).at(0.5) == said


def test_missing_files_are_no_error(tmp_path: Path) -> None:
    files = look_at(tmp_path / "gone.mp4", tmp_path / "gone.srt")
    assert files.version is None
    assert not files.cues


def test_a_replaced_film_is_another_version(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"one")
    before = look_at(film, None).version
    film.write_bytes(b"another")
    assert look_at(film, None).version != before


@pytest.mark.parametrize("rate", [24.0, 25.0, 29.97, 30.0, 60.0])
def test_a_frame_is_found_again_by_its_start(rate: float) -> None:
    for frame in range(0, 20_000, 7):
        assert frame_at(start_of(frame, rate), rate) == frame
        assert frame_at(middle_of(frame, rate) / 1000, rate) == frame


def test_last_frame() -> None:
    assert last_frame(5.0, 30.0) == 149
    assert last_frame(0.0, 30.0) == 0


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (42.9, "0:42"), (125, "2:05"), (3725, "1:02:05"), (-1, "0:00")]
)
def test_times_as_a_person_reads_them(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_chapter_of_a_moment() -> None:
    chapters = (Chapter(1.0, "one"), Chapter(2.0, "two"))
    assert chapter_at(chapters, 0.5) is None
    assert chapter_at(chapters, 1.9) == chapters[0]
    assert chapter_at(chapters, 2.0) == chapters[1]


def test_the_player_is_there_before_what_plays_is_loaded() -> None:
    code = (
        "import sys, videogen_desktop.desktop.player;"
        "sys.exit(any(name in sys.modules for name in ('av', 'numpy', 'PySide6.QtMultimedia')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
