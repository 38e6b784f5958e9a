"""One process from start to end: who is told what, when it has to end, and that nothing of it is left."""

from __future__ import annotations

import shlex
import threading
import time
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import ProcessIdentity, Usage
from videogen_desktop.jobs.supervisor.child import Child
from videogen_desktop.jobs.supervisor.events import ErrorEvent, PaperEvent, ResultEvent, StageEvent
from videogen_desktop.jobs.supervisor.launch import Exit
from videogen_desktop.jobs.supervisor.log import JobLog
from videogen_desktop.jobs.supervisor.meter import Meter, shared_once
from videogen_desktop.jobs.supervisor.output import Output
from videogen_desktop.jobs.supervisor.patience import Patience
from videogen_desktop.jobs.supervisor.processes import GRACE_S, identity_of
from videogen_desktop.jobs.supervisor.signs import SignsOfLife

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.supervisor.control import Control
    from videogen_desktop.jobs.supervisor.events import Event
    from videogen_desktop.jobs.supervisor.launch import EndedBy, Launch, Listener

_TICK_S = 0.2
_FLOWING_S = 0.1
_SWEEP_S = 0.01
_FLUSH_S = 0.5
_SAMPLE_S = 1.0
_CLOSE_SAMPLE_S = 0.25
_MEMORY_GRACE_S = 0.5
_LEAVING_S = 0.3
_GIVE_UP_S = 1.0


def supervise(
    launch: Launch,
    control: Control,
    listener: Listener,
    clock: Clock,
    *,
    tick: Callable[[], None] | None = None,
) -> Exit:
    """Run a process to its end, and leave nothing of it behind.

    Args:
        launch: What to run.
        control: What its owner wants; another thread may speak at any time.
        listener: Told on this thread. An exception from it ends the process at once and is raised again.
        clock: The calendar for the log, and the count in which limits are reckoned.
        tick: Called at least every quarter of a second on this thread; its exceptions, such as the loss of
            the job, end the process and all it started at once and are raised again.

    Returns:
        How it ended; without a start if the owner had asked for its end before.

    Raises:
        VideoGenError: ``cannot-start``.
    """
    log = JobLog(launch.log, clock, launch.hide)
    try:
        return _Supervision(launch, control, listener, clock, tick, log).run()
    finally:
        log.close()


class _Supervision:
    """The passes of one supervising thread over one process, each no longer than a fraction of a tick."""

    def __init__(
        self,
        launch: Launch,
        control: Control,
        listener: Listener,
        clock: Clock,
        tick: Callable[[], None] | None,
        log: JobLog,
    ) -> None:
        self._launch = launch
        self._control = control
        self._listener = listener
        self._clock = clock
        self._tick = tick
        self._log = log
        self._bell = threading.Event()
        self._output = Output(log, self._bell, launch)
        self._meter = Meter()
        self._memory_limit = launch.limits.memory_bytes or psutil.virtual_memory().total * 3 // 4
        began = time.monotonic()
        self._next_tick = began + _TICK_S
        self._next_flush = began + _FLUSH_S
        self._next_sample = began + _CLOSE_SAMPLE_S
        self._flowing = False
        self._signs = SignsOfLife(self._output, launch.watched, launch.limits.stall_s, began)
        self._suspended = False
        self._ending: EndedBy | None = None
        self._kill_at = 0.0
        self._left_at: float | None = None
        self._clear = False

    def run(self) -> Exit:
        """Run the process; see ``supervise``."""
        with self._control.ringing(self._bell):
            self._wait_until_it_may_start()
            if self._control.asked:
                self._log.note(f"not started: {self._control.asked} was asked for")
                return Exit(None, None, self._control.asked, None, None, Usage(), 0.0, "")
            began = self._clock.monotonic()
            child = self._start()
            try:
                self._listener.started(self._identity_of(child))
                self._watch(child, Patience(self._launch.limits, began))
                return self._exit(child, began)
            except BaseException as error:
                child.abandon()
                self._log.note(f"ended by force: {type(error).__name__}")
                raise

    def _start(self) -> Child:
        self._log.note(f"start: {shlex.join(self._launch.arguments)}")
        try:
            return Child(self._launch, self._output, self._bell)
        except VideoGenError as error:
            self._log.note(error.message)
            raise

    def _identity_of(self, child: Child) -> ProcessIdentity:
        try:
            return identity_of(child.root, self._clock, self._launch.token)
        except psutil.Error:  # it has ended by now, and macOS does not say when it began
            return ProcessIdentity(child.root.pid, self._clock.now(), self._clock.boot, self._launch.token)

    def _wait_until_it_may_start(self) -> None:
        while self._control.suspended and not self._control.asked:
            self._bell.wait(_TICK_S)
            self._bell.clear()
            self._tick_if_due(time.monotonic())

    def _watch(self, child: Child, patience: Patience) -> None:
        while not self._over():
            self._bell.wait(self._until_next_pass())
            self._bell.clear()
            now = time.monotonic()
            self._tick_if_due(now)
            self._hand_over(now)
            if child.ended.is_set():
                self._clear_away(child, now)
                continue
            self._follow_wishes(child, now)
            self._measure(child, now)
            self._mind_limits(child, patience, now)
            if self._ending and now >= self._kill_at:
                child.tree.kill()

    def _over(self) -> bool:
        if self._left_at is None:
            return False
        given_up = time.monotonic() - self._left_at > _GIVE_UP_S
        return given_up or (self._clear and self._output.drained)

    def _until_next_pass(self) -> float:
        if self._left_at is not None:
            return _SWEEP_S
        now = time.monotonic()
        if self._ending:
            return min(_FLOWING_S, max(_SWEEP_S, self._kill_at - now))
        return _FLOWING_S if self._flowing else max(0.0, self._next_tick - now)

    def _tick_if_due(self, now: float) -> None:
        if now >= self._next_tick:
            self._next_tick = now + _TICK_S
            if self._tick:
                self._tick()

    def _hand_over(self, now: float) -> None:
        """Tell the listener what came, and let the log reach the disk now and then."""
        events, lines = self._output.take()
        self._flowing = bool(events or lines)
        for event in events:
            if note := _note_of(event):
                self._log.note(note)
            self._listener.event(event)
        for line in lines:
            self._listener.line(line)
        if now >= self._next_flush:
            self._next_flush = now + _FLUSH_S
            self._log.flush()

    def _follow_wishes(self, child: Child, now: float) -> None:
        if self._control.asked and not self._ending:
            self._end(child, self._control.asked, now)
        elif not self._ending and self._control.suspended != self._suspended:
            self._suspended = self._control.suspended
            self._log.note("suspended" if self._suspended else "resumed")
            if self._suspended:
                child.tree.suspend()
            else:
                child.tree.resume()

    def _measure(self, child: Child, now: float) -> None:
        if now < self._next_sample:
            return
        processes = [child.root, *child.tree.descendants()]
        held = self._meter.sample(processes)
        self._next_sample = now + (_CLOSE_SAMPLE_S if held > self._memory_limit // 2 else _SAMPLE_S)
        self._listener.usage(self._meter.usage, held)
        if held > self._memory_limit and not self._ending and shared_once(processes) > self._memory_limit:
            self._end(child, "memory", now, _MEMORY_GRACE_S)

    def _mind_limits(self, child: Child, patience: Patience, now: float) -> None:
        heard = self._signs.any_new(now)
        limit = patience.look(self._clock.monotonic(), heard=heard, suspended=self._suspended)
        if limit and not self._ending:
            self._end(child, limit, now)

    def _end(self, child: Child, why: EndedBy, now: float, grace_s: float = GRACE_S) -> None:
        """Ask the process to end; ``_watch`` kills what is left of it after the grace."""
        self._log.note(f"asked to end: {why}")
        self._ending = why
        self._kill_at = now + grace_s
        try:
            child.tree.ask_to_end()
        except Exception as error:  # the wish stands, whatever the system makes of the request
            self._log.note(f"could not be asked to end: {error!r}")
        child.close_lifeline()

    def _clear_away(self, child: Child, now: float) -> None:
        """End what the process left behind; what is just leaving after an ordinary end may do so."""
        if self._left_at is None:
            self._left_at = now
        left = child.tree.others()
        self._clear = not left
        if left and (self._ending or now - self._left_at > _LEAVING_S):
            child.tree.kill()

    def _exit(self, child: Child, began: float) -> Exit:
        self._output.stop()
        self._hand_over(time.monotonic())
        code, cpu_s = child.reap()
        self._meter.count(cpu_s)
        problem = self._output.error.problem if self._output.error else None
        died_of = -code if code is not None and code < 0 else None
        ended = Exit(
            code=None if died_of else code,
            signal=died_of,
            ended_by=self._ended_by(),
            result=self._output.result,
            error=problem,
            usage=self._meter.usage,
            seconds=self._clock.monotonic() - began,
            last_words=self._output.last_words,
        )
        how = f"signal {died_of}" if died_of else f"exit code {code}"
        self._log.note(f"end: {how} after {ended.seconds:.1f} s, ended by {ended.ended_by}")
        return ended

    def _ended_by(self) -> EndedBy:
        """A wish that was followed may have been overtaken by a stronger one."""
        if self._ending in ("cancel", "pause", "give-back"):
            return self._control.asked or self._ending
        return self._ending or "itself"


def _note_of(event: Event) -> str | None:
    """What the log says about an event; mere progress is left out."""
    match event:
        case StageEvent(state="progress"):
            return None
        case StageEvent():
            return f"{event.stage} {event.state}: {event.message}"
        case ResultEvent():
            return f"result: {event.video or event.stage}"
        case ErrorEvent():
            return f"error {event.problem.code}: {event.problem.message}"
        case PaperEvent():
            return f"paper: {event.facts.title}"
