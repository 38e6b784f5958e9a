"""``videogen jobs run`` ended with SIGKILL: the next start goes on, and nothing is lost or doubled."""

from __future__ import annotations

import random
import sys
from functools import partial
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.killed.queue_process import (
    QueueProcess,
    all_jobs,
    check_films,
    check_rows,
    inodes,
    orphans,
    processes_of,
    proven,
    seen,
    wait_until,
)
from tests.jobs.supervisor.running import gone
from tests.pipeline.conftest import small_paper
from videogen_desktop.files import sha256_of
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

    Start = Callable[..., QueueProcess]

__all__ = ["small_paper"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")

_MOMENTS = 50
_LATEST_S = 1.6
_FINISHED = 2
_FIRST_FILES = {
    "fetch-paper": "pipeline.log",
    "generate-script": "paper.json",
    "generate-audio": "script.json",
    "generate-videos": "clips/scene_00.mp4",
    "add-captions": "captions.srt",
}
"""What is there once a stage has begun: the quick ones are over before the store hears of them."""
_LOOKS = tuple(
    JobOptions(aspect=aspect, theme=theme, captions=captions, audience=audience)
    for aspect in ("1:1", "9:16", "16:9")
    for theme in ("paper", "dark")
    for captions in ("soft", "burned")
    for audience in ("general", "specialist")
)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts working on a queue; what a failed test leaves running is ended."""
    started: list[QueueProcess] = []

    def begin(folder: DataFolder, *options: str) -> QueueProcess:
        started.append(QueueProcess.start(folder, *options))
        return started[-1]

    yield begin
    for each in started:
        if each.process.poll() is None:
            each.kill()


@pytest.fixture(scope="session")
def undisturbed(small_paper: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All that is made for a film in one go, with the hash of each file."""
    folder = _queue(tmp_path_factory.mktemp("undisturbed"), small_paper, _LOOKS[:1])
    code, told = QueueProcess.start(folder).finish()
    assert code == 0, told
    with seen(folder) as store:
        (job,) = all_jobs(store)
    made = proven(folder.work_of(job.key))
    assert {"script.json", "clips/scene_00.mp4", "final_video.mp4"} <= made.keys()
    return made


@pytest.mark.timeout(900)
@pytest.mark.parametrize("stage", _FIRST_FILES)
def test_killed_in_a_stage_it_goes_on_from_what_was_proven(
    stage: str, small_paper: Path, undisturbed: dict[str, str], tmp_path: Path, start: Start
) -> None:
    folder = _queue(tmp_path, small_paper, _LOOKS[:1])
    running = start(folder)
    with seen(folder) as store:
        (job,) = all_jobs(store)
        first_file = folder.work_of(job.key) / _FIRST_FILES[stage]
        wait_until(lambda: first_file.exists(), f"the job is at {stage}")
        running.kill()
        wait_until(lambda: not processes_of(folder, store), "the pipeline has ended for want of its owner")
        (job,) = all_jobs(store)
        work = folder.work_of(job.key)
        kept = inodes(work, proven(work))
        assert job.state == "running"
        code, told = start(folder).finish()
        assert code == 0, told
        (job,) = all_jobs(store)
        assert (job.state, job.attempt) == ("completed", 2)
        assert kept <= inodes(work, proven(work)), "what was proven was made again"
        assert proven(work) == undisturbed, "it is another film than the one that is made in one go"
        assert {name: sha256_of(work / name) for name in undisturbed} == undisturbed
        _check(folder, store)


@pytest.mark.timeout(1800)
def test_killed_at_fifty_random_moments_the_queue_is_finished_in_the_end(
    small_paper: Path, tmp_path: Path, start: Start
) -> None:
    folder = _queue(tmp_path, small_paper, _LOOKS)
    moments, left = random.Random(20261123), list[psutil.Process]()
    with seen(folder) as store:
        for number in range(_MOMENTS):
            running = start(folder, "--workers", str(1 + number % 2))
            if number % 5:  # the others may die before they have begun
                wait_until(partial(_claimed_by, running, store), "a job is claimed")
                assert all(map(gone, left)), "a process of the last start is left"
                assert orphans(store) == [], "a process of an attempt that is over is left"
            if running.ended_within(moments.uniform(0, _LATEST_S)):
                pytest.fail(f"the queue ended by itself: {running.finish()}")
            left = running.kill()
            check_rows(store)
            check_films(folder, store)
            if number % 5 == 1:  # the others are left for the next start to end
                wait_until(partial(_none_left, left, folder, store), "all that was started has ended too")
            assert [job.options for job in all_jobs(store)] == list(_LOOKS), "the order has changed"
        wanted, others = _parted(all_jobs(store))
        store.cancel(others)
        store.retry(wanted)  # they would let others go first for a minute
        code, told = start(folder, "--workers", "2").finish()
        assert code == 0, told
        states = {job.id: job.state for job in all_jobs(store)}
        assert {states[job_id] for job_id in wanted} == {"completed"}
        assert {states[job_id] for job_id in others} <= {"cancelled", "completed"}
        _check(folder, store)


def _queue(tmp_path: Path, paper: Path, looks: tuple[JobOptions, ...]) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    with seen(folder) as store:
        for options in looks:
            store.add([NewPaper(PaperFacts(source=paper))], options)
    return folder


def _claimed_by(running: QueueProcess, store: JobStore) -> bool:
    """Whether the process holds a job, or has died of something else."""
    mark = f"{running.process.pid}-"
    held = (
        attempt for job in all_jobs(store) if job.state == "running" for attempt in store.attempts(job.id)
    )
    return running.process.poll() is not None or any(attempt.worker.startswith(mark) for attempt in held)


def _parted(jobs: tuple[Job, ...]) -> tuple[list[int], list[int]]:
    """The jobs that were tried most, which shall be finished, and the others."""
    ids = [job.id for job in sorted(jobs, key=lambda job: -job.attempt)]
    return ids[:_FINISHED], ids[_FINISHED:]


def _none_left(tree: list[psutil.Process], folder: DataFolder, store: JobStore) -> bool:
    return all(map(gone, tree)) and not processes_of(folder, store)


def _check(folder: DataFolder, store: JobStore) -> None:
    check_rows(store)
    check_films(folder, store)
    assert processes_of(folder, store) == []
