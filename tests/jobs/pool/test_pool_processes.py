"""The pool with real processes: the jobs', and others that use the same queue."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.pool.disks import fill
from tests.jobs.pool.doubles import Bench, add
from tests.processes import descendants_with
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Decided, JobQuery
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from videogen_desktop.jobs.model import Claim
    from videogen_desktop.jobs.pool import WorkerPool

IN_TIME_S = 3.0
"""What is promised for whatever is asked of a running job."""

SLEEPER = "import time; time.sleep(600)"

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
time.sleep(600)
"""

OTHER = """
import sys
from pathlib import Path
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store
store = open_store(DataFolder(Path(sys.argv[1])), SystemClock())
for line in sys.stdin:
    print(eval(line), flush=True)
store.close()
"""


class Other:
    """Another process with the store open."""

    def __init__(self, folder: DataFolder) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(folder.root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.do("1")

    def do(self, expression: str) -> str:
        """Have it evaluate something, and wait for the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(expression + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def __enter__(self) -> Other:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=20)
        assert self._process.returncode == 0


@contextlib.contextmanager
def locked(folder: DataFolder) -> Iterator[None]:
    """Another program holds the database while the block runs."""
    with contextlib.closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def children() -> list[psutil.Process]:
    """The processes of the jobs, with what they started, but for the other users of the queue."""
    return descendants_with("time.sleep(600)")


def alive(process: psutil.Process) -> bool:
    """Whether a process runs; one that nobody has asked the end of is dead all the same."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_what_another_process_adds_cancels_and_pauses_is_heeded_at_once(bench: Bench) -> None:
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    with Other(bench.folder) as other:
        bench.until(lambda: bench.heard("idle"))
        other.do("store.add([NewPaper(PaperFacts(pmid='1')), NewPaper(PaperFacts(pmid='2'))], JobOptions())")
        added = time.monotonic()
        bench.until(lambda: runner.running)
        assert time.monotonic() - added < 1 * slowness()
        first, second = bench.store.ids(JobQuery())

        other.do(f"store.cancel([{first}])")
        asked = time.monotonic()
        bench.until(lambda: bench.states([first]) == ["cancelled"])
        assert time.monotonic() - asked < 1 * slowness()
        bench.until(lambda: runner.running == {second})

        other.do("store.set_reason('owner', True)")
        bench.until(lambda: bench.heard("queue_changed"))
        assert pool.state.reasons == ("owner",)
        pool.pause(suspend=True)
        assert runner.controls[second].suspended
        other.do("store.set_reason('owner', False)")
        bench.until(lambda: not runner.controls[second].suspended)
        assert not pool.state.paused
        bench.until(lambda: [state.reasons for state in bench.heard("queue_changed")] == [("owner",), ()])


def test_suspended_processes_stand_still_and_go_on(bench: Bench) -> None:
    (job,) = add(bench.store, 1)
    runner = bench.of_processes(SLEEPER)
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: job in runner.started)
    process = psutil.Process(runner.started[job].pid)
    pool.pause(suspend=True)
    bench.until(lambda: process.status() == psutil.STATUS_STOPPED)
    pool.resume()
    bench.until(lambda: process.status() != psutil.STATUS_STOPPED)


def test_quitting_ends_stubborn_trees_in_time_and_keeps_their_jobs(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("videogen_desktop.jobs.queue._HURRY_S", 20.0)  # three write at once: none may give up
    jobs = add(bench.store, 4)
    runner = bench.of_processes(STUBBORN)
    pool = bench.pool(runner, workers=3)
    pool.start()
    bench.until(lambda: len(children()) == 6)
    trees = children()
    before = time.monotonic()
    assert pool.quit(timeout_s=5)
    assert time.monotonic() - before < 5 * slowness()
    assert not any(alive(process) for process in trees)
    assert bench.states(jobs) == ["queued"] * 4
    assert {job.id for job in bench.heard("ended")} == set(jobs[:3])
    assert {attempt.outcome for job in jobs[:3] for attempt in bench.store.attempts(job)} == {"interrupted"}


def test_suspended_trees_are_ended_by_quitting_too(bench: Bench) -> None:
    jobs = add(bench.store, 1)
    runner = bench.of_processes(SLEEPER)
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.started)
    process = psutil.Process(next(iter(runner.started.values())).pid)
    pool.pause(suspend=True)
    bench.until(lambda: process.status() == psutil.STATUS_STOPPED)
    assert pool.quit(timeout_s=5)
    assert not alive(process)
    assert bench.states(jobs) == ["queued"]


def test_cancelled_trees_are_gone_within_three_seconds(bench: Bench) -> None:
    jobs = add(bench.store, 2)
    pool = bench.pool(bench.of_processes(STUBBORN), workers=2)
    pool.start()
    bench.until(lambda: len(children()) == 4)
    asked = time.monotonic()
    pool.cancel(jobs)
    bench.until(lambda: bench.states(jobs) == ["cancelled"] * 2)
    assert time.monotonic() - asked < 3 * slowness()
    assert children() == []


@pytest.mark.parametrize(
    ("ask", "comes_true"),
    [
        (lambda pool, job: pool.cancel([job]), lambda process: not alive(process)),
        (lambda pool, _job: pool.pause(suspend=True), lambda process: process.status() == "stopped"),
    ],
    ids=["cancel", "suspend"],
)
def test_what_is_asked_of_running_jobs_is_done_in_time_though_the_database_is_locked(
    bench: Bench, ask: Callable[[WorkerPool, int], object], comes_true: Callable[[psutil.Process], bool]
) -> None:
    (job,) = add(bench.store, 1)
    runner = bench.of_processes(SLEEPER)
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: job in runner.started)
    process = psutil.Process(runner.started[job].pid)
    with ThreadPoolExecutor(1) as person, locked(bench.folder):
        answer = person.submit(ask, pool, job)
        bench.until(lambda: comes_true(process), IN_TIME_S)
        assert not answer.done(), "the database is not locked any more"
        assert bench.states([job]) == ["running"]
    match answer.result():
        case decided, _:
            assert decided == Decided((job,))
            bench.until(lambda: bench.states([job]) == ["cancelled"])
        case _:
            assert bench.store.queue_state().reasons == ("owner",)


def test_suspending_waits_for_no_claim_that_waits_for_the_database(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, waiting = add(bench.store, 2)
    runner = bench.of_processes(SLEEPER)
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: job in runner.started)
    process = psutil.Process(runner.started[job].pid)
    claim, claims = bench.store.claim, threading.Event()

    def noted(worker: str) -> Claim | None:
        claims.set()
        return claim(worker)

    monkeypatch.setattr(bench.store, "claim", noted)
    with ThreadPoolExecutor(1) as person, locked(bench.folder):
        pool.resize(2)
        bench.until(claims.is_set)
        person.submit(pool.pause, suspend=True)
        bench.until(lambda: process.status() == psutil.STATUS_STOPPED, IN_TIME_S)
    assert waiting not in runner.started


def test_a_running_job_is_cancelled_though_the_disk_is_full(
    application: QCoreApplication, small_disk: Path
) -> None:
    folder, filling = DataFolder(small_disk / "data"), small_disk / "filling"
    with contextlib.closing(open_store(folder, SystemClock())) as store:
        bench = Bench(application, store, folder)
        job, queued = add(store, 2)
        pool = bench.pool(bench.real(SLEEPER))
        try:
            pool.start()
            bench.until(children)
            fill(filling)
            with pytest.raises(VideoGenError, match="full"):
                pool.cancel([queued])
            assert pool.cancel([job])[0] == Decided((job,))
            bench.until(lambda: not children(), IN_TIME_S)
            assert bench.states([job]) == ["running"], "there is no room to write that it is cancelled"
            filling.unlink()
            bench.until(lambda: bench.states([job]) == ["cancelled"])
            assert bench.states([queued]) == ["queued"]
        finally:
            filling.unlink(missing_ok=True)
            bench.end()


def test_a_bare_core_application_is_enough(tmp_path: object) -> None:
    """No window system, no GUI library, a queue worked off, and a clean end."""
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from PySide6.QtCore import QCoreApplication
        from tests.jobs.pool.doubles import SETTINGS, AtOnce, add
        from videogen_desktop.jobs.clock import SystemClock
        from videogen_desktop.jobs.data_folder import DataFolder
        from videogen_desktop.jobs.pool import MainThreadCollector, WorkerPool
        from videogen_desktop.jobs.store import open_store

        application = QCoreApplication([])
        collector = MainThreadCollector(application)
        folder = DataFolder(Path(sys.argv[1]))
        store = open_store(folder, SystemClock())
        add(store, 20)
        pool = WorkerPool(
            store, AtOnce(store, folder.root), folder, lambda: SETTINGS, SystemClock(), worker="bare"
        )
        pool.idle.connect(application.quit)
        pool.start()
        application.exec()
        print(store.counts().get("completed"), pool.quit(), "PySide6.QtGui" in sys.modules)
        store.close()
        """
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": "", "QT_FATAL_WARNINGS": "1", "PYTHONPATH": "."},
    )
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "20 True False", "")
