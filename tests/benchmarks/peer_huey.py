"""The peer huey on SQLite, with no-ops: ``python peer_huey.py FOLDER JOBS WORKERS ROUNDS``.

huey's own default, ``fsync=False``, would lose accepted tasks in a power cut; it is measured both ways.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from huey import SqliteHuey


def main() -> None:
    """Run both ways and print one JSON object a line."""
    folder, (jobs, workers, rounds) = Path(sys.argv[1]), map(int, sys.argv[2:])
    for fsync in (False, True):
        quickest = min(
            _enqueue(SqliteHuey(filename=str(folder / f"huey-{fsync}-{number}.db"), fsync=fsync), jobs)
            for number in range(rounds)
        )
        drained = _drain(folder / f"huey-{fsync}.db", jobs, workers, fsync=fsync)
        row = {
            "name": f"huey, SQLite, fsync={fsync}, a call a job",
            "enqueue_s": quickest,
            "drain_s": drained,
        }
        print(json.dumps(row), flush=True)


def _enqueue(huey: SqliteHuey, jobs: int) -> float:
    @huey.task()
    def no_op(_number: int) -> None:
        pass

    started = time.perf_counter()
    for number in range(jobs):
        no_op(number)
    return time.perf_counter() - started


def _drain(file: Path, jobs: int, workers: int, *, fsync: bool) -> float:
    huey = SqliteHuey(filename=str(file), fsync=fsync)
    ended: list[float] = []
    all_ended = threading.Event()

    @huey.task()
    def no_op(_number: int) -> None:
        ended.append(time.perf_counter())
        if len(ended) == jobs:
            all_ended.set()

    for number in range(jobs):
        no_op(number)
    consumer = huey.create_consumer(workers=workers, worker_type="thread", initial_delay=0.01)
    consumer.start()
    all_ended.wait()
    consumer.stop(graceful=True)
    return ended[-1] - ended[0]


if __name__ == "__main__":
    main()
