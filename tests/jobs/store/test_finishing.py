from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import (
    ENDINGS,
    NOON,
    TROUBLE,
    SetClock,
    a_film,
    a_job,
    add,
    claimed,
    everything,
    in_line,
    outcomes,
    state_of,
)
from videogen_desktop.jobs.model import Ending, Progress, Usage
from videogen_desktop.jobs.store import IllegalMove

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore


@pytest.mark.parametrize("state", ENDINGS)
def test_a_job_ends_in_one_transaction(store: JobStore, clock: SetClock, state: State) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    if state == "paused":
        store.pause([job_id])
    if state == "cancelled":
        store.cancel([job_id])
    before = store.revision()
    clock.pass_time(90)
    ending = replace(ENDINGS[state], exit_code=3, usage=Usage(80.5, 2**30), work_bytes=12_000)
    job = store.finish(claim, ending)
    assert store.revision() == before + 1
    assert job == store.get(job_id)
    assert (job.state, job.problem, job.work_bytes, job.worked_s) == (state, ending.problem, 12_000, 90)
    (attempt,) = store.attempts(job_id)
    assert (attempt.outcome, attempt.ended_at, attempt.exit_code) == (ending.outcome, clock.now(), 3)
    assert (attempt.usage, attempt.problem) == (Usage(80.5, 2**30), ending.problem)
    last = store.events(job_id)[0]
    assert (last.kind, last.attempt, last.at) == (state, 1, clock.now())
    assert store.running() == ()


def test_a_running_job_cannot_end_as_running(store: JobStore, data_folder: DataFolder) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    before = everything(data_folder)
    with pytest.raises(IllegalMove) as refused:
        store.finish(claim, Ending("running", "running"))
    assert refused.value.code == "illegal-move"
    assert everything(data_folder) == before


@pytest.mark.parametrize("state", ["completed", "waiting", "needs-attention", "failed"])
def test_an_ending_that_says_too_little_is_refused(
    store: JobStore, data_folder: DataFolder, state: State
) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    before = everything(data_folder)
    with pytest.raises(ValueError, match="does not say"):
        store.finish(claim, Ending(state, "failed"))
    assert everything(data_folder) == before


def test_a_finished_film_is_there_whole(store: JobStore, clock: SetClock) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    store.report(claim, Progress("add-captions", 0.5, 0.97))
    job = store.finish(claim, ENDINGS["completed"])
    assert job.film == a_film()
    assert (job.progress.overall, job.finished_at) == (1.0, clock.now())
    assert job == store.get(job_id)


def test_a_film_made_again_takes_the_place_of_the_old_one(store: JobStore) -> None:
    job_id = a_job(store, "completed")
    store.retry([job_id])
    kept = store.get(job_id)
    assert kept is not None
    assert kept.film == a_film()
    job = store.finish(claimed(store), Ending("completed", "completed", film=a_film(2, 99.0)))
    assert job.film == a_film(2, 99.0)


def test_failures_and_crashes_are_counted_apart_and_forgotten_when_it_succeeds(store: JobStore) -> None:
    a_job(store, "queued")
    again = Ending("waiting", "retry", TROUBLE, not_before=NOON, counts_as="failure")
    assert store.finish(claimed(store), again).failures == 1
    assert store.finish(claimed(store), again).failures == 2
    crash = Ending("queued", "crashed", TROUBLE, counts_as="crash")
    job = store.finish(claimed(store), crash)
    assert (job.failures, job.crashes) == (2, 1)
    job = store.finish(claimed(store), ENDINGS["queued"])
    assert (job.failures, job.crashes) == (2, 1)
    job = store.finish(claimed(store), ENDINGS["completed"])
    assert (job.failures, job.crashes, job.problem, job.request) == (0, 0, None, None)


def test_an_interrupted_job_keeps_its_place(store: JobStore) -> None:
    first, second, third = add(store, 1, 2, 3)
    job = store.finish(claimed(store), ENDINGS["queued"])
    assert (job.id, job.failures, job.crashes) == (first, 0, 0)
    assert in_line(store) == [first, second, third]
    assert claimed(store).job.id == first


def test_what_interrupted_a_job_is_told_of_the_attempt_and_not_of_the_job_in_line(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    job = store.finish(claimed(store), Ending("queued", "interrupted", TROUBLE))
    assert job.problem is None
    assert store.attempts(job_id)[0].problem == TROUBLE


def test_a_job_that_is_paused_while_it_would_wait_remembers_until_when(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    store.pause([job_id])
    store.finish(claim, Ending("paused", "paused", TROUBLE, not_before=NOON + 600))
    store.resume([job_id])
    job = store.get(job_id)
    assert job is not None
    assert (job.state, job.not_before, job.problem) == ("waiting", NOON + 600, TROUBLE)


@pytest.mark.parametrize("request_", ["pause", "cancel"])
@pytest.mark.parametrize("state", ["completed", "failed"])
def test_a_request_that_came_too_late_is_cleared(store: JobStore, state: State, request_: str) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    getattr(store, request_)([job_id])
    job = store.finish(claim, ENDINGS[state])
    assert (job.state, job.request) == (state, None)


@pytest.mark.parametrize(
    ("request_", "ending", "result"),
    [
        ("pause", "queued", "paused"),
        ("pause", "waiting", "paused"),
        ("pause", "needs-attention", "needs-attention"),
        ("cancel", "queued", "cancelled"),
        ("cancel", "waiting", "cancelled"),
        ("cancel", "paused", "cancelled"),
        ("cancel", "needs-attention", "cancelled"),
    ],
)
def test_what_the_worker_did_not_see_in_time_is_done_at_the_end(
    store: JobStore, request_: str, ending: State, result: State
) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    getattr(store, request_)([job_id])
    job = store.finish(claim, ENDINGS[ending])
    assert (job.state, job.request) == (result, None)
    assert outcomes(store, job_id) == [ENDINGS[ending].outcome]


def test_a_job_that_was_resumed_while_its_process_ended_goes_on(store: JobStore) -> None:
    first, second = add(store, 1, 2)
    claim = claimed(store)
    store.pause([first])
    store.resume([first])
    job = store.finish(claim, ENDINGS["paused"])
    assert (job.state, job.request, outcomes(store, first)) == ("queued", None, ["paused"])
    assert in_line(store) == [first, second]
    assert claimed(store).job.id == first


def test_what_a_dead_worker_was_asked_is_done_when_its_job_is_taken_back(store: JobStore) -> None:
    job_id = a_job(store, "running")
    store.cancel([job_id])
    assert store.take_back(job_id, 1, Ending("queued", "interrupted")).state == "cancelled"


def test_the_calendar_put_back_makes_no_attempt_shorter_than_nothing(
    store: JobStore, clock: SetClock
) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    clock.calendar -= 1e6
    assert store.finish(claim, ENDINGS["completed"]).worked_s == 0


def test_a_film_that_is_gone_is_marked_and_found_again(store: JobStore) -> None:
    job_id = a_job(store, "completed")
    for missing in (True, False):
        store.mark_film(job_id, missing=missing)
        job = store.get(job_id)
        assert job is not None
        assert job.film == replace(a_film(), missing=missing)
    before = store.revision()
    store.mark_film(job_id, missing=False)
    assert store.revision() == before
    assert state_of(store, job_id) == "completed"
