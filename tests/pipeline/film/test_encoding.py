from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from av.bitstream import BitStreamFilterContext

from tests.pipeline.film.drawings import HEIGHT, SETTINGS, WIDTH, Sliding, silence, write_wav
from videogen_desktop.files import PARTIAL_MARK
from videogen_desktop.pipeline.film.colour import YuvPicture
from videogen_desktop.pipeline.film.encoding import encode_clip
from videogen_desktop.pipeline.film.model import EncoderSettings
from videogen_desktop.pipeline.film.streams import open_film
from videogen_desktop.pipeline.narration.model import SAMPLES_PER_FRAME

FRAMES = 70


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clip")
    path = folder / "scene_00.mp4"
    encode_clip(Sliding(FRAMES), silence(folder / "sound.wav", FRAMES), path, SETTINGS, lambda _: None)
    return path


def test_a_clip_is_what_every_player_takes(clip: Path) -> None:
    with av.open(clip) as container:
        stream = container.streams.video[0]
        codec = stream.codec_context
        assert (codec.name, codec.profile, codec.pix_fmt) == ("h264", "High", "yuv420p")
        assert (codec.width, codec.height, codec.sample_aspect_ratio) == (WIDTH, HEIGHT, 1)
        assert (codec.color_range, codec.color_primaries, codec.color_trc, codec.colorspace) == (1, 1, 1, 1)
        assert stream.average_rate == 30
        sound = container.streams.audio[0].codec_context
        assert (sound.name, sound.profile, sound.sample_rate) == ("aac", "LC", 48_000)


def test_the_stream_says_where_chroma_sits_and_that_its_rate_is_fixed(clip: Path) -> None:
    level = av.logging.get_level()
    av.logging.set_level(av.logging.INFO)
    try:
        with av.open(clip) as container, av.logging.Capture() as lines:
            BitStreamFilterContext("trace_headers", in_stream=container.streams.video[0])
    finally:
        av.logging.set_level(level)
    fields = {
        words[1]: int(words[-1])
        for _, _, line in lines
        if len(words := line.split()) > 3 and words[-2] == "="
    }
    assert fields["chroma_sample_loc_type_top_field"] == 1
    assert fields["fixed_frame_rate_flag"] == 1
    assert fields["time_scale"] == 2 * 30 * fields["num_units_in_tick"]


def test_every_frame_shows_what_was_drawn_at_its_time(clip: Path) -> None:
    drawn, picture = Sliding(FRAMES), YuvPicture(WIDTH, HEIGHT)
    with av.open(clip) as container:
        for frame, decoded in enumerate(container.decode(video=0)):
            assert decoded.pts * decoded.time_base * 30 == frame
            changed = drawn.advance(frame)
            if changed is not None:
                picture.update(drawn.image, changed)
            error = decoded.to_ndarray().astype(int) - picture.frame.to_ndarray()
            assert np.abs(error).mean() < 0.5
            assert np.abs(error).max() < 40
    assert frame == FRAMES - 1


def test_no_jump_in_a_film_decodes_more_than_four_seconds(tmp_path: Path) -> None:
    frames = 300
    path = tmp_path / "scene_00.mp4"
    encode_clip(Sliding(frames), silence(tmp_path / "sound.wav", frames), path, SETTINGS, lambda _: None)

    with av.open(path) as container:
        jumps = [
            int(packet.pts * packet.time_base * 30)
            for packet in container.demux(video=0)
            if packet.is_keyframe and packet.pts is not None
        ]
    ends = [*jumps[1:], frames]
    assert jumps[0] == 0
    assert max(end - start for start, end in zip(jumps, ends, strict=True)) <= 4 * 30


def test_a_clip_sounds_like_its_scene_and_as_long(tmp_path: Path) -> None:
    times = np.arange(FRAMES * SAMPLES_PER_FRAME) / 48_000
    tone = 0.4 * np.sin(2 * np.pi * 440 * times)
    sound = write_wav(tmp_path / "tone.wav", tone)
    encode_clip(Sliding(FRAMES), sound, tmp_path / "clip.mp4", SETTINGS, lambda _: None)
    with av.open(tmp_path / "clip.mp4") as container:
        heard = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    assert 0 <= len(heard) - len(tone) < 1024  # AAC comes in blocks of 1024
    off = heard[: len(tone)] - tone
    assert np.sqrt(np.mean(off**2)) < 0.01  # in step to the sample, or the tones would differ


def test_progress_counts_every_frame(tmp_path: Path) -> None:
    told: list[int] = []
    facts = encode_clip(Sliding(5), silence(tmp_path / "s.wav", 5), tmp_path / "c.mp4", SETTINGS, told.append)
    assert told == [1, 2, 3, 4, 5]
    assert (facts.file, facts.frames, facts.size) == ("c.mp4", 5, (tmp_path / "c.mp4").stat().st_size)


def test_a_folder_may_be_called_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("über 100%" if sys.platform == "win32" else "file:über %03d?")
    facts = encode_clip(Sliding(5), silence(folder / "s.wav", 5), folder / "c.mp4", SETTINGS, lambda _: None)
    assert (folder / "c.mp4").stat().st_size == facts.size
    with open_film(folder / "c.mp4") as clip:
        assert sum(1 for _ in clip.decode(video=0)) == 5


def test_a_failed_clip_leaves_nothing_and_the_old_one_stands(tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"the old clip")
    left_by_a_killed_process = tmp_path / f"clip{PARTIAL_MARK}0.mp4"
    left_by_a_killed_process.write_bytes(b"half")
    with pytest.raises(ValueError, match="drawn 320×180, filmed 640×360"):
        encode_clip(
            Sliding(5), silence(tmp_path / "s.wav", 5), clip, EncoderSettings(640, 360), lambda _: None
        )
    assert clip.read_bytes() == b"the old clip"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clip.mp4", "s.wav"]


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.pipeline.film.drawings import SETTINGS, Sliding, silence
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.encoding import encode_clip
folder = Path(sys.argv[1])
sound = silence(folder / "s.wav", 30)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    encode_clip(Sliding(30), sound, folder / "clip.mp4", SETTINGS, lambda _: None)
except VideoGenError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_is_said_plainly(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("disk-full\n", 0), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.wav"]
