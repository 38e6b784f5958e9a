"""A mark that processes hand down to all they start and cannot put off: how those are found that have fled.

Parent, group, session and environment can all be shed, by two forks, setsid(2) and execve(2). Limits on
resources cannot: fork(2) copies them, execve(2) keeps them, and a hard limit that was lowered stays so. Linux
has one that limits nothing since 2.4.25, ``RLIMIT_LOCKS`` (getrlimit(2)); a number made of the job's token
stands there, and is read in /proc/PID/limits (proc(5)).

What it does not reach: a process that had fled before its root was marked, which is milliseconds after the
start, or tens of them while other threads of this program are busy; one whose limit root has raised; and
whatever a service that runs already starts for the job, such as systemd, cron or a container engine. Other
systems have no such limit. Windows holds the processes of a job in a job object instead. On macOS one that
has left its tree, its group and its session between two samples, and its environment with them, is not found.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys

import psutil

from videogen_desktop.jobs.supervisor import proc

if sys.platform == "linux":
    import resource

_MARK_BYTES = 7
"""A number of 56 bits fits every system's type for limits, and no two tokens ever share one."""


def mark(pid: int, token: str) -> None:
    """Mark a process and all that it starts from now on; nothing happens where that is impossible.

    Args:
        pid: A child of this process that was not waited for, so that its number is no other's.
        token: The name of the attempt.
    """
    if sys.platform == "linux":
        number = _number_of(token)
        with contextlib.suppress(OSError, ValueError):  # ValueError: its limit is lower already
            resource.prlimit(pid, psutil.RLIMIT_LOCKS, (number, number))


def is_marked(pid: int, token: str) -> bool:
    """Whether a process has the mark of a token."""
    if sys.platform != "linux":
        return False
    try:
        return b" %d " % _number_of(token) in proc.read_whole(f"/proc/{pid}/limits")
    except OSError:
        return False


def _number_of(token: str) -> int:
    return int.from_bytes(hashlib.blake2b(token.encode(), digest_size=_MARK_BYTES).digest())
