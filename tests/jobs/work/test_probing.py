"""What is a film and what only looks like one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import av
import pytest

from tests.jobs.work.films import write_film
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.work.probing import probe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.jobs.work.real import Rescued


def refused(path: Path, told_s: float | None = None, *, every_picture: bool = False) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        probe(path, told_s, every_picture=every_picture)
    return caught.value


def without(kind: str, film: Path, to: Path) -> None:
    """Copy a film without its pictures or without its sound."""
    with av.open(film) as source, av.open(to, "w", format="mp4") as target:
        kept = next(stream for stream in source.streams if stream.type not in (kind, "subtitle", "data"))
        copied = target.add_stream_from_template(kept)
        for packet in source.demux(kept):
            if packet.dts is not None:
                packet.stream = copied
                target.mux(packet)


@pytest.mark.parametrize("every_picture", [False, True])
def test_a_film_is_one(rescued: Rescued, film: Path, every_picture: bool) -> None:
    assert rescued.second.film is not None
    told_s = rescued.second.film.duration_s
    probed = probe(film, told_s, every_picture=every_picture)
    assert (probed.width, probed.height, probed.size) == (1080, 1080, film.stat().st_size)
    assert probed.duration_s == pytest.approx(told_s, abs=0.05)


@pytest.mark.parametrize("patience", [0, 50, 700])
def test_it_is_broken_off_when_there_is_no_time_for_it(film: Path, patience: int) -> None:
    asked: list[int] = []

    def broken_off() -> bool:
        asked.append(1)
        return len(asked) > patience

    with pytest.raises(VideoGenError) as caught:
        probe(film, every_picture=True, broken_off=broken_off)
    assert (caught.value.code, len(asked)) == ("broken-off", patience + 1)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "text": lambda _: b"all is well\n" * 1000,
    "a playlist": lambda _: b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
    "half": lambda whole: whole[: len(whole) // 2],
    "all but the last kilobyte": lambda whole: whole[:-1024],
    "zeros in the middle": lambda whole: (
        whole[: len(whole) // 2] + bytes(100_000) + whole[len(whole) // 2 + 100_000 :]
    ),
    "only zeros after the index": lambda whole: whole[:30_000] + bytes(len(whole) - 30_000),
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_film_is_none(way: str, film: Path, tmp_path: Path) -> None:
    broken = tmp_path / "final_video.mp4"
    broken.write_bytes(BROKEN[way](film.read_bytes()))
    error = refused(broken)
    assert (error.code, error.retryable) == ("film-damaged", True)


@pytest.mark.parametrize(("kind", "word"), [("audio", "no sound"), ("video", "no picture")])
def test_a_film_without_sound_or_picture_is_none(kind: str, word: str, film: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.mp4"
    without(kind, film, half)
    assert word in refused(half).message


def test_damage_to_a_single_picture_is_found_where_all_are_asked_for(film: Path, tmp_path: Path) -> None:
    with av.open(film) as source:
        packets = [packet for packet in source.demux(video=0) if packet.dts is not None]
        largest = max((packet for packet in packets if not packet.is_keyframe), key=lambda one: one.size)
        assert largest.pos is not None
        start, end = largest.pos, largest.pos + largest.size
    whole = bytearray(film.read_bytes())
    whole[start + 200 : end] = bytes(end - start - 200)
    broken = tmp_path / "film.mp4"
    broken.write_bytes(whole)
    assert "picture" in refused(broken, every_picture=True).message


def test_a_film_of_another_length_than_was_told_is_not_the_one(film: Path) -> None:
    told_s = probe(film).duration_s
    assert probe(film, told_s + 0.4).duration_s == told_s
    assert "instead of" in refused(film, told_s + 1.0).message
    assert refused(film, float("nan")).code == "film-damaged"


def test_sound_and_picture_of_others_may_differ_in_length_but_not_from_what_was_told(tmp_path: Path) -> None:
    for seconds, sound_s, name in ((2, 4, "picture"), (4, 2, "sound")):
        film = tmp_path / f"{name}.mp4"
        write_film(film, seconds, sound_s=sound_s)
        assert probe(film, every_picture=True).duration_s == pytest.approx(4.0, abs=0.1)
        assert f"its {name} ends" in refused(film, 4.0).message


def test_a_film_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "final_video.mp4").code == "film-missing"


def test_a_folder_is_no_film(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "film-damaged"


def test_a_name_with_a_colon_is_no_protocol(
    film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.link(film, "concat:film.mp4")
    assert probe(tmp_path.__class__("concat:film.mp4")).width == 1080
