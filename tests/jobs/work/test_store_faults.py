"""A database that fails while a film is made: the film is made all the same."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.queue import WorkQueue
from videogen_desktop.jobs.supervisor import Control

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.jobs.work.bench import Bench
    from videogen_desktop.jobs.model import Job, Progress
    from videogen_desktop.jobs.store import JobStore


class FailingStore:
    """The store, with some of its calls failing as long as it is told to."""

    def __init__(self, store: JobStore, code: str, failing: set[str]) -> None:
        self._store = store
        self.error: Exception = VideoGenError(code, "The store fails.", "Wait.", retryable=True)
        self.failing = failing
        self.failed: list[str] = []

    def __getattr__(self, name: str) -> object:
        method: Callable[..., object] = getattr(self._store, name)

        def call(*arguments: Any, **named: Any) -> object:  # noqa: ANN401 - whatever the method takes
            if name in self.failing:
                self.failed.append(name)
                raise self.error
            return method(*arguments, **named)

        return call


def the_job(bench: Bench) -> Job:
    job = bench.store.get(1)
    assert job is not None
    return job


@pytest.mark.parametrize("code", ["database-full", "database-failing", "database-busy"])
def test_a_store_that_fails_while_it_works_is_told_later(bench: Bench, tmp_path: Path, code: str) -> None:
    bench.add()
    store: Any = FailingStore(bench.store, code, {"started", "report", "renew", "describe"})
    running = bench.start(f"waits-for:{tmp_path / 'go'}", bench.claim(lease_s=0.4), store)
    running.until(lambda: "started" in store.failed)
    store.failing.clear()
    job_id = 1
    running.until(lambda: bench.store.attempts(job_id)[0].process)
    running.until(lambda: the_job(bench).progress.overall == 1.0)
    (tmp_path / "go").touch()
    job = running.result()
    assert (job.state, job.progress.stage) == ("completed", "add-captions")


@pytest.mark.parametrize("error", [ValueError("a fault"), VideoGenError("refused", "No.", "Don’t.")])
def test_what_the_store_will_never_take_stops_nothing_else(bench: Bench, error: Exception) -> None:
    bench.add()
    store: Any = FailingStore(bench.store, "", {"started"})
    store.error = error
    job = bench.run("well", store=store)
    assert (job.state, job.progress.stage) == ("completed", "add-captions")


def test_the_end_is_told_as_soon_as_the_store_can_be(bench: Bench) -> None:
    bench.add()
    store: Any = FailingStore(bench.store, "database-full", {"finish"})
    running = bench.start("well", store=store)
    running.until(lambda: store.failed.count("finish") >= 2)
    claimed = the_job(bench)
    assert claimed.state == "running"
    assert read_proof(bench.folder.film_of(claimed.key).absolute()) is not None
    store.failing.clear()
    assert running.result().state == "completed"


@pytest.mark.parametrize("wish", ["give_back", "pause", "cancel"])
def test_when_the_queue_ends_it_waits_for_the_store_no_longer(bench: Bench, wish: str) -> None:
    bench.add()
    store: Any = FailingStore(bench.store, "database-full", {"finish"})
    running = bench.start("well", store=store)
    running.until(lambda: store.failed)
    getattr(bench.control, wish)()
    bench.control.give_back()
    with pytest.raises(VideoGenError) as caught:
        running.result(timeout_s=2 * slowness())
    assert caught.value.code == "database-full"
    left = the_job(bench)
    proof = read_proof(bench.folder.film_of(left.key).absolute())
    assert proof is not None
    assert (left.state, proof.made_by) == ("running", left.attempt)


def test_a_database_that_another_program_locks_holds_up_neither_the_film_nor_its_owner(bench: Bench) -> None:
    """The lock is a real one, of who cancels the job, held from its first sign of life until it has ended."""
    bench.add()
    claim = bench.claim()
    other = sqlite3.connect(bench.folder.database, isolation_level=None, check_same_thread=False)
    seen: list[float] = []

    def lock(progress: Progress) -> None:
        if not seen:
            other.execute("BEGIN IMMEDIATE")
            other.execute("UPDATE job SET request = 'cancel'")
        seen.append(progress.overall)

    bench.notes.on_progress = lock
    running = bench.start("waits", claim)
    running.until(lambda: 1.0 in seen)
    bench.control.cancel()
    running.until(lambda: "end: " in _log_of(bench, claim.job.key), timeout_s=3.0 * slowness())
    other.execute("COMMIT")
    other.close()
    assert running.result().state == "cancelled"


def _log_of(bench: Bench, key: str) -> str:
    path = bench.folder.log_of(key)
    return path.read_text() if path.exists() else ""


@pytest.mark.parametrize(
    ("way", "wish", "state"),
    [("late", Control.give_back, "completed"), ("waits", partial(Control.cancel, untold=True), "cancelled")],
)
def test_what_came_of_a_job_is_not_forgotten_when_the_queue_ends_while_the_store_fails(
    bench: Bench, way: str, wish: Callable[[Control], None], state: str
) -> None:
    bench.add()
    store: Any = FailingStore(bench.store, "database-busy", {"finish"})
    bench.settings = replace(bench.settings, least_free_bytes=0, keep_awake=False)
    queue = WorkQueue(
        store,
        bench.runner(bench.fake(way), store),
        bench.folder,
        lambda: bench.settings,
        bench.clock,
        worker="test",
    )
    queue.open()
    claim = queue.next_claim()
    assert claim is not None

    def end(_progress: Progress) -> None:
        wish(queue._running.control(claim.job.id))
        queue.close()

    bench.notes.on_progress = end
    assert queue.run(claim, bench.notes) is None
    assert the_job(bench).state == "running"
    store.failing.clear()
    queue.end()
    assert the_job(bench).state == state
