"""A pipeline process from its start to the moment when its number is given back to the system."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import psutil

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.supervisor.marks import mark
from videogen_desktop.jobs.supervisor.processes import carriers
from videogen_desktop.jobs.supervisor.tokens import TOKEN_VARIABLE
from videogen_desktop.jobs.supervisor.tree import Holder, Tree

if TYPE_CHECKING:
    from videogen_desktop.jobs.supervisor.launch import Launch
    from videogen_desktop.jobs.supervisor.output import Output

_LATER = {errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE}
_END_WITHIN_S = 1.0


class Child:
    """A process that was started, drained and waited for by threads of their own.

    It stays unreaped until ``reap``, so that its number, group and session cannot become another's.

    Args:
        launch: What to start.
        output: Takes what it writes.
        bell: Rung when it has ended.

    Raises:
        VideoGenError: ``cannot-start``.
    """

    def __init__(self, launch: Launch, output: Output, bell: threading.Event) -> None:
        self.ended = threading.Event()
        self._output = output
        self._bell = bell
        self._process = _started(launch)
        try:
            mark(self._process.pid, launch.token)
            self.root = psutil.Process(self._process.pid)
            holder = _held_together(self.root)
            self.tree = Tree(self.root, lambda: carriers(launch.token), holder)
            self._attend()
        except BaseException as error:
            with self._process:
                self._process.kill()
            if isinstance(error, RuntimeError):  # no thread could be started
                raise _no_room(error) from error
            raise

    def close_lifeline(self) -> None:
        """Close its standard input, which a pipeline takes as the wish to end."""
        if self._process.stdin:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def abandon(self) -> None:
        """Kill it and all it started, and have no more to do with it."""
        self.close_lifeline()
        self.tree.end_now(_END_WITHIN_S)
        self._output.stop()
        if self.ended.wait(_END_WITHIN_S):
            self.reap()

    def reap(self) -> tuple[int | None, float]:
        """Give its number back to the system, once it has ended.

        Returns:
            The exit code as subprocess gives it (negative for a signal; None when unknown), and the processor
            seconds of it and those it waited for, where the system tells.
        """
        self.close_lifeline()
        self.tree.close()
        if sys.platform == "win32":
            return self._process.wait(), 0.0
        try:
            _, status, taken = os.wait4(self._process.pid, 0)
        except ChildProcessError:  # somebody else in this program waited for it
            self._process.returncode = 0
            return None, 0.0
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return self._process.returncode, taken.ru_utime + taken.ru_stime

    def _attend(self) -> None:
        process = self._process
        if process.stdout and process.stderr:
            self._output.read(process.stdout, "stdout")
            self._output.read(process.stderr, "stderr")
        threading.Thread(target=self._await_end, name="process-end", daemon=True).start()

    def _await_end(self) -> None:
        _wait_unreaped(self._process)
        self.ended.set()
        self._output.hasten()
        self._bell.set()


def _started(launch: Launch) -> subprocess.Popen[bytes]:
    environment = {
        **launch.environment,
        TOKEN_VARIABLE: launch.token,
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    try:
        if not launch.arguments:
            raise ValueError("there is no command")
        return subprocess.Popen(
            launch.arguments,
            env=environment,
            cwd=launch.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            close_fds=True,
            **_apart(),
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise _cannot_start(launch, error) from error


def _apart() -> dict[str, Any]:
    """How a process is started in a session of its own, or on Windows standing still until it is held."""
    if sys.platform == "win32":
        create_suspended = 0x4
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW | create_suspended
        return {"creationflags": flags}
    return {"start_new_session": True}


def _held_together(process: psutil.Process) -> Holder | None:
    """Put a process of Windows into a job object before it runs."""
    if sys.platform == "win32":
        from videogen_desktop.jobs.supervisor.windows_job import JobObject

        holder: Holder | None = None
        with contextlib.suppress(OSError):
            holder = JobObject(process.pid)
        process.resume()
        return holder
    return None


def _wait_unreaped(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a process and leave it as it is."""
    if sys.platform == "win32":
        process.wait()
    elif sys.platform == "darwin" and not hasattr(os, "waitid"):
        _wait_by_kqueue(process.pid)
    else:
        with contextlib.suppress(ChildProcessError):
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)


def _wait_by_kqueue(pid: int) -> None:
    """What macOS has for it before Python 3.13."""
    if sys.platform == "darwin":
        end = select.kevent(pid, select.KQ_FILTER_PROC, select.KQ_EV_ADD, select.KQ_NOTE_EXIT)
        with contextlib.closing(select.kqueue()) as queue, contextlib.suppress(ProcessLookupError):
            queue.control([end], 1)


def _cannot_start(launch: Launch, error: Exception) -> VideoGenError:
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    name = launch.arguments[0] if launch.arguments else ""
    if number in _LATER:
        return _no_room(error)
    if launch.folder is not None and not launch.folder.is_dir():
        return VideoGenError(
            "cannot-start",
            f"The working folder {launch.folder} is not there.",
            "Make it, or choose another in the settings, then start the job again.",
        )
    return VideoGenError(
        "cannot-start",
        f"The program {name} could not be started ({reason}).",
        "Correct the command of the pipeline in the settings, then start the job again.",
    )


def _no_room(error: Exception) -> VideoGenError:
    return VideoGenError(
        "cannot-start",
        f"The computer has no room for another process just now ({error}).",
        "It is tried again later; close other programs, or let fewer films be made at once.",
        retryable=True,
    )
