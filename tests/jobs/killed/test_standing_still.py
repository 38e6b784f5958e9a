"""A queue that stands still for longer than its leases last, as on a laptop that sleeps."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.killed.queue_process import (
    QueueProcess,
    all_jobs,
    check_films,
    check_rows,
    gated_queue,
    processes_of,
    seen,
    wait_until,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP is not known there")

_LEASE_S = 1.0


@pytest.mark.parametrize("film_is_made_meanwhile", [True, False])
def test_it_goes_on_with_its_jobs_and_nobody_has_taken_them(
    tmp_path: Path, film_is_made_meanwhile: bool
) -> None:
    folder, gate = gated_queue(tmp_path, 2)
    queue = QueueProcess.start(folder, lease_s=_LEASE_S)
    try:
        with seen(folder) as store:
            first, _ = all_jobs(store)
            wait_until(lambda: gate.has(first), "the first film is being made")
            queue.process.send_signal(signal.SIGSTOP)
            wait_until(lambda: bool(store.expired()), "its lease has run out")
            assert QueueProcess.start(folder, lease_s=_LEASE_S).finish()[0] != 0, "it works beside the first"
            if film_is_made_meanwhile:
                gate.open()
                wait_until(lambda: not processes_of(folder, store), "the first film is made")
            assert [job.state for job in all_jobs(store)] == ["running", "queued"]

            queue.process.send_signal(signal.SIGCONT)
            if not film_is_made_meanwhile:
                wait_until(lambda: not store.expired(), "it holds its job again")
                gate.open()
            code, told = queue.finish()
            assert code == 0, told
            assert [(job.state, job.attempt) for job in all_jobs(store)] == [("completed", 1)] * 2
            check_rows(store)
            check_films(folder, store)
            assert processes_of(folder, store) == []
    finally:
        if queue.process.poll() is None:
            queue.kill()
