"""The name of an attempt, carried by its processes in their environment and in a mark of the system's."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil

from videogen_desktop.jobs.supervisor.marks import is_marked
from videogen_desktop.jobs.supervisor.proc import read_whole

TOKEN_VARIABLE = "VIDEOGEN_JOB_TOKEN"  # noqa: S105 - the variable's name


def carries(pid: int, token: str) -> bool | None:
    """Whether a process was started with the token in its environment, or by one that was marked with it.

    Returns:
        None when that cannot be told at this moment but may be in the next. A process of which neither may
        be read does not carry it.
    """
    if not token:
        return False
    if sys.platform != "linux":
        try:
            return psutil.Process(pid).environ().get(TOKEN_VARIABLE) == token
        except (psutil.Error, OSError):
            return False
    in_execve = False
    try:
        environment = read_whole(f"/proc/{pid}/environ")
        if f"\0{TOKEN_VARIABLE}={token}\0".encode() in b"\0%b\0" % environment:
            return True
        if not environment:  # of a thread of the kernel, of what has ended, or in the midst of execve(2)
            Path(f"/proc/{pid}/exe").readlink()  # fails but for the last
            in_execve = True
    except PermissionError:
        pass  # another user's, or one that hides what it holds, which a mark still tells
    except OSError:
        return False
    return is_marked(pid, token) or (None if in_execve else False)
