from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from tests.pipeline.film.drawings import SETTINGS, Sliding, silence
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.captions import Caption
from videogen_desktop.pipeline.film.encoding import encode_clip
from videogen_desktop.pipeline.film.joining import join_film
from videogen_desktop.pipeline.film.labels import film_chapters
from videogen_desktop.pipeline.film.model import Chapter, FilmPlan
from videogen_desktop.pipeline.film.proving import prove_film

if TYPE_CHECKING:
    from pathlib import Path

FRAMES = 300
CHAPTERS = film_chapters([("One", 260), ("Two", 40)])
PLAN = FilmPlan(SETTINGS.width, SETTINGS.height, FRAMES, CHAPTERS, cues=1)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("film")
    for index, frames in enumerate((260, 40)):
        sound = silence(folder / "s.wav", frames)
        encode_clip(Sliding(frames), sound, folder / f"{index}.mp4", SETTINGS, lambda _: None)
    clips = [folder / "0.mp4", folder / "1.mp4"]
    sound = silence(folder / "audio.wav", FRAMES)
    captions = [Caption(0, 2000, ("One",))]
    join_film(clips, sound, captions, CHAPTERS, {"title": "T"}, folder / "film.mp4", SETTINGS)
    return folder / "film.mp4"


def doubt(path: Path, plan: FilmPlan = PLAN, *, every_frame: bool = False) -> str:
    """Return what the proof finds wrong."""
    with pytest.raises(VideoGenError) as error:
        prove_film(path, plan, every_frame=every_frame)
    assert (error.value.code, error.value.retryable) == ("film-damaged", True)
    return str(error.value.__cause__)


def damaged_copy(film: Path, folder: Path, frame: int) -> Path:
    """Copy the film with noise in the second half of one stored picture, counted as they are decoded."""
    with av.open(film) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
    packet = packets[frame]
    content = bytearray(film.read_bytes())
    middle = packet.pos + packet.size // 2
    content[middle : packet.pos + packet.size] = np.random.default_rng(1).bytes(
        packet.size - packet.size // 2
    )
    copy = folder / "copy.mp4"
    copy.write_bytes(content)
    return copy


@pytest.mark.parametrize("every_frame", [False, True])
def test_a_whole_film_is_proven(film: Path, every_frame: bool) -> None:
    facts = prove_film(film, PLAN, every_frame=every_frame)
    assert (facts.frames, facts.duration_s, facts.chapters, facts.cues) == (FRAMES, 10.0, 2, 1)


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (replace(PLAN, width=640), "size"),
        (replace(PLAN, frames=299), "pictures"),
        (replace(PLAN, frames=320), "length"),
        (replace(PLAN, cues=2), "captions"),
        (replace(PLAN, cues=0), "streams"),
        (replace(PLAN, chapters=CHAPTERS[:1]), "chapters"),
        (replace(PLAN, chapters=(CHAPTERS[0], Chapter("Tow", 260, 300))), "chapters"),
        (replace(PLAN, chapters=(Chapter("One", 0, 250), Chapter("Two", 250, 300))), "end of a chapter"),
    ],
)
def test_another_film_than_planned_is_found_out(film: Path, plan: FilmPlan, found: str) -> None:
    assert doubt(film, plan).startswith(found)


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_a_film_that_is_cut_off_is_found_out(film: Path, tmp_path: Path, part: float) -> None:
    content = film.read_bytes()
    (tmp_path / "cut.mp4").write_bytes(content[: int(len(content) * part)])
    assert doubt(tmp_path / "cut.mp4")


@pytest.mark.parametrize("frame", [0, 240, 260, FRAMES - 1])
def test_damage_to_the_first_the_last_or_a_key_picture_is_found_out(
    film: Path, tmp_path: Path, frame: int
) -> None:
    assert doubt(damaged_copy(film, tmp_path, frame))


def test_damage_anywhere_is_found_out_when_every_frame_is_decoded(film: Path, tmp_path: Path) -> None:
    copy = damaged_copy(film, tmp_path, 121)
    assert doubt(copy, every_frame=True)


def test_a_film_with_its_index_last_is_found_out(film: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.mp4"
    with av.open(film) as source, av.open(late, "w", format="mp4") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    assert doubt(late).startswith("index before the data")


def test_a_file_that_is_no_film_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("I am no film, and longer than a header of a box.")
    assert doubt(tmp_path / "text.mp4")
