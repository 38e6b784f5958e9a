"""The peer huey on SQLite, enqueueing and draining no-ops: ``python peer_huey.py FOLDER JOBS WORKERS``.

huey's own default, ``fsync=False``, would lose accepted tasks in a power cut; it is measured both ways.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from huey import SqliteHuey


def main() -> None:
    """Run both ways and print one JSON object a line."""
    folder, jobs, workers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for fsync in (False, True):
        print(json.dumps(_run(folder / f"huey-{fsync}.db", jobs, workers, fsync=fsync)), flush=True)


def _run(file: Path, jobs: int, workers: int, *, fsync: bool) -> dict[str, Any]:
    huey = SqliteHuey(filename=str(file), fsync=fsync)
    ended: list[float] = []
    all_ended = threading.Event()

    @huey.task()
    def no_op(_number: int) -> None:
        ended.append(time.perf_counter())
        if len(ended) == jobs:
            all_ended.set()

    started = time.perf_counter()
    for number in range(jobs):
        no_op(number)
    enqueued = time.perf_counter()
    consumer = huey.create_consumer(workers=workers, worker_type="thread", initial_delay=0.01)
    consumer.start()
    all_ended.wait()
    consumer.stop(graceful=True)
    name = f"huey, SqliteHuey, fsync={fsync}"
    return {"name": name, "enqueue_s": enqueued - started, "drain_s": ended[-1] - ended[0]}


if __name__ == "__main__":
    main()
