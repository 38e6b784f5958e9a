"""The window's one way to the queue: everything is asked off the UI thread and answered on it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.background import Background
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.assembly import OpenQueue
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import CancelledJobs, Decided
    from videogen_desktop.jobs.pool import WorkerPool
    from videogen_desktop.jobs.queue import Surroundings
    from videogen_desktop.jobs.store import JobStore

T = TypeVar("T")

_BUSY_S = 30.0
_HOUSEKEEPING_AFTER_S = 15.0  # once the window stands and the first jobs run
_HURRY_S = 2.0
"""How long is waited for another program that holds the store: usually, and once the window is closed."""
_RUN = ("jobs", "run")
"""What ``videogen jobs run`` hands over when the window works on the queue already."""


class QueueLink(QObject):
    """Opens the queue of a data folder, works it off, and passes on what happens to it.

    Args:
        folder: The data folder.
        call: What this start of the program was asked to do.
        parent: Owns it.
        around: The computer; tests hand in their own.
        secrets: The keys of services by name; None for those of the system's keyring.
    """

    opened = Signal()
    """The queue is open and worked on; from now on it can be asked."""

    handed_over = Signal()
    """Another window has this data folder, and has taken what this start was asked to do."""

    not_opened = Signal(object)
    """``VideoGenError``: why the queue cannot be opened."""

    called = Signal(object)
    """``Call``: a later start of the program handed over what it was asked to do."""

    changed = Signal(object)
    """``Changes``: rows that differ."""

    progressed = Signal(object)
    """A list of ``(job_id, Progress, Usage | None)``."""

    logged = Signal(object)
    """A list of ``(job_id, lines)``."""

    ended = Signal(object)
    """``Job``: an attempt is over."""

    queue_changed = Signal(object)
    """``QueueState``."""

    idle = Signal()
    """Nothing runs, and nothing is to be started now."""

    decided = Signal(object)
    """``Decided``: what became of the last decision; what was refused is told with its reason."""

    failed = Signal(object)
    """``VideoGenError``: of a question or decision whose asker did not want to know."""

    def __init__(
        self,
        folder: DataFolder,
        call: Call,
        parent: QObject | None = None,
        *,
        around: Surroundings | None = None,
        secrets: Callable[[str], str | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._secrets = secrets
        self._folder = folder
        self._call = call
        self._around = around
        self._reading = Background(self)
        self._deciding = Background(self, threads=1)  # decisions are carried out in the order they were made
        self._reading.failed.connect(self.failed)
        self._deciding.failed.connect(self.failed)
        self._held = contextlib.ExitStack()
        self._patience = Patience(_BUSY_S)
        self._queue: OpenQueue | None = None
        self._pool: WorkerPool | None = None

    @property
    def folder(self) -> DataFolder:
        """The data folder, as it is known before the queue is open: its films may be elsewhere."""
        return self._folder

    @property
    def is_open(self) -> bool:
        """Whether the queue can be asked."""
        return self._pool is not None

    @property
    def queue(self) -> OpenQueue:
        """The open queue: its folder, settings and clock; its store is for ``read`` and ``decide`` only."""
        if self._queue is None:
            raise RuntimeError("the queue is not open yet")
        return self._queue

    @property
    def pool(self) -> WorkerPool:
        """The workers: their number, what runs, and why the queue holds still."""
        if self._pool is None:
            raise RuntimeError("the queue is not open yet")
        return self._pool

    @property
    def background(self) -> Background:
        """Threads for other work that belongs to the queue's files, such as reading a script."""
        return self._reading

    def open(self) -> None:
        """Open the queue and begin to work on it; ``opened``, ``handed_over`` or ``not_opened`` tells."""
        self._deciding.run(self._opening, self._begin, self.not_opened.emit)

    def read(
        self,
        question: Callable[[JobStore], T],
        then: Callable[[T], None],
        failed: Callable[[VideoGenError], None] | None = None,
        *,
        key: object = None,
    ) -> None:
        """Ask the store; of questions with one ``key`` only the last is answered."""
        store = self.queue.store
        self._reading.run(lambda: question(store), then, failed, key=key)

    def is_reading(self, key: object) -> bool:
        """Whether the last question with a key has not been answered."""
        return self._reading.is_asked(key)

    def decide(
        self,
        decision: Callable[[JobStore], Decided],
        then: Callable[[Decided], None] | None = None,
        failed: Callable[[VideoGenError], None] | None = None,
    ) -> None:
        """Change something about jobs; ``decided`` tells what became of it."""
        store = self.queue.store

        def told(decided: Decided) -> None:
            self.decided.emit(decided)
            if then:
                then(decided)

        self._deciding.run(lambda: decision(store), told, failed)

    def write(
        self,
        work: Callable[[JobStore], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[VideoGenError], None] | None = None,
    ) -> None:
        """Change something else in the store, such as adding papers; in order with decisions."""
        store = self.queue.store
        self._deciding.run(lambda: work(store), then, failed)

    def cancel(self, job_ids: Sequence[int], then: Callable[[tuple[Decided, CancelledJobs]], None]) -> None:
        """Cancel jobs, running ones too, and wait for no other decision: what runs ends within seconds."""
        pool = self.pool

        def told(found: tuple[Decided, CancelledJobs]) -> None:
            self.decided.emit(found[0])
            then(found)

        self._reading.run(lambda: pool.cancel(job_ids), told)

    def pause(self, *, suspend: bool = False) -> None:
        """Start no new job; ``suspend`` holds running ones where they are, too."""
        pool = self.pool
        self._deciding.run(lambda: pool.pause(suspend=suspend))

    def resume(self) -> None:
        """Go on after a pause."""
        self._deciding.run(self.pool.resume)

    def stop_after_this_one(self) -> None:
        """Let running jobs finish and start none after them."""
        self._deciding.run(self.pool.stop_after_this_one)

    def resize(self, workers: int) -> None:
        """Change how many jobs run at once, 0 for what the machine carries."""
        pool = self.pool
        self._deciding.run(lambda: pool.resize(workers))

    def close(self) -> bool:
        """Give running jobs back and close the queue; takes under five seconds, and is the end of the link.

        What cannot be written in that time, since another program holds the store, is given up.

        Returns:
            Whether everything has ended; what has not is found at the next start.
        """
        self._patience.end_within(_HURRY_S)
        done = self._pool.quit() if self._pool else True
        self._pool = None
        self._deciding.close()
        self._reading.close()
        self._held.close()
        return done

    def _opening(self) -> OpenQueue | None:
        from videogen_desktop.jobs.assembly import (
            open_queue,
        )  # SQLAlchemy and more: not before the window shows

        return self._held.enter_context(
            open_queue(self._folder, self._call, self._heard, secrets=self._secrets, patience=self._patience)
        )

    def _heard(self, call: Call) -> None:
        if call.arguments[: len(_RUN)] != _RUN:
            self.called.emit(call)

    def _begin(self, queue: OpenQueue | None) -> None:
        if queue is None:
            self.handed_over.emit()
            return
        self._queue = queue
        self._pool = pool = queue.pool(self._around, housekeeping_after_s=_HOUSEKEEPING_AFTER_S)
        for told, passed_on in (
            (pool.changed, self.changed),
            (pool.progressed, self.progressed),
            (pool.logged, self.logged),
            (pool.ended, self.ended),
            (pool.queue_changed, self.queue_changed),
            (pool.idle, self.idle),
        ):
            told.connect(passed_on)
        self._deciding.run(pool.start, lambda _: self.opened.emit(), self._not_begun)

    def _not_begun(self, error: VideoGenError) -> None:
        """Let go of the queue: opened once more while it is held, it would be handed over to this window."""
        pool, self._pool, self._queue = self.pool, None, None
        pool.quit()
        self._patience = Patience(_BUSY_S)  # that of this opening has come to its end
        self._deciding.run(self._held.close, lambda _: self.not_opened.emit(error), self.not_opened.emit)


def call_of(arguments: list[str]) -> Call:
    """What this start of the program was asked to do."""
    return Call(tuple(arguments), Path.cwd())
