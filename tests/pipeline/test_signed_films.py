"""Films with a logo and closing words, made by the process that the pipeline is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.pipeline.logos import NAVY, ORANGE, logo
from tests.pipeline.runs import Run, run_pipeline
from videogen_desktop.files import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Made by the Cortex Lab, 2026."


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.png"
    path.write_bytes(logo(ORANGE))
    return path


def make(paper: Path, folder: Path, *more: object) -> Run:
    return run_pipeline("generate-video", paper, folder, "--aspect", "1:1", *more)


def script_in(folder: Path) -> dict[str, Any]:
    script: dict[str, Any] = json.loads((folder / "script.json").read_text(encoding="utf-8"))
    return script


class Made:
    """The files of a film as they are now."""

    def __init__(self, folder: Path) -> None:
        patterns = ("clips/*.mp4", "audio/*.wav", "*.mp4", "*.jpg", "*.srt", "*.wav")
        files = [path for pattern in patterns for path in folder.glob(pattern)]
        self._digests = {path.relative_to(folder).as_posix(): sha256_of(path) for path in files}
        clips = sorted(name for name in self._digests if name.startswith("clips/"))
        self.title, self.last = clips[0], clips[-1]

    def changed_since(self, before: Made) -> set[str]:
        return {name for name, digest in self._digests.items() if before._digests[name] != digest}


@pytest.mark.timeout(900)
def test_each_redoes_the_clips_that_show_it_and_the_join(
    film_folder: Path, small_paper: Path, lab: Path
) -> None:
    plain = Made(film_folder)
    sentences = [scene["sentences"] for scene in script_in(film_folder)["scenes"]]
    run = make(small_paper, film_folder, "--logo", lab)
    assert run.code == 0, run.events[-1:]
    signed = Made(film_folder)
    assert signed.changed_since(plain) == {plain.title, plain.last, "final_video.mp4", "thumbnail.jpg"}
    assert (run.states()["generate-script"], run.states()["generate-audio"]) == ("skipped", "skipped")

    assert make(small_paper, film_folder, "--logo", lab, f"--closing={WORDS}").code == 0
    closed = Made(film_folder)
    assert closed.changed_since(signed) == {plain.last, "final_video.mp4"}
    script = script_in(film_folder)
    assert script["closing"] == {"text": WORDS, "origin": "maker"}
    assert [scene["sentences"] for scene in script["scenes"]] == sentences
    assert WORDS not in json.dumps(script["scenes"], ensure_ascii=False)
    assert WORDS not in (film_folder / "captions.srt").read_text(encoding="utf-8")

    again = make(small_paper, film_folder, "--logo", lab, f"--closing={WORDS}")
    assert set(again.states().values()) == {"skipped"}

    lab.write_bytes(logo(NAVY))
    assert make(small_paper, film_folder, "--logo", lab, f"--closing={WORDS}").code == 0
    assert Made(film_folder).changed_since(closed) == {
        *(plain.title, plain.last),
        *("final_video.mp4", "thumbnail.jpg"),
    }

    assert make(small_paper, film_folder).code == 0
    assert Made(film_folder).changed_since(plain) <= {"final_video.mp4", plain.title, plain.last}
    assert script_in(film_folder)["closing"] is None


def test_a_step_by_itself_remembers_them(film_folder: Path, small_paper: Path, lab: Path) -> None:
    assert make(small_paper, film_folder, "--logo", lab, f"--closing={WORDS}").code == 0
    signed = Made(film_folder)
    for step in ("generate-script", "generate-videos", "add-captions"):
        assert set(run_pipeline(step, film_folder).states().values()) == {"skipped"}
    assert Made(film_folder).changed_since(signed) == set()


def test_an_edited_script_is_kept_when_the_closing_words_change(film_folder: Path, small_paper: Path) -> None:
    script = script_in(film_folder)
    script["scenes"][2]["sentences"][0]["text"] = "The mice drank milk."
    (film_folder / "script.json").write_text(json.dumps(script), encoding="utf-8")
    stop = ("--stop-after", "generate-script")
    assert make(small_paper, film_folder, f"--closing={WORDS}", *stop).code == 0
    kept = script_in(film_folder)
    assert kept["scenes"][2]["sentences"][0]["text"] == "The mice drank milk."
    assert kept["closing"]["text"] == WORDS
    kept["closing"]["text"] = "Mine."
    (film_folder / "script.json").write_text(json.dumps(kept), encoding="utf-8")
    assert make(small_paper, film_folder, f"--closing={WORDS}", *stop).code == 0
    assert script_in(film_folder)["closing"]["text"] == "Mine."
    kept["closing"]["text"] = "x" * 201
    (film_folder / "script.json").write_text(json.dumps(kept), encoding="utf-8")
    assert make(small_paper, film_folder, f"--closing={WORDS}", *stop).error["code"] == "bad-script"


@pytest.mark.parametrize("content", [None, b"not a picture"])
def test_a_logo_that_cannot_be_shown_is_said_before_anything_is_done(
    content: bytes | None, small_paper: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lab.png"
    if content is not None:
        path.write_bytes(content)
    run = make(small_paper, tmp_path / "out", "--logo", path)
    assert (run.code, run.error["code"], run.error["retryable"]) == (2, "bad-logo", False)
    assert "lab.png" in run.error["message"]
    assert not (tmp_path / "out" / "paper.json").exists()


def test_closing_words_that_are_too_long_are_wrong_usage(small_paper: Path, tmp_path: Path) -> None:
    run = make(small_paper, tmp_path / "out", "--closing", "x" * 201)
    assert run.code == 2
    assert "201 characters" in run.stderr
