"""What a process writes, drained by threads that wait for nobody, and kept within bounds until looked at."""

from __future__ import annotations

import contextlib
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
    read_event,
)
from videogen_desktop.jobs.supervisor.lines import LONGEST, LineCutter, text_lines

if TYPE_CHECKING:
    from videogen_desktop.jobs.supervisor.launch import Launch
    from videogen_desktop.jobs.supervisor.log import JobLog

_MOST_EVENTS = 2000
_MOST_LINE_BYTES = 256 * 1024
_MOST_LINES = 2000
_MOST_LAST_LINES = 20
_LONGEST_LAST_WORDS = 2000
_LOOK_UP_MS = 500
_PIPE_BYTES = 1024 * 1024


class Output:
    """Events and lines on their way from the reading threads to the supervising one.

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
        self._lines: deque[bytes] = deque()
        self._line_bytes = 0
        self._last: deque[str] = deque(maxlen=_MOST_LAST_LINES)
        self._stopped = False
        self._threads: list[threading.Thread] = []
        self._open = 0

    def read(self, stream: IO[bytes], name: Literal["stdout", "stderr"]) -> None:
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

    def stop(self) -> None:
        """Do not wait for the end of streams that somebody holds open."""
        self._stopped = True
        for thread in self._threads:
            thread.join(2 * _LOOK_UP_MS / 1000 if sys.platform != "win32" else 0)

    def take(self) -> tuple[list[Event], list[str]]:
        """What came since the last time: events, and lines as text.

        After an empty answer the bell rings for what comes next; otherwise whoever takes comes back soon.
        """
        with self._lock:
            events = list(self._events)
            blocks = list(self._lines)
            self._events.clear()
            self._lines.clear()
            self._line_bytes = 0
            self._watched = bool(events or blocks)
        lines = text_lines(b"".join(blocks), self._hide)[-_MOST_LINES:] if blocks else []
        self._last.extend(line for line in lines if line.strip())
        return events, lines

    @property
    def last_words(self) -> str:
        """The end of what was written, of what was taken so far."""
        return "\n".join(self._last)[-_LONGEST_LAST_WORDS:]

    def _drain(self, stream: IO[bytes], name: Literal["stdout", "stderr"]) -> None:
        cutter = LineCutter()
        _widen(stream)
        with stream, contextlib.suppress(OSError):
            while data := self._next(stream):
                self.heard += 1
                if lines := cutter.feed(data):
                    self._sort(name, lines)
        if rest := cutter.rest():
            self._sort(name, rest)
        with self._lock:
            self._open -= 1
        self._bell.set()

    def _next(self, stream: IO[bytes]) -> bytes:
        """The next bytes; none at the end of the stream, or when nobody wants to wait for it."""
        if sys.platform != "win32":
            waiting = select.poll()
            waiting.register(stream, select.POLLIN)
            while not waiting.poll(_LOOK_UP_MS):
                if self._stopped:
                    return b""
        return os.read(stream.fileno(), LONGEST)

    def _sort(self, name: Literal["stdout", "stderr"], lines: bytes) -> None:
        events: list[Event] = []
        if name == "stdout" and self._protocol and may_hold_events(lines):
            events, lines = _parted(lines)
        if lines:
            self._log.take(name, lines)
        with self._lock:
            for event in events:
                self._keep(event)
            if lines:
                self._lines.append(lines)
                self._line_bytes += len(lines)
            while self._line_bytes > _MOST_LINE_BYTES and len(self._lines) > 1:
                self._line_bytes -= len(self._lines.popleft())
            if not self._watched:
                self._watched = True
                self._bell.set()

    def _keep(self, event: Event) -> None:
        self._events.append(event)
        if isinstance(event, ResultEvent):
            self.result = event
        elif isinstance(event, ErrorEvent):
            self.error = event


def _parted(lines: bytes) -> tuple[list[Event], bytes]:
    """The events among some lines, and the other lines."""
    events: list[Event] = []
    others: list[bytes] = []
    for line in lines.split(b"\n")[:-1]:
        event = read_event(line)
        if event:
            events.append(event)
        else:
            others += (line, b"\n")
    return events, b"".join(others)


def _widen(stream: IO[bytes]) -> None:
    """Let the pipe hold more, so that a flood is drained in fewer turns; where that is allowed."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
