"""How long a program takes and how much memory it and its children hold, seen from outside."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOK_EVERY_S = 0.05


@dataclass(frozen=True)
class Measured:
    """One run of a program. ``seconds`` is wall time from its start to its end."""

    seconds: float
    processor_s: float
    """Seconds of processor time, all processes together."""
    peak_memory: int
    """Bytes: the most that all its processes held at a time. Memory that they share counts once where the
    system tells (Linux), else in each of them."""
    output: str


def measured(command: Sequence[str]) -> Measured:
    """Run a program to its end.

    Raises:
        subprocess.CalledProcessError: when it fails.
    """
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        family = psutil.Process(process.pid)
        peak = 0
        processor: dict[int, float] = {}
        while process.poll() is None:
            peak = max(peak, _look(family, processor))
            time.sleep(_LOOK_EVERY_S)
        seconds = time.perf_counter() - started
        output = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(seconds, sum(processor.values()), peak, output)


def _look(family: psutil.Process, processor: dict[int, float]) -> int:
    """Note the processor time of every process of the family; return the memory that they hold."""
    memory = 0
    try:
        members = [family, *family.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    for member in members:
        try:
            memory += _held(member)
            times = member.cpu_times()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
        processor[member.pid] = times.user + times.system
    return memory


def _held(process: psutil.Process) -> int:
    if sys.platform == "linux":
        return process.memory_full_info().pss
    return process.memory_info().rss
