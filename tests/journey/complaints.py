"""What Qt complains of on the way: each complaint is a fault of ours, but for those that the tests know."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

_PROJECT = Path(__file__).resolve().parents[2]
_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Complaints:
    """Hears all that Qt says from now on, and passes it on to standard error.

    Attributes:
        heard: Those that nobody expects.
    """

    def __init__(self) -> None:
        self._known = _known()
        self.heard: list[str] = []
        qInstallMessageHandler(self._hear)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        sys.stderr.write(f"Qt: {message}\n")
        if kind not in _HARMLESS and not any(each in message for each in self._known):
            self.heard.append(f"{context.category}: {message}")


def _known() -> tuple[str, ...]:
    """What a computer without sound or a graphics card says, as the project's tests have it."""
    settings = tomllib.loads((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return tuple(settings["tool"]["pytest"]["ini_options"]["qt_log_ignore"])
