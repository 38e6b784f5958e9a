"""The store against a plain model, in ten thousand steps and more."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.jobs.store.machine import Machine

STEPS = 10_000
PATIENT = settings(
    max_examples=10,
    stateful_step_count=200,
    deadline=None,
    phases=[Phase.generate],  # the steps to a failure are printed; to make them fewer takes too long
    suppress_health_check=list(HealthCheck),
)


def test_whatever_happens_the_store_is_as_the_model_says() -> None:
    Machine.steps = 0
    while Machine.steps < STEPS:
        run_state_machine_as_test(Machine, settings=PATIENT)
