"""The command ``videogen`` on a queue of its own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from videogen_desktop.jobs.cli import main
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, Film, JobOptions, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import Claim, Job
    from videogen_desktop.jobs.store import JobStore


NOWHERE = "http://127.0.0.1:9/"
OFFLINE = dict.fromkeys(("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL", "VIDEOGEN_PMC_BUCKET_URL"), NOWHERE)


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one document."""
        document: dict[str, Any] = json.loads(self.out)
        return document


class Queue:
    """A queue with its command line."""

    def __init__(self, folder: DataFolder, empty: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._empty = empty
        self._capture = capture

    def __call__(self, *arguments: object) -> Answer:
        """Run ``videogen jobs …`` in this process."""
        self._capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["jobs", *map(str, arguments)])
        out, err = self._capture.readouterr()
        assert isinstance(ended.value.code, int)
        return Answer(ended.value.code, out, err)

    @contextlib.contextmanager
    def store(self) -> Iterator[JobStore]:
        """The store itself."""
        store = open_store(self.folder, SystemClock())
        try:
            yield store
        finally:
            store.close()

    def add(self, *facts: PaperFacts, paused: bool = False, **options: Any) -> list[int]:  # noqa: ANN401 - JobOptions
        """Put papers into the queue."""
        if not self.folder.database.exists():
            self.folder.root.mkdir(parents=True, exist_ok=True)
            shutil.copy(self._empty, self.folder.database)
        with self.store() as store:
            papers = [NewPaper(each) for each in facts]
            return list(store.add(papers, JobOptions(**options), paused=paused))

    def end(self, job_id: int, ending: Ending) -> Job:
        """Let a job have been worked on, and ended so."""
        with self.store() as store:
            return store.finish(claimed(store, job_id), ending)

    def states(self) -> dict[int, str]:
        """How each job stands."""
        return {job["id"]: job["state"] for job in self("list", "--json").json["jobs"]}


def claimed(store: JobStore, job_id: int) -> Claim:
    """A claim on this very job."""
    store.set_priority([job_id], 1000)
    claim = store.claim("somebody")
    assert claim is not None
    assert claim.job.id == job_id
    store.set_priority([job_id], 0)
    return claim


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a job; not to be changed."""
    folder = DataFolder(tmp_path_factory.mktemp("empty"))
    open_store(folder, SystemClock()).close()
    return folder.database


@pytest.fixture
def queue(
    tmp_path: Path,
    empty_database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Queue:
    folder = DataFolder(tmp_path / "data")
    for name, value in {"VIDEOGEN_DATA_DIR": str(folder.root), **OFFLINE}.items():
        monkeypatch.setenv(name, value)
    return Queue(folder, empty_database, capsys)


def pubmed(number: int, title: str = "", **more: Any) -> PaperFacts:  # noqa: ANN401 - its fields
    """A paper of PubMed."""
    return PaperFacts(pmid=str(number), title=title, **more)


def failed(message: str = "It cannot be done.", *, code: str = "bad-xml") -> Ending:
    problem = Problem(code, message, "Do something about it.")
    return Ending("failed", "failed", problem, counts_as="failure")


def in_need(code: str) -> Ending:
    return Ending("needs-attention", "attention", Problem(code, f"It is {code}.", "Look at it."))


def waiting(until: float) -> Ending:
    problem = Problem("no-network", "PubMed could not be reached.", "Check the network.", retryable=True)
    return Ending("waiting", "retry", problem, not_before=until, counts_as="failure")


def completed(path: Path, *, made_at: float = 1_790_000_000.0) -> Ending:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"a film")
    film = Film(path, 84.2, 1920, 1080, 6, "0" * 64, made_at, 1)
    return Ending("completed", "completed", film=film)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that must not reach any network."""
    return {**os.environ, **OFFLINE, **more}


def command(*arguments: object) -> list[str]:
    """The command line of ``videogen``."""
    return [sys.executable, "-m", "videogen_desktop.jobs", *map(str, arguments)]


def videogen(*arguments: object, stdin: bytes = b"", **more: str) -> Answer:
    """Run ``videogen`` as the process that it is."""
    done = subprocess.run(
        command(*arguments),
        env=environment(**more),
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Answer(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )
