"""What Linux tells of processes in /proc (proc(5)), read many times quicker than psutil reads it.

It is read for every process of the computer at the end of each job, and every second for those of a job.
"""

from __future__ import annotations

import os

import psutil

_READ_BYTES = 64 * 1024
_START_TIME = 22 - 3
"""The field of /proc/PID/stat, counted from the one after the name, which may hold spaces and brackets."""


def read_whole(path: str) -> bytes:
    """Read a small file of the kernel's.

    Raises:
        OSError: The process is gone, or not ours to look at.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        content = b""
        while more := os.read(descriptor, _READ_BYTES):
            content += more
        return content
    finally:
        os.close(descriptor)


def created(pid: int) -> float:
    """When a process was created, in seconds since the start of the system.

    Raises:
        psutil.NoSuchProcess: It is gone.
    """
    try:
        fields = read_whole(f"/proc/{pid}/stat").rpartition(b")")[2].split()
    except OSError as error:
        raise psutil.NoSuchProcess(pid) from error
    return int(fields[_START_TIME]) / os.sysconf("SC_CLK_TCK")


def descendants(root: psutil.Process) -> set[psutil.Process]:
    """Every process below one, without a look at all others.

    Raises:
        FileNotFoundError: The process is gone, or the kernel was built without these lists.
    """
    found: set[psutil.Process] = set()
    below = _children(root.pid)
    while below:
        try:
            process = psutil.Process(below.pop())
            if process not in found and process.create_time() >= root.create_time():
                found.add(process)
                below += _children(process.pid)
        except (psutil.Error, OSError):
            continue
    return found


def _children(pid: int) -> list[int]:
    """The children that any of its threads has started."""
    with os.scandir(f"/proc/{pid}/task") as threads:
        return [int(child) for thread in threads for child in read_whole(f"{thread.path}/children").split()]
