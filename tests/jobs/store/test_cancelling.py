"""Cancelling taken back: every job stands again as it stood, also one whose process had to end for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import ENDINGS, a_job, add, claimed, in_line, outcomes, state_of
from videogen_desktop.jobs.model import CancelledJobs, Decided

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore


def the(store: JobStore, job_id: int) -> Job:
    job = store.get(job_id)
    assert job is not None
    return job


def cancelled(store: JobStore, *ids: int) -> CancelledJobs:
    decided, undo = store.cancelling.cancel(ids)
    assert decided == Decided(ids)
    return undo


@pytest.mark.parametrize("state", ["queued", "waiting", "paused", "needs-attention"])
def test_what_did_not_run_stands_as_it_stood(store: JobStore, state: State) -> None:
    job_id = a_job(store, state)
    store.set_priority([job_id], 7)
    before = the(store, job_id)

    undo = cancelled(store, job_id)
    assert state_of(store, job_id) == "cancelled"
    assert store.cancelling.take_back(undo) == Decided((job_id,))

    after = the(store, job_id)
    kept = ("state", "not_before", "problem", "priority", "position", "failures", "finished_at", "progress")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]


def test_each_of_several_stands_as_it_stood(store: JobStore) -> None:
    paused, queued = *add(store, 1, paused=True), *add(store, 2)
    undo = cancelled(store, paused, queued)

    store.cancelling.take_back(undo)

    assert [state_of(store, each) for each in (paused, queued)] == ["paused", "queued"]
    assert in_line(store) == [paused, queued]


def test_a_running_job_that_has_heard_of_nothing_goes_on(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    undo = cancelled(store, job_id)
    assert store.renew(claim) == "cancel"

    assert store.cancelling.take_back(undo) == Decided((job_id,))

    assert (store.renew(claim), state_of(store, job_id)) == (None, "running")


@pytest.mark.parametrize(("paused_before", "state"), [(False, "queued"), (True, "paused")])
@pytest.mark.parametrize("ends_first", [True, False])
def test_a_running_job_whose_process_ends_for_it_goes_on_from_there(
    store: JobStore, ends_first: bool, paused_before: bool, state: State
) -> None:
    first, second = add(store, 1, 2)
    claim = claimed(store)
    if paused_before:
        store.pause([first])
    undo = cancelled(store, first)
    if ends_first:
        store.finish(claim, ENDINGS["cancelled"])

    assert store.cancelling.take_back(undo) == Decided((first,))
    if not ends_first:
        store.finish(claim, ENDINGS["cancelled"])

    job = the(store, first)
    assert (job.state, job.request, job.finished_at) == (state, None, None)
    assert outcomes(store, first) == ["cancelled"]
    assert in_line(store) == [first, second]


def test_what_has_gone_on_since_stays_as_it_is(store: JobStore) -> None:
    done, retried, gone = (a_job(store, "queued", pmid) for pmid in (1, 2, 3))
    claim = claimed(store)
    undo = cancelled(store, done, retried, gone)
    store.finish(claim, ENDINGS["completed"])
    store.retry([retried])
    store.remove([gone])

    decided = store.cancelling.take_back(undo)

    assert decided.done == ()
    assert [(each.job_id, each.reason) for each in decided.refused] == [
        (done, "It is completed, not cancelled."),
        (retried, "It is queued, not cancelled."),
        (gone, "There is no such job any more."),
    ]


def test_only_what_was_cancelled_is_taken_back(store: JobStore) -> None:
    failed = a_job(store, "failed", 1)
    (queued,) = add(store, 2)
    decided, undo = store.cancelling.cancel([failed, queued])
    assert decided.done == (queued,)
    assert [each.job_id for each in decided.refused] == [failed]

    assert store.cancelling.take_back(undo) == Decided((queued,))
    assert [state_of(store, each) for each in (failed, queued)] == ["failed", "queued"]


def test_a_cancelled_job_cannot_be_paused(store: JobStore) -> None:
    job_id = a_job(store, "cancelled")
    assert store.pause([job_id]).done == ()
    assert state_of(store, job_id) == "cancelled"
