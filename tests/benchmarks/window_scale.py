"""How long the window stalls with very many jobs: ``python -m tests.benchmarks.window_scale``.

The real program on a data folder of its own. A precise timer of ten milliseconds says how late it is: so long
nothing that a person does was heeded. At last eight real processes tell a thousand events a second. The exit
code is 1 when a stall was longer than promised.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.benchmarks.verdicts import Verdicts
from tests.benchmarks.window_jobs import fill
from tests.desktop.performance.scenes import SCENES, TellingRunner, all_telling, be_listed, be_ready, opened
from tests.desktop.performance.stalls import Stalls, live_for
from videogen_desktop.jobs import assembly
from videogen_desktop.jobs.settings import QueueSettings, write_settings

STALL_MS = 50.0
STORM_STALL_MS = 100.0
_TELLING_JOBS = 8


def main() -> None:
    """Build the data, measure, print the table."""
    arguments = _arguments()
    application = QApplication(["videogen-desktop"])
    application.setQuitOnLastWindowClosed(False)
    assembly.Runner = TellingRunner  # processes that tell of their progress, and make no films
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = fill(Path(name) / "data", arguments.jobs, random.Random(1))
        write_settings(
            folder.settings, QueueSettings(workers=_TELLING_JOBS, least_free_bytes=0, keep_awake=False)
        )
        heading = f"{'seconds':>10}{'of a core':>12}{'p99':>10}{'worst stall':>14}{'bound':>11}"
        print(f"{arguments.jobs:,} jobs{'':30}{heading}")
        stalls, verdicts = Stalls(), Verdicts()
        desktop = None
        for _ in range(arguments.opens):
            if desktop:
                desktop.end()
            began, taken = time.perf_counter(), time.process_time()
            desktop = opened(application, folder)
            stalls.begin()  # there is something to be clicked on from here
            be_listed(desktop)
            _row(verdicts, "open: the list", began, taken, stalls.end())
            stalls.begin()
            be_ready(desktop)
            _row(verdicts, "open: all of it in place", began, taken, stalls.end())
        assert desktop
        for label, scene in SCENES.items():
            for _ in range(arguments.rounds):
                stalls.begin()
                began, taken = time.perf_counter(), time.process_time()
                scene(desktop)
                _row(verdicts, label, began, taken, stalls.end())
        all_telling(desktop, _TELLING_JOBS)
        stalls.begin()
        began, taken = time.perf_counter(), time.process_time()
        live_for(arguments.seconds)
        label = f"{_TELLING_JOBS} jobs, 1,000 events a second"
        _row(verdicts, label, began, taken, stalls.end(), STORM_STALL_MS)
        desktop.end()
    sys.exit(verdicts.close())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=100_000)
    parser.add_argument("--opens", type=int, default=2, help="how often the window is opened")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10, help="how long the storm of events is watched")
    parser.add_argument("--folder", help="where the data may lie; by default where temporary files go")
    return parser.parse_args()


def _row(
    verdicts: Verdicts,
    label: str,
    began: float,
    taken: float,
    late_ms: list[float],
    most_ms: float = STALL_MS,
) -> None:
    took, cost = time.perf_counter() - began, time.process_time() - taken
    high = late_ms[int(len(late_ms) * 0.99)]
    verdict = verdicts.of_time(label, late_ms[-1], most_ms)
    print(
        f"{label:42}{took:>8.2f} s{100 * cost / took:>10.0f} %{high:>7.1f} ms{late_ms[-1]:>11.1f} ms"
        f"{most_ms:>8.0f} ms  {verdict}",
        flush=True,
    )


if __name__ == "__main__":
    main()
