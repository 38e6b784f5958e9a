"""``videogen jobs run`` as the process that it is, its queue seen from outside, and what must hold."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from tests.jobs.work.films import write_film
from tests.pipeline.runs import pipeline_environment
from videogen_desktop.files import sha256_of
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings
from videogen_desktop.jobs.states import ENDED, STATES
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.work import probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

TOKEN = "VIDEOGEN_JOB_TOKEN"  # noqa: S105 - the name of a variable
_PATIENCE_S = 120.0
_LOOK_S = 0.02
_WITH_LEASE = """
from videogen_desktop.jobs.cli import main
from videogen_desktop.jobs.store import JobStore

JobStore.claim.__defaults__ = ({lease_s},)
main()
"""


_WAITS = """
import shutil, sys, time
from pathlib import Path
film, gate, folder = map(Path, sys.argv[1:])
(gate / folder.name).touch()
while not (gate / "open").exists():
    time.sleep(0.01)
shutil.copy(film, folder / "final_video.mp4")
"""
"""A pipeline that leaves word at a gate, and waits there until it is opened."""


@dataclass
class QueueProcess:
    """One ``videogen jobs run``."""

    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, folder: DataFolder, *options: str, lease_s: float | None = None) -> QueueProcess:
        """Start working on the queue of a data folder; with leases of so many seconds, or as they are."""
        program = ("-c", _WITH_LEASE.format(lease_s=lease_s)) if lease_s else ("-m", "videogen_desktop.jobs")
        return cls(
            subprocess.Popen(
                [sys.executable, *program, "jobs", "run", "--json", *options, "--data-dir", str(folder.root)],
                env=pipeline_environment(VIDEOGEN_CACHE_DIR=str(folder.root / "cache")),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        )

    def kill(self) -> list[psutil.Process]:
        """End it as a power cut would, and nothing that it has started: those processes are returned."""
        started = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        self.process.communicate()
        return started

    def ended_within(self, seconds: float) -> bool:
        """Whether it ends by itself before so many seconds have gone by."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def finish(self) -> tuple[int, str]:
        """Wait for its end; its exit code and what it said."""
        told, _ = self.process.communicate(timeout=900)
        return self.process.returncode, told.decode()


@dataclass(frozen=True)
class Gate:
    """Where films of a queue wait, before they are made, until the gate is opened."""

    folder: Path

    def has(self, job: Job) -> bool:
        """Whether the job's pipeline has come to it."""
        return (self.folder / job.key).exists()

    def open(self) -> None:
        """Let all films be made."""
        (self.folder / "open").touch()


def gated_queue(tmp_path: Path, papers: int) -> tuple[DataFolder, Gate]:
    """A queue with jobs, one at a time, whose pipeline waits at a gate and then hands out a short film."""
    folder, gate, film = DataFolder(tmp_path / "data"), tmp_path / "gate", tmp_path / "film.mp4"
    gate.mkdir()
    write_film(film)
    waits = Profile("waits", (sys.executable, "-c", _WAITS, str(film), str(gate), "{output_dir}"))
    write_settings(folder.settings, QueueSettings(workers=1, profiles=(waits,), least_free_bytes=0))
    with seen(folder) as store:
        names = [NewPaper(PaperFacts(pmid=str(1 + n))) for n in range(papers)]
        store.add(names, JobOptions(profile="waits"))
    return folder, Gate(gate)


@contextlib.contextmanager
def seen(folder: DataFolder) -> Iterator[JobStore]:
    """The store as another process sees it."""
    store = open_store(folder, SystemClock())
    try:
        yield store
    finally:
        store.close()


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait for a condition of the world."""
    deadline = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, f"it never came about that {what}"
        time.sleep(_LOOK_S)


def all_jobs(store: JobStore) -> tuple[Job, ...]:
    """Every job, in the order of the line."""
    return store.page(JobQuery(), 0, 1000)


def processes_of(folder: DataFolder, store: JobStore) -> list[psutil.Process]:
    """Every process that still works for a job of the store, found by the token it was given."""
    assert folder.root.is_dir()
    return _carriers({attempt.token for job in all_jobs(store) for attempt in store.attempts(job.id)})


def orphans(store: JobStore) -> list[psutil.Process]:
    """Every process that still works for an attempt that is over."""
    attempts = [attempt for job in all_jobs(store) for attempt in store.attempts(job.id)]
    return _carriers({attempt.token for attempt in attempts if attempt.outcome != "running"})


def proven(work: Path) -> dict[str, str]:
    """What a working folder's manifest says is done: each file with the hash of its content."""
    path = work / "manifest.json"
    done = json.loads(path.read_text())["work"].values() if path.exists() else []
    return {name: sha256 for entry in done for name, sha256 in entry["outputs"].items()}


def inodes(work: Path, names: Iterable[str]) -> set[tuple[str, int]]:
    """Files of a folder, each with the number that only another writing of it changes."""
    return {(name, (work / name).stat().st_ino) for name in names}


def _carriers(tokens: set[str]) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and process.environ().get(TOKEN) in tokens:
                found.append(process)
    return found


def check_rows(store: JobStore) -> None:
    """No row is in a state that cannot be."""
    for job in all_jobs(store):
        attempts = store.attempts(job.id)
        open_attempts = [attempt for attempt in attempts if attempt.outcome == "running"]
        assert job.state in STATES
        assert sorted(attempt.number for attempt in attempts) == list(range(1, job.attempt + 1))
        assert len(open_attempts) == (1 if job.state == "running" else 0), (job.state, open_attempts)
        assert all((attempt.ended_at is None) == (attempt.outcome == "running") for attempt in attempts)
        assert (job.not_before is not None) or job.state != "waiting"
        assert (job.film is not None) == (job.state == "completed")
        assert job.problem is not None or job.state not in ("waiting", "failed", "needs-attention")
        assert (job.finished_at is not None) == (job.state in ENDED)
        assert 0.0 <= job.progress.overall <= 1.0


def check_films(folder: DataFolder, store: JobStore) -> None:
    """Each completed job has one film, it is whole, and row and proof say the same of it."""
    for job in all_jobs(store):
        films = list(folder.film_of(job.key).glob("*.mp4")) if folder.film_of(job.key).is_dir() else []
        if job.state != "completed":
            continue
        assert job.film is not None
        assert films == [job.film.path]
        assert read_proof(folder.film_of(job.key)) == job.film
        assert sha256_of(job.film.path) == job.film.sha256
        assert probe(job.film.path).duration_s > 1
    assert {path.name for path in folder.films.glob("*")} <= {job.key for job in all_jobs(store)}
