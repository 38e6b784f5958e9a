from __future__ import annotations

from typing import TYPE_CHECKING

import av

from videogen_desktop.pipeline.film.captions import (
    Caption,
    film_captions,
    subrip,
    timed_text,
    web_vtt,
    write_captions,
)
from videogen_desktop.pipeline.narration.cues import Cue
from videogen_desktop.pipeline.narration.model import SceneAudio

if TYPE_CHECKING:
    from pathlib import Path

CAPTIONS = (
    Caption(500, 2250, ("Weight fell by 3 & 4 g", "(p < 0.05, a --> b).")),
    Caption(3_661_001, 3_662_000, ("Größe: 10 µm ≥ β",)),
)


def audio(frames: int) -> SceneAudio:
    return SceneAudio("audio/scene.wav", frames, (), -16.0, -1.5)


def test_cues_are_put_on_the_clock_of_the_film() -> None:
    captions = film_captions(
        [
            (audio(100), [Cue(0.1, 1.0, ("One",)), Cue(1.0, 3.3, ("Two", "lines"))]),
            (audio(60), [Cue(0.0, 1.9, ("Three",))]),
        ]
    )
    assert captions == (
        Caption(100, 1000, ("One",)),
        Caption(1000, 3300, ("Two", "lines")),
        Caption(3333, 5233, ("Three",)),
    )


def test_cues_neither_overlap_nor_outlast_their_scene() -> None:
    cues = [Cue(0.0, 1.5, ("One",)), Cue(1.2, 9.0, ("Two",)), Cue(8.0, 9.0, ("After the end",))]
    assert film_captions([(audio(60), cues)]) == (
        Caption(0, 1500, ("One",)),
        Caption(1500, 2000, ("Two",)),
    )


def test_lines_that_would_break_a_file_are_made_whole() -> None:
    cues = [Cue(0.0, 1.0, ("a\n\nb\x00\tc", "  ", "\u202egnp.exe")), Cue(1.0, 2.0, ("", "\n"))]
    assert film_captions([(audio(60), cues)]) == (Caption(0, 1000, ("a b c", "gnp.exe")),)


def test_subrip_is_plain() -> None:
    assert subrip(CAPTIONS) == (
        "1\r\n00:00:00,500 --> 00:00:02,250\r\nWeight fell by 3 & 4 g\r\n(p < 0.05, a --> b).\r\n\r\n"
        "2\r\n01:01:01,001 --> 01:01:02,000\r\nGröße: 10 µm ≥ β\r\n\r\n"
    )


def test_web_vtt_is_escaped() -> None:
    assert web_vtt(CAPTIONS) == (
        "WEBVTT\n\n"
        "00:00:00.500 --> 00:00:02.250\nWeight fell by 3 &amp; 4 g\n(p &lt; 0.05, a --&gt; b).\n\n"
        "01:01:01.001 --> 01:01:02.000\nGröße: 10 µm ≥ β\n"
    )


def test_no_captions_are_still_valid_files() -> None:
    assert subrip(()) == ""
    assert web_vtt(()) == "WEBVTT\n"


def test_both_files_are_read_back_by_a_player(tmp_path: Path) -> None:
    write_captions(CAPTIONS, tmp_path)
    for name, kind in (("captions.srt", "srt"), ("captions.vtt", "webvtt")):
        with av.open(tmp_path / name, format=kind) as file:
            packets = [packet for packet in file.demux() if packet.pts is not None]
            times = [
                (packet.pts * packet.time_base, packet.duration * packet.time_base) for packet in packets
            ]
            shown = [packet.decode()[0].dialogue.decode() for packet in packets]
        assert [(float(start), float(length)) for start, length in times] == [(0.5, 1.75), (3661.001, 0.999)]
        assert "p < 0.05" in shown[0]
        assert shown[1] == "Größe: 10 µm ≥ β"


def test_a_text_sample_is_its_length_and_its_text() -> None:
    assert timed_text(Caption(0, 1, ("ä", "b"))) == b"\x00\x04\xc3\xa4\nb"
