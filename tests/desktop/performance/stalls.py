"""How long an event loop leaves a person waiting."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from tests.yardstick import slowness

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3
"""A machine that is busy with other things is late itself; a window that stalls does so each time."""
_EVERY_MS = 10
_LOOK_MS = 5


class Stalls(QObject):
    """Notes how late a precise timer of ten milliseconds is: so long nothing was heeded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Forget what was noted and note from now on."""
        self._late_ms.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> list[float]:
        """Note no more; the milliseconds of each time, shortest first."""
        self._tick()
        self._timer.stop()
        return sorted(self._late_ms)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late_ms.append(max((now - self._last) * 1000 - _EVERY_MS, 0.0))
        self._last = now


def least_of_the_worst(
    scene: Callable[[], object], most_ms: float, before: Callable[[], object] = lambda: None
) -> float:
    """The worst stall of the best round in milliseconds of a machine at its usual pace.

    There are no more rounds once one is below ``most_ms``.
    """
    worst = []
    for _ in range(ROUNDS):
        before()
        stalls = Stalls()
        stalls.begin()
        scene()
        worst.append(stalls.end()[-1] / slowness())
        if worst[-1] < most_ms:
            break
    return min(worst)


def live(until: Callable[[], object], seconds: float = 20.0) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: It is not so after so many seconds.
    """
    end = time.monotonic() + seconds
    loop, look = QEventLoop(), QTimer(interval=_LOOK_MS)
    was_so = False

    def see() -> None:
        nonlocal was_so
        was_so = was_so or bool(until())
        if was_so or time.monotonic() > end:
            loop.quit()

    look.timeout.connect(see)
    look.start()
    loop.exec()
    look.stop()
    if not was_so:
        raise TimeoutError("the window did not come to what was waited for")


def live_for(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    end = QTimer(loop, singleShot=True)
    end.setTimerType(Qt.TimerType.PreciseTimer)
    end.timeout.connect(loop.quit)
    end.start(int(seconds * 1000))
    loop.exec()
