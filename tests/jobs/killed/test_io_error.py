"""A disk that refuses every write while the queue works: it holds still, says so, and goes on by itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.test_running import running
from tests.jobs.killed.queue_process import (
    all_jobs,
    check_films,
    check_rows,
    gated_queue,
    processes_of,
    seen,
    wait_until,
)
from tests.jobs.store.databases import is_sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.cli.test_running import Run

if sys.platform == "linux":
    import resource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process that runs")


def limit_files(run: Run, size: int | None = None) -> None:
    """Let every write beyond a size fail; SQLite calls that SQLITE_IOERR_WRITE. None lets all succeed."""
    _, hard = resource.prlimit(run.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(run.process.pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def test_a_queue_whose_disk_fails_holds_still_and_says_so_and_loses_nothing(tmp_path: Path) -> None:
    folder, gate = gated_queue(tmp_path, 2)
    with seen(folder) as store:
        first, second = all_jobs(store)
        with running("--data-dir", str(folder.root)) as run:
            wait_until(lambda: gate.has(first), "the first film is being made")
            limit_files(run, 1)
            run.wait_for(f"{folder.database.name} could not be read or written: disk I/O error.")

            gate.open()
            wait_until(lambda: not run.descendants(), "the first film is made")
            assert [job.state for job in all_jobs(store)] == ["running", "queued"], "it could not be told"
            assert not gate.has(second), "nothing new is started"

            limit_files(run)
            run.wait_for("The queue goes on.")
            assert run.finish() == 0, run.lines
        assert [job.state for job in all_jobs(store)] == ["completed"] * 2
        check_rows(store)
        check_films(folder, store)
        assert processes_of(folder, store) == []
    assert is_sound(folder.database)
