"""Work off the UI thread, with its result brought back to it."""

from __future__ import annotations

import logging
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_THREADS = 4
_log = logging.getLogger(__name__)


@dataclass
class _Asked:
    """A piece of work with whom to tell; a thread that works holds none of it when the answer is told.

    Who is told is mostly a widget, and one whose last holder lets go of it on another thread dies there,
    under the hands of Qt.
    """

    key: object
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[VideoGenError], None]
    over: Callable[[], None] | None
    answer: Callable[[], None] | None = None


class Background(QObject):
    """A few threads for what would make the window stutter: the store, files, pictures.

    ``work`` runs on one of them, then ``then`` or ``failed`` in the thread that this object lives in. Of
    requests with one ``key`` only the last one is answered; those that have not begun are never run.

    Args:
        parent: Owns it.
        threads: How many run at once; one keeps the order of what is asked.
    """

    failed = Signal(object)
    """``VideoGenError``: of work whose asker did not want to know."""

    _rung = Signal()

    def __init__(self, parent: QObject | None = None, *, threads: int = _THREADS) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="background")
        self._asked: dict[int, _Asked] = {}
        self._answered: deque[int] = deque()
        self._latest: dict[object, int] = {}
        self._number = 0
        self._open = 0
        self._closed = False
        self._rung.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something was asked that has not been answered."""
        return self._open > 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[VideoGenError], None] | None = None,
        *,
        over: Callable[[], None] | None = None,
        key: object = None,
    ) -> None:
        """Run ``work`` on another thread; called in the thread that this object lives in.

        Args:
            work: What to do; it must touch no widget.
            then: Told what it returned.
            failed: Told of a VideoGenError; None for the signal ``failed``.
            over: Called last, however it ended: a fault in the program is told to neither of the two.
            key: Names requests of which only the last counts.
        """
        if self._closed:
            return
        self._number += 1
        number = self._number
        if key is not None:
            self._latest[key] = number
        self._open += 1
        self._asked[number] = _Asked(key, work, then, failed or self.failed.emit, over)
        done = self._executor.submit(self._work, number)
        done.add_done_callback(lambda _: self._ring(number))

    def is_asked(self, key: object) -> bool:
        """Whether something was asked under a key that has not been answered."""
        return key in self._latest

    def drop(self, key: object) -> None:
        """What was asked under a key is not wanted any more."""
        self._latest.pop(key, None)

    def close(self) -> None:
        """Begin nothing more, tell nothing more, and wait for what has begun."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._answered.clear()
        self._asked.clear()

    def _work(self, number: int) -> None:
        asked = self._asked[number]
        if not self._wanted(number, asked.key):
            return
        try:
            result = asked.work()
        except VideoGenError as error:
            asked.answer = partial(asked.failed, error)
        except Exception:  # a fault in the program: told where all of them are told
            _log.exception("a fault in the program, on another thread")
            asked.answer = partial(sys.excepthook, *sys.exc_info())
        else:
            asked.answer = partial(asked.then, result) if asked.then else None

    def _ring(self, number: int) -> None:
        """The thread that worked has let go of everything."""
        if not self._closed:
            self._answered.append(number)
            self._rung.emit()

    def _wanted(self, number: int, key: object) -> bool:
        return key is None or self._latest.get(key) == number

    def _deliver(self) -> None:
        """Deliver one answer a ring, so that many of them leave room for what the person does."""
        if not self._answered or self._closed:
            return
        number = self._answered.popleft()
        asked = self._asked.pop(number)
        self._open -= 1
        if self._wanted(number, asked.key):
            if asked.key is not None:
                del self._latest[asked.key]
            try:
                if asked.answer:
                    asked.answer()
            finally:
                if asked.over:
                    asked.over()
