"""The peer Celery on Redis, with no-ops: ``python peer_celery.py PORT JOBS WORKERS ROUNDS``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from celery import Celery
from redis import Redis

_PORT = int(os.environ.get("REDIS_PORT", "6379"))
app = Celery("peer_celery", broker=f"redis://127.0.0.1:{_PORT}/0")
app.conf.update(broker_connection_retry_on_startup=True, task_ignore_result=True)
redis = Redis(port=_PORT, db=1)


@app.task(name="no_op")
def no_op(_number: int) -> None:
    """Do nothing, and note when."""
    redis.rpush("ended", time.time())


def main() -> None:
    """Enqueue some rounds with no worker there, then start one on the last and wait until all is done."""
    port, jobs, workers, rounds = sys.argv[1:5]
    if int(port) != _PORT:
        os.environ["REDIS_PORT"] = port
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - the same program, with its port known
    quickest = min(_enqueue(int(jobs)) for _ in range(int(rounds)))
    worker = [sys.executable, "-m", "celery", "-A", "peer_celery", "worker", "-c", workers, "-l", "ERROR"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(worker, cwd=Path(__file__).parent, **quiet) as process:
        while redis.llen("ended") < int(jobs) and process.poll() is None:
            time.sleep(0.05)
        process.terminate()
    ended = sorted(float(moment) for moment in redis.lrange("ended", 0, -1))
    figures = {"enqueue_s": quickest, "drain_s": ended[-1] - ended[0]}
    print(json.dumps({"name": "Celery on Redis, prefork, a call a job", **figures}), flush=True)


def _enqueue(jobs: int) -> float:
    """Seconds that it takes into an empty queue."""
    app.control.purge()
    started = time.perf_counter()
    for number in range(jobs):
        no_op.delay(number)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
