"""One export under way: off the UI thread, told on it, stopped when it is not wanted any more."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from videogen_desktop.desktop.background import Background
from videogen_desktop.desktop.export import carry_out
from videogen_desktop.desktop.exporting.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.export import ExportProgress, Plan


class ExportRun(QObject):
    """Carries a plan out on a thread of its own, for as long as that takes.

    Args:
        plan: What is exported.
        parent: Owns it.
        clock: Seconds that only go forward.
    """

    progressed = Signal(object, object)
    """``ExportProgress``, and the seconds that are left or None."""

    done = Signal(object)
    """``Receipt``."""

    refused = Signal(object)
    """``VideoGenError``: it could not begin, and nothing was written."""

    _told = Signal(object)

    def __init__(
        self, plan: Plan, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self._jobs = [item.job_id for item in plan.items if item.conflict != "skip"]
        self._written = 0
        self._pace = Pace(clock)
        self._cancel = threading.Event()
        self._background = Background(self, threads=1)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; ``done`` or ``refused`` tells of the end."""
        plan, tell, cancel = self.plan, self._told.emit, self._cancel
        self._background.run(lambda: carry_out(plan, tell, cancel), self.done.emit, self.refused.emit)

    def cancel(self) -> None:
        """Stop at the file that is being written, and take it away; ``done`` tells what was exported."""
        self._cancel.set()

    def films_left(self) -> int:
        """How many films are not in the folder yet, or not with all that was chosen of them."""
        return len(set(self._jobs[self._written :]))

    def close(self) -> None:
        """Stop, wait for it, and tell nothing more."""
        self._cancel.set()
        self._background.close()

    def _pass_on(self, progress: ExportProgress) -> None:
        self._written = progress.finished
        self.progressed.emit(progress, self._pace.left_s(progress))
