"""Ctrl+C and the system's word to end, heard from the event loop.

Python's own way, an exception in whatever runs just then, ends a window half-way: it is raised in the midst
of Qt's calls, where nobody catches it, and sometimes takes the process with it.
"""

from __future__ import annotations

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKED: Final = ("SIGINT", "SIGBREAK")
_TOLD: Final = ("SIGTERM", "SIGHUP")
_MOST: Final = 4096


class EndSignals(QObject):
    """Hears signals of the system that ask the program to end; made in the main thread.

    From then on such a signal ends nothing by itself, also after ``close``.

    Args:
        parent: Owns it.
    """

    asked = Signal()
    """Ctrl+C was pressed where the program was started: a person is there to be asked."""

    told = Signal()
    """The session ends, or somebody ends the program from elsewhere: nobody may be there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._written = socket.socketpair()
        for end in (self._heard, self._written):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._kinds = {
            number: told
            for names, told in ((_ASKED, self.asked), (_TOLD, self.told))
            for name in names
            if (number := getattr(signal, name, None)) is not None
        }
        signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in self._kinds:
            signal.signal(number, _go_on)

    def close(self) -> None:
        """Hear nothing more; the program is at its end, and goes there undisturbed."""
        signal.set_wakeup_fd(-1)
        for number in self._kinds:
            signal.signal(number, signal.SIG_IGN)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._written.close()

    def _hear(self) -> None:
        """Each signal is a byte, its number."""
        for number in dict.fromkeys(self._heard.recv(_MOST)):
            if number in self._kinds:
                self._kinds[number].emit()


def _go_on(_number: int, _frame: object) -> None:
    """What is to be done is done by whoever hears."""
