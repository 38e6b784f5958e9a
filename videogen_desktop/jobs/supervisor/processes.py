"""Which processes are a job's: told by number, creation time, boot and the token that they carry."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import psutil

from videogen_desktop.jobs.model import ProcessIdentity
from videogen_desktop.jobs.supervisor import proc
from videogen_desktop.jobs.supervisor.tokens import carries
from videogen_desktop.jobs.supervisor.tree import Tree, lives

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from videogen_desktop.jobs.clock import Clock

GRACE_S = 1.9
"""How long a process that was asked to end may take before it is killed."""

_SAME_TIME_S = 0.5
_GIVE_UP_S = 1.0
_BETWEEN_LOOKS_S = 0.02
_MOST_ROUNDS = 50
_LOOKS_AT_BLANK = 3
_LOOK_AGAIN_S = 0.001


def identity_of(process: psutil.Process, clock: Clock, token: str) -> ProcessIdentity:
    """What will tell this process from every other that has or will have its number.

    Raises:
        psutil.NoSuchProcess: It is gone.
    """
    return ProcessIdentity(process.pid, _created(process), clock.boot, token)


def still_lives(identity: ProcessIdentity, clock: Clock) -> psutil.Process | None:
    """The process, if number, creation time, boot and token all match one that runs now.

    A process whose environment may not be read is not ours.
    """
    if identity.boot != clock.boot:
        return None
    try:
        process = psutil.Process(identity.pid)
        same = abs(_created(process) - identity.created) <= _SAME_TIME_S
        return process if same and carries(process.pid, identity.token) and lives(process) else None
    except psutil.Error:
        return None


def processes_with(token: str) -> list[psutil.Process]:
    """Every living process that carries the token, wherever it has gone; never this one.

    It is carried in the environment, and on Linux also in a mark that no process can put off (``marks``).
    """
    return list(carriers(token))


def carriers(token: str) -> Iterator[psutil.Process]:
    """The same, each as soon as it is found; those that are started meanwhile are looked at as well."""
    seen = {os.getpid()}
    blank: Counter[int] = Counter()
    for _ in range(_MOST_ROUNDS):
        new = set(psutil.pids()) - seen
        for pid in new:
            answer = carries(pid, token)
            blank[pid] += answer is None
            if answer is not None or blank[pid] == _LOOKS_AT_BLANK:
                seen.add(pid)
            if answer and (process := _confirmed(pid, token)):
                yield process
        if not new:
            return
        if not new <= seen:
            time.sleep(_LOOK_AGAIN_S)


def end_everything(whom: ProcessIdentity, clock: Clock, *, grace_s: float = GRACE_S) -> bool:
    """End what is left of an attempt that nobody supervises any more.

    The process itself is touched only if it ``still_lives``, others only if they carry the token and are
    not older than it. They are asked to end, and killed after the grace. Whoever cleared its environment is
    found by its mark, within the limits that ``marks`` tells of: on Linux only.

    Args:
        whom: The attempt's process.
        clock: Tells the boot.
        grace_s: Seconds from asking to killing; 0 kills at once.

    Returns:
        Whether all are gone.
    """
    if whom.boot != clock.boot:
        return True
    found = still_lives(whom, clock)
    tree = Tree(found, lambda: _descended(whom))
    if found and grace_s > 0:
        tree.ask_to_end()
        _wait_for([found, *tree.others()], grace_s)
    return tree.end_now(_GIVE_UP_S)


def _created(process: psutil.Process) -> float:
    """When a process was created, in a time that nobody can set.

    In seconds since 1970 Linux reckons it anew each time, from the calendar as it is then.
    """
    return proc.created(process.pid) if sys.platform == "linux" else process.create_time()


def _wait_for(processes: Iterable[psutil.Process], at_most_s: float) -> None:
    give_up_at = time.monotonic() + at_most_s
    while any(lives(process) for process in processes) and time.monotonic() < give_up_at:
        time.sleep(_BETWEEN_LOOKS_S)


def _descended(root: ProcessIdentity) -> Iterator[psutil.Process]:
    """Those that carry the token, except one that has the root's number and is not the root."""
    for process in carriers(root.token):
        with contextlib.suppress(psutil.Error):  # it has ended meanwhile
            later_s = _created(process) - root.created
            if later_s >= -_SAME_TIME_S and (process.pid != root.pid or later_s <= _SAME_TIME_S):
                yield process


def _confirmed(pid: int, token: str) -> psutil.Process | None:
    """The process that has the number now, if it carries the token too: a number may change hands."""
    try:
        process = psutil.Process(pid)
        return process if carries(pid, token) and lives(process) else None
    except psutil.Error:
        return None
