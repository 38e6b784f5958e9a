"""The settings as they are now: read once, changed while the queue works, written when they change."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from videogen_desktop.jobs.settings import read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.settings import QueueSettings


class LiveSettings:
    """Call it for the settings; whoever is handed it sees a change at once.

    Args:
        path: The file of the settings.

    Raises:
        VideoGenError: ``bad-setting``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing = threading.Lock()
        self._settings = read_settings(path)

    def __call__(self) -> QueueSettings:
        """The settings as they are now."""
        return self._settings

    def change(self, settings: QueueSettings) -> None:
        """Save other settings and go by them from now on.

        Raises:
            VideoGenError: ``disk-full`` or ``not-writable``; the old ones stay in force.
        """
        with self._writing:
            write_settings(self._path, settings)
            self._settings = settings
