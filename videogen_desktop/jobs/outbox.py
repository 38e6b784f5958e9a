"""What listeners are told, gathered on the threads where it happens until it is fetched."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.feed import Feed
from videogen_desktop.jobs.model import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Changes, Job, QueueState, Usage

LINES = 200
"""Lines of one job's log that are passed on at a time; the log itself has all."""

LINE_LENGTH = 2000
"""Characters of a line that are passed on."""

Advance = tuple[int, Progress, "Usage | None"]
"""How far a job is, and what it has taken."""

Lines = tuple[int, tuple[str, ...]]
"""Lines of a job's log."""


@dataclass(frozen=True)
class Happened:
    """What changed since the last time, in the order in which it is best told."""

    changes: Changes | None
    ended: tuple[Job, ...]
    state: QueueState | None
    idle: bool

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        return self.changes is not None or bool(self.ended) or self.state is not None or self.idle


@dataclass(frozen=True)
class News:
    """How the running jobs went on since the last time: of each the latest, and its last lines."""

    advances: list[Advance]
    lines: list[Lines]

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.advances) or bool(self.lines)


class Outbox:
    """Gathers what listeners are to be told. It costs a worker microseconds, however often it is called.

    Args:
        happened: Rung when there is something to ``take_happened`` and the last ring was answered.
        news: The same for ``take_news``. Both are called on the thread where it happened.
    """

    def __init__(self, happened: Callable[[], None], news: Callable[[], None]) -> None:
        self._ring_happened = happened
        self._ring_news = news
        self._lock = threading.Lock()
        self._feed = Feed()
        self._ended: list[Job] = []
        self._state: QueueState | None = None
        self._idle = False
        self._resting = False
        self._latest: dict[int, tuple[Progress, Usage | None]] = {}
        self._advanced: set[int] = set()
        self._lines: dict[int, _Tail] = {}
        self._happened_rung = False
        self._news_rung = False

    def changed(self, changes: Changes) -> None:
        """Rows of the store changed."""
        self._feed.add(changes)
        self._ring(news=False)

    def became(self, state: QueueState) -> None:
        """The queue as a whole changed."""
        with self._lock:
            self._state = state
        self._ring(news=False)

    def rests(self) -> None:
        """Nothing runs, and there is nothing to start; told once until a job is started."""
        with self._lock:
            if self._resting:
                return
            self._resting = self._idle = True
        self._ring(news=False)

    def works(self) -> None:
        """A job was started: an idleness that was not told yet is over."""
        with self._lock:
            self._resting = self._idle = False

    def progressed(self, job_id: int, progress: Progress) -> None:
        """A job is further."""
        with self._lock:
            _, usage = self._latest.get(job_id, (None, None))
            self._latest[job_id] = progress, usage
            self._advanced.add(job_id)
        self._ring(news=True)

    def used(self, job_id: int, usage: Usage, now_bytes: int) -> None:  # noqa: ARG002 - what all watchers get
        """What a job's processes have taken so far."""
        with self._lock:
            progress, _ = self._latest.get(job_id, (Progress(), None))
            self._latest[job_id] = progress, usage
            self._advanced.add(job_id)
        self._ring(news=True)

    def logged(self, job_id: int, line: str) -> None:
        """A job's process wrote a line."""
        with self._lock:
            self._lines.setdefault(job_id, _Tail()).add(line)
        self._ring(news=True)

    def ended(self, job: Job) -> None:
        """An attempt is over; progress that was not told yet is old."""
        with self._lock:
            self._latest.pop(job.id, None)
            self._advanced.discard(job.id)
            self._ended.append(job)
        self._ring(news=False)

    def take_happened(self) -> Happened:
        """What changed since the last time."""
        with self._lock:
            self._happened_rung = False
            taken = Happened(self._feed.take(), tuple(self._ended), self._state, self._idle)
            self._ended, self._state, self._idle = [], None, False
            return taken

    def take_news(self) -> News:
        """How the running jobs went on since the last time."""
        with self._lock:
            self._news_rung = False
            advances = [(job_id, *self._latest[job_id]) for job_id in sorted(self._advanced)]
            lines = [(job_id, tail.lines()) for job_id, tail in self._lines.items()]
            self._advanced, self._lines = set(), {}
            return News(advances, lines)

    def _ring(self, *, news: bool) -> None:
        with self._lock:
            if self._news_rung if news else self._happened_rung:
                return
            if news:
                self._news_rung = True
            else:
                self._happened_rung = True
        (self._ring_news if news else self._ring_happened)()


class _Tail:
    """The last lines of what a job wrote, and how many went before them."""

    def __init__(self) -> None:
        self._kept: deque[str] = deque(maxlen=LINES)
        self._came = 0

    def add(self, line: str) -> None:
        self._kept.append(line[:LINE_LENGTH])
        self._came += 1

    def lines(self) -> tuple[str, ...]:
        left_out = self._came - len(self._kept)
        return (f"… {left_out} lines; the log has them.",) * bool(left_out) + tuple(self._kept)
