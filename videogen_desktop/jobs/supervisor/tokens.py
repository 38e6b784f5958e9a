"""The name of an attempt in the environment of its processes, and how it is read there."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil

from videogen_desktop.jobs.supervisor.proc import read_whole

TOKEN_VARIABLE = "VIDEOGEN_JOB_TOKEN"  # noqa: S105 - the variable's name


def carries(pid: int, token: str) -> bool | None:
    """Whether a process was started with the token in its environment.

    Returns:
        None when that cannot be told at this moment but may be in the next. A process whose environment may
        not be read does not carry it.
    """
    if not token:
        return False
    if sys.platform != "linux":
        try:
            return psutil.Process(pid).environ().get(TOKEN_VARIABLE) == token
        except (psutil.Error, OSError):
            return False
    try:
        environment = read_whole(f"/proc/{pid}/environ")
        if not environment:  # of a thread of the kernel, of what has ended, or in the midst of execve(2)
            Path(f"/proc/{pid}/exe").readlink()  # fails but for the last
            return None
    except OSError:
        return False
    return f"\0{TOKEN_VARIABLE}={token}\0".encode() in b"\0%b\0" % environment
