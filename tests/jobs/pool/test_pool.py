from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.jobs.killed.queue_process import check_rows
from tests.jobs.pool.doubles import add
from tests.jobs.pool.test_awake import Lock
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs import attendant
from videogen_desktop.jobs.awake import Awake
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import CancelledJobs, Decided, Ending, Problem, Progress, QueueState, Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.jobs.pool.doubles import Bench
    from videogen_desktop.jobs.model import Changes, Claim, Job


def test_the_queue_is_worked_off_in_order_and_listeners_are_told_in_their_own_thread(bench: Bench) -> None:
    jobs = add(bench.store, 50)
    runner = bench.at_once()
    bench.pool(runner).start()
    bench.until(lambda: bench.heard("idle"))
    assert runner.order == list(jobs)
    assert [job.id for job in bench.heard("ended")] == list(jobs)
    assert {job.state for job in bench.heard("ended")} == {"completed"}
    assert set(jobs) <= {job_id for changes in bench.heard("changed") for job_id in changes.changed}
    assert max(changes.revision for changes in bench.heard("changed")) == bench.store.revision()
    assert bench.threads == {threading.get_ident()}
    assert len(bench.heard("idle")) == 1


def test_idleness_is_told_once_however_often_it_is_looked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims: list[str] = []
    claim = bench.store.claim

    def noted(worker: str) -> Claim | None:
        claims.append(worker)
        return claim(worker)

    monkeypatch.setattr(attendant, "LOOK_S", 0.01)
    monkeypatch.setattr(bench.store, "claim", noted)
    bench.pool(bench.at_once()).start()
    bench.until(lambda: bench.heard("idle"))
    looked = len(claims)
    bench.until(lambda: len(claims) > looked + 5)
    assert len(bench.heard("idle")) == 1


def test_an_empty_queue_is_idle_and_wakes_when_a_job_is_added(bench: Bench) -> None:
    bench.pool(bench.at_once()).start()
    bench.until(lambda: len(bench.heard("idle")) == 1)
    (job,) = add(bench.store, 1)
    bench.until(lambda: len(bench.heard("idle")) == 2)
    assert bench.states([job]) == ["completed"]


def test_as_many_run_at_once_as_the_size_says_and_it_changes_while_they_run(bench: Bench) -> None:
    jobs = add(bench.store, 8)
    runner = bench.by_hand()
    pool = bench.pool(runner, workers=2)
    pool.start()
    bench.until(lambda: runner.running == set(jobs[:2]))

    pool.resize(4)
    bench.until(lambda: runner.running == set(jobs[:4]))

    pool.resize(1)
    runner.let_end(*jobs[:3])
    bench.until(lambda: runner.running == {jobs[3]})
    runner.let_end(jobs[3])
    bench.until(lambda: runner.running == {jobs[4]})
    assert bench.states(jobs) == ["completed"] * 4 + ["running"] + ["queued"] * 3

    pool.resize(0)
    bench.until(lambda: len(runner.running) == 2)
    assert pool.sizes().jobs == 2, "four cores carry two jobs"


def test_the_next_job_runs_on_the_thread_of_the_last(bench: Bench) -> None:
    jobs = add(bench.store, 20)
    runner = bench.by_hand()
    runner.let_end(*jobs)
    bench.pool(runner).start()
    bench.until(lambda: bench.heard("idle"))
    assert len({runner.threads[job] for job in jobs}) == 1


def test_a_pause_lets_what_runs_finish_and_starts_nothing(bench: Bench) -> None:
    first, second = add(bench.store, 2)
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.running == {first})
    pool.pause()
    assert pool.state.reasons == ("owner",)
    runner.let_end(first)
    bench.until(lambda: bench.heard("idle"))
    assert bench.states([first, second]) == ["completed", "queued"]
    assert bench.store.queue_state().reasons == ("owner",)
    assert [state.reasons for state in bench.heard("queue_changed")] == [("owner",)]

    pool.resume()
    bench.until(lambda: runner.running == {second})
    assert not bench.store.queue_state().paused


def test_running_jobs_stand_still_when_they_are_suspended(bench: Bench) -> None:
    add(bench.store, 3)
    runner = bench.by_hand()
    pool = bench.pool(runner, workers=2)
    pool.start()
    bench.until(lambda: len(runner.running) == 2)
    pool.pause(suspend=True)
    assert all(control.suspended for control in runner.controls.values())
    pool.resume()
    assert not any(control.suspended for control in runner.controls.values())


def test_stopping_after_this_one_lets_all_that_runs_finish(bench: Bench) -> None:
    jobs = add(bench.store, 4)
    runner = bench.by_hand()
    pool = bench.pool(runner, workers=2)
    pool.start()
    bench.until(lambda: len(runner.running) == 2)
    pool.stop_after_this_one()
    runner.let_end(jobs[0])
    bench.until(lambda: bench.states(jobs)[0] == "completed")
    assert pool.state.after_this_one
    assert not pool.state.paused
    runner.let_end(jobs[1])
    bench.until(lambda: pool.state == QueueState(("after-this-one",), after_this_one=False))
    assert bench.states(jobs) == ["completed"] * 2 + ["queued"] * 2

    runner.let_end(*jobs)
    pool.resume()
    bench.until(lambda: bench.states(jobs) == ["completed"] * 4)


def test_a_job_is_cancelled_while_it_waits_and_while_it_runs(bench: Bench) -> None:
    running, queued, waiting = add(bench.store, 3)
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.running == {running})
    decided, _ = pool.cancel([queued, running])
    assert set(decided.done) == {queued, running}
    bench.until(lambda: runner.running == {waiting})
    assert bench.states([running, queued, waiting]) == ["cancelled", "cancelled", "running"]


def test_a_job_that_ends_before_the_store_hears_that_it_is_cancelled_is_cancelled_all_the_same(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = add(bench.store, 1)
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.running == {job})
    cancel = bench.store.cancelling.cancel

    def late(ids: Sequence[int]) -> tuple[Decided, CancelledJobs]:
        bench.until(lambda: bench.states([job]) == ["cancelled"])
        return cancel(ids)

    monkeypatch.setattr(bench.store.cancelling, "cancel", late)
    assert pool.cancel([job])[0] == Decided((job,))
    bench.until(lambda: not pool.busy().jobs)
    assert pool.cancel([job])[0].refused, "it does not run any more"


@pytest.mark.parametrize("times", [1, 2])
def test_who_takes_the_cancelling_of_a_running_job_back_has_it_go_on(bench: Bench, times: int) -> None:
    (job,) = add(bench.store, 1)
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.running == {job})
    finish, taken_back = bench.store.finish, threading.Event()

    def late(claim: Claim, ending: Ending) -> Job:
        assert taken_back.wait(20)
        return finish(claim, replace(ending, cancelled_untold=runner.controls[job].untold))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bench.store, "finish", late)
        decided, cancelled = pool.cancel([job])
        assert decided.done == (job,)
        for _ in range(times - 1):
            assert pool.cancel([job])[0].refused, "it is being cancelled"
        assert bench.store.cancelling.take_back(cancelled).done == (job,)
        taken_back.set()
        bench.until(lambda: bench.store.jobs([job])[0].attempt == 2 and runner.running == {job})
    runner.let_end(job)
    bench.until(lambda: bench.states([job]) == ["completed"])


@pytest.mark.parametrize(("ask", "state"), [("cancel", "cancelled"), ("pause", "paused")])
def test_what_is_asked_in_the_moment_of_the_claim_is_done(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: str, state: str
) -> None:
    (job,) = add(bench.store, 1)
    claim = bench.store.claim

    def claim_and_ask(worker: str) -> Claim | None:
        claimed = claim(worker)
        if claimed is not None:
            getattr(bench.store, ask)([claimed.job.id])
        return claimed

    monkeypatch.setattr(bench.store, "claim", claim_and_ask)
    bench.pool(bench.by_hand()).start()
    bench.until(lambda: bench.states([job]) == [state])


@pytest.mark.parametrize("ask", ["cancel", "pause"])
def test_what_is_asked_in_the_moment_of_the_end_comes_too_late_for_a_film_that_is_made(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    first, second = add(bench.store, 2)
    finish = bench.store.finish

    def ask_and_finish(claim: Claim, ending: Ending) -> Job:
        getattr(bench.store, ask)([first])
        return finish(claim, ending)

    monkeypatch.setattr(bench.store, "finish", ask_and_finish)
    bench.pool(bench.at_once()).start()
    bench.until(lambda: bench.heard("idle"))
    assert bench.states([first, second]) == ["completed"] * 2
    check_rows(bench.store)


def test_pausing_one_running_job_leaves_the_others(bench: Bench) -> None:
    first, second, third = add(bench.store, 3)
    runner = bench.by_hand()
    bench.pool(runner, workers=2).start()
    bench.until(lambda: runner.running == {first, second})
    bench.store.pause([first])
    bench.until(lambda: runner.running == {second, third})
    assert bench.states([first]) == ["paused"]


def test_a_waiting_job_starts_when_it_is_due(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendant, "LOOK_S", 3600.0)
    (job,) = add(bench.store, 1)
    runner = bench.by_hand()
    bench.pool(runner).start()
    bench.until(lambda: runner.running == {job})
    problem = Problem("network", "The network is down.", "Wait.", retryable=True)
    due = SystemClock().now() + 0.5
    runner.let_end(job, ending=Ending("waiting", "retry", problem, not_before=due, counts_as="failure"))
    bench.until(lambda: len(bench.store.attempts(job)) == 2)
    started = bench.store.attempts(job)[-1].started_at
    assert 0.0 <= started - due < 0.3 * slowness()


def test_each_of_several_waiting_jobs_starts_when_it_is_due(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendant, "LOOK_S", 3600.0)
    jobs = add(bench.store, 3)
    runner = bench.by_hand()
    bench.pool(runner, workers=3).start()
    bench.until(lambda: runner.running == set(jobs))
    problem = Problem("network", "The network is down.", "Wait.", retryable=True)
    first_due = SystemClock().now() + 1.0
    dues = {job: first_due + 0.3 * number for number, job in enumerate(jobs)}
    for job, due in dues.items():
        runner.let_end(job, ending=Ending("waiting", "retry", problem, not_before=due, counts_as="failure"))
    bench.until(lambda: all(len(bench.store.attempts(job)) == 2 for job in jobs))
    for job, due in dues.items():
        assert 0.0 <= bench.store.attempts(job)[-1].started_at - due < 0.3 * slowness()


def test_a_mistake_in_the_program_fails_its_job_and_the_queue_goes_on(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    wrong, right = add(bench.store, 2)
    runner = bench.by_hand()
    runner.let_end(wrong, ending=ZeroDivisionError("a mistake"))
    runner.let_end(right)
    with caplog.at_level(logging.ERROR):
        bench.pool(runner).start()
        bench.until(lambda: bench.heard("idle"))
    assert bench.states([wrong, right]) == ["failed", "completed"]
    job = bench.store.get(wrong)
    assert job is not None
    assert job.problem is not None
    assert job.problem.code == "internal"
    assert "ZeroDivisionError: a mistake" in caplog.text
    assert [job.id for job in bench.heard("ended")] == [wrong, right]


def test_quitting_says_what_runs_and_gives_it_back_in_its_place(bench: Bench) -> None:
    jobs = add(bench.store, 4)
    runner = bench.by_hand()
    pool = bench.pool(runner, workers=2)
    assert pool.busy().message == ""
    pool.start()
    bench.until(lambda: len(runner.running) == 2)
    assert {job.id for job in pool.busy().jobs} == set(jobs[:2])
    assert pool.busy().message.startswith("2 films are being made. Nothing is lost")
    told = len(bench.heard("idle"))
    places = [job.position for job in map(bench.store.get, jobs) if job is not None]

    assert pool.quit()
    assert bench.states(jobs) == ["queued"] * 4
    assert [job.position for job in map(bench.store.get, jobs) if job is not None] == places
    assert pool.busy().jobs == ()
    assert len(bench.heard("idle")) == told, "a queue that was stopped is not idle"
    names = {thread.name for thread in threading.enumerate()}
    assert "queue-attendant" not in names
    assert "keep-awake" not in names
    add(bench.store, 1, first=100)
    bench.application.processEvents()
    assert not runner.running


def test_quitting_waits_no_longer_than_it_is_told_for_a_database_that_is_locked(bench: Bench) -> None:
    (job,) = add(bench.store, 1)
    runner = bench.by_hand()
    pool = bench.pool(runner)
    pool.start()
    bench.until(lambda: runner.running == {job})
    with contextlib.closing(sqlite3.connect(bench.folder.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = time.monotonic()
        assert not pool.quit(timeout_s=0.5)
        assert time.monotonic() - before < 2 * slowness()
        other.execute("ROLLBACK")
    assert pool.quit()
    assert bench.states([job]) == ["queued"]


def test_a_pool_that_never_started_can_be_quit(bench: Bench) -> None:
    assert bench.pool(bench.at_once()).quit()


def test_pauses_of_the_owner_outlive_the_pool_and_stale_ones_of_the_computer_do_not(bench: Bench) -> None:
    jobs = add(bench.store, 2)
    bench.store.set_reason("low-disk", True)
    bench.store.set_reason("on-battery", True)
    bench.store.set_after_this_one(True)
    pool = bench.pool(bench.at_once())
    pool.start()
    bench.until(lambda: bench.heard("idle"))
    assert pool.state.reasons == ("after-this-one",)
    assert bench.store.queue_state().reasons == ("after-this-one",)
    assert bench.states(jobs) == ["queued"] * 2
    pool.resume()
    bench.until(lambda: bench.states(jobs) == ["completed"] * 2)


def test_the_battery_holds_the_queue_and_says_why(bench: Bench) -> None:
    bench.settings = replace(bench.settings, pause_on_battery=True)
    bench.on_battery = True
    (job,) = add(bench.store, 1)
    pool = bench.pool(bench.at_once())
    pool.start()
    bench.until(lambda: pool.state.reasons == ("on-battery",))
    assert [hindrance.reason for hindrance in pool.hindrances()] == ["on-battery"]
    assert "plugged in" in pool.hindrances()[0].message
    pool.resume()
    assert pool.state.reasons == ("on-battery",), "the owner's resume does not plug the computer in"
    assert bench.states([job]) == ["queued"]

    bench.settings = replace(bench.settings, pause_on_battery=False)
    pool.resume()
    bench.until(lambda: bench.states([job]) == ["completed"])
    assert any("battery" in event.text for event in bench.store.events(None, 50))


def test_the_computer_is_kept_awake_while_a_job_works_and_only_then(bench: Bench) -> None:
    lock = Lock()
    bench.settings = replace(bench.settings, keep_awake=True)
    runner = bench.by_hand()
    pool = bench.pool(runner, awake=Awake(lock))
    pool.start()
    bench.until(lambda: bench.heard("idle"))
    assert lock.times == 0
    (job,) = add(bench.store, 1)
    bench.until(lock.held.is_set)
    pool.pause(suspend=True)
    bench.until(lock.released.is_set)
    pool.resume()
    bench.until(lock.held.is_set)
    runner.let_end(job)
    bench.until(lambda: not lock.held.is_set())
    assert lock.times == 2


def test_a_storm_of_progress_is_told_ten_times_a_second_at_most(bench: Bench) -> None:
    jobs = add(bench.store, 8)
    runner = bench.by_hand()
    bench.pool(runner, workers=8).start()
    bench.until(lambda: runner.running == set(jobs))
    revision = bench.store.revision()
    over = threading.Event()

    def storm(job: int) -> None:
        watcher, step = runner.watchers[job], 0
        while not over.wait(1 / 125):
            step += 1
            watcher.progressed(job, Progress("generate-videos", 0.5, 0.5, f"Picture {step}"))
            watcher.used(job, Usage(1.0 * step, 1000), 1000)
            watcher.logged(job, f"line {step}")

    threads = [threading.Thread(target=storm, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    bench.until(lambda: len(bench.heard("progressed")) > 15)
    over.set()
    for thread in threads:
        thread.join()
    for signal in ("progressed", "logged"):
        times = bench.times(signal)
        assert len(times) > 10
        assert (len(times) - 1) / (times[-1] - times[0]) <= 10.2
    assert any({job for job, _, _ in told} == set(jobs) for told in bench.heard("progressed"))
    assert max(len(lines) for told in bench.heard("logged") for _, lines in told) <= 201
    assert bench.store.revision() == revision, "telling of progress writes nothing"
    runner.let_end(*jobs)


def test_a_change_is_told_within_a_tenth_of_a_second(bench: Bench) -> None:
    jobs = add(bench.store, 1)
    pool = bench.pool(bench.by_hand())
    pool.pause()
    pool.start()
    bench.until(lambda: bench.heard("queue_changed"))
    seen = len(bench.heard("changed"))
    before = time.monotonic()
    bench.store.set_priority(jobs, 5)
    bench.until(lambda: len(bench.heard("changed")) > seen)
    assert bench.times("changed")[-1] - before < 0.1 * slowness()
    assert bench.heard("changed")[-1].changed == jobs


def test_a_store_that_does_not_answer_for_a_while_stops_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answers = iter(
        [VideoGenError("database-busy", "Another program holds it.", "Close it."), ValueError("a mistake")]
    )
    poll = bench.store.poll

    def sometimes() -> Changes | None:
        for error in answers:
            raise error
        return poll()

    monkeypatch.setattr(bench.store, "poll", sometimes)
    monkeypatch.setattr(attendant, "LOOK_S", 0.1)
    bench.pool(bench.at_once()).start()
    (job,) = add(bench.store, 1)
    bench.until(lambda: bench.states([job]) == ["completed"])
    bench.until(lambda: "ValueError: a mistake" in caplog.text)
    assert "Another program holds it." in caplog.text


def test_a_worker_that_fails_leaves_room_for_another(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pool, failed = bench.pool(bench.at_once()), threading.Event()
    queue = pool._queue
    next_claim = queue.next_claim

    def fail_once() -> Claim | None:
        if not failed.is_set():
            failed.set()
            raise KeyError("a mistake")
        return next_claim()

    monkeypatch.setattr(queue, "next_claim", fail_once)
    pool.start()
    bench.until(failed.is_set)
    (job,) = add(bench.store, 1)
    bench.until(lambda: bench.states([job]) == ["completed"])
    assert "KeyError: 'a mistake'" in caplog.text
