"""How far somebody else's pipeline is, read off its files and its log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.jobs.model import Progress
from videogen_desktop.jobs.work.external import ExternalProgress

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILES = ["paper.json", "script.json", "audio.wav", "clips/scene_00.mp4", "captions.srt", "final_video.mp4"]


def put(folder: Path, name: str, content: str = "x") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def look(progress: ExternalProgress) -> Progress:
    seen = progress.look()
    assert seen is not None
    return seen


def test_files_that_appear_bring_it_on(tmp_path: Path) -> None:
    progress = ExternalProgress(tmp_path)
    put(tmp_path, "paper.json")
    assert (seen := look(progress)).stage == "generate-script"
    put(tmp_path, "script.json", json.dumps({"scenes": [{}, {}, {}, {}]}))
    assert (now := look(progress)).stage == "generate-audio"
    assert now.overall > seen.overall
    put(tmp_path, "audio.wav")
    assert look(progress).stage == "generate-videos"
    put(tmp_path, "clips/scene_00.mp4")
    now = look(progress)
    assert (now.stage, now.fraction, now.message) == ("generate-videos", 0.25, "Clip 1 of 4")
    for number in (1, 2, 3):
        put(tmp_path, f"clips/scene_0{number}.mp4")
    assert (now := look(progress)).fraction == 1.0
    put(tmp_path, "captions.srt")
    assert (later := look(progress)).stage == "add-captions"
    assert later.overall > now.overall
    put(tmp_path, "final_video.mp4")
    assert 0.9 < look(progress).overall < 1.0
    assert progress.look() is None


def test_lines_of_the_log_bring_it_on(tmp_path: Path) -> None:
    progress = ExternalProgress(tmp_path)
    assert progress.line("INFO - Starting pipeline for PMID 1") == Progress("fetch-paper")
    assert progress.line("INFO - Output directory: /x") is None
    assert progress.line("INFO - Step: generate-script") == Progress("generate-script", 0.0, 0.03)
    done = progress.line("INFO -   ✓ Complete")
    assert done is not None
    assert (done.stage, done.fraction) == ("generate-script", 1.0)
    step = progress.line("Step: Generate Audio")
    assert step is not None
    assert step.stage == "generate-audio"
    skipped = progress.line("  ✓ Already complete, skipping")
    assert skipped is not None
    assert skipped.fraction == 1.0
    assert progress.line("Step: make-coffee") is None
    assert progress.line("Step: fetch-paper") is None
    assert progress.line("✓ Pipeline complete! Output in /x") is None


def test_it_counts_clips_without_knowing_how_many_there_will_be(tmp_path: Path) -> None:
    progress = ExternalProgress(tmp_path)
    put(tmp_path, "script.json", "[not json")
    put(tmp_path, "clips/scene_00.mp4")
    put(tmp_path, "clips/scene_1.mp4.partial")
    now = look(progress)
    assert (now.stage, now.fraction, now.message) == ("generate-videos", 0.5, "1 clips")
    assert not progress.measurable
    put(tmp_path, "script.json", json.dumps({"scenes": [{}, {}]}))
    progress.look()
    assert progress.measurable


@given(
    st.lists(
        st.sampled_from(
            [*FILES, "Step: fetch-paper", "Step: generate-videos", "Step: add-captions", "✓ Complete", "rm"]
        ),
        max_size=20,
    )
)
def test_it_never_goes_back_whatever_comes_and_goes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("out")
    progress = ExternalProgress(folder)
    told = 0.0
    for step in steps:
        if step in FILES:
            put(folder, step)
        elif step == "rm":
            for name in FILES:
                (folder / name).unlink(missing_ok=True)
        for now in (progress.line(step), progress.look()):
            if now is not None:
                assert told <= now.overall < 1.0
                assert 0.0 <= now.fraction <= 1.0
                told = now.overall
