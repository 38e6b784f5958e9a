"""How long the window takes to be usable: ``python -m tests.benchmarks.window_start``.

The real program is started as a process on a data folder with very many jobs. Its time runs from before the
process is started to the list on the screen, with the rows that are seen read from the store and painted.
Beside it, in turns, is the floor: a process that shows an empty ``QMainWindow``. Python’s compiled files are
there already, as they are in an installed program. With ``--cold``, one more start is told for which the
system has forgotten all that it has read from the disk; only its administrator may have it do so. The exit
code is 1 when the target was missed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.verdicts import Verdicts
from tests.benchmarks.window_jobs import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TARGET_S = 1.0
_USUAL_FLOOR_S = 0.12
"""What the floor takes on a machine at its usual pace; one on which it takes longer has as much more time."""
_LONGEST_S = 60.0
_SCREEN = ("-screen", "0", "1920x1080x24")
_MOMENTS = {
    "painted": "the window painted",
    "opened": "the queue open",
    "listed": "usable: the list with its rows",
    "ready": "all of it in place",
}

_FLOOR = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication([])

class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", time.time(), flush=True)
        QTimer.singleShot(0, application.quit)

window = Window()
window.resize(1280, 760)
window.show()
application.exec()
"""

_PROGRAM = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from videogen_desktop.desktop import app

class Watched(app.Desktop):
    def start(self):
        self.told = set()
        self.looking = QTimer(self, interval=4)
        self.looking.timeout.connect(self.look)
        self.link.opened.connect(lambda: self.tell("opened"))
        self.window.installEventFilter(self)
        super().start()
        self.looking.start()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.tell("painted")
        return False

    def look(self):
        table, model = self.window.table, self.window.model
        if "listed" not in self.told and table.isVisible() and model.rowCount():
            first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
            rows = range(first, last + 1 if last >= 0 else model.rowCount())
            if all(model.job_at(row) for row in rows):
                table.viewport().repaint()
                self.tell("listed")
        if self.ready:
            self.tell("ready")
        if self.told >= {"ready", "listed"}:
            self.looking.stop()
            self.end()

    def tell(self, moment):
        if moment not in self.told:
            self.told.add(moment)
            print(moment, time.time(), flush=True)

app.Desktop = Watched
sys.exit(app.run(["videogen-desktop"]))
"""


def main() -> None:
    """Prepare the data, measure, print the tables."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        fill(Path(name) / "data", arguments.jobs, random.Random(1))
        print(
            f"{arguments.jobs:,} jobs, {arguments.runs} starts of each; seconds from the start of the process"
        )
        measure = partial(_measure_on, folder=Path(name), runs=arguments.runs, cold=arguments.cold)
        verdicts = Verdicts()
        measure(verdicts, "offscreen", {"QT_QPA_PLATFORM": "offscreen"})
        if shutil.which("Xvfb"):
            with _Screen() as display:
                measure(verdicts, "X11 (Xvfb)", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
    sys.exit(verdicts.close())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--cold", action="store_true", help="also start with nothing in the system's memory")
    parser.add_argument("--folder", help="where the data may lie; by default where temporary files go")
    return parser.parse_args()


def _measure_on(
    verdicts: Verdicts, label: str, screen: Mapping[str, str], *, folder: Path, runs: int, cold: bool
) -> None:
    """Measure on one kind of screen and print its table."""
    environment = {**os.environ, **screen, "VIDEOGEN_DATA_DIR": str(folder / "data")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    _start(_PROGRAM, environment)
    floor_runs, program_runs = [], []
    for _ in range(runs):
        floor_runs.append(_start(_FLOOR, environment))
        program_runs.append(_start(_PROGRAM, environment))
    print(f"\n{label:40}{'median':>10}{'least':>10}{'most':>10}")
    _row("the floor: an empty window painted", [run["painted"] for run in floor_runs])
    for moment, said in _MOMENTS.items():
        _row(said, [run[moment] for run in program_runs])
    if cold:
        _empty_cache()
        _row("cold: usable", [_start(_PROGRAM, environment)["listed"]])
    floor = statistics.median(run["painted"] for run in floor_runs)
    usable = statistics.median(run["listed"] for run in program_runs)
    verdict = verdicts.of_time(f"usable on {label}", usable, TARGET_S, max(floor / _USUAL_FLOOR_S, 1.0))
    print(f"usable in under {TARGET_S:g} s, warm, middle start: {verdict}")


def _start(program: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Start a process and wait for its end; seconds from its start to each moment that it told."""
    began = time.time()
    done = subprocess.run(
        (sys.executable, "-c", program),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_LONGEST_S,
    )
    told = (line.split() for line in done.stdout.splitlines())
    return {moment: float(at) - began for moment, at in told}


def _row(label: str, taken: Sequence[float]) -> None:
    print(f"{label:40}{statistics.median(taken):>10.3f}{min(taken):>10.3f}{max(taken):>10.3f}", flush=True)


def _empty_cache() -> None:
    """Have the system (Linux) forget what it has read from the disk."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("1\n", encoding="ascii")


class _Screen:
    """A screen of its own under X11, which nobody sees."""

    def __enter__(self) -> str:
        reads, writes = os.pipe()
        self._server = subprocess.Popen(
            ("Xvfb", "-displayfd", str(writes), *_SCREEN, "-nolisten", "tcp"),
            pass_fds=(writes,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writes)
        with os.fdopen(reads) as told:
            return f":{told.readline().strip()}"

    def __exit__(self, *_error: object) -> None:
        self._server.terminate()
        self._server.wait()


if __name__ == "__main__":
    main()
