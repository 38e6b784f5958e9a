from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import PROJECT
from tests.jobs.store.queues import (
    ENDINGS,
    NOON,
    TROUBLE,
    SetClock,
    a_job,
    add,
    claimed,
    everything,
    outcomes,
    state_of,
)
from videogen_desktop.jobs.model import Ending, ProcessIdentity, Progress, Usage
from videogen_desktop.jobs.store import LONGEST_WAIT_S, LeaseLost

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim
    from videogen_desktop.jobs.store import JobStore


def wait_until(store: JobStore, moment: float) -> int:
    """A job that waits for a moment."""
    job_id = a_job(store, "running")
    held = store.running()[0]
    store.take_back(job_id, held[1].number, Ending("waiting", "retry", TROUBLE, not_before=moment))
    return job_id


def test_the_first_in_line_is_claimed(store: JobStore, clock: SetClock) -> None:
    first, _second = add(store, 1, 2)
    claim = store.claim("night shift", lease_s=30)
    assert claim is not None
    assert (claim.job.id, claim.attempt, claim.worker, claim.lease_s) == (first, 1, "night shift", 30)
    assert (claim.job.state, claim.job.attempt, claim.job.started_at) == ("running", 1, clock.now())
    (attempt,) = store.attempts(first)
    assert (attempt.number, attempt.worker, attempt.token) == (1, "night shift", claim.token)
    assert (attempt.outcome, attempt.ended_at, attempt.process) == ("running", None, None)


def test_nothing_is_claimed_twice(store: JobStore) -> None:
    ids = add(store, 1, 2, 3)
    assert [claimed(store).job.id for _ in ids] == list(ids)
    assert store.claim("a worker") is None


def test_each_claim_has_a_token_of_its_own(store: JobStore) -> None:
    a_job(store, "running")
    first = store.running()[0][1]
    store.take_back(first.job_id, 1, ENDINGS["queued"])
    assert claimed(store).token != first.token


def test_an_empty_queue_is_not_written_to(store: JobStore) -> None:
    before = store.revision()
    assert store.claim("a worker") is None
    assert store.revision() == before


@pytest.mark.parametrize("reason", ["owner", "low-disk", "on-battery"])
def test_a_paused_queue_gives_nothing_out(store: JobStore, reason: str) -> None:
    add(store, 1)
    store.set_reason(reason, True)  # type: ignore[arg-type]  # a parameter is no literal
    assert store.claim("a worker") is None
    store.set_reason(reason, False)  # type: ignore[arg-type]
    claimed(store)


def test_a_queue_that_stops_after_what_runs_gives_nothing_out(store: JobStore) -> None:
    add(store, 1)
    store.set_after_this_one(True)
    assert store.claim("a worker") is None


@pytest.mark.parametrize(("seconds", "due"), [(0.001, False), (0.0, True), (-0.001, True)])
def test_a_waiting_job_is_due_at_its_moment(store: JobStore, seconds: float, due: bool) -> None:
    wait_until(store, NOON + seconds)
    assert (store.claim("a worker") is not None) is due


def test_a_wait_longer_than_any_was_set_before_the_calendar_was_put_back(
    store: JobStore, clock: SetClock
) -> None:
    wait_until(store, NOON + 600)
    assert store.claim("a worker") is None
    clock.calendar = NOON + 600 - LONGEST_WAIT_S
    assert store.claim("a worker") is None
    clock.calendar -= 1
    assert (store.due_in(), store.due_in(later=True)) == (0, None)
    claimed(store)


def test_a_due_job_goes_by_its_place_in_line(store: JobStore, clock: SetClock) -> None:
    waiting = wait_until(store, NOON + 600)
    (queued,) = add(store, 2)
    assert claimed(store).job.id == queued
    add(store, 3)
    clock.pass_time(600)
    assert claimed(store).job.id == waiting


def test_a_claim_forgets_why_the_job_waited(store: JobStore) -> None:
    wait_until(store, NOON)
    job = claimed(store).job
    assert (job.problem, job.not_before, job.request, job.progress) == (None, None, None, Progress())


def test_it_is_told_when_the_next_job_is_due(store: JobStore, clock: SetClock) -> None:
    assert store.due_in() is None
    wait_until(store, NOON + 600)
    assert store.due_in() == 600
    wait_until(store, NOON + 900)
    clock.pass_time(700)
    assert (store.due_in(), store.due_in(later=True)) == (0, 200)
    clock.pass_time(200)
    assert store.due_in(later=True) is None


def test_progress_never_goes_back_within_an_attempt(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    store.report(claim, Progress("generate-audio", 0.5, 0.6, "Scene 3 of 8", 40.0), Usage(2.5, 1000))
    store.report(claim, Progress("generate-videos", 0.1, 0.4, "Scene 1 of 8", 90.0), Usage(3.5, 900))
    job = store.get(job_id)
    assert job is not None
    assert job.progress == Progress("generate-videos", 0.1, 0.6, "Scene 1 of 8", 90.0)
    assert store.attempts(job_id)[0].usage == Usage(3.5, 900)


def test_progress_writes_no_history(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    before = store.events(job_id)
    store.report(claim, Progress("generate-audio", 0.5, 0.6))
    assert store.events(job_id) == before


def test_the_process_is_written_down(store: JobStore) -> None:
    job_id = a_job(store, "queued")
    claim = claimed(store)
    process = ProcessIdentity(4711, 1_795_435_201.25, "this boot", claim.token)
    store.started(claim, process)
    ((job, attempt),) = store.running()
    assert (job.id, attempt.process) == (job_id, process)


def test_a_start_from_scratch_is_done_with_once_a_stage_is_told_of(store: JobStore) -> None:
    job_id = a_job(store, "failed")
    store.retry([job_id], from_scratch=True)
    claim = claimed(store)
    assert claim.job.from_scratch
    store.started(claim, ProcessIdentity(1, 1.0, "this boot", claim.token))
    store.report(claim, Progress("fetch-paper"))
    assert not store.finish(claim, ENDINGS["queued"]).from_scratch


def test_a_process_that_died_before_its_first_stage_starts_from_scratch_again(store: JobStore) -> None:
    job_id = a_job(store, "failed")
    store.retry([job_id], from_scratch=True)
    claim = claimed(store)
    store.started(claim, ProcessIdentity(1, 1.0, "this boot", claim.token))
    store.take_back(job_id, claim.attempt, ENDINGS["queued"])
    assert claimed(store).job.from_scratch


@pytest.mark.parametrize("request_", ["pause", "cancel"])
def test_a_worker_is_told_what_its_owner_asks(store: JobStore, request_: str) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    assert store.renew(claim) is None
    assert store.report(claim, Progress()) is None
    getattr(store, request_)([claim.job.id])
    assert store.renew(claim) == request_
    assert store.report(claim, Progress()) == request_


# Leases


@pytest.mark.parametrize(("seconds", "over"), [(59.999, False), (60.0, False), (60.001, True)])
def test_a_lease_has_run_out_after_its_last_moment(
    store: JobStore, clock: SetClock, seconds: float, over: bool
) -> None:
    a_job(store, "running")
    clock.count += seconds
    assert (len(store.expired()) == 1) is over


@pytest.mark.parametrize("sign_of_life", ["renew", "report"])
def test_a_sign_of_life_prolongs_it(store: JobStore, clock: SetClock, sign_of_life: str) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    clock.count += 50
    store.renew(claim) if sign_of_life == "renew" else store.report(claim, Progress())
    clock.count += 60
    assert store.expired() == ()
    clock.count += 1
    assert [job.id for job, _ in store.expired()] == [claim.job.id]


def test_a_lease_of_another_boot_has_run_out(store: JobStore, clock: SetClock) -> None:
    a_job(store, "running")
    clock.boot, clock.count = "the next boot", 5.0
    assert len(store.expired()) == 1


@pytest.mark.parametrize("seconds", [-1e9, -1, 1e9])
def test_the_calendar_neither_ends_nor_prolongs_a_lease(
    store: JobStore, clock: SetClock, seconds: float
) -> None:
    a_job(store, "running")
    clock.calendar += seconds
    assert store.expired() == ()
    clock.count += 61
    assert len(store.expired()) == 1


def test_a_lease_that_ran_out_can_be_renewed_while_nobody_took_it(store: JobStore, clock: SetClock) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    clock.pass_time(5000)
    store.renew(claim)
    assert store.expired() == ()


def test_a_running_job_is_never_claimed_even_when_its_lease_has_run_out(
    store: JobStore, clock: SetClock
) -> None:
    a_job(store, "running")
    clock.pass_time(5000)
    assert store.claim("another worker") is None


def test_a_lost_job_is_taken_back_and_counts_as_no_crash(store: JobStore, clock: SetClock) -> None:
    job_id = a_job(store, "running")
    clock.pass_time(61)
    ((_, attempt),) = store.expired()
    job = store.take_back(job_id, attempt.number, Ending("queued", "lost"))
    assert (job.state, job.crashes, job.failures) == ("queued", 0, 0)
    assert outcomes(store, job_id) == ["lost"]
    assert claimed(store).attempt == 2


def test_only_the_attempt_that_runs_is_taken_back(store: JobStore) -> None:
    job_id = a_job(store, "running")
    with pytest.raises(LeaseLost):
        store.take_back(job_id, 2, ENDINGS["queued"])
    assert state_of(store, job_id) == "running"


LATE_WRITES: dict[str, Callable[[JobStore, Claim], object]] = {
    "renew": lambda store, late: store.renew(late),
    "report": lambda store, late: store.report(late, Progress("add-captions", 1.0, 1.0), Usage(1, 1)),
    "started": lambda store, late: store.started(late, ProcessIdentity(1, 1.0, "boot", late.token)),
    "finish": lambda store, late: store.finish(late, ENDINGS["completed"]),
}


@pytest.mark.parametrize("write", LATE_WRITES.values(), ids=LATE_WRITES)
@pytest.mark.parametrize("since", ["taken back", "claimed again", "finished", "removed"])
def test_a_late_writer_changes_nothing(
    store: JobStore, data_folder: DataFolder, write: Callable[[JobStore, Claim], object], since: str
) -> None:
    job_id = a_job(store, "queued")
    late = claimed(store)
    ending = ENDINGS["failed"] if since in ("finished", "removed") else ENDINGS["queued"]
    store.take_back(job_id, 1, ending)
    if since == "claimed again":
        claimed(store)
    if since == "removed":
        store.remove([job_id])
    before = everything(data_folder)
    with pytest.raises(LeaseLost):
        write(store, late)
    assert everything(data_folder) == before


@pytest.mark.parametrize("write", LATE_WRITES.values(), ids=LATE_WRITES)
@pytest.mark.parametrize("wrong", [{"attempt": 2}, {"token": "another"}])
def test_a_writer_with_another_attempt_or_token_changes_nothing(
    store: JobStore,
    data_folder: DataFolder,
    write: Callable[[JobStore, Claim], object],
    wrong: dict[str, object],
) -> None:
    a_job(store, "queued")
    claim = replace(claimed(store), **wrong)  # type: ignore[arg-type]  # either field
    before = everything(data_folder)
    with pytest.raises(LeaseLost):
        write(store, claim)
    assert everything(data_folder) == before


CLAIM_ALL = """
    import sys
    from pathlib import Path
    from videogen_desktop.jobs.clock import SystemClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import open_store
    store = open_store(DataFolder(Path(sys.argv[1])), SystemClock())
    print("ready", flush=True)
    sys.stdin.readline()
    while claim := store.claim(f"process {sys.argv[2]}"):
        print(claim.job.id, claim.attempt)
    store.close()
"""


def test_eight_processes_claim_five_hundred_jobs_each_once(store: JobStore, data_folder: DataFolder) -> None:
    ids = add(store, *range(1, 501))
    program = [sys.executable, "-c", textwrap.dedent(CLAIM_ALL), str(data_folder.root)]
    pipe = subprocess.PIPE
    processes = [
        subprocess.Popen([*program, str(number)], stdin=pipe, stdout=pipe, text=True, cwd=PROJECT)
        for number in range(8)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    claims = []
    for process in processes:  # all at the same time
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        claims += output.splitlines()
    assert sorted(claims) == sorted(f"{job_id} 1" for job_id in ids)
    assert store.counts()["running"] == 500
    assert {len(store.attempts(job_id)) for job_id in ids} == {1}
