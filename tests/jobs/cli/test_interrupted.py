"""Jobs whose program was killed: a person reads that they were interrupted, a program the state as it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import Queue, pubmed
from tests.jobs.killed.queue_process import QueueProcess, all_jobs, seen, wait_until
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")

_READS = "import sys; sys.stdin.read()"
SLEEPER = Profile("sleeper", (sys.executable, "-c", _READS, "{paper_id}", "{output_dir}"))
"""It takes long, and ends with the program that has started it."""


@pytest.fixture
def working(queue: Queue) -> Iterator[QueueProcess]:
    """``videogen jobs run`` on a job that takes long."""
    queue.add(pubmed(1, "Milk"), profile="sleeper")
    queue.add(pubmed(2, "Bread"), paused=True)
    usual = QueueSettings(workers=1, least_free_bytes=0, keep_awake=False, profiles=(SLEEPER,))
    write_settings(queue.folder.settings, usual)
    process = QueueProcess.start(queue.folder)
    with seen(queue.folder) as store:
        wait_until(lambda: all_jobs(store)[0].state == "running", "the job runs")
    yield process
    if process.process.poll() is None:
        process.kill()


def test_a_job_whose_program_was_killed_is_said_to_be_interrupted(
    queue: Queue, working: QueueProcess
) -> None:
    listed = queue("list").out
    assert "running" in listed
    assert "interrupted" not in listed
    assert "It is running" in queue("show", "1").out
    working.kill()

    listed = queue("list").out
    assert "interrupted" in listed
    assert "goes on at the next start" in listed
    assert "1 interrupted, 1 paused" in listed
    assert "1 interrupted" in queue("list", "--state", "paused").out, "also where it is not in the table"
    assert "It was interrupted" in queue("show", "1").out
    told = {job["id"]: (job["state"], job["interrupted"]) for job in queue("list", "--json").json["jobs"]}
    assert told == {1: ("running", True), 2: ("paused", False)}
    (shown,) = queue("show", "1", "--json").json["jobs"]
    assert (shown["state"], shown["interrupted"]) == ("running", True)

    again = QueueProcess.start(queue.folder)
    try:
        with seen(queue.folder) as store:
            wait_until(
                lambda: all_jobs(store)[0].state == "running" and all_jobs(store)[0].attempt == 2,
                "the next start goes on",
            )
        assert "interrupted" not in queue("list").out
    finally:
        again.kill()
