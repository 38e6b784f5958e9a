"""The window ended with SIGKILL while it makes a film: the next start goes on; nothing is left or doubled."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.killed.queue_process import (
    all_jobs,
    check_films,
    check_rows,
    gated_queue,
    orphans,
    processes_of,
    seen,
    wait_until,
)
from tests.jobs.supervisor.running import gone
from tests.pipeline.runs import pipeline_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")

_ENDS_WITHIN_S = 60


@contextlib.contextmanager
def window(folder: DataFolder) -> Iterator[subprocess.Popen[bytes]]:
    """The window of a data folder, on no screen."""
    environment = pipeline_environment(
        VIDEOGEN_CACHE_DIR=str(folder.root / "cache"),
        VIDEOGEN_DATA_DIR=str(folder.root),
        QT_QPA_PLATFORM="offscreen",
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "videogen_desktop.desktop"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_it_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    folder, gate = gated_queue(tmp_path, 2)
    with seen(folder) as store:
        first, _ = all_jobs(store)
        with window(folder):
            wait_until(lambda: gate.has(first), "the first film is being made")
            left = processes_of(folder, store)
        assert [job.state for job in all_jobs(store)] == ["running", "queued"]
        assert left

        with window(folder) as second:
            wait_until(lambda: store.jobs([first.id])[0].attempt == 2, "the job is claimed again")
            assert all(map(gone, left)), "a process of the last start is left"
            assert orphans(store) == []
            gate.open()
            wait_until(lambda: {job.state for job in all_jobs(store)} == {"completed"}, "both films are made")
            second.send_signal(signal.SIGINT)
            told, _ = second.communicate(timeout=_ENDS_WITHIN_S)
            assert second.returncode == 0, told.decode()
        assert [job.attempt for job in all_jobs(store)] == [2, 1]
        assert store.attempts(first.id)[0].outcome == "interrupted"
        check_rows(store)
        check_films(folder, store)
        assert processes_of(folder, store) == []
