"""What the owner of a running job wants of its process."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Asked = Literal["cancel", "pause", "give-back"]
_RANK: dict[Asked | None, int] = {None: 0, "give-back": 1, "pause": 2, "cancel": 3}


class Control:
    """The wishes about one attempt. Any thread may speak them: before it starts, while it runs, after it.

    A stronger wish takes the place of a weaker one and never the other way round: cancel, pause, give back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: Asked | None = None
        self._untold = False
        self._queue_ends = False
        self._suspended = False
        self._bells: list[threading.Event] = []

    @property
    def asked(self) -> Asked | None:
        """Why the process is to end; None while it may go on."""
        return self._asked

    @property
    def untold(self) -> bool:
        """Whether the job is cancelled and the store has not heard of it."""
        return self._untold

    @property
    def queue_ends(self) -> bool:
        """Whether the application quits, whatever else is wanted of the job: nothing can be waited for."""
        return self._queue_ends

    @property
    def suspended(self) -> bool:
        """Whether the process is to stand still for now."""
        return self._suspended

    def cancel(self, *, untold: bool = False) -> None:
        """End the process: the job is not wanted any more.

        Args:
            untold: Whether the store has not heard of it yet, and is to hear of it with the job's end.
        """
        self._untold = untold
        self._ask("cancel")

    def told(self) -> None:
        """The store has heard that the job is cancelled."""
        self._untold = False

    def pause(self) -> None:
        """End the process: the job goes on later, when its owner says so."""
        self._ask("pause")

    def give_back(self) -> None:
        """End the process: the application quits, and the job goes on by itself the next time."""
        self._queue_ends = True
        self._ask("give-back")

    def suspend(self) -> None:
        """Let the process and all it started stand still, wherever they are."""
        self._suspend(True)

    def resume(self) -> None:
        """Let them go on."""
        self._suspend(False)

    @contextlib.contextmanager
    def ringing(self, bell: threading.Event) -> Iterator[None]:
        """Set ``bell`` at every wish while the block runs."""
        with self._lock:
            self._bells.append(bell)
        try:
            yield
        finally:
            with self._lock:
                self._bells.remove(bell)

    def _ask(self, wish: Asked) -> None:
        with self._lock:
            if _RANK[wish] > _RANK[self._asked]:
                self._asked = wish
            self._ring()

    def _suspend(self, suspended: bool) -> None:
        with self._lock:
            self._suspended = suspended
            self._ring()

    def _ring(self) -> None:
        for bell in self._bells:
            bell.set()
