"""What was typed and not added, kept in a file of the data folder from one start to the next."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "draft.txt"
_log = logging.getLogger(__name__)


class Draft:
    """Used from any thread; ``text`` is what is to be kept, and belongs to the thread of the window.

    A disk that does not take it is no trouble to tell of: the text is still there until the program ends.

    Args:
        path: Where it is kept; nothing is there while there is nothing to keep.
    """

    def __init__(self, path: Path) -> None:
        self.text = ""
        self._path = path
        self._writing = threading.Lock()
        self._kept: str | None = None

    def read(self) -> str:
        """What was kept; empty when there is nothing, or nothing that can be read."""
        with self._writing:
            try:
                self._kept = self._path.read_bytes().decode("utf-8", "replace")
            except OSError as error:
                if not isinstance(error, FileNotFoundError):
                    _log.info("what was typed before cannot be read: %s", error)
                return ""
            return self._kept

    def keep(self) -> None:
        """Write what is to be kept now, whole or not at all."""
        with self._writing:
            text = self.text if self.text.strip() else ""
            if text == self._kept:
                return
            try:
                if text:
                    write_bytes(self._path, text.encode("utf-8", "replace"))
                else:
                    self._path.unlink(missing_ok=True)
                self._kept = text
            except (VideoGenError, OSError) as error:
                _log.info("what is typed cannot be kept: %s", error)
