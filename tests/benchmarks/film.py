"""How fast scenes become a film, beside the floor and a peer: ``python -m tests.benchmarks.film``.

The floor is the encoder alone, given ready frames; the peer is moviepy 2, if ``--peer-python`` (by default
this Python) has it. Every contender runs in a process of its own. The quickest of the rounds counts, since
whatever else a machine does only ever makes a round slower.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measure import Measured, measured
from videogen_desktop.shipped import shipped

FILM_SECONDS = 60
TARGET = 1.3
_PEER = Path(__file__).with_name("peer_moviepy.py")


@dataclass(frozen=True)
class Row:
    """One line of the table; ``seconds`` is what the work took without the start of Python."""

    name: str
    seconds: float
    processor_s: float
    peak_memory: int
    note: str = ""


def main() -> None:
    """Prepare the workload, measure, and print the table."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        print("Preparing the workload and its raw frames (1.5 GB)…", flush=True)
        _contender("prepare", folder)
        rounds = [_round(folder, arguments.workers) for _ in range(arguments.rounds)]
        ours, floor = (min(column, key=lambda row: row.seconds) for column in zip(*rounds, strict=True))
        rows = [floor, ours]
        if peer := _peer(folder, arguments.peer_python, arguments.peer_seconds):
            rows.append(peer)
    _print_table(rows, floor)
    ratio = ours.seconds / floor.seconds
    verdict = "met" if ratio <= TARGET else "MISSED"
    print(f"\n{ratio:.2f} times the floor; the target is at most {TARGET}: {verdict}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2, help="how often floor and ours are measured")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that draw")
    parser.add_argument("--peer-python", default=sys.executable, help="a Python that has moviepy 2")
    parser.add_argument("--peer-seconds", type=float, default=12, help="how much of the film the peer makes")
    parser.add_argument("--folder", help="where 2 GB may be written; by default where temporary files go")
    return parser.parse_args()


def _round(folder: Path, workers: int) -> tuple[Row, Row]:
    ours = _row(
        "ours", _contender("ours", folder, str(workers)), f"{workers} processes, film joined and proven"
    )
    floor = _row("floor", _contender("floor", folder), "x264 alone on ready frames, 2 threads, no sound")
    return ours, floor


def _contender(name: str, folder: Path, *more: str) -> Measured:
    return measured([sys.executable, "-m", "tests.benchmarks.contenders", name, str(folder), *more])


def _peer(folder: Path, python: str, seconds: float) -> Row | None:
    asked = subprocess.run([python, "-c", "from moviepy import vfx"], capture_output=True, check=False)
    if asked.returncode:
        print("The peer is left out: moviepy 2 is not installed (pip install moviepy, see --peer-python).")
        return None
    font = str(shipped("fonts/inter/Inter-Regular.otf"))
    seen = measured([python, str(_PEER), str(folder), str(seconds), font])
    scale = FILM_SECONDS / seconds
    note = f"{seconds:g} s of film made, times scaled by {scale:g}"
    row = _row("moviepy 2", seen, note)
    return Row(row.name, row.seconds * scale, row.processor_s * scale, row.peak_memory, note)


def _row(name: str, seen: Measured, note: str) -> Row:
    return Row(name, float(seen.output.split()[-1]), seen.processor_s, seen.peak_memory, note)


def _print_table(rows: list[Row], floor: Row) -> None:
    print(f"\n{FILM_SECONDS} s of film, 1920×1080, 30 fps, {os.cpu_count()} cores\n")
    print(f"{'':10} {'wall s':>8} {'× floor':>8} {'CPU s':>8} {'peak MB':>8}")
    for row in rows:
        print(
            f"{row.name:10} {row.seconds:8.1f} {row.seconds / floor.seconds:8.2f} {row.processor_s:8.1f} "
            f"{row.peak_memory / 1e6:8.0f}  {row.note}"
        )


if __name__ == "__main__":
    main()
