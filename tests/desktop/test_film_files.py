"""Where a job's files are found, and that nothing in them is trusted."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.desktop.export.finished import job_of
from tests.pipeline.runs import run_pipeline, write_small_paper
from videogen_desktop.desktop.film_files import (
    FRAME_RATE,
    LARGEST_SCRIPT,
    figure_bytes,
    files_of,
    read_texts,
)
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Film, Problem
from videogen_desktop.pipeline.narration import model as narration

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import Job


@pytest.fixture(scope="session")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the real pipeline leaves after it has written a script; not to be changed."""
    folder = tmp_path_factory.mktemp("scripted")
    paper = write_small_paper(folder / "paper")
    run = run_pipeline("generate-video", paper, folder / "out", "--stop-after", "generate-script")
    assert run.code == 0, run.events[-1:]
    return folder / "out"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def job() -> Job:
    return job_of(None)


@pytest.fixture
def work(folder: DataFolder, job: Job, scripted: Path) -> Path:
    """The job's working folder, with a script and a paper."""
    return shutil.copytree(scripted, folder.work_of(job.key))


def test_a_job_that_never_ran_has_no_files(folder: DataFolder, job: Job) -> None:
    files = files_of(job, folder)
    assert (files.film, files.script, files.paper, files.clips) == (None, None, None, ())
    texts = read_texts(job, folder)
    assert texts.script.fault == texts.heard.fault == texts.in_file.fault == "absent"
    assert texts.paper.title.plain == job.paper.title


def test_what_the_pipeline_wrote_is_read(folder: DataFolder, job: Job, work: Path) -> None:
    texts = read_texts(job, folder)
    assert texts.files.script == work / "script.json"
    assert texts.script.value is not None
    assert len(texts.script.value.scenes) > 2
    assert texts.in_file.value is not None
    assert texts.paper.ids.pmid == "90000001"
    assert texts.paper.ids.doi is not None, "what only the queue knows is added"


def test_the_finished_film_comes_before_the_working_folder(
    folder: DataFolder, job: Job, work: Path, tmp_path: Path
) -> None:
    home = tmp_path / "elsewhere"
    home.mkdir()
    for name in ("script.json", "final_video.mp4", "thumbnail.jpg", "captions.vtt"):
        (home / name).write_bytes(b"{}")
    film = Film(home / "final_video.mp4", 1.0, 16, 9, 2, "", 0.0, 1)
    files = files_of(replace(job, film=film), folder)
    assert files.script == home / "script.json"
    assert files.film == home / "final_video.mp4"
    assert files.thumbnail == home / "thumbnail.jpg"
    assert files.captions == home / "captions.vtt"
    assert files.paper == work / "paper.json", "what is missing there may still be in the working folder"


def test_a_script_to_be_approved_is_the_new_one(folder: DataFolder, job: Job, work: Path) -> None:
    home = folder.film_of(job.key)
    home.mkdir(parents=True)
    shutil.copy(work / "script.json", home)
    waits = replace(job, state="needs-attention", problem=Problem("review", "Read it.", "Approve it."))
    assert files_of(waits, folder).script == work / "script.json"
    assert files_of(job, folder).script == home / "script.json"


def test_what_has_not_changed_is_not_read_again(folder: DataFolder, job: Job, work: Path) -> None:
    before = read_texts(job, folder)
    assert read_texts(job, folder, before) is before
    paper = work / "paper.json"
    paper.write_bytes(paper.read_bytes() + b" ")
    after = read_texts(job, folder, before)
    assert after.script is before.script
    assert after.in_file is not before.in_file


def test_clips_are_those_that_follow_one_another(folder: DataFolder, job: Job) -> None:
    clips = folder.work_of(job.key) / "clips"
    clips.mkdir(parents=True)
    for number in (0, 1, 3):
        (clips / f"scene_{number:02d}.mp4").touch()
    assert [clip.name for clip in files_of(job, folder).clips] == ["scene_00.mp4", "scene_01.mp4"]


def test_a_link_is_no_file_of_the_job(folder: DataFolder, job: Job, work: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    shutil.move(work / "script.json", outside)
    try:
        (work / "script.json").symlink_to(outside)
    except OSError:
        pytest.skip("links cannot be made here")
    assert read_texts(job, folder).script.fault == "absent"


def test_a_pipe_is_no_file(folder: DataFolder, job: Job, work: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    (work / "script.json").unlink()
    os.mkfifo(work / "script.json")
    assert read_texts(job, folder).script.fault == "absent"


def test_a_huge_script_is_not_read(folder: DataFolder, job: Job, work: Path) -> None:
    os.truncate(work / "script.json", 200 * 1024**2)
    texts = read_texts(job, folder)
    assert texts.script.fault == "too-large"
    assert texts.in_file.value is not None


def test_a_script_of_endless_sentences_is_too_large(folder: DataFolder, job: Job, work: Path) -> None:
    many = msgspec.json.encode({"scenes": [{"title": "", "text": "A."}] * 6000})
    assert len(many) < LARGEST_SCRIPT
    (work / "script.json").write_bytes(many)
    assert read_texts(job, folder).script.fault == "too-large"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b'{"scenes": 3}', b"\xff\xfe{}", b"[" * 100_000, b'{"scenes": [{"text": 3}]}'],
)
def test_a_broken_script_is_damaged(folder: DataFolder, job: Job, work: Path, content: bytes) -> None:
    (work / "script.json").write_bytes(content)
    assert read_texts(job, folder).script.fault == "damaged"


def test_a_broken_paper_leaves_what_the_queue_knows(folder: DataFolder, job: Job, work: Path) -> None:
    (work / "paper.json").write_bytes(b"{")
    texts = read_texts(job, folder)
    assert texts.in_file.fault == "damaged"
    assert texts.paper.title.plain == job.paper.title


def test_the_script_of_another_pipeline_is_read_without_places(
    folder: DataFolder, job: Job, work: Path
) -> None:
    foreign = {"scenes": [{"title": "One", "text": "It says this."}, {"title": "Two", "text": " "}]}
    (work / "script.json").write_bytes(msgspec.json.encode(foreign))
    script = read_texts(job, folder).script.value
    assert script is not None
    assert [scene.heading for scene in script.scenes] == ["One", "Two"]
    assert [sentence.text for scene in script.scenes for sentence in scene.sentences] == ["It says this."]


@pytest.mark.parametrize("frames", [-1, 30])
def test_times_that_cannot_be_are_damage(folder: DataFolder, job: Job, work: Path, frames: int) -> None:
    sentence = {"text": "A.", "start_s": 0.1, "end_s": -0.1 if frames > 0 else 1.0}
    heard = {"scenes": [{"frames": frames, "sentences": [sentence]}]}
    (work / "audio_metadata.json").write_bytes(msgspec.json.encode(heard))
    assert read_texts(job, folder).heard.fault == "damaged"


def test_frames_are_counted_as_the_narration_does() -> None:
    assert FRAME_RATE == narration.FRAME_RATE


def test_a_figure_is_only_taken_from_the_jobs_folders(
    folder: DataFolder, job: Job, work: Path, tmp_path: Path
) -> None:
    files = files_of(job, folder)
    inside = next((work / "figures").iterdir())
    assert figure_bytes(files, f"figures/{inside.name}") == inside.read_bytes()
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(b"secret")
    for name in ("../secret.jpg", "../../secret.jpg", str(secret), "", "\x00", "figures", "figures/none.jpg"):
        assert figure_bytes(files, name) is None
    try:
        (work / "figures" / "link.jpg").symlink_to(secret)
    except OSError:
        return
    assert figure_bytes(files, "figures/link.jpg") is None
