"""Why the queue holds still: what the store remembers, and what it could not be told yet."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Literal, get_args

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import PauseReason, QueueState

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.guards import Hindrance
    from videogen_desktop.jobs.store import JobStore

_Wish = PauseReason | Literal["finish-first"]
"""A reason, or that running jobs are let finish before the queue holds still."""

_ORDER: tuple[PauseReason, ...] = get_args(PauseReason)

_log = logging.getLogger(__name__)


class Reasons:
    """The reasons for which no new job is started, and whether running ones are let finish first.

    A decision takes effect at once and is then written; while the store cannot be written it stays owed, so
    that a full disk can still stop the queue.

    Args:
        store: Keeps the reasons over restarts.
        on_change: Called with the queue's new state, on the thread that changed it.
    """

    def __init__(self, store: JobStore, on_change: Callable[[QueueState], None]) -> None:
        self._store = store
        self._on_change = on_change
        self._writing = threading.Lock()
        self._memory = threading.Lock()
        self._stored = QueueState()
        self._owed: dict[_Wish, bool] = {}
        self._hindrances: dict[PauseReason, Hindrance] = {}
        self._state = QueueState()

    @property
    def state(self) -> QueueState:
        """The queue as a whole, as it is known here."""
        return self._state

    def hindrances(self) -> tuple[Hindrance, ...]:
        """What stands against new jobs, in words, as far as this process knows it."""
        with self._memory:
            return tuple(self._hindrances[r] for r in self._state.reasons if r in self._hindrances)

    def explain(self, hindrance: Hindrance) -> None:
        """Keep the words for a reason."""
        with self._memory:
            self._hindrances[hindrance.reason] = hindrance

    def set(self, reason: PauseReason, on: bool) -> None:
        """Add a reason, or take it away."""
        self._wish(reason, on)

    def decide(self, reason: PauseReason, on: bool) -> None:
        """The same without waiting for the store; ``write_owed`` writes it."""
        self._owe(reason, on)

    def finish_first(self, on: bool) -> None:
        """Let running jobs finish and start none after them, or not any more."""
        self._wish("finish-first", on)

    def refresh(self) -> None:
        """Read what other processes decided.

        Raises:
            VideoGenError: The store cannot be read.
        """
        with self._writing:
            self._stored = self._store.queue_state()
        self._publish()

    def write_owed(self) -> VideoGenError | None:
        """Write what the store could not be told so far; what it cannot be told now stays owed.

        Returns:
            Why it could not be told; None when nothing is owed any more.
        """
        why = None
        with self._writing:
            for wish, on in list(self._owed.items()):
                try:
                    self._stored = self._write(wish, on)
                except VideoGenError as error:
                    _log.warning("The queue's state could not be stored yet: %s", error)
                    why = error
                    break
                with self._memory:
                    if self._owed.get(wish) is on:
                        del self._owed[wish]
        self._publish()
        return why

    def _wish(self, wish: _Wish, on: bool) -> None:
        self._owe(wish, on)
        self.write_owed()

    def _owe(self, wish: _Wish, on: bool) -> None:
        with self._memory:
            self._owed[wish] = on
        self._publish()

    def _write(self, wish: _Wish, on: bool) -> QueueState:
        if wish == "finish-first":
            return self._store.set_after_this_one(on)
        return self._store.set_reason(wish, on)

    def _publish(self) -> None:
        with self._memory:
            owed = self._owed
            reasons = tuple(r for r in _ORDER if owed.get(r, r in self._stored.reasons))
            state = QueueState(reasons, owed.get("finish-first", self._stored.after_this_one))
            changed = state != self._state
            self._state = state
        if changed:
            self._on_change(state)
