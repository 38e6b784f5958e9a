"""How a run ends before its time, and that the next one finishes what it began."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.pipeline.runs import (
    Run,
    RunningPipeline,
    pipeline_command,
    pipeline_environment,
    run_pipeline,
)
from tests.yardstick import slowness
from videogen_desktop.files import PARTIAL_MARK, sha256_of
from videogen_desktop.pipeline.job import STAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

resource = pytest.importorskip("resource", reason="file size limits are a thing of POSIX")

MOMENTS = [
    ("fetch-paper", "started", 0.0),
    ("generate-script", "started", 0.0),
    ("generate-audio", "started", 0.0),
    ("generate-audio", "progress", 0.4),
    ("generate-videos", "started", 0.0),
    ("generate-videos", "progress", 0.5),
    ("add-captions", "started", 0.0),
]


@pytest.fixture(scope="session")
def spoken(small_paper: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run up to the sound; not to be changed."""
    folder = tmp_path_factory.mktemp("spoken") / "out"
    run = run_pipeline(
        "generate-video", small_paper, folder, "--aspect", "1:1", "--stop-after", "generate-audio"
    )
    assert run.code == 0, run.events[-1:]
    return folder


@pytest.fixture
def folder_before(spoken: Path, tmp_path: Path) -> Callable[[str], Path]:
    """An output folder in which a run comes to a stage soon."""

    def before(stage: str) -> Path:
        folder = tmp_path / "out"
        if STAGES.index(stage) > STAGES.index("generate-audio"):
            shutil.copytree(spoken, folder)
        return folder

    return before


def start(paper: Path, folder: Path) -> RunningPipeline:
    return RunningPipeline.start("generate-video", paper, folder, "--aspect", "1:1")


def assert_gone(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=60)
    assert not alive


def assert_finishes_the_same(paper: Path, folder: Path, made: tuple[Path, Run]) -> None:
    run = run_pipeline("generate-video", paper, folder, "--aspect", "1:1")
    assert run.code == 0, run.events[-1:]
    for name in ("script.json", "audio.wav", "captions.vtt"):
        assert sha256_of(folder / name) == sha256_of(made[0] / name), name
    assert not list(folder.rglob(f"*{PARTIAL_MARK}*"))


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("stage", "state", "fraction"), MOMENTS)
def test_killed_at_any_stage_the_next_run_finishes_the_film(
    stage: str,
    state: str,
    fraction: float,
    small_paper: Path,
    folder_before: Callable[[str], Path],
    made: tuple[Path, Run],
) -> None:
    folder = folder_before(stage)
    running = start(small_paper, folder)
    running.wait_for(stage, state, fraction)
    children = running.descendants()
    running.process.kill()
    running.finish()
    assert_gone(children)
    if stage != "add-captions":  # little follows it: the film may have been whole by then
        assert not (folder / "final_video.mp4").exists()
    assert_finishes_the_same(small_paper, folder, made)


@pytest.mark.parametrize("stage", ["generate-audio", "generate-videos"])
@pytest.mark.parametrize("way", ["SIGTERM", "SIGINT", "closed input"])
def test_asked_to_stop_it_ends_within_two_seconds_with_all_its_children(
    way: str,
    stage: str,
    small_paper: Path,
    folder_before: Callable[[str], Path],
    made: tuple[Path, Run],
) -> None:
    folder = folder_before(stage)
    running = start(small_paper, folder)
    running.wait_for(stage, "progress")
    children = running.descendants()
    asked = time.monotonic()
    if way == "closed input":
        assert running.process.stdin
        running.process.stdin.close()
    else:
        running.process.send_signal(getattr(signal, way))
    assert running.process.wait(60) == 130
    assert time.monotonic() - asked < 2.0 * slowness()
    assert_gone(children)
    running.finish()
    assert running.events[-1]["code"] == "cancelled"
    assert not (folder / "final_video.mp4").exists()
    if way == "closed input":  # all three end it at the same place of the program
        assert_finishes_the_same(small_paper, folder, made)


def test_two_runs_in_one_folder_do_not_meet(small_paper: Path, tmp_path: Path) -> None:
    running = start(small_paper, tmp_path / "out")
    running.wait_for("generate-audio", "started")
    second = run_pipeline("generate-video", small_paper, tmp_path / "out", "--aspect", "1:1")
    assert (second.code, second.error["code"]) == (75, "in-use")
    assert running.finish() == 0


@pytest.mark.parametrize(("limit", "stage"), [(100_000, "fetch-paper"), (1_500_000, "generate-videos")])
def test_a_full_disk_is_a_plain_error_and_nothing_looks_finished(
    limit: int, stage: str, small_paper: Path, folder_before: Callable[[str], Path], made: tuple[Path, Run]
) -> None:
    folder = folder_before(stage)

    def shrink() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        pipeline_command("generate-video", small_paper, folder, "--aspect", "1:1"),
        env=pipeline_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=shrink,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 75, done.stderr[-500:]
    assert '"code": "disk-full"' in done.stdout
    assert not (folder / "final_video.mp4").exists()
    assert_finishes_the_same(small_paper, folder, made)


def test_the_stages_of_this_file_are_those_of_the_contract() -> None:
    assert {stage for stage, _, _ in MOMENTS} == set(STAGES)
