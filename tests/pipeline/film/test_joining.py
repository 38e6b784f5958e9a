from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from tests.pipeline.film.drawings import HEIGHT, SETTINGS, WIDTH, Flashing, Sliding, silence, write_wav
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.boxes import top_level_kinds
from videogen_desktop.pipeline.film.captions import Caption
from videogen_desktop.pipeline.film.encoding import encode_clip
from videogen_desktop.pipeline.film.joining import join_film
from videogen_desktop.pipeline.film.labels import film_chapters
from videogen_desktop.pipeline.film.model import Chapter
from videogen_desktop.pipeline.film.streams import add_sound, create_film, sound_packets, write_in_order
from videogen_desktop.pipeline.narration.model import SAMPLE_RATE, SAMPLES_PER_FRAME

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.film.model import EncoderSettings, FilmFacts
    from videogen_desktop.pipeline.scenes import Animation

LENGTHS = (67, 1, 2, 301, 40)
CAPTIONS = (
    Caption(400, 1900, ("Weight fell {by} 3 & 4 g", "(p < 0.05).")),
    Caption(1900, 3000, ("Directly after it",)),
    Caption(9_000, 13_000, ("Größe: 10 µm ≥ β",)),
)
TAGS = {
    "title": "A β study",
    "artist": "Ada Lovelace",
    "date": "2018",
    "comment": "doi 10.1/x",
    "description": "Made from a paper",
    "copyright": "CC-BY-4.0",
}


@dataclass(frozen=True)
class Parts:
    """What a film is joined from."""

    folder: Path
    clips: list[Path]
    chapters: tuple[Chapter, ...]

    def join(
        self, settings: EncoderSettings = SETTINGS, captions: tuple[Caption, ...] = CAPTIONS
    ) -> FilmFacts:
        return join_film(
            self.clips,
            self.folder / "audio.wav",
            captions,
            self.chapters,
            TAGS,
            self.film,
            settings,
        )

    @property
    def film(self) -> Path:
        return self.folder / "final_video.mp4"


def make_parts(folder: Path, scenes: list[Animation], samples: np.ndarray) -> Parts:
    write_wav(folder / "audio.wav", samples)
    clips = []
    for index, scene in enumerate(scenes):
        clips.append(folder / f"scene_{index:02}.mp4")
        sound = silence(folder / "silence.wav", scene.frames)
        encode_clip(scene, sound, clips[-1], SETTINGS, lambda _: None)
    chapters = film_chapters([(f"Scene «{index}»", scene.frames) for index, scene in enumerate(scenes)])
    return Parts(folder, clips, chapters)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    folder = tmp_path_factory.mktemp("parts")
    return make_parts(folder, [Sliding(n) for n in LENGTHS], np.zeros(sum(LENGTHS) * SAMPLES_PER_FRAME))


@pytest.fixture(scope="module")
def joined(parts: Parts) -> Path:
    parts.join()
    return parts.film


def test_the_facts_of_the_film_are_told(parts: Parts) -> None:
    facts = parts.join()
    assert (facts.frames, facts.chapters, facts.cues) == (sum(LENGTHS), len(LENGTHS), len(CAPTIONS))
    assert (facts.width, facts.height, facts.size) == (WIDTH, HEIGHT, parts.film.stat().st_size)
    assert abs(facts.sound_s - facts.duration_s) < 0.04


def test_the_index_comes_before_the_data(joined: Path) -> None:
    kinds = top_level_kinds(joined)
    assert kinds.index(b"moov") < kinds.index(b"mdat")


def test_no_picture_is_encoded_twice(parts: Parts, joined: Path) -> None:
    with av.open(joined) as film:
        found = [bytes(packet) for packet in film.demux(video=0) if packet.size]
    copied = []
    for clip in parts.clips:
        with av.open(clip) as container:
            copied += [bytes(packet) for packet in container.demux(video=0) if packet.size]
    assert found == copied


def test_the_frame_rate_is_constant_over_every_joint(joined: Path) -> None:
    with av.open(joined) as film:
        assert film.streams.video[0].average_rate == 30
        packets = [packet for packet in film.demux(video=0) if packet.pts is not None]
        decoding = [packet.dts for packet in packets]
        assert decoding == sorted(set(decoding))
    with av.open(joined) as film:
        times = [frame.pts * frame.time_base for frame in film.decode(video=0)]
    assert times == [Fraction(frame, 30) for frame in range(sum(LENGTHS))]


def test_every_joint_shows_the_right_scene(joined: Path) -> None:
    """The first frame of every clip has the block in its first place, the frame before it has not."""
    starts = [sum(LENGTHS[:index]) for index in range(len(LENGTHS))]
    with av.open(joined) as film:
        corners = [frame.to_ndarray()[0, 0] for frame in film.decode(video=0)]
    for start in starts:
        assert corners[start] < 120
    assert corners[LENGTHS[0] - 1] > 200
    assert corners[sum(LENGTHS[:4]) - 1] > 200


def test_sound_and_picture_agree_at_the_start_in_the_middle_and_at_the_end(tmp_path: Path) -> None:
    lengths = (601, 607, 599)
    flashes = {3: 0, 901: 1, 1801: 2}
    before = (0, 601, 1208)
    scenes = [
        Flashing(length, tuple(frame - start for frame, scene in flashes.items() if scene == index))
        for index, (length, start) in enumerate(zip(lengths, before, strict=True))
    ]
    samples = np.zeros(sum(lengths) * SAMPLES_PER_FRAME)
    for frame in flashes:
        samples[frame * SAMPLES_PER_FRAME : frame * SAMPLES_PER_FRAME + 48] = 0.9
    parts = make_parts(tmp_path, scenes, samples)
    parts.join(captions=())
    with av.open(parts.film) as film:
        seen = [frame.time for frame in film.decode(video=0) if frame.to_ndarray()[:HEIGHT].mean() > 128]
    with av.open(parts.film) as film:
        loud = [
            frame.time + int(position) / SAMPLE_RATE
            for frame in film.decode(audio=0)
            for position in np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.45)
        ]
    heard = [time for before, time in zip([-1.0, *loud], loud, strict=False) if time - before > 0.1]
    assert len(seen) == len(heard) == len(flashes)
    for flash, click, frame in zip(seen, heard, flashes, strict=True):
        assert flash == pytest.approx(frame / 30, abs=1e-6)
        assert abs(click - flash) < 0.005


def test_captions_are_a_track_that_is_off_until_asked_for(joined: Path) -> None:
    with av.open(joined) as film:
        stream = film.streams.subtitles[0]
        assert stream.language == "eng"
        assert not stream.disposition & av.stream.Disposition.default
        assert film.streams.video[0].disposition & av.stream.Disposition.default
        assert film.streams.audio[0].disposition & av.stream.Disposition.default
        stored = stream.frames
        samples = [
            (
                packet.pts * packet.time_base * 1000,
                packet.duration * packet.time_base * 1000,
                bytes(packet)[2:].decode(),
            )
            for packet in film.demux(stream)
            if packet.pts is not None
        ]
    assert samples == [
        (0, 400, ""),
        (400, 1500, "Weight fell {by} 3 & 4 g\n(p < 0.05)."),
        (1900, 1100, "Directly after it"),
        (3000, 6000, ""),
        (9000, 4000, "Größe: 10 µm ≥ β"),
    ]
    assert stored == len(samples) + 1, "an empty one ends the last caption"


def test_a_film_without_captions_has_no_text_track(parts: Parts) -> None:
    film = replace(parts, folder=parts.folder).join(captions=())
    assert film.cues == 0
    with av.open(parts.film) as container:
        assert not container.streams.subtitles
    parts.join()


def test_chapters_and_tags_are_there(parts: Parts, joined: Path) -> None:
    with av.open(joined) as film:
        chapters = [
            Chapter(
                chapter["metadata"]["title"],
                round(chapter["start"] * chapter["time_base"] * 30),
                round(chapter["end"] * chapter["time_base"] * 30),
            )
            for chapter in film.chapters()
        ]
        assert TAGS.items() <= film.metadata.items()
        assert film.metadata["encoder"].startswith("Lavf")
    assert tuple(chapters) == parts.chapters


def test_a_clip_of_other_settings_is_refused_and_the_old_film_stands(parts: Parts, tmp_path: Path) -> None:
    other = tmp_path / "scene_01.mp4"
    encode_clip(
        Sliding(1, WIDTH, HEIGHT + 20),
        silence(tmp_path / "s.wav", 1),
        other,
        replace(SETTINGS, height=HEIGHT + 20),
        lambda _: None,
    )
    mixed = Parts(tmp_path, [parts.clips[0], other, *parts.clips[2:]], parts.chapters)
    silence(tmp_path / "audio.wav", sum(LENGTHS))
    mixed.film.write_bytes(b"the old film")
    with pytest.raises(VideoGenError, match=r"scene_01\.mp4") as error:
        mixed.join()
    assert error.value.code == "clips-differ"
    assert mixed.film.read_bytes() == b"the old film"
    assert not [path for path in tmp_path.iterdir() if ".partial-" in path.name]


@pytest.mark.parametrize("content", [b"", b"not a film", None])
def test_a_damaged_clip_is_refused(parts: Parts, tmp_path: Path, content: bytes | None) -> None:
    clip = tmp_path / "scene_00.mp4"
    whole = parts.clips[0].read_bytes()
    clip.write_bytes(whole[: len(whole) // 2] if content is None else content)
    silence(tmp_path / "audio.wav", sum(LENGTHS))
    with pytest.raises(VideoGenError) as error:
        Parts(tmp_path, [clip, *parts.clips[1:]], parts.chapters).join()
    assert error.value.code == "clips-differ"


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.pipeline.film.drawings import SETTINGS
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.joining import join_film
from videogen_desktop.pipeline.film.labels import film_chapters
folder, clip = Path(sys.argv[1]), Path(sys.argv[2])
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    join_film([clip], folder / "audio.wav", (), film_chapters([("One", 301)]), {}, folder / "f.mp4", SETTINGS)
except VideoGenError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("room", [100, 5_000])
def test_a_full_disk_is_said_plainly(parts: Parts, tmp_path: Path, room: int) -> None:
    silence(tmp_path / "audio.wav", 301)
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, tmp_path, parts.clips[3], str(room)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("disk-full\n", 0), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["audio.wav"]


def test_a_clip_without_pictures_is_refused(parts: Parts, tmp_path: Path) -> None:
    sound = silence(tmp_path / "audio.wav", sum(LENGTHS))
    with create_film(tmp_path / "scene_01.mp4", {}) as container:
        write_in_order(container, sound_packets(add_sound(container, 128_000), sound))
    with pytest.raises(VideoGenError, match=r"scene_01\.mp4") as error:
        Parts(tmp_path, [parts.clips[0], tmp_path / "scene_01.mp4", *parts.clips[2:]], parts.chapters).join()
    assert error.value.code == "clips-differ"


def test_sound_of_another_length_is_found_out(parts: Parts, tmp_path: Path) -> None:
    silence(tmp_path / "audio.wav", sum(LENGTHS) - 3)
    with pytest.raises(VideoGenError) as error:
        Parts(tmp_path, parts.clips, parts.chapters).join()
    assert error.value.code == "film-damaged"
    assert not (tmp_path / "final_video.mp4").exists()
