"""The thread that watches over the queue: for what others decide, for waiting jobs, for disk and battery."""

from __future__ import annotations

import logging
import math
import threading
import time
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Changes
    from videogen_desktop.jobs.queue import WorkQueue
    from videogen_desktop.jobs.store import JobStore

POLL_S = 0.2
"""How often other processes' changes are looked for."""

LOOK_S = 5.0
"""How often disk, battery and clock are looked at."""

BREATH_S = 0.05
"""The least time between two questions when the next waiting job is due."""

_LATE_S = 0.002
"""A waiting job is called this much late, so that rounding never makes it early."""

_log = logging.getLogger(__name__)


class Attendant:
    """Calls the workers when there may be work, and has requests carried out.

    Args:
        store: Followed for changes, here and by other processes.
        queue: Told what changed.
        call: Calls the workers: there may be a job to claim.
        tell: Called with every change, on the thread that made or found it.
    """

    def __init__(
        self,
        store: JobStore,
        queue: WorkQueue,
        call: Callable[[], None],
        tell: Callable[[Changes], None],
    ) -> None:
        self._store = store
        self._queue = queue
        self._call = call
        self._tell = tell
        self._feed = Feed()
        self._bell = threading.Event()
        self._ended = False
        self._failing = False
        self._next_poll = self._next_look = self._may_ask = 0.0
        self._due = math.inf
        self._due_unknown = True
        self._unsubscribe: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._serve, name="queue-attendant", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._unsubscribe = self._store.subscribe(self._notice)
        self._thread.start()

    def end(self, timeout_s: float) -> bool:
        """Stop; whether the thread has ended in time."""
        self._unsubscribe()
        self._ended = True
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def one_waits(self) -> None:
        """A job was put off: the next waiting job may be another."""
        self._due_unknown = True
        self._bell.set()

    def _notice(self, changes: Changes) -> None:
        self._tell(changes)
        self._feed.add(changes)
        if not self._queue.is_routine(changes):
            self._bell.set()

    def _serve(self) -> None:
        while not self._ended:
            try:
                self._round()
                self._failing = False
            except VideoGenError as error:
                self._fail(error)
            except Exception:
                _log.exception("A mistake in the program interrupted the watch over the queue.")
                self._wait(LOOK_S)
            else:
                self._wait(self._next() - time.monotonic())

    def _wait(self, seconds: float) -> None:
        self._bell.wait(max(seconds, 0.0))
        self._bell.clear()

    def _fail(self, error: VideoGenError) -> None:
        if not self._failing:
            _log.warning("The queue's store does not answer: %s", error)
        self._failing = True
        self._queue.met(error)
        self._wait(POLL_S)

    def _round(self) -> None:
        now = time.monotonic()
        self._follow(now)
        if now >= self._next_look:
            self._next_look = now + LOOK_S
            self._due_unknown = True
            self._queue.look()
            self._call()
        if now >= self._due:
            self._ask_when_due(later=True)  # whoever is called finds what is due by then
            self._call()
        if self._due_unknown and now >= self._may_ask:
            self._due_unknown = False
            self._ask_when_due()

    def _follow(self, now: float) -> None:
        """Have done what was decided here, and from time to time what other processes decided."""
        if now >= self._next_poll:
            self._next_poll = now + POLL_S
            others = self._store.poll()
            if others is not None:
                self._notice(others)
        changes = self._feed.take()
        if changes is None:
            return
        routine = self._queue.is_routine(changes)
        try:
            self._queue.attend(changes)
        except VideoGenError:
            self._feed.add(changes)
            raise
        if not routine:
            self._due_unknown = True
            self._call()

    def _ask_when_due(self, *, later: bool = False) -> None:
        due_in = self._store.due_in(later=later)
        now = time.monotonic()  # after the answer: a job that is called too early is not there yet
        self._may_ask = now + BREATH_S
        due = math.inf if due_in is None else now + due_in + _LATE_S
        self._due = max(due, self._may_ask) if later else due

    def _next(self) -> float:
        """When there is something to do again, if nothing happens."""
        ask = self._may_ask if self._due_unknown else math.inf
        return min(self._next_poll, self._next_look, self._due, ask)
