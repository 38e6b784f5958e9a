"""What a process writes, drained by threads that wait for nobody, and kept within bounds until looked at."""

from __future__ import annotations

import contextlib
import itertools
import os
import select
import sys
import threading
from collections import deque
from typing import IO, TYPE_CHECKING, Literal

from videogen_desktop.jobs.supervisor.events import (
    ErrorEvent,
    Event,
    ResultEvent,
    may_hold_events,
    read_events,
)
from videogen_desktop.jobs.supervisor.lines import LONGEST, LineCutter, text_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.supervisor.launch import Launch
    from videogen_desktop.jobs.supervisor.log import JobLog

Stream = Literal["stdout", "stderr"]

_MOST_EVENTS = 2000
_MOST_LINE_BYTES = 256 * 1024
_MOST_LINES = 2000
_MOST_LAST_LINES = 20
_LONGEST_LAST_WORDS = 2000
_LOOK_UP_MS = 500
_TRICKLE_BYTES = 4096
_BREATH_S = 0.05
_PIPE_BYTES = 1024 * 1024


class Output:
    """Events and lines on their way from the reading threads to the supervising one.

    ``heard`` counts the signs of life: events of a program that speaks the protocol, however much else it or
    a library of its writes; of any other program whatever it writes.

    Args:
        log: Takes every line that is not an event.
        bell: Rung when something came and nobody is looking, and at the end.
        launch: Says whether standard output carries events, and what is to be hidden.
    """

    def __init__(self, log: JobLog, bell: threading.Event, launch: Launch) -> None:
        self.result: ResultEvent | None = None
        self.error: ErrorEvent | None = None
        self.heard = 0
        self._log = log
        self._bell = bell
        self._protocol = launch.protocol
        self._hide = launch.hide
        self._lock = threading.Lock()
        self._watched = False
        self._events: deque[Event] = deque(maxlen=_MOST_EVENTS)
        self._lines: dict[Stream, _Latest] = {"stdout": _Latest(), "stderr": _Latest()}
        self._order = itertools.count()
        self._last: deque[str] = deque(maxlen=_MOST_LAST_LINES)
        self._haste = threading.Event()
        self._stopped = False
        self._threads: list[threading.Thread] = []
        self._open = 0

    def read(self, stream: IO[bytes], name: Stream) -> None:
        """Drain a stream on a thread of its own until it ends."""
        with self._lock:
            self._open += 1
        thread = threading.Thread(target=self._drain, args=(stream, name), name=name, daemon=True)
        thread.start()
        self._threads.append(thread)

    @property
    def drained(self) -> bool:
        """Whether all streams have ended and were read to the end."""
        return self._open == 0

    def hasten(self) -> None:
        """Read without pause from now on: the process has ended."""
        self._haste.set()

    def stop(self) -> None:
        """Do not wait for the end of streams that somebody holds open."""
        self._stopped = True
        self.hasten()
        for thread in self._threads:
            thread.join(2 * _LOOK_UP_MS / 1000 if sys.platform != "win32" else 0)

    def take(self) -> tuple[list[Event], list[str]]:
        """What came since the last time: events, and lines as text.

        After an empty answer the bell rings for what comes next; otherwise whoever takes comes back soon.
        """
        with self._lock:
            events = list(self._events)
            blocks = sorted(block for latest in self._lines.values() for block in latest.take())
            self._events.clear()
            self._watched = bool(events or blocks)
        lines: list[str] = []
        for _, block in blocks:
            lines += text_lines(block, self._hide)[-_MOST_LINES:]
        self._last.extend(line for line in lines[-_MOST_LINES:] if line.strip())
        return events, lines

    @property
    def last_words(self) -> str:
        """The end of what was written, of what was taken so far."""
        return "\n".join(self._last)[-_LONGEST_LAST_WORDS:]

    def _drain(self, stream: IO[bytes], name: Stream) -> None:
        cutter = LineCutter()
        _widen(stream)
        try:
            with stream, contextlib.suppress(OSError):
                ready = self._readiness(stream)
                while data := ready() and os.read(stream.fileno(), LONGEST):
                    if not self._protocol:
                        self.heard += 1
                    if lines := cutter.feed(data):
                        self._sort(name, lines)
                    if len(data) < _TRICKLE_BYTES:  # many events in one turn cost less than each in its own
                        self._haste.wait(_BREATH_S)
            if rest := cutter.rest():
                self._sort(name, rest)
        finally:
            with self._lock:
                self._open -= 1
            self._bell.set()

    def _readiness(self, stream: IO[bytes]) -> Callable[[], bool]:
        """Waits until something can be read; False when nobody wants to wait any longer.

        Windows cannot tell; there reading itself waits.
        """
        if sys.platform == "win32":
            return lambda: True
        waiting = select.poll()
        waiting.register(stream, select.POLLIN)

        def ready() -> bool:
            while not waiting.poll(_LOOK_UP_MS):
                if self._stopped:
                    return False
            return True

        return ready

    def _sort(self, name: Stream, lines: bytes) -> None:
        events: list[Event] = []
        if name == "stdout" and self._protocol and may_hold_events(lines):
            events, lines = read_events(lines)
            self.heard += len(events)
        if lines:
            self._log.take(name, lines)
        with self._lock:
            for event in events:
                self._keep(event)
            if lines:
                self._lines[name].put(next(self._order), lines)
            if not self._watched:
                self._watched = True
                self._bell.set()

    def _keep(self, event: Event) -> None:
        self._events.append(event)
        if isinstance(event, ResultEvent):
            self.result = event
        elif isinstance(event, ErrorEvent):
            self.error = event


class _Latest:
    """The latest lines of one stream, so that a flood of one does not drown the other."""

    def __init__(self) -> None:
        self._blocks: deque[tuple[int, bytes]] = deque()
        self._bytes = 0

    def put(self, order: int, lines: bytes) -> None:
        """Add lines, and let go of the oldest when it is too much."""
        self._blocks.append((order, lines))
        self._bytes += len(lines)
        while self._bytes > _MOST_LINE_BYTES and len(self._blocks) > 1:
            self._bytes -= len(self._blocks.popleft()[1])

    def take(self) -> list[tuple[int, bytes]]:
        """Hand over what there is, with the order in which it came."""
        blocks = list(self._blocks)
        self._blocks.clear()
        self._bytes = 0
        return blocks


def _widen(stream: IO[bytes]) -> None:
    """Let the pipe hold more, so that a flood is drained in fewer turns; where that is allowed."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
