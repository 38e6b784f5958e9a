"""The settings as they are now, whoever changes them: this process or another one."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.settings import QueueSettings

_log = logging.getLogger(__name__)


class LiveSettings:
    """Call it for the settings; whoever is handed it sees a change at once.

    The file is read again when it has changed. One that cannot be read then changes nothing.

    Args:
        path: The file of the settings.

    Raises:
        VideoGenError: ``bad-setting``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing = threading.Lock()
        self._seen = _signature(path)
        self._settings = read_settings(path)

    def __call__(self) -> QueueSettings:
        """The settings as they are now."""
        signature = _signature(self._path)
        if signature != self._seen:
            with self._writing:
                self._read_again(signature)
        return self._settings

    def change(self, settings: QueueSettings) -> None:
        """Save other settings and go by them from now on.

        Raises:
            VideoGenError: ``bad-setting``, ``disk-full`` or ``not-writable``; the old ones stay in force.
        """
        with self._writing:
            write_settings(self._path, settings)
            self._seen, self._settings = _signature(self._path), settings

    def _read_again(self, signature: _Signature) -> None:
        try:
            self._settings = read_settings(self._path)
        except VideoGenError as error:
            _log.warning("The changed settings are left aside: %s", error)
        self._seen = signature


_Signature = tuple[int, int, int] | None


def _signature(path: Path) -> _Signature:
    """What differs when a file was written again; None for no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
