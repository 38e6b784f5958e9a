"""How fast a paper in hand becomes its film: ``python -m tests.benchmarks.paper [PAPER …]``.

All steps count. Every paper goes through the command line, in a process of its own, as a person starts it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Measured, measured
from videogen_desktop.shipped import shipped

TARGET_SHARE = 0.35
TARGET_MEMORY = 1_000_000_000


def main() -> None:
    """Make the films, measure, and print the table."""
    arguments = _arguments()
    print(f"{'':24} {'film s':>7} {'wall s':>7} {'share':>6} {'CPU s':>7} {'peak MB':>8}")
    missed = 0
    for paper in arguments.papers or [shipped("samples/elife-32671")]:
        with tempfile.TemporaryDirectory() as folder:
            seen = measured(
                [
                    *(sys.executable, "-m", "videogen_desktop.pipeline", "generate-video"),
                    *(str(paper), folder, "--progress", "json"),
                    *("--aspect", arguments.aspect, "--max-workers", str(arguments.workers)),
                ]
            )
        film_s = _result(seen)["duration_s"]
        share = seen.seconds / film_s
        missed += share > TARGET_SHARE or seen.peak_memory > TARGET_MEMORY
        print(
            f"{paper.name[:24]:24} {film_s:7.1f} {seen.seconds:7.1f} {share:6.2f} {seen.processor_s:7.1f} "
            f"{seen.peak_memory / 1e6:8.0f}",
            flush=True,
        )
    print(
        f"\nTarget: at most {TARGET_SHARE} of the film's length and {TARGET_MEMORY / 1e6:.0f} MB: "
        f"{'MISSED' if missed else 'met'}."
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="*", type=Path, help="JATS files or folders; by default the sample")
    parser.add_argument("--aspect", default="16:9")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _result(seen: Measured) -> dict[str, Any]:
    events = [json.loads(line) for line in seen.output.splitlines()]
    return next(event for event in reversed(events) if event["event"] == "result")


if __name__ == "__main__":
    main()
