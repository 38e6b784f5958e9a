"""What the store is told of a running job, on a thread of its own: a film never waits for the database."""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import TYPE_CHECKING, Self

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Progress, Usage
from videogen_desktop.jobs.store import LeaseLost

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.model import Claim, PaperFacts, ProcessIdentity, Request
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.jobs.supervisor import Control

_log = logging.getLogger(__name__)
_BETWEEN_S = 0.55
"""The store is told of progress less than twice a second, so that it is no more with what else is told."""
_RENEWALS = 4
"""How many times a lease is renewed before it would run out."""
_PATIENCE_S = 1.0
"""How long the end waits for what is still to be told; a database that hangs holds nobody up."""


class Reports:
    """Keeps one claim's lease, tells the store the newest of what happens, and hears what the owner asks.

    A database that cannot be written now is told later; only the newest progress is kept. Use it as a
    context; leaving it tells what is still to be told.
    """

    def __init__(self, store: JobStore, claim: Claim, control: Control, clock: Clock) -> None:
        self._store = store
        self._claim = claim
        self._control = control
        self._clock = clock
        self._changed = threading.Condition()
        self._orders: deque[Callable[[], object]] = deque()
        self._progress: Progress | None = None
        self._newest = Progress()
        self._usage = Usage()
        self._told_at = self._renewed_at = clock.monotonic()
        self._failing = False
        self._ending = False
        self._lost: LeaseLost | None = None
        self._thread = threading.Thread(target=self._work, name=f"reports-{claim.job.id}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify()
        self._thread.join(_PATIENCE_S)

    def check(self) -> None:
        """Make sure that the job is still held, as far as is known.

        Raises:
            LeaseLost: Another worker has taken it.
        """
        if self._lost:
            raise self._lost

    def started(self, identity: ProcessIdentity) -> None:
        """The job's process has started."""
        self._order(lambda: self._store.started(self._claim, identity))

    def describe(self, facts: PaperFacts) -> None:
        """The paper is known now."""
        self._order(lambda: self._store.describe(self._claim, facts))

    def script(self, text: str) -> None:
        """The script is written."""
        self._order(lambda: self._store.set_script_text(self._claim, text))

    def progressed(self, progress: Progress) -> None:
        """The job is further."""
        with self._changed:
            news = self._progress is None
            self._progress = self._newest = progress
            if news:
                self._changed.notify()

    def used(self, usage: Usage) -> None:
        """What the job has taken so far; told with the next progress."""
        self._usage = usage

    def _order(self, order: Callable[[], object]) -> None:
        with self._changed:
            self._orders.append(order)
            self._changed.notify()

    def _work(self) -> None:
        while not self._lost:
            with self._changed:
                if not self._ending:
                    self._changed.wait(self._idle_s())
                ending = self._ending
            try:
                self._tell(at_once=ending)
                self._failing = False
            except LeaseLost as lost:
                self._lost = lost
            except VideoGenError as error:
                if not self._failing:
                    _log.warning("job %d goes on, though the store fails: %s", self._claim.job.id, error)
                self._failing = True
            except Exception:
                _log.exception("a fault in the program while job %d is reported", self._claim.job.id)
                self._failing = True
            if ending:
                return

    def _idle_s(self) -> float:
        """Seconds until there is something to tell; never long, for clocks that jump."""
        now = self._clock.monotonic()
        if self._failing:
            return _BETWEEN_S
        if self._orders:
            return 0.0
        due = self._told_at + _BETWEEN_S if self._progress else self._renewed_at + self._renewal_s()
        return min(max(due - now, 0.0), _BETWEEN_S)

    def _renewal_s(self) -> float:
        return self._claim.lease_s / _RENEWALS

    def _tell(self, *, at_once: bool) -> None:
        now = self._clock.monotonic()
        if now - self._renewed_at >= self._renewal_s():
            self._heed(self._store.renew(self._claim))
            self._renewed_at = now
        while self._orders:
            self._give(self._orders[0])
            self._orders.popleft()
        if at_once or now - self._told_at >= _BETWEEN_S:
            self._tell_progress(now)

    def _give(self, order: Callable[[], object]) -> None:
        """Give an order to the store; one that can never be carried out is dropped, and stops no other."""
        try:
            order()
        except LeaseLost:
            raise
        except VideoGenError as error:
            if error.retryable:
                raise
            _log.warning("job %d: the store refuses something: %s", self._claim.job.id, error)
        except Exception:
            _log.exception("a fault in the program while job %d is described", self._claim.job.id)

    def _tell_progress(self, now: float) -> None:
        with self._changed:
            progress, self._progress = self._progress, None
        if progress is None:
            return
        try:
            self._heed(self._store.report(self._claim, progress, self._usage))
            self._renewed_at, self._told_at = now, self._clock.monotonic()
        except VideoGenError:
            with self._changed:
                self._progress = self._newest
            raise

    def _heed(self, request: Request | None) -> None:
        match request:
            case "cancel":
                self._control.cancel()
            case "pause":
                self._control.pause()
