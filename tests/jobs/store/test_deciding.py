from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import ENDINGS, NOON, TROUBLE, SetClock, a_job, add, claimed, state_of
from videogen_desktop.jobs.model import Decided, Ending, JobOptions, Problem
from videogen_desktop.jobs.states import STATES, State, may_move
from videogen_desktop.jobs.store import LONGEST_WAIT_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.store import JobStore

DECISIONS: dict[str, Callable[[JobStore, list[int]], Decided]] = {
    "pause": lambda store, ids: store.pause(ids),
    "resume": lambda store, ids: store.resume(ids),
    "cancel": lambda store, ids: store.cancel(ids),
    "retry": lambda store, ids: store.retry(ids),
    "approve": lambda store, ids: store.approve(ids),
}
RESULTS: dict[str, dict[State, State]] = {
    "pause": {"queued": "paused", "waiting": "paused"},
    "resume": {"paused": "queued"},
    "cancel": dict.fromkeys(("queued", "waiting", "paused", "needs-attention"), "cancelled"),
    "retry": dict.fromkeys(("waiting", "needs-attention", "completed", "failed", "cancelled"), "queued"),
    "approve": {"needs-attention": "queued"},
}
"""What each decision makes of a job that does not run; every other state is refused."""


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("state", [state for state in STATES if state != "running"])
def test_a_decision_does_what_its_table_says(store: JobStore, decision: str, state: State) -> None:
    job_id = a_job(store, state)
    before = store.revision()
    decided = DECISIONS[decision](store, [job_id])
    result = RESULTS[decision].get(state)
    if result:
        assert decided == Decided((job_id,))
        assert state_of(store, job_id) == result
        assert store.events(job_id)[0].kind == result
        assert store.revision() == before + 1
    else:
        assert decided.done == ()
        assert decided.refused[0].job_id == job_id
        assert decided.refused[0].reason.endswith(".")
        assert (state_of(store, job_id), store.revision()) == (state, before)


def test_every_decision_is_a_legal_move() -> None:
    assert all(may_move(now, to) for results in RESULTS.values() for now, to in results.items())


def test_of_several_jobs_those_are_decided_that_can_be(store: JobStore) -> None:
    done, open_ = a_job(store, "completed"), a_job(store, "queued")
    decided = store.pause([done, open_, open_, 4711])
    assert decided.done == (open_,)
    assert [refusal.job_id for refusal in decided.refused] == [done, 4711]
    assert decided.refused[1].reason == "There is no such job any more."


def test_thousands_are_decided_at_once(store: JobStore) -> None:
    ids = add(store, *range(1, 3001))
    before = store.revision()
    assert store.cancel(ids).done == ids
    assert store.counts()["cancelled"] == 3000
    assert store.revision() == before + 1
    assert len(store.events(None, 10_000)) == 6000


def request_of(store: JobStore, job_id: int) -> str | None:
    job = store.get(job_id)
    assert job is not None
    assert job.state == "running"
    return job.request


def test_a_running_job_is_asked(store: JobStore) -> None:
    job_id = a_job(store, "running")
    assert store.pause([job_id]).done
    assert request_of(store, job_id) == "pause"
    assert store.pause([job_id]).refused[0].reason == "It is being paused already."
    assert store.resume([job_id]).done
    assert request_of(store, job_id) is None
    assert store.resume([job_id]).refused
    assert store.pause([job_id]).done
    assert store.cancel([job_id]).done
    assert request_of(store, job_id) == "cancel"
    assert store.cancel([job_id]).refused[0].reason == "It is being cancelled already."
    for refused in (store.pause([job_id]), store.resume([job_id])):
        assert refused.refused[0].reason == "It is being cancelled."
    assert request_of(store, job_id) == "cancel"


@pytest.mark.parametrize("decision", ["retry", "approve"])
def test_a_running_job_is_left_alone_by_what_is_for_others(store: JobStore, decision: str) -> None:
    job_id = a_job(store, "running")
    assert DECISIONS[decision](store, [job_id]).refused
    assert request_of(store, job_id) is None


def test_a_job_paused_while_it_waits_waits_on_when_resumed(store: JobStore, clock: SetClock) -> None:
    job_id = a_job(store, "waiting")
    store.pause([job_id])
    clock.pass_time(599)
    store.resume([job_id])
    job = store.get(job_id)
    assert job is not None
    assert (job.state, job.not_before, job.problem) == ("waiting", NOON + 600, TROUBLE)


@pytest.mark.parametrize("passed", [600, 1e6, 599 - LONGEST_WAIT_S])
def test_a_wait_that_is_over_when_resumed_is_forgotten(
    store: JobStore, clock: SetClock, passed: float
) -> None:
    job_id = a_job(store, "waiting")
    store.pause([job_id])
    clock.calendar += passed
    store.resume([job_id])
    job = store.get(job_id)
    assert job is not None
    assert (job.state, job.not_before, job.problem) == ("queued", None, None)


def test_trying_again_by_hand_starts_counting_anew(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    store.finish(claimed(store), Ending("failed", "crashed", TROUBLE, counts_as="crash"))
    store.retry([job_id])
    store.finish(claimed(store), Ending("failed", "failed", TROUBLE, counts_as="failure"))
    store.retry([job_id])
    job = store.get(job_id)
    assert job is not None
    assert (job.failures, job.crashes, job.problem, job.finished_at) == (0, 0, None, None)
    assert job.progress.overall == 0
    assert not job.from_scratch
    assert claimed(store).attempt == 3


def test_from_scratch_a_script_is_looked_at_again(store: JobStore) -> None:
    job_id = a_job(store, "needs-attention")
    store.approve([job_id])
    job = store.finish(claimed(store), ENDINGS["failed"])
    assert job.approved
    store.retry([job_id])
    kept = store.finish(claimed(store), ENDINGS["failed"])
    assert (kept.approved, kept.from_scratch) == (True, False)
    store.retry([job_id], from_scratch=True)
    afresh = claimed(store).job
    assert (afresh.approved, afresh.from_scratch) == (False, True)


def test_a_retracted_paper_is_not_approved_by_the_way(store: JobStore) -> None:
    other, retracted = a_job(store, "needs-attention"), a_job(store, "queued", pmid=2)
    held = Problem("retracted", "The paper was retracted.", "Decide.")
    store.finish(claimed(store), Ending("needs-attention", "attention", held))
    assert store.approve([retracted]).refused
    decided = store.approve([retracted, other], allow_retracted=True)
    assert decided.done == (retracted,)
    job = claimed(store).job
    assert (job.options, job.approved) == (JobOptions(allow_retracted=True), False)


def test_options_change_until_the_film_is_being_made(store: JobStore) -> None:
    running, queued = a_job(store, "running"), a_job(store, "queued", pmid=2)
    wanted = JobOptions(aspect="1:1", theme="night", captions="burned")
    decided = store.set_options([running, queued], wanted)
    assert decided.done == (queued,)
    job = store.get(queued)
    assert job is not None
    assert job.options == wanted
    assert [refusal.job_id for refusal in decided.refused] == [running]


@pytest.mark.parametrize("state", STATES)
def test_priority_changes_in_any_state(store: JobStore, state: State) -> None:
    job_id = a_job(store, state)
    assert store.set_priority([job_id], 7).done == (job_id,)
    job = store.get(job_id)
    assert job is not None
    assert (job.priority, job.state) == (7, state)
    assert store.set_priority([job_id], 7).refused


def test_the_queue_remembers_why_it_starts_nothing(store: JobStore) -> None:
    assert not store.queue_state().paused
    store.set_reason("low-disk", True)
    store.set_reason("owner", True)
    assert store.set_reason("owner", True).reasons == ("low-disk", "owner")
    assert store.queue_state().paused
    assert store.set_reason("low-disk", False).reasons == ("owner",)
    assert store.set_after_this_one(True).after_this_one
    assert not store.set_after_this_one(False).after_this_one
    before = store.revision()
    store.set_reason("on-battery", False)
    store.set_after_this_one(False)
    assert store.revision() == before
