"""Running a call that cannot be interrupted so that its caller can be."""

from __future__ import annotations

import concurrent.futures
import threading
import time
from typing import TYPE_CHECKING, TypeVar

from videogen_desktop.papers.web.faults import cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_LOOK_S = 0.1


def run_stoppable(work: Callable[[threading.Event], T], cancel: threading.Event, limit_s: float) -> T:
    """Run ``work`` in a thread of its own and return what it returns, or raise what it raises.

    A name look-up and a read from a silent socket heed no event; when ``cancel`` is set or the time is up,
    the caller goes on at once and the thread is left to end by itself. The event given to ``work`` tells
    it that nobody waits any more.

    Raises:
        VideoGenError: ``cancelled``.
        TimeoutError: after ``limit_s`` seconds.
    """
    abandoned = threading.Event()
    outcome: concurrent.futures.Future[T] = concurrent.futures.Future()

    def perform() -> None:
        try:
            outcome.set_result(work(abandoned))
        except BaseException as error:  # handed over whole to the thread that waits
            outcome.set_exception(error)

    threading.Thread(target=perform, name="web-request", daemon=True).start()
    deadline = time.monotonic() + limit_s
    try:
        while not outcome.done():
            if cancel.is_set():
                raise cancelled()
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            concurrent.futures.wait([outcome], timeout=min(left, _LOOK_S))
    finally:
        abandoned.set()
    return outcome.result()
