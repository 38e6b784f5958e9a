"""How slow the machine is just now: limits on waiting tell of the program, not of the machine."""

from __future__ import annotations

import json
import statistics
import time

_USUAL_MS = 4.7
"""What the work below takes on the machine and at the pace on which the limits were set."""
_TIMES = 15
_MOST = 4.0
"""A machine slower than this proves nothing: the limits are not stretched any further."""


class Floor:
    """A fixed piece of work between the calls that are measured: it meets the machine's whims as they do."""

    def __init__(self) -> None:
        self._took: list[float] = []

    def work(self) -> None:
        """Do it once."""
        self._took.append(_took_ms())

    def slowness(self, quantile: float) -> float:
        """How many times its usual time the work took at a quantile of all times, from 1 to 4."""
        return _within(sorted(self._took)[int(len(self._took) * quantile)])


def slowness() -> float:
    """How many times its usual time a fixed piece of work takes now, from 1 to 4."""
    return _within(statistics.median(_took_ms() for _ in range(_TIMES)))


def _within(took_ms: float) -> float:
    return min(max(took_ms / _USUAL_MS, 1.0), _MOST)


def _took_ms() -> float:
    began = time.perf_counter()
    rows = [
        {"title": f"A paper of number {n}", "authors": [f"Author {n % 7}"] * 3, "year": 2000 + n % 20}
        for n in range(600)
    ]
    text = json.dumps(json.loads(json.dumps(rows)), indent=1)
    sorted(rows, key=lambda row: (row["year"], row["title"], len(text)))
    return (time.perf_counter() - began) * 1000
