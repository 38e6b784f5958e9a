"""What a storm of progress costs: ``python -m tests.benchmarks.queue_events``.

Eight real processes tell a thousand events a second, under the real supervisor, runner, store and pool, with
a listener on every signal. Counted are processor time of the queue's own process, commits of the database,
told of or not, and signals. The exit code is 1 when a bound was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.benchmarks.verdicts import Verdicts
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.pool import MainThreadCollector, WorkerPool
from videogen_desktop.jobs.settings import Limits, QueueSettings
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.supervisor import Launch
from videogen_desktop.jobs.work import Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import Claim, Job, Progress
    from videogen_desktop.jobs.queue import Watcher
    from videogen_desktop.jobs.supervisor import Control

LEAST_OF_THE_RATE = 0.99
TARGET_PERCENT = 10.0
MOST_COMMITS = 2.0
MOST_SIGNALS = 10.0
_WAIT_S = 60.0
_LOOK_MS = 200

_CHILD = """
import json, sys, time
every, seconds = 1 / float(sys.argv[1]), float(sys.argv[2])
began = time.monotonic()
step = 0
while (now := time.monotonic() - began) < seconds:
    event = {"event": "stage", "stage": "generate-videos", "state": "progress",
             "fraction": now / seconds, "overall": now / seconds, "message": f"Picture {step}"}
    print(json.dumps(event), flush=True)
    step += 1
    time.sleep(max(step * every - (time.monotonic() - began), 0))
"""


def main() -> None:
    """Measure and print the table."""
    arguments = _arguments()
    application = QCoreApplication([])
    collector = MainThreadCollector(application)
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        idle = _measure(DataFolder(Path(name) / "quiet"), arguments.jobs, 1, arguments.seconds)
        storm = _measure(DataFolder(Path(name) / "storm"), arguments.jobs, arguments.rate, arguments.seconds)
    collector.stop()
    print(f"{arguments.jobs} jobs for {arguments.seconds:g} s, each second")
    print(f"{'':34}{'events':>10}{'of a core':>12}{'commits a job':>16}{'progressed':>12}{'changed':>10}")
    for label, row in {"one event a second a job": idle, "the storm": storm}.items():
        print(
            f"{label:34}{row['events']:>10.0f}{row['percent']:>10.1f} %{row['commits']:>16.2f}"
            f"{row['progressed']:>12.1f}{row['changed']:>10.1f}"
        )
    processor = f"under {TARGET_PERCENT:g} % of a core"
    print(f"\n{processor}: {verdicts.of_time(processor, storm['percent'], TARGET_PERCENT)}")
    wanted = LEAST_OF_THE_RATE * arguments.jobs * arguments.rate
    within = {
        f"at least {wanted:g} events a second": storm["events"] >= wanted,
        f"at most {MOST_COMMITS:g} commits a second a job": storm["commits"] <= MOST_COMMITS,
        f"at most {MOST_SIGNALS:g} tellings of progress a second": storm["progressed"] <= MOST_SIGNALS,
    }
    for bound, met in within.items():
        print(f"{bound}: {verdicts.of(bound, met=met)}")
    sys.exit(verdicts.close())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=125, help="events a second of each job")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--folder", help="where files may be written; by default where temporary files go")
    return parser.parse_args()


def _measure(folder: DataFolder, jobs: int, rate: float, seconds: float) -> dict[str, float]:
    """What one second brings and costs, once all jobs run."""
    clock, settings = SystemClock(), QueueSettings(workers=jobs, least_free_bytes=0, keep_awake=False)
    store = open_store(folder, clock)
    command = (sys.executable, "-I", "-S", "-c", _CHILD, str(rate), str(seconds + _WAIT_S))

    def launch(claim: Claim) -> Launch:
        return Launch(command, {}, None, folder.log_of(claim.job.key), claim.token, Limits())

    runner = Runner(
        store, folder, lambda: settings, clock, random.Random(0), lambda _name: None, lambda: 1, launch
    )
    counting = _Counting(runner)
    pool = WorkerPool(store, counting, folder, lambda: settings, clock, worker="benchmark")
    seen: Counter[str] = Counter()
    heard: set[int] = set()
    pool.progressed.connect(lambda told: heard.update(job for job, *_ in told))
    pool.progressed.connect(lambda _told: seen.update(progressed=1))
    pool.changed.connect(lambda _changes: seen.update(changed=1))
    counted = partial(_note_commit, seen)
    event.listen(Engine, "commit", counted)
    store.add([NewPaper(PaperFacts(pmid=str(number))) for number in range(1, jobs + 1)], JobOptions())
    pool.start()
    _run(lambda: len(heard) == jobs, _WAIT_S)
    seen.clear()
    told_before = counting.told
    began, taken = time.monotonic(), time.process_time()
    _run(lambda: False, seconds)
    took, cost = time.monotonic() - began, time.process_time() - taken
    result = {
        "events": (counting.told - told_before) / took,
        "percent": 100 * cost / took,
        "commits": seen["commits"] / took / jobs,
        "progressed": seen["progressed"] / took,
        "changed": seen["changed"] / took,
    }
    event.remove(Engine, "commit", counted)
    pool.quit()
    store.close()
    return result


def _note_commit(seen: Counter[str], _connection: Connection) -> None:
    seen["commits"] += 1  # one thread at a time writes


class _Counting:
    """A runner that knows how much its jobs have told: each event says its number; not all are passed on."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._latest: dict[int, int] = {}

    @property
    def told(self) -> int:
        """How many events have been told in all, up to the latest that came through of each job."""
        return sum(self._latest.values())

    def hear(self, job_id: int, progress: Progress) -> None:
        """Note the number that an event says."""
        self._latest[job_id] = int(progress.message.rpartition(" ")[2])

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:
        """Run a job with a watcher that counts before it passes on."""
        return self._runner.run(claim, control, _Watching(watcher, self))


class _Watching:
    def __init__(self, watcher: Watcher, counting: _Counting) -> None:
        self._watcher = watcher
        self._counting = counting
        self.logged, self.used, self.ended = watcher.logged, watcher.used, watcher.ended

    def progressed(self, job_id: int, progress: Progress) -> None:
        self._counting.hear(job_id, progress)
        self._watcher.progressed(job_id, progress)


def _run(until: Callable[[], bool], seconds: float) -> None:
    """Run the event loop until something is so, which is looked at now and then, or the time is over."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start(_LOOK_MS)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
