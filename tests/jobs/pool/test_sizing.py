from __future__ import annotations

import os

import pytest

from videogen_desktop.jobs.settings import GIB
from videogen_desktop.jobs.sizing import (
    JOB_BYTES,
    MOST_JOBS,
    RESERVE_BYTES,
    Machine,
    Sizes,
    sizes,
    this_machine,
)


@pytest.mark.parametrize(
    ("cores", "free", "expected"),
    [
        (1, 8 * GIB, Sizes(1, 1)),
        (2, 8 * GIB, Sizes(1, 2)),
        (4, 16 * GIB, Sizes(2, 2)),
        (5, 16 * GIB, Sizes(2, 2)),
        (16, 64 * GIB, Sizes(8, 2)),
        (16, 3 * GIB, Sizes(2, 8)),
        (16, GIB // 2, Sizes(1, 16)),
        (256, 4096 * GIB, Sizes(MOST_JOBS, 4)),
    ],
)
def test_cores_and_memory_are_shared_out(cores: int, free: int, expected: Sizes) -> None:
    assert sizes(0, Machine(cores, free)) == expected


def test_what_a_person_sets_is_what_runs() -> None:
    assert sizes(3, Machine(2, GIB)) == Sizes(3, 1)
    assert sizes(1, Machine(8, 64 * GIB)) == Sizes(1, 8)


def test_memory_that_running_jobs_hold_takes_no_place_from_them() -> None:
    idle = Machine(8, RESERVE_BYTES + 4 * JOB_BYTES)
    busy = Machine(8, RESERVE_BYTES)
    assert sizes(0, idle) == sizes(0, busy, held_bytes=4 * JOB_BYTES)
    assert sizes(0, busy).jobs == 1


def test_this_machine_is_measured() -> None:
    machine = this_machine()
    assert 1 <= machine.cores <= (os.cpu_count() or 1)
    assert machine.free_bytes > 0
