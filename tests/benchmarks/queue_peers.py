"""How fast no-op jobs are taken in and worked off beside peers: ``python -m tests.benchmarks.queue_peers``.

The peers are huey on SQLite and Celery on Redis, run in the Python of ``--peer-python`` where that has them
(Celery also needs a ``redis-server``). Enqueueing is timed from the first job's being built until the last
one is accepted; the quickest of some rounds counts, each in an empty queue, in turns with the others: a
machine's pace may change from one to the next. Compared is a list that is handed over in one call, as this
product takes lists, with the peers' one call a job: they have none for a list. Ours with a call a job is in
the table, too, and judged by nobody. Draining is timed from the end of the first job to that of the last,
with as many workers each. Ours commits with synchronous=FULL: an accepted job survives a power cut. The exit
code is 1 when a peer was ahead of ours in enqueueing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.verdicts import Verdicts
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Claim, Ending, Film, JobOptions, NewPaper, PaperFacts, Progress
from videogen_desktop.jobs.store import JobStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
_REDIS_START_S = 10.0
_ROUNDS = 7
_TURNS = 3


def main() -> None:
    """Measure everyone in turn and print the table."""
    arguments = _arguments()
    jobs, workers = arguments.jobs, arguments.workers
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        ours = [
            _ours(Path(name), jobs, workers, at_once=True),
            _ours(Path(name), jobs, workers, at_once=False),
        ]
        peers: dict[str, dict[str, Any]] = {}
        for turn in range(_TURNS):
            folder = Path(name) / f"turn {turn}"
            folder.mkdir()
            ours[0]["enqueue_s"] = min(ours[0]["enqueue_s"], _quickest(folder, jobs, at_once=True))
            for row in _peers(folder, jobs, workers, arguments.peer_python):
                kept = peers.setdefault(row["name"], row)
                kept["enqueue_s"] = min(kept["enqueue_s"], row["enqueue_s"])
        rows = [*ours, *peers.values()]
    print(
        f"\n{jobs:,} no-op jobs, {workers} workers; enqueueing is the quickest of {_ROUNDS} rounds"
        f" in each of {_TURNS} turns"
    )
    print(f"{'':38}{'enqueue':>12}{'a job':>12}{'drain':>12}{'a job':>12}{'ours':>12}")
    verdicts = Verdicts()
    for number, row in enumerate(rows):
        enqueue, drain = row["enqueue_s"], row["drain_s"]
        per_job = f"{enqueue / jobs * 1e6:>9.0f} µs", f"{drain / jobs * 1e6:>9.0f} µs"
        ahead = rows[0]["enqueue_s"] < enqueue
        verdict = verdicts.of(f"ahead of {row['name']}", met=ahead) if number >= len(ours) else ""
        print(f"{row['name']:38}{enqueue:>10.3f} s{per_job[0]}{drain:>10.3f} s{per_job[1]}{verdict:>12}")
    print(
        "\nJudged is ours with the list in one call, as a dropped list comes, against a call a job of the "
        "\npeers, which have no call that takes a list. All times begin before the first job is built."
    )
    if len(rows) == len(ours):
        print("\nNo peer is there to be compared with.")
    sys.exit(verdicts.close())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--peer-python", default=sys.executable, help="a Python that has huey and celery[redis]"
    )
    parser.add_argument("--folder", help="where files may be written; by default where temporary files go")
    return parser.parse_args()


def _peers(folder: Path, jobs: int, workers: int, python: str) -> list[dict[str, Any]]:
    return [*_huey(folder, jobs, workers, python), *_celery(folder, jobs, workers, python)]


def _quickest(folder: Path, jobs: int, *, at_once: bool) -> float:
    quickest = float("inf")
    for number in range(_ROUNDS):
        store = open_store(DataFolder(folder / f"ours-{at_once}-{number}"), SystemClock())
        quickest = min(quickest, _enqueue(store, jobs, at_once=at_once))
        store.close()
    return quickest


def _ours(folder: Path, jobs: int, workers: int, *, at_once: bool) -> dict[str, Any]:
    quickest = _quickest(folder, jobs, at_once=at_once)
    store = open_store(DataFolder(folder / f"ours-{at_once}"), SystemClock())
    _enqueue(store, jobs, at_once=True)
    ended: list[float] = []
    threads = [
        threading.Thread(target=_drain, args=(store, f"worker {number}", ended)) for number in range(workers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    ended.sort()
    name = "ours, the list in one call" if at_once else "ours, a call a job"
    return {"name": name, "enqueue_s": quickest, "drain_s": ended[-1] - ended[0]}


def _enqueue(store: JobStore, jobs: int, *, at_once: bool) -> float:
    started = time.perf_counter()
    papers = [NewPaper(PaperFacts(pmid=str(10_000_000 + number))) for number in range(jobs)]
    for batch in [papers] if at_once else [[paper] for paper in papers]:
        store.add(batch, JobOptions())
    return time.perf_counter() - started


def _drain(store: JobStore, worker: str, ended: list[float]) -> None:
    while claim := store.claim(worker):
        _no_op(store, claim)
        ended.append(time.perf_counter())


def _no_op(store: JobStore, claim: Claim) -> None:
    store.report(claim, Progress(stage="generate-script", fraction=1.0, overall=1.0))
    film = Film(Path("final_video.mp4"), 1.0, 16, 9, 1, "0" * 64, 0.0, claim.attempt)
    store.finish(claim, Ending("completed", "completed", film=film))


def _huey(folder: Path, jobs: int, workers: int, python: str) -> list[dict[str, Any]]:
    if not _has(python, "huey"):
        print("huey is left out: it is not installed (pip install huey, see --peer-python).")
        return []
    return _lines([python, str(_HERE / "peer_huey.py"), str(folder), str(jobs), str(workers), str(_ROUNDS)])


def _celery(folder: Path, jobs: int, workers: int, python: str) -> list[dict[str, Any]]:
    server = shutil.which("redis-server")
    if server is None or not _has(python, "celery, redis"):
        print("Celery is left out: it or redis-server is not installed (pip install celery[redis]).")
        return []
    port = _free_port()
    settings = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    with subprocess.Popen([server, *settings], stdout=subprocess.DEVNULL) as redis:
        try:
            _wait_for(port)
            given = [str(port), str(jobs), str(workers), str(_ROUNDS)]
            return _lines([python, str(_HERE / "peer_celery.py"), *given])
        finally:
            redis.terminate()


def _has(python: str, modules: str) -> bool:
    asked = subprocess.run([python, "-c", f"import {modules}"], capture_output=True, check=False)
    return asked.returncode == 0


def _lines(command: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _attempt in _until(time.monotonic() + _REDIS_START_S):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return
    raise TimeoutError("redis-server did not start")


def _until(moment: float) -> Iterator[None]:
    while time.monotonic() < moment:
        yield
        time.sleep(0.05)


if __name__ == "__main__":
    main()
