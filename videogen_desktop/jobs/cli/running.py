"""``videogen jobs run``: the whole queue without a window, until it is empty."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.output import Output
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.standing import why_paused
from videogen_desktop.jobs.cli.watching import (
    Lines,
    LiveTable,
    Scene,
    Silence,
    Tally,
    View,
    broken_off,
    concluded,
    next_steps,
    set_aside,
)
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.states import OPEN
from videogen_desktop.pipeline.exit_codes import CANCELLED, FAILED, LATER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from videogen_desktop.jobs.assembly import OpenQueue
    from videogen_desktop.jobs.model import Job, QueueState
    from videogen_desktop.jobs.pool import EventLoop, WorkerPool
    from videogen_desktop.jobs.states import State

_ARGUMENTS = ("jobs", "run")
_RUNNING = JobQuery(frozenset({"running"}))
_MOST_SHOWN = 64
_LOOK_S = 0.1
_DRAW_S = 0.5
_QUIT_S = 4.5


@click.command("run")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many films this run makes at once, whatever the settings say meanwhile; usually what they say, "
    "or what the machine carries.",
)
@click.option("--no-wait", is_flag=True, help="End when only jobs are left that are tried again later.")
@click.option(
    "--keep-going",
    type=click.FloatRange(0),
    default=0.0,
    metavar="SECONDS",
    help="Stay so long with an empty queue, in case somebody adds to it.",
)
@queue_command
def run(session: Session, workers: int | None, no_wait: bool, keep_going: float) -> int:
    """Work on the queue until it is empty; jobs that wait to be tried again are waited for.

    Ctrl+C gives running jobs back into the queue: they go on from their last finished step. Other commands
    (add, pause, cancel, move) can be given meanwhile from elsewhere. The exit code is 0 when nothing but
    paused jobs is left, 3 when jobs failed or need attention, 75 when some are left for later, and 130 after
    Ctrl+C.
    """
    from videogen_desktop.jobs.assembly import open_queue  # all that works on jobs

    session = replace(session, output=Output(as_json=session.output.as_json, needless=True))
    call = Call(_ARGUMENTS, Path.cwd())
    with _stopping() as stop, open_queue(session.root, call, _answer) as queue:
        if queue is None:
            raise _already_running()
        _refuse_if_paused(queue.store.queue_state())
        work = _Work(queue, stop, session)
        work.run(workers, no_wait=no_wait, keep_going=keep_going)
    return work.conclude()


class _Work:
    """One run of the queue."""

    def __init__(self, queue: OpenQueue, stop: threading.Event, session: Session) -> None:
        self._queue = queue
        self._stop = stop
        self._session = session
        self._view = _view(session)
        self._tally = Tally()
        self._drawn_at = float("-inf")
        self._left = 0
        self._paused: tuple[int, ...] = ()
        self._aside: tuple[int, ...] = self._queue.store.twins.all_set_aside()
        self._paused_before = 0
        self._standing: Mapping[State, int] = {}

    def run(self, workers: int | None, *, no_wait: bool, keep_going: float) -> None:
        """Work until the queue is empty or a person stops it."""
        from videogen_desktop.jobs.pool import EventLoop  # Qt

        loop = EventLoop()
        pool = self._queue.pool()
        pool.ended.connect(self._ended)
        try:
            self._tell_recovery()
            if workers is not None:
                pool.resize(workers)
            pool.start()
            self._until_empty(pool, loop, no_wait=no_wait, keep_going=keep_going)
            if self._stop.is_set():
                self._view.say("Running jobs are given back into the queue …")
        finally:
            pool.quit(_QUIT_S)
            loop.turn()
            self._view.close()
            loop.close()
        self._standing = self._queue.store.counts()
        self._aside = self._queue.store.twins.all_set_aside()
        paused = self._queue.store.ids(JobQuery(frozenset({"paused"})))
        self._paused = tuple(number for number in paused if number not in self._aside)
        self._left = sum(self._standing.get(state, 0) for state in OPEN)

    def conclude(self) -> int:
        """Say what came of it, and return the exit code."""
        counts, stopped = self._tally.counts(), self._stop.is_set()
        output = self._session.output
        if output.as_json:
            output.document(
                {
                    "completed": self._tally.ids("completed"),
                    "failed": self._tally.ids("failed"),
                    "needs_attention": self._tally.ids("needs-attention"),
                    "waiting": self._tally.ids("waiting"),
                    "left": self._left,
                    "paused": list(self._paused),
                    "set_aside": list(self._aside),
                    "stopped": stopped,
                    "broken_off": [
                        {"job": each.job_id, "state": each.state, "why": each.why}
                        for each in self._queue.recovery.taken_back
                    ],
                    "found": list(self._queue.recovery.reconciled.lines),
                }
            )
        else:
            aside = len(self._aside)
            output.say(concluded(counts, self._left, paused=len(self._paused), aside=aside), "bold")
            for step in next_steps(self._standing, aside=aside):
                output.say(step)
        if stopped:
            return CANCELLED
        if counts["failed"] or counts["needs-attention"]:
            return FAILED
        return LATER if self._left else 0

    def _until_empty(self, pool: WorkerPool, loop: EventLoop, *, no_wait: bool, keep_going: float) -> None:
        empty_since: float | None = None
        while not self._stop.wait(_LOOK_S):
            loop.turn()
            now = time.monotonic()
            if now - self._drawn_at < _DRAW_S:
                continue
            self._drawn_at = now
            scene = self._scene(pool)
            if scene is None:
                continue
            self._view.show(scene)
            if not (is_over(scene, no_wait=no_wait) and pool.has_kept_house()):
                empty_since = None
                continue
            empty_since = now if empty_since is None else empty_since
            if now - empty_since >= keep_going:
                return

    def _scene(self, pool: WorkerPool) -> Scene | None:
        """The queue as it is now; None while the database cannot be read, which may pass."""
        store = self._queue.store
        try:
            counts = store.counts()
            rests = not (counts["running"] or counts["queued"])
            scene = Scene(
                store.page(_RUNNING, 0, _MOST_SHOWN),
                counts,
                pool.state,
                store.due_in(),
                self._queue.clock.now(),
                tuple(hindrance.message for hindrance in pool.hindrances()),
                store.twins.free_again() if rests else (),
            )
            if counts["paused"] != self._paused_before:
                self._tell_set_aside()
                self._paused_before = counts["paused"]
        except VideoGenError as error:
            if not error.retryable:
                raise
            self._view.trouble(error)
            return None
        return scene

    def _ended(self, job: Job) -> None:
        self._tally.note(job)
        self._view.ended(job, self._queue.clock.now())

    def _tell_set_aside(self) -> None:
        """Tell of jobs whose film another one makes, as that turned out when their turn came."""
        store, before = self._queue.store, frozenset(self._aside)
        self._aside = store.twins.all_set_aside()
        for job in store.jobs([number for number in self._aside if number not in before]):
            self._view.say(set_aside(job))

    def _tell_recovery(self) -> None:
        recovery = self._queue.recovery
        taken_back = recovery.taken_back
        if taken_back:
            self._view.say(broken_off(len(taken_back)))
        for each in taken_back:
            self._view.say(f"  job {each.job_id} is {each.state}. {each.why}")
        for line in recovery.reconciled.lines:
            self._view.say(line)


def is_over(scene: Scene, *, no_wait: bool) -> bool:
    """Whether nothing is left to do: nothing runs, and nothing is going to."""
    if scene.counts.get("running"):
        return False
    if "after-this-one" in scene.queue.reasons:
        return True
    if scene.counts.get("queued") or scene.free:
        return False
    return no_wait or not scene.counts.get("waiting")


def _view(session: Session) -> View:
    if session.output.as_json:
        return Silence()
    console = session.output.console
    return LiveTable(console) if console.is_terminal else Lines(console)


def _answer(call: Call) -> None:
    """Another start reached this one: another run has nothing to do, and nothing else is done here."""
    if call.arguments != _ARGUMENTS:
        raise RuntimeError(f"a run without a window cannot do {call.arguments}")


def _already_running() -> VideoGenError:
    return VideoGenError(
        "already-running",
        "Another instance of the program is working on this queue.",
        "Let it go on, or end it first; “videogen jobs list” shows how far it is.",
        retryable=True,
    )


def _refuse_if_paused(state: QueueState) -> None:
    if {"owner", "after-this-one"} & set(state.reasons):
        raise VideoGenError(
            "queue-paused",
            f"The queue starts no job: {why_paused(state)}.",
            "“videogen jobs resume --queue” lets it go on; then start this again.",
            retryable=True,
        )


@contextlib.contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Let Ctrl+C, and whatever else asks a program to end, set an event instead of ending it half-way.

    What whoever started it had it ignore stays ignored: ``nohup`` means that logging out ends nothing.
    """
    stop = threading.Event()
    known = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"))
    wanted = [each for each in known if each is not None and signal.getsignal(each) is not signal.SIG_IGN]
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in wanted}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
