"""Time, chance and stopping, handed in so that waiting can be tested without waiting."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from videogen_desktop.papers.web.faults import cancelled

if TYPE_CHECKING:
    from collections.abc import Callable


def _sleep_unless(cancel: threading.Event, seconds: float) -> None:
    cancel.wait(seconds)


@dataclass(frozen=True)
class Timing:
    """What the waiting goes by.

    Args:
        cancel: Set from any thread to end every wait and every request at once.
        clock: Seconds on a clock that only runs forward.
        wall_clock: Seconds since 1970, to read dates against.
        chance: A number in [0, 1) that differs every time.
        sleep: Waits the given seconds, or less when the event is set.
    """

    cancel: threading.Event = field(default_factory=threading.Event)
    clock: Callable[[], float] = time.monotonic
    wall_clock: Callable[[], float] = time.time
    chance: Callable[[], float] = field(default_factory=lambda: random.SystemRandom().random)
    sleep: Callable[[threading.Event, float], None] = _sleep_unless

    def wait(self, seconds: float) -> None:
        """Wait, unless the work is stopped.

        Raises:
            VideoGenError: ``cancelled``.
        """
        self.check()
        if seconds > 0:
            self.sleep(self.cancel, seconds)
            self.check()

    def check(self) -> None:
        """Raise ``cancelled`` when the work is stopped."""
        if self.cancel.is_set():
            raise cancelled()
