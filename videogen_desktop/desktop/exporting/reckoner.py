"""The plan of an export, reckoned anew as a person changes what they want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from videogen_desktop.desktop.export import plan_export

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.export import ExportSettings, Plan
    from videogen_desktop.jobs.model import Job

_PAUSE_MS: Final = 200
"""Nothing is reckoned while somebody types."""


class Reckoner(QObject):
    """Reckons one export off the UI thread; only the answer to the last wish is told.

    Args:
        jobs: What is to be exported.
        background: Where it is reckoned.
        parent: Owns it.
    """

    planned = Signal(object)
    """``Plan``."""

    refused = Signal(object)
    """``VideoGenError``: why it cannot be so."""

    def __init__(self, jobs: Sequence[Job], background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._background = background
        self._wanted: ExportSettings | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._reckon)

    def want(self, settings: ExportSettings) -> None:
        """Reckon this soon; what was wanted before is not answered any more."""
        self._wanted = settings
        self._background.drop(self)
        self._timer.start()

    def stop(self) -> None:
        """Reckon and tell nothing more."""
        self._timer.stop()
        self._background.drop(self)

    def _reckon(self) -> None:
        jobs, settings = self._jobs, self._wanted
        if settings is None:
            return

        def plan() -> Plan:
            return plan_export(jobs, settings)

        self._background.run(plan, self.planned.emit, self.refused.emit, key=self)
