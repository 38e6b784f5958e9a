"""How many films are made at once, and how many processes draw each: what the machine carries."""

from __future__ import annotations

import os
from dataclasses import dataclass

import psutil

from videogen_desktop.jobs.settings import GIB

JOB_BYTES = int(0.8 * GIB)
"""Memory that one job holds while it speaks and draws, its whole process tree together."""

RESERVE_BYTES = GIB
"""Memory that is left to everything else on the computer."""

CORES_A_JOB = 2
"""Fetching, writing and speaking keep one core busy, drawing as many as it is given."""

MOST_JOBS = 64


@dataclass(frozen=True)
class Machine:
    """What a computer has: ``cores`` this process may use, and bytes of memory that are free to take."""

    cores: int
    free_bytes: int


@dataclass(frozen=True)
class Sizes:
    """How many jobs run at once, and how many processes draw in each (``--max-workers``)."""

    jobs: int
    drawing: int


def this_machine() -> Machine:
    """The computer that this runs on, as it is now."""
    return Machine(_usable_cores(), psutil.virtual_memory().available)


def sizes(workers: int, machine: Machine, held_bytes: int = 0) -> Sizes:
    """Share a machine out among jobs.

    Args:
        workers: Jobs at once as a person has set it; 0 for what the machine carries.
        machine: The computer as it is now.
        held_bytes: Memory that running jobs hold; it counts as free, since their places are counted too.

    Returns:
        At least one job with one process that draws; all cores are given out.
    """
    jobs = min(max(workers or _carried(machine, held_bytes), 1), MOST_JOBS)
    return Sizes(jobs, max(machine.cores // jobs, 1))


def _carried(machine: Machine, held_bytes: int) -> int:
    by_memory = (machine.free_bytes + held_bytes - RESERVE_BYTES) // JOB_BYTES
    return min(machine.cores // CORES_A_JOB, by_memory)


def _usable_cores() -> int:
    """The cores this process may use: fewer than there are where a scheduler or a container says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
