"""The one place where unexpected errors arrive, on whatever thread they happen."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from videogen_desktop.desktop.manners.fault import Fault, fault_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any

    from PySide6.QtCore import QMessageLogContext

_log = logging.getLogger("videogen_desktop.desktop")
_qt_log = logging.getLogger("videogen_desktop.qt")
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST_MARKS: Final = 1000


class Faults(QObject):
    """Writes unexpected errors to the log, and tells of the first one of a session.

    One mistake is written with its trace once, however often it comes. What Qt complains of is written, too,
    and told to nobody. ``install`` and ``close`` are called in the thread of the application.

    Args:
        parent: Owns it.
    """

    told = Signal(object)
    """``Fault``: the first of the session; in the thread of this object, from its event loop."""

    _rung = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._times: dict[object, int] = {}
        self._number = 0
        self._first: Fault | None = None
        self._back: list[Callable[[], None]] = []
        self._said_before: Callable[..., Any] | None = None
        self._rung.connect(self.told, Qt.ConnectionType.QueuedConnection)

    @property
    def first(self) -> Fault | None:
        """What went wrong first in this session."""
        return self._first

    @property
    def number(self) -> int:
        """How often something went wrong in this session."""
        return self._number

    def install(self) -> None:
        """From now on unexpected errors arrive here."""
        if self._back:
            return
        before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread
        sys.unraisablehook = self._not_raisable
        self._said_before = qInstallMessageHandler(self._qt_said)

        def back() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            qInstallMessageHandler(self._said_before)

        self._back.append(back)

    def close(self) -> None:
        """Leave unexpected errors to whoever had them before."""
        while self._back:
            self._back.pop()()

    # Where they arrive

    def _raised(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._take(kind, error, trace, threading.current_thread().name)

    def _raised_in_thread(self, happened: threading.ExceptHookArgs) -> None:
        if not issubclass(happened.exc_type, SystemExit):
            name = happened.thread.name if happened.thread else "?"
            self._take(happened.exc_type, happened.exc_value, happened.exc_traceback, name)

    def _not_raisable(self, happened: sys.UnraisableHookArgs) -> None:
        name = threading.current_thread().name
        self._take(happened.exc_type, happened.exc_value, happened.exc_traceback, name)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        with contextlib.suppress(Exception):  # Qt called: nobody is there to catch it
            category = context.category or "default"
            _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, text)
            if self._said_before:
                self._said_before(kind, context, text)
            elif kind is not QtMsgType.QtDebugMsg:
                _say(f"{category}: {text}\n")

    # What becomes of them

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
        thread: str,
    ) -> None:
        with contextlib.suppress(Exception):  # whatever breaks here must not hide what broke before
            fault = fault_of(kind, error, trace, thread)
            times, is_first = self._count(fault)
            if times == 1:
                _log.error("something unexpected, in the thread %s\n%s", thread, fault.trace)
                _say(fault.trace)
            elif times in (10, 100, 1000, 10_000):
                _log.error("%s once more, %d times by now", fault.kind, times)
            if is_first:
                self._ring(fault)

    def _count(self, fault: Fault) -> tuple[int, bool]:
        with self._lock:
            self._number += 1
            times = self._times.get(fault.mark, 0) + 1
            if times > 1 or len(self._times) < _MOST_MARKS:
                self._times[fault.mark] = times
            is_first = self._first is None
            if is_first:
                self._first = fault
            return times, is_first

    def _ring(self, fault: Fault) -> None:
        with contextlib.suppress(RuntimeError):  # the application has ended, and this object with it
            self._rung.emit(fault)


def _say(text: str) -> None:
    """To the terminal; a program without one has no such stream."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text)
