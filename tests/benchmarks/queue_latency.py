"""How soon a job starts on an idle queue: ``python -m tests.benchmarks.queue_latency``.

Beside the bare cost of starting the same process by ``subprocess.Popen``. Time ends when the first statement
of the process runs. It begins with the call for the bare process, and for a job with the call that adds it or
with its acceptance (the commit). The exit code is 1 when the bound was missed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tests.benchmarks.verdicts import Verdicts
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.pool import MainThreadCollector, WorkerPool
from videogen_desktop.jobs.settings import Limits, QueueSettings
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.jobs.supervisor import Launch
from videogen_desktop.jobs.work import Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Changes, Claim

TARGET_MS = 10.0
_CHILD = (sys.executable, "-I", "-S", "-c", "import sys, time; print(time.monotonic(), file=sys.stderr)")
_WAIT_S = 30.0


def main() -> None:
    """Measure both and print the table."""
    arguments = _arguments()
    application = QCoreApplication([])
    collector = MainThreadCollector(application)
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        bare = [_bare() for _ in range(arguments.rounds)]
        accepted, called = _queued(DataFolder(Path(name) / "queued"), arguments.rounds)
        commits = _commits(DataFolder(Path(name) / "bare"), arguments.rounds)
    collector.stop()
    print(f"Milliseconds from idle to the first statement of the process, {arguments.rounds} rounds")
    print(f"{'':44}{'median':>10}{'90 %':>10}{'worst':>10}")
    rows = {
        "bare Popen": bare,
        "a job, from its acceptance": accepted,
        "a job, from the call that adds it": called,
        "one commit of the store, to compare": commits,
    }
    for label, seconds in rows.items():
        ranked = sorted(second * 1000 for second in seconds)
        tenth = ranked[int(len(ranked) * 0.9)]
        print(f"{label:44}{statistics.median(ranked):>10.2f}{tenth:>10.2f}{ranked[-1]:>10.2f}")
    over = (statistics.median(accepted) - statistics.median(bare)) * 1000
    verdict = verdicts.of_time("the start of a job on an idle queue", over, TARGET_MS)
    print(f"\n{over:.2f} ms over the bare start; the bound is {TARGET_MS:.0f} ms: {verdict}")
    sys.exit(verdicts.close())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--folder", help="where files may be written; by default where temporary files go")
    return parser.parse_args()


def _bare() -> float:
    began = time.monotonic()
    with subprocess.Popen(_CHILD, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        return float(process.stderr.read()) - began


def _queued(folder: DataFolder, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds from the acceptance and from the call, a round each."""
    clock, settings = SystemClock(), QueueSettings(workers=1, least_free_bytes=0, keep_awake=False)
    store = open_store(folder, clock)

    def launch(claim: Claim) -> Launch:
        return Launch(_CHILD, {}, None, folder.log_of(claim.job.key), claim.token, Limits())

    runner = Runner(
        store, folder, lambda: settings, clock, random.Random(0), lambda _name: None, lambda: 1, launch
    )
    pool = WorkerPool(store, runner, folder, lambda: settings, clock, worker="benchmark")
    idle = threading.Event()
    started: list[float] = []
    pool.idle.connect(idle.set)
    pool.logged.connect(lambda told: started.extend(float(lines[0]) for _job, lines in told))
    pool.start()
    accepted: list[float] = []
    called: list[float] = []
    for number in range(rounds):
        _until(idle.is_set)
        idle.clear()
        added_at, accepted_at = _add(store, number)
        _until(lambda: len(started) > len(accepted))
        accepted.append(started[-1] - accepted_at)
        called.append(started[-1] - added_at)
    pool.quit()
    store.close()
    return accepted, called


def _commits(folder: DataFolder, rounds: int) -> list[float]:
    """Seconds that it takes to bring a few bytes to the disk for good: a job's claim needs that once."""
    store = open_store(folder, SystemClock())
    taken = []
    for _ in range(rounds):
        began = time.monotonic()
        store.record("benchmark", "a line of history")
        taken.append(time.monotonic() - began)
    store.close()
    return taken


def _add(store: JobStore, number: int) -> tuple[float, float]:
    """When a job was given to the store, and when it was accepted."""
    commits: list[float] = []

    def note(_changes: Changes) -> None:
        commits.append(time.monotonic())

    unsubscribe = store.subscribe(note)
    began = time.monotonic()
    store.add([NewPaper(PaperFacts(pmid=str(10_000_000 + number)))], JobOptions())
    unsubscribe()
    return began, commits[0]


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _WAIT_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the queue does not answer")
        QCoreApplication.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main()
