"""Python's cycle collector, held to one thread; light enough for a program's start.

The collector may run on whatever thread makes the next object. If it frees a Qt object on a worker while Qt
uses it, the process dies. Whoever owns the ``QCoreApplication`` therefore makes one
``MainThreadCollector(application)`` before any thread, for as long as the application runs.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_MS = 250
"""How often garbage is looked for: to walk what gathers in a second, the window would be seen to stop."""

_FIRST_MS = 2000
"""Before the first time: what a program makes as it starts is hardly garbage."""


class MainThreadCollector(QObject):
    """Collects cyclic garbage in its own thread only, by Python's own thresholds.

    Made in the thread of the ``QCoreApplication``, which runs an event loop. ``stop`` gives the collecting
    back to Python, unless another one held it before: where there are two, the second one ends first.

    Args:
        parent: The application.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_python_s = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_FIRST_MS)

    def _look(self) -> None:
        self._timer.setInterval(COLLECT_MS)
        self.collect()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            n
            for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most > 0
        ]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Collect no more; Python does it again if it did before."""
        self._timer.stop()
        if self._was_python_s:
            gc.enable()
