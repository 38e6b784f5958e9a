"""A real process under supervision, on a thread of its own, and what was heard of it."""

from __future__ import annotations

import os
import secrets
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.settings import Limits
from videogen_desktop.jobs.supervisor import Control, Event, Exit, Launch, processes_with, supervise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from videogen_desktop.jobs.model import ProcessIdentity, Usage

CLOCK = SystemClock()
UNHURRIED = Limits(stall_s=60.0, wall_s=60.0)
HANG = "import os, signal, sys, time\nos.write(1, b'here\\n')\nwhile True: time.sleep(600)\n"
DEAF = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + HANG


def python(code: str, *arguments: object) -> tuple[str, ...]:
    """The command line of a small program."""
    return (sys.executable, "-S", "-c", code, *map(str, arguments))


def wait_until(condition: Callable[[], object], timeout: float = 20.0) -> None:
    """Wait for a condition of the world that nobody tells of."""
    give_up_at = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < give_up_at, "it never came"
        threading.Event().wait(0.005)


def gone(process: psutil.Process) -> bool:
    """Whether a process has ended; in some containers nobody reaps what lost its parent."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@dataclass
class Ears:
    """A listener that remembers, and lets other threads wait for what it hears."""

    identities: list[ProcessIdentity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    usages: list[tuple[Usage, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def started(self, identity: ProcessIdentity) -> None:
        self._heard(self.identities.append, identity)

    def event(self, event: Event) -> None:
        self._heard(self.events.append, event)

    def line(self, text: str) -> None:
        self._heard(self.lines.append, text)

    def usage(self, usage: Usage, now_bytes: int) -> None:
        self._heard(self.usages.append, (usage, now_bytes))

    def wait_for(self, condition: Callable[[], object], timeout: float = 20.0) -> None:
        with self._news:
            assert self._news.wait_for(condition, timeout), (self.events[-3:], self.lines[-3:])

    def wait_for_line(self, text: str) -> None:
        self.wait_for(lambda: text in self.lines)

    def _heard(self, remember: Callable[..., None], what: object) -> None:
        with self._news:
            self.threads.add(threading.get_ident())
            remember(what)
            self._news.notify_all()


@dataclass
class Supervised:
    """A process that is being supervised on another thread."""

    launch: Launch
    ears: Ears = field(default_factory=Ears)
    control: Control = field(default_factory=Control)
    tick: Callable[[], None] | None = None
    ended: Exit | None = None
    error: BaseException | None = None
    _thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def root(self) -> psutil.Process:
        return psutil.Process(self.ears.identities[0].pid)

    def finish(self, timeout: float = 30.0) -> Exit:
        """Wait for the end, by which every process that carries the token must be gone."""
        self._thread.join(timeout)
        assert not self._thread.is_alive()
        assert processes_with(self.launch.token) == []
        if self.error:
            raise self.error
        assert self.ended
        return self.ended

    def _run(self) -> None:
        try:
            self.ended = supervise(self.launch, self.control, self.ears, CLOCK, tick=self.tick)
        except BaseException as error:
            self.error = error


def launch(
    folder: Path,
    arguments: tuple[str, ...],
    *,
    limits: Limits = UNHURRIED,
    protocol: bool = True,
    hide: Callable[[str], str] | None = None,
    environment: Mapping[str, str] | None = None,
    watched: Path | None = None,
) -> Launch:
    """A launch with a fresh token, its log in a folder."""
    return Launch(
        arguments,
        {**os.environ, **(environment or {})},
        folder,
        folder / "logs" / "job.log",
        secrets.token_hex(16),
        limits,
        protocol,
        hide,
        watched,
    )


def run(what: Launch, ears: Ears | None = None) -> Exit:
    """Run a process to its end on this thread."""
    return supervise(what, Control(), ears or Ears(), CLOCK)
