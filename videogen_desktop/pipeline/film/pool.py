"""Scenes drawn and encoded side by side, each by one of a few processes, while more are still to come."""

from __future__ import annotations

import contextlib
import heapq
import multiprocessing
import queue
import threading
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Self

from videogen_desktop.pipeline.cancellation import cancelled_error
from videogen_desktop.pipeline.film.crew import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from videogen_desktop.pipeline.film.model import ClipFacts
    from videogen_desktop.pipeline.film.orders import ClipOrder

_LOOK_ROUND_S = 0.1
_SECOND_THOUGHT_S = 0.2


class ClipRenderer:
    """Takes orders as scenes become ready, the longest waiting one first, and hands back finished clips.

    ::

        with ClipRenderer(workers, cancelled, on_progress) as renderer:
            for scene in scenes:
                renderer.submit(order)            # as soon as the scene's sound is there
            for facts in renderer.results():      # in the order in which they are done
                ...

    Leaving the block ends the processes, whatever they are at.

    Args:
        workers: The most processes at a time; one is started when an order finds none idle.
        cancelled: When it is set, everything ends within a second and `results` raises ``cancelled``.
        on_progress: Called with the frames done and the frames ordered so far, on a thread of this class.
    """

    def __init__(
        self, workers: int, cancelled: threading.Event, on_progress: Callable[[int, int], None]
    ) -> None:
        self._shift = _Shift(max(workers, 1), cancelled, on_progress)
        self._thread = threading.Thread(target=self._shift.run, name="clip-renderer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._shift.stop()
        self._thread.join()

    def submit(self, order: ClipOrder) -> None:
        """Have a clip made; returns at once.

        Raises:
            VideoGenError: what has ended the work already.
        """
        if self._shift.failure is not None:
            raise self._shift.failure
        self._shift.tell(order)

    def widen(self, workers: int) -> None:
        """Let more processes work from now on, as other work that kept a core busy has ended."""
        self._shift.widen(workers)

    def results(self) -> Iterator[ClipFacts]:
        """Say that all orders are in, and yield every clip as it is finished.

        Raises:
            VideoGenError: ``cancelled``, ``renderer-died``, ``disk-full``, ``not-writable``, or what
                drawing a scene raised.
        """
        self._shift.tell(None)
        while (facts := self._shift.finished.get()) is not None:
            yield facts
        if self._shift.failure is not None:
            raise self._shift.failure


class _Shift:
    """The work of the renderer's thread; other threads use only `tell`, `stop`, `finished` and `failure`."""

    def __init__(
        self, most: int, cancelled: threading.Event, on_progress: Callable[[int, int], None]
    ) -> None:
        self.finished: queue.SimpleQueue[ClipFacts | None] = queue.SimpleQueue()
        self.failure: Exception | None = None
        self._most = most
        self._cancelled = cancelled
        self._on_progress = on_progress
        self._told: queue.SimpleQueue[ClipOrder | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._woken, self._bell = multiprocessing.Pipe(duplex=False)
        self._workers: list[Worker] = []
        self._waiting: list[tuple[int, int, ClipOrder]] = []
        self._orders = 0
        self._all_told = False
        self._frames_ordered = 0
        self._frames_finished = 0

    def tell(self, order: ClipOrder | None) -> None:
        """Pass an order on, or None when there are no more."""
        self._told.put(order)
        self._bell.send(None)

    def widen(self, most: int) -> None:
        """Raise the number of processes."""
        self._most = max(self._most, most)
        self._bell.send(None)

    def stop(self) -> None:
        """End the work, whatever it is at."""
        self._stopped.set()
        self._bell.send(None)

    def run(self) -> None:
        """Work until all is done, stopped or failed."""
        try:
            while not self._stopped.is_set() and not self._done():
                self._hand_out()
                self._listen()
        except Exception as error:  # raised again where the caller is
            self.failure = cancelled_error() if self._cancelled.wait(_SECOND_THOUGHT_S) else error
        finally:
            with contextlib.ExitStack() as ends:
                ends.callback(self.finished.put, None)
                for worker in self._workers:
                    ends.callback(worker.kill)

    def _done(self) -> bool:
        return self._all_told and not self._waiting and all(worker.order is None for worker in self._workers)

    def _hand_out(self) -> None:
        for worker in self._workers:
            if worker.order is None and self._waiting:
                worker.give(heapq.heappop(self._waiting)[-1])
        while self._waiting and len(self._workers) < self._most:
            self._workers.append(Worker())
            self._workers[-1].give(heapq.heappop(self._waiting)[-1])

    def _listen(self) -> None:
        ready = wait([self._woken, *(worker.connection for worker in self._workers)], _LOOK_ROUND_S)
        if self._woken in ready:
            self._woken.recv()
            self._take_orders()
        for worker in self._workers:
            if worker.connection in ready:
                self._hear(worker)
        if self._cancelled.is_set():
            raise cancelled_error()

    def _take_orders(self) -> None:
        while not self._told.empty():
            order = self._told.get()
            if order is None:
                self._all_told = True
                continue
            self._orders += 1
            self._frames_ordered += order.frames
            heapq.heappush(self._waiting, (-order.frames, self._orders, order))

    def _hear(self, worker: Worker) -> None:
        facts = worker.hear()
        if facts is not None:
            self._frames_finished += facts.frames
            self.finished.put(facts)
        at_hand = sum(worker.frames_done for worker in self._workers)
        self._on_progress(self._frames_finished + at_hand, self._frames_ordered)
