"""A worker that the system stops for longer than its lease, and that then goes on as if nothing had been."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import add
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import Ending, JobQuery, Problem
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP is not known there")

_LEASE_S = 0.3
_WORKER = """
import sys
from pathlib import Path
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, PaperFacts, Problem, ProcessIdentity, Progress
from videogen_desktop.jobs.store import LeaseLost, open_store

store = open_store(DataFolder(Path(sys.argv[1])), SystemClock())
claim = store.claim("stopped", float(sys.argv[2]))
print("claimed", flush=True)
sys.stdin.readline()
late = [
    lambda: store.renew(claim),
    lambda: store.report(claim, Progress("add-captions", 1.0, 0.9, "late")),
    lambda: store.started(claim, ProcessIdentity(4711, 12.5, "this boot", claim.token)),
    lambda: store.describe(claim, PaperFacts(pmid="1", title="Late")),
    lambda: store.set_script_text(claim, "Late words."),
    lambda: store.finish(claim, Ending("failed", "failed", Problem("late", "It is late.", "Go on."))),
]
for write in late:
    try:
        write()
    except LeaseLost:
        print("lost", flush=True)
store.close()
"""


def test_what_a_worker_writes_that_was_stopped_past_its_lease_changes_nothing(
    data_folder: DataFolder,
) -> None:
    store = open_store(data_folder, SystemClock())
    (job_id,) = add(store, 1)
    command = [sys.executable, "-c", _WORKER, str(data_folder.root), str(_LEASE_S)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert worker.stdout.readline() == "claimed\n"
        worker.send_signal(signal.SIGSTOP)
        deadline = time.monotonic() + 30
        while not store.expired():
            assert time.monotonic() < deadline, "the lease never ran out"
        ((job, attempt),) = store.expired()
        store.take_back(job.id, attempt.number, Ending("queued", "lost"))
        mine = store.claim("other")
        assert mine is not None
        assert (mine.job.id, mine.attempt) == (job_id, 2)
        before = (store.get(job_id), store.attempts(job_id), store.events(job_id, 100), store.revision())
        worker.send_signal(signal.SIGCONT)
        told, _ = worker.communicate("go on\n", timeout=30)
    assert told.split() == ["lost"] * 6
    assert before == (store.get(job_id), store.attempts(job_id), store.events(job_id, 100), store.revision())
    assert store.ids(JobQuery(search="late")) == []
    store.finish(mine, Ending("failed", "failed", Problem("code", "It failed.", "Try again.")))
    assert [each.outcome for each in store.attempts(job_id)] == ["lost", "failed"]
    store.close()
