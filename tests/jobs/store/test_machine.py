"""The store against a plain model, in ten thousand steps and more."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.jobs.store.machine import Machine
from tests.jobs.store.machine_choices import EVERY_ENDING, EVERY_MOVE

STEPS = 10_000
PARTS = 2
"""So that two processes can share the work; each sees everything in some five thousand steps."""

PATIENT = settings(
    max_examples=13,  # one round is a part
    stateful_step_count=200,
    deadline=None,
    derandomize=False,  # else each round would take the steps of the one before
    phases=[Phase.generate],  # the steps to a failure are printed; to make them fewer takes too long
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_happens_the_store_is_as_the_model_says(part: int) -> None:  # noqa: ARG001 - parts differ by chance
    Machine.steps = 0
    Machine.endings, Machine.moves = set(), set()
    while Machine.steps < STEPS / PARTS or (Machine.steps < STEPS and not all_is_seen()):
        run_state_machine_as_test(Machine, settings=PATIENT)
    assert Machine.endings == EVERY_ENDING
    assert Machine.moves == EVERY_MOVE


def all_is_seen() -> bool:
    """Whether each move was made, and each ending come to, whatever had been asked."""
    return Machine.endings == EVERY_ENDING and Machine.moves == EVERY_MOVE
