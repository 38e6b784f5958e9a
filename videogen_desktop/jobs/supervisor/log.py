"""What the processes of a job wrote, kept for a person, never in the way of the work and within bounds."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from videogen_desktop.jobs.supervisor.lines import text_lines
from videogen_desktop.jobs.supervisor.log_file import BEGINNING_BYTES, END_BYTES, LogFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock

Stream = Literal["stdout", "stderr", "queue"]
_PREFIX_BYTES = 34
_WAITING_BYTES = END_BYTES // 2


@dataclass(frozen=True)
class _Block:
    stream: Stream
    at: float
    lines: bytes

    @property
    def cost(self) -> int:
        """About how many bytes it takes in the file."""
        return len(self.lines) + _PREFIX_BYTES * self.lines.count(b"\n")


class JobLog:
    """Takes lines from any thread without touching the disk; ``flush`` writes them, from one thread.

    Between two flushes the beginning of the attempt is kept whole and of the rest the latest.
    """

    def __init__(self, path: Path, clock: Clock, hide: Callable[[str], str] | None = None) -> None:
        self._file = LogFile(path)
        self._clock = clock
        self._hide = hide
        self._lock = threading.Lock()
        self._beginning: list[_Block] = []
        self._room = BEGINNING_BYTES
        self._latest: deque[_Block] = deque()
        self._waiting = 0
        self._left_out = 0

    def take(self, stream: Stream, lines: bytes) -> None:
        """Take whole lines, each ended by a line feed."""
        block = _Block(stream, self._clock.now(), lines)
        cost = block.cost
        with self._lock:
            if self._room > 0:
                self._beginning.append(block)
                self._room -= cost
                return
            self._latest.append(block)
            self._waiting += cost
            while self._waiting > _WAITING_BYTES and len(self._latest) > 1:
                oldest = self._latest.popleft()
                self._waiting -= oldest.cost
                self._left_out += len(oldest.lines)

    def note(self, text: str) -> None:
        """Say something of one's own."""
        self.take("queue", f"{text}\n".encode("utf-8", "replace"))

    def flush(self) -> None:
        """Write what was taken."""
        with self._lock:
            beginning, self._beginning = self._beginning, []
            latest, self._latest = self._latest, deque()
            left_out, self._left_out, self._waiting = self._left_out, 0, 0
        if beginning:
            self._file.append(b"".join(map(self._formatted, beginning)))
        if latest:
            self._file.append(b"".join(map(self._formatted, latest)), left_out)

    def close(self) -> None:
        """Write the rest and close the file."""
        self.flush()
        self._file.close()

    def _formatted(self, block: _Block) -> bytes:
        at = datetime.fromtimestamp(block.at, UTC).isoformat(" ", "milliseconds")[:-6]
        prefix = f"{at} {block.stream}: "
        return "".join(f"{prefix}{line}\n" for line in text_lines(block.lines, self._hide)).encode()
