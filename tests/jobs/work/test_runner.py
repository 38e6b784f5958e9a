"""One claim from its start to its end, with a pipeline that does as it is told."""

from __future__ import annotations

import errno
import os
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

import pytest

from tests.jobs.work.bench import FAKE, SEED, Bench
from tests.processes import descendants_with
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, PaperFacts
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.reconciling import reconcile
from videogen_desktop.jobs.settings import Limits, RetryRule
from videogen_desktop.jobs.store import LeaseLost
from videogen_desktop.jobs.supervisor import Control, processes_with
from videogen_desktop.jobs.supervisor.tree import Tree
from videogen_desktop.jobs.work.retry import LONGEST_S
from videogen_desktop.pipeline.job import STAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Job, Progress
    from videogen_desktop.jobs.store import JobStore


def code_of(job: Job) -> str:
    return job.problem.code if job.problem else ""


def speak(bench: Bench, wish: Callable[[Control], None], job_id: int) -> None:
    """Put a wish to a running job; that it be paused or cancelled stands in the store as well."""
    if wish is Control.pause:
        bench.store.pause([job_id])
    if wish is Control.cancel:
        bench.store.cancel([job_id])
    wish(bench.control)


def test_a_film_that_came_out_well_completes_the_job(bench: Bench) -> None:
    job_id = bench.add()
    job = bench.run("well")
    assert (job.state, job.attempt, job.problem) == ("completed", 1, None)
    assert job.film is not None
    assert job.film == read_proof(bench.folder.film_of(job.key).absolute())
    assert job.film.made_by == 1
    assert job.work_bytes >= job.film.size
    assert bench.notes.jobs == [job] == [bench.store.get(job_id)]
    assert [progress.overall for progress in bench.notes.progress] == [0.2, 0.4, 0.6, 0.8, 1.0]
    (attempt,) = bench.store.attempts(job_id)
    assert (attempt.outcome, attempt.exit_code) == ("completed", 0)
    assert attempt.process is not None
    assert attempt.process.token


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("no-film", "film-missing"),
        ("empty", "film-damaged"),
        ("truncated", "film-damaged"),
        ("too-long-told", "film-damaged"),
        ("linked", "film-missing"),
    ],
)
def test_a_pipeline_that_lies_completes_nothing(bench: Bench, way: str, code: str) -> None:
    bench.add()
    job = bench.run(way)
    assert (job.state, code_of(job), job.failures, job.film) == ("waiting", code, 1, None)
    assert job.problem is not None
    assert job.problem.message.endswith(".")
    assert not bench.folder.film_of(job.key).exists()


def test_a_film_that_nobody_told_of_completes_nothing(bench: Bench) -> None:
    bench.add()
    job = bench.run("no-result")
    assert (job.state, code_of(job), job.crashes) == ("waiting", "crashed", 1)


def test_a_failure_waits_for_a_time_that_was_drawn(bench: Bench) -> None:
    bench.settings = replace(bench.settings, retry=RetryRule(first_s=100, longest_s=1000))
    bench.add()
    before = bench.clock.now()
    job = bench.run("error:server-error:yes:75")
    assert (job.state, job.failures, code_of(job)) == ("waiting", 1, "server-error")
    assert job.not_before is not None
    drawn = Random(SEED).uniform(0, 100)
    assert before + drawn <= job.not_before <= bench.clock.now() + drawn
    assert bench.store.claim("another") is None


def test_what_the_other_side_asks_for_is_kept_to(bench: Bench) -> None:
    bench.add()
    before = bench.clock.now()
    job = bench.run("error:rate-limited:yes:75")
    assert job.not_before is not None
    assert job.not_before >= before + min(5000, LONGEST_S)
    assert bench.store.claim("another") is None


def test_failures_in_a_row_come_to_an_end(bench: Bench) -> None:
    bench.settings = replace(bench.settings, retry=RetryRule(most=3))
    job_id = bench.add()
    states = []
    for _ in range(3):
        states.append(bench.run("error:server-error:yes:75").state)
        bench.later()
    assert states == ["waiting", "waiting", "failed"]
    assert bench.store.claim("another") is None
    assert [attempt.outcome for attempt in bench.store.attempts(job_id)] == ["retry", "retry", "failed"]


@pytest.mark.parametrize("code", ["retracted", "no-text"])
def test_what_a_person_must_decide_waits_for_one(bench: Bench, code: str) -> None:
    bench.add()
    job = bench.run(f"error:{code}:no:3")
    assert (job.state, code_of(job)) == ("needs-attention", code)


def test_what_a_paper_is_called_is_known_though_it_is_stopped_at_the_door(bench: Bench) -> None:
    job_id = bench.add()
    job = bench.run("stopped-at-the-door")
    assert (job.state, code_of(job)) == ("needs-attention", "retracted")
    kept = bench.store.get(job_id)
    assert kept is not None
    assert kept.paper == PaperFacts(
        pmid="29608148", pmcid="PMC5880371", title="Of fish", authors=("M. Ma",), retracted=True
    )
    assert "paper: Of fish" in bench.folder.log_of(job.key).read_text()


def test_a_job_that_kills_its_process_is_given_up_and_the_queue_goes_on(bench: Bench) -> None:
    poison = bench.add()
    other = bench.add(PaperFacts(pmid="2"))
    states = []
    for _ in range(3):
        claim = bench.claim()
        assert claim.job.id == poison
        states.append(bench.run("dies", claim).state)
        bench.later()
    assert states == ["waiting", "waiting", "failed"]
    job = bench.notes.jobs[-1]
    assert (job.crashes, code_of(job)) == (3, "poison")
    assert job.problem is not None
    assert "signal 9" in job.problem.message
    assert "Fatal Python error" in job.problem.message
    assert bench.claim().job.id == other


def test_a_silent_process_is_ended_and_counts_as_a_crash(bench: Bench) -> None:
    bench.add()
    launch = bench.fake("waits")
    runner = bench.runner(lambda claim: replace(launch(claim), limits=Limits(stall_s=0.5)))
    job = runner.run(bench.claim(), bench.control, bench.notes)
    assert (job.state, job.crashes, code_of(job)) == ("waiting", 1, "crashed")


def test_a_killed_pipeline_counts_as_a_crash_whoever_killed_it(bench: Bench) -> None:
    bench.add()

    def kill(progress: Progress) -> None:
        if progress.stage == "add-captions":
            for process in descendants_with(str(FAKE)):
                process.kill()

    bench.notes.on_progress = kill
    job = bench.run("waits")
    assert (job.state, job.crashes) == ("waiting", 1)
    bench.notes.on_progress = lambda _progress: None
    bench.later()
    assert bench.run("well").state == "completed"


@pytest.mark.parametrize(
    ("wish", "state"),
    [(Control.cancel, "cancelled"), (Control.pause, "paused"), (Control.give_back, "queued")],
)
def test_a_wish_is_fulfilled(bench: Bench, wish: Callable[[Control], None], state: str) -> None:
    job_id = bench.add()
    bench.notes.on_progress = lambda _progress: speak(bench, wish, job_id)
    job = bench.run("waits")
    assert (job.state, job.crashes, job.failures, job.problem) == (state, 0, 0, None)


@pytest.mark.parametrize(
    ("wish", "state"),
    [(Control.cancel, "cancelled"), (Control.pause, "paused"), (Control.give_back, "queued")],
)
def test_a_wish_is_fulfilled_even_if_the_system_fails_to_put_it_to_the_process(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, wish: Callable[[Control], None], state: str
) -> None:
    def fail(tree: Tree) -> None:
        for process in descendants_with(str(FAKE)):
            process.kill()
        raise SystemError(f"the system did something else to {tree}")

    monkeypatch.setattr(Tree, "ask_to_end", fail)
    job_id = bench.add()
    bench.notes.on_progress = lambda _progress: speak(bench, wish, job_id)
    job = bench.run("waits")
    assert (job.state, job.crashes, job.failures, job.problem) == (state, 0, 0, None)
    assert "could not be asked to end: SystemError" in bench.folder.log_of(job.key).read_text()


@pytest.mark.parametrize(
    ("wish", "state"),
    [(Control.cancel, "cancelled"), (Control.pause, "paused"), (Control.give_back, "queued")],
)
def test_a_wish_before_the_start_starts_nothing(
    bench: Bench, wish: Callable[[Control], None], state: str
) -> None:
    job_id = bench.add()
    claim = bench.claim()
    speak(bench, wish, job_id)
    job = bench.run("well", claim)
    assert (job.state, bench.notes.progress) == (state, [])
    assert not bench.folder.log_of(job.key).exists()


def test_a_job_whose_owner_lets_it_go_on_while_its_process_ends_goes_on(bench: Bench) -> None:
    job_id = bench.add()

    def change_ones_mind(_progress: Progress) -> None:
        speak(bench, Control.pause, job_id)
        bench.store.resume([job_id])

    bench.notes.on_progress = change_ones_mind
    assert bench.run("waits").state == "queued"


def test_a_job_goes_on_whose_cancelling_was_taken_back_while_its_process_ends(bench: Bench) -> None:
    job_id = bench.add()

    def change_ones_mind(_progress: Progress) -> None:
        _, cancelled = bench.store.cancelling.cancel([job_id])
        bench.control.cancel()
        bench.store.cancelling.take_back(cancelled)

    bench.notes.on_progress = change_ones_mind
    assert bench.run("waits").state == "queued"


@pytest.mark.parametrize("wish", [Control.cancel, Control.pause, Control.give_back])
def test_a_film_that_came_out_in_spite_of_a_late_wish_is_kept(bench: Bench, wish: object) -> None:
    assert callable(wish)
    bench.add()
    bench.notes.on_progress = lambda progress: wish(bench.control) if progress.overall == 1.0 else None
    assert bench.run("late").state == "completed"


def test_a_failure_that_meets_a_wish_is_not_tried_again(bench: Bench) -> None:
    job_id = bench.add()
    bench.notes.on_progress = lambda _progress: speak(bench, Control.cancel, job_id)
    assert bench.run("error:server-error:yes:75").state == "cancelled"


@pytest.mark.parametrize(("wish", "state"), [("cancel", "cancelled"), ("pause", "paused")])
def test_a_request_in_the_store_is_heard(bench: Bench, wish: str, state: str) -> None:
    job_id = bench.add()
    asked = iter([getattr(bench.store, wish)])

    def ask(_progress: Progress) -> None:
        for decide in asked:
            decide([job_id])

    bench.notes.on_progress = ask
    job = bench.run("waits", bench.claim(lease_s=0.4))
    assert (job.state, job.request) == (state, None)


class CountingStore:
    """The store, with its calls counted."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self.calls: Counter[str] = Counter()

    def __getattr__(self, name: str) -> object:
        self.calls[name] += 1
        return getattr(self._store, name)

    def renewed_since(self, before: int) -> bool:
        return self.calls["renew"] > before


def test_the_lease_is_kept_while_it_works(bench: Bench, tmp_path: Path) -> None:
    bench.add()
    store = CountingStore(bench.store)
    running = bench.start(f"waits-for:{tmp_path / 'go'}", bench.claim(lease_s=60), cast("JobStore", store))
    for _ in range(5):
        before = store.calls["renew"]
        bench.clock.passed += 16
        running.until(partial(store.renewed_since, before))
    assert bench.store.expired() == ()
    (tmp_path / "go").touch()
    assert running.result().state == "completed"


def test_progress_is_stored_at_most_twice_a_second_and_watched_more_often(bench: Bench) -> None:
    bench.add()
    store = CountingStore(bench.store)
    began = bench.clock.monotonic()
    job = bench.run("chatty", store=cast("JobStore", store))
    took = bench.clock.monotonic() - began
    assert job.state == "completed"
    assert 1 <= store.calls["report"] <= 2 * took + 2
    assert store.calls["report"] < len(bench.notes.progress) <= 1005
    assert [*dict.fromkeys(told.stage for told in bench.notes.progress)] == [*STAGES]
    assert bench.notes.progress[-1].fraction == 0.999


def test_the_newest_progress_of_a_job_that_failed_is_kept(bench: Bench) -> None:
    bench.add()
    job = bench.run("error:bad-input:no:2")
    assert (job.state, job.progress.stage, job.progress.overall) == ("failed", "add-captions", 1.0)


def test_a_script_is_reviewed_before_the_rest_is_made(bench: Bench) -> None:
    job_id = bench.add(options=JobOptions(review=True))
    job = bench.run("stops-after-script")
    assert (job.state, code_of(job)) == ("needs-attention", "review")
    assert bench.store.approve([job_id]).done == (job_id,)
    assert bench.run("well").state == "completed"


def test_a_paper_in_hand_that_is_gone_needs_attention(bench: Bench, tmp_path: Path) -> None:
    bench.add(PaperFacts(source=tmp_path / "gone.xml"))
    job = bench.runner().run(bench.claim(), bench.control, bench.notes)
    assert (job.state, code_of(job)) == ("needs-attention", "paper-missing")


def test_a_pipeline_that_cannot_be_started_fails_with_a_reason(bench: Bench) -> None:
    bench.add()
    launch = bench.fake("well")
    runner = bench.runner(lambda claim: replace(launch(claim), arguments=("/no/such/program",)))
    job = runner.run(bench.claim(), bench.control, bench.notes)
    assert (job.state, code_of(job)) == ("failed", "cannot-start")


def test_a_full_disk_for_films_makes_the_job_wait_and_says_so(
    bench: Bench, small_disk: Path, short_film: Path
) -> None:
    bench.folder = DataFolder(bench.folder.root, small_disk / "films")
    (small_disk / "filler").write_bytes(bytes(240 * 1024))
    assert short_film.stat().st_size > 16 * 1024
    bench.add()
    job = bench.run("well")
    assert (job.state, code_of(job), job.failures, job.crashes) == ("waiting", "disk-full", 0, 0)
    assert read_proof(bench.folder.film_of(job.key)) is None
    (small_disk / "filler").unlink()
    bench.later()
    assert bench.run("well").state == "completed"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOTCONN])
def test_a_working_folder_that_does_not_answer_makes_the_job_wait_and_says_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(path: Path) -> bool:
        raise OSError(number, os.strerror(number), path)

    bench.add()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", fail)
        job = bench.run("well")
    assert (job.state, code_of(job), job.failures, job.crashes) == ("waiting", "not-writable", 0, 0)
    assert job.problem is not None
    assert os.strerror(number) in job.problem.message
    bench.later()
    assert bench.run("well").state == "completed"


def test_a_job_that_was_taken_by_another_is_left_to_it(bench: Bench) -> None:
    job_id = bench.add()
    running = bench.start("waits", first := bench.claim(lease_s=60))
    running.until(lambda: bench.store.attempts(job_id)[0].process)
    bench.store.take_back(job_id, 1, Ending("queued", "lost"))
    second = bench.claim()
    bench.clock.passed += 16
    assert running.result().attempt == 2
    assert processes_with(first.token) == []
    assert bench.notes.jobs == []
    bench.store.renew(second)
    with pytest.raises(LeaseLost):
        bench.store.renew(first)
    assert [attempt.outcome for attempt in bench.store.attempts(job_id)] == ["lost", "running"]


def test_a_late_film_does_not_take_the_place_of_anothers(bench: Bench, tmp_path: Path) -> None:
    job_id = bench.add()
    running = bench.start(f"waits-for:{tmp_path / 'go'}", bench.claim(lease_s=3600))
    running.until(lambda: bench.store.attempts(job_id)[0].process)
    bench.store.take_back(job_id, 1, Ending("queued", "lost"))
    second = bench.claim()
    (tmp_path / "go").touch()
    assert running.result().state == "running"
    assert not bench.folder.film_of(second.job.key).exists()


def test_an_old_film_stays_until_the_one_made_from_scratch_is_there(bench: Bench) -> None:
    job_id = bench.add()
    first = bench.run("well")
    assert bench.store.retry([job_id], from_scratch=True).done
    again = bench.run("truncated")
    assert again.state == "waiting"
    assert read_proof(bench.folder.film_of(first.key).absolute()) == first.film
    bench.later()
    last = bench.run("well")
    assert last.film is not None
    assert (last.state, last.film.made_by) == ("completed", 3)


def test_an_old_film_that_was_put_among_working_folders_stays_the_jobs(bench: Bench) -> None:
    job_id = bench.add()
    bench.folder = DataFolder(bench.folder.root, films_elsewhere=bench.folder.work)
    first = bench.run("well")
    assert first.film is not None
    assert bench.store.retry([job_id]).done
    again = bench.run("truncated")
    assert again.state == "waiting"
    assert again.film is not None
    assert again.film.path.is_file()
    assert replace(again.film, path=first.film.path) == first.film
    reconcile(bench.store, bench.folder)
    (_job, film) = next(iter(bench.store.films().items()))
    assert not film.missing
