"""The processes that draw and encode, as the process that started them sees them."""

from __future__ import annotations

import contextlib
import multiprocessing
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.encoding import remove_partial
from videogen_desktop.pipeline.film.orders import Failure, FramesDone
from videogen_desktop.pipeline.film.worker import run_worker

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from videogen_desktop.pipeline.film.model import ClipFacts
    from videogen_desktop.pipeline.film.orders import ClipOrder

_DEATH_S = 0.5


class Worker:
    """One process, started anew as `spawn` does on every system, and the order it is at.

    Raises:
        VideoGenError: ``renderer-died`` when the system has no room for another process.
    """

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=run_worker, args=(theirs,), name="clip-worker", daemon=True)
        try:
            self._process.start()
        except OSError as error:
            raise _died("could not be started.") from error
        theirs.close()  # so that the end of the process is the end of what can be read
        self.order: ClipOrder | None = None
        self.frames_done = 0

    def give(self, order: ClipOrder) -> None:
        """Have the idle process make a clip.

        Raises:
            VideoGenError: ``renderer-died``.
        """
        self.order = order
        try:
            self.connection.send(order)
        except OSError as error:
            raise self._lost() from error

    def hear(self) -> ClipFacts | None:
        """Take in one answer; return a clip when it is finished.

        Raises:
            VideoGenError: ``renderer-died``, or what befell the scene.
            RuntimeError: when the scene met a fault of the program.
        """
        try:
            answer: FramesDone | ClipFacts | Failure = self.connection.recv()
        except (EOFError, OSError) as error:
            raise self._lost() from error
        match answer:
            case FramesDone(frames):
                self.frames_done = frames
                return None
            case Failure():
                raise _explained(answer)
        self.order, self.frames_done = None, 0
        return answer

    def kill(self) -> None:
        """End the process and everything it started, and remove the clip it was at."""
        _kill_tree(self._process.pid)
        self._process.join()
        self._process.close()
        self.connection.close()
        if self.order is not None:
            remove_partial(self.order.clip)

    def _lost(self) -> VideoGenError:
        self._process.join(_DEATH_S)
        killed = self._process.exitcode is not None and self._process.exitcode < 0
        return _died("was ended by force." if killed else "ended unexpectedly.")


def _died(how: str) -> VideoGenError:
    return VideoGenError(
        "renderer-died",
        f"A process that draws the film {how}",
        "Close other programs if memory is short, or set --max-workers 1, and start again; "
        "finished scenes are kept.",
        retryable=True,
    )


def _kill_tree(pid: int | None) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        family = [*process.children(recursive=True), process]
        for member in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()


def _explained(failure: Failure) -> Exception:
    if failure.fault:
        return RuntimeError(f"a scene could not be drawn\n{failure.fault}")
    return VideoGenError(failure.code, failure.message, failure.hint, retryable=failure.retryable)
