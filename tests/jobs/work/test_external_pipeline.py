"""Somebody else's pipeline, run as the stand-in that behaves as the original one does."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import pytest

from tests.yardstick import slowness
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.settings import Limits, Profile, QueueSettings
from videogen_desktop.jobs.supervisor import processes_with
from videogen_desktop.pipeline.job import STAGES

if TYPE_CHECKING:
    from tests.jobs.work.bench import Bench
    from videogen_desktop.jobs.model import Job

STAND_IN = Path(__file__).with_name("stand_in")
KEY = "sk-kept/in+the keyring"
OPTIONS = JobOptions(profile="theirs", voice="Puck")


def settle(bench: Bench, mode: str, limits: Limits | None = None) -> None:
    profile = Profile(
        "theirs",
        (sys.executable, "main.py", "generate-video", "{paper_id}", "{output_dir}", "--voice", "{voice}"),
        working_folder=STAND_IN,
        secrets=("GEMINI_API_KEY",),
        environment={"STAND_IN_MODE": mode, "STAND_IN_FILM": str(bench.film)},
    )
    bench.settings = QueueSettings(profiles=(profile,), limits=limits or Limits())


def run(bench: Bench, mode: str, limits: Limits | None = None, kept: dict[str, str] | None = None) -> Job:
    settle(bench, mode, limits)
    runner = bench.runner(kept={"GEMINI_API_KEY": KEY} if kept is None else kept)
    return runner.run(bench.claim(), bench.control, bench.notes)


def everything_kept(bench: Bench, job: Job) -> str:
    """All that is in rows, logs and lines about a job."""
    log = bench.folder.log_of(job.key)
    told = [job, bench.store.attempts(job.id), bench.store.events(job.id), bench.notes.lines]
    return f"{told} {log.read_text() if log.exists() else ''}"


def test_its_film_completes_the_job(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "well")
    assert job.state == "completed"
    assert job.film is not None
    assert job.film == read_proof(bench.folder.film_of(job.key).absolute())
    assert not job.film.path.samefile(bench.folder.work_of(job.key) / "final_video.mp4")
    assert "with Puck" in bench.folder.log_of(job.key).read_text()
    assert KEY not in everything_kept(bench, job)


def test_what_it_says_of_the_paper_is_known_and_its_names_are_not_believed(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = bench.store.get(run(bench, "well").id)
    assert job is not None
    assert (job.paper.title, job.paper.authors) == ("A paper by others", ("A. Author",))
    assert (job.paper.pmid, job.paper.pmcid) == ("29608148", None)


def test_a_slow_one_is_followed_by_its_log_and_its_files(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("videogen_desktop.jobs.work.listening._LOOK_S", 0.1)
    bench.add(options=OPTIONS)
    assert run(bench, "slow").state == "completed"
    told = bench.notes.progress
    stages = list(dict.fromkeys(progress.stage for progress in told))
    assert stages == [stage for stage in STAGES if stage in stages]  # a short one may be over unseen
    assert stages[-2:] == ["generate-videos", "add-captions"]
    assert [progress.overall for progress in told] == sorted(progress.overall for progress in told)
    assert any(progress.message.startswith("Clip ") for progress in told)
    assert 0.9 < told[-1].overall < 1.0


def test_of_a_slow_one_it_is_said_how_long_it_still_takes(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    bench.clock.hasten(20)
    job = run(bench, "slow")
    assert (job.state, job.progress.eta_s) == ("completed", None)
    left = [progress.eta_s for progress in bench.notes.progress]
    assert left[0] is None
    told = [seconds for seconds in left if seconds is not None]
    assert told
    assert all(0 < seconds < 200 * slowness() for seconds in told)


@pytest.mark.parametrize(("mode", "code"), [("no-film", "film-missing"), ("broken-film", "film-damaged")])
def test_one_that_ends_well_without_a_sound_film_has_failed(bench: Bench, mode: str, code: str) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, mode)
    assert job.state == "failed"
    assert job.problem is not None
    assert (job.problem.code, job.film) == (code, None)
    assert not (bench.folder.film_of(job.key) / "film.json").exists()


def test_a_failure_is_told_in_its_own_words_and_not_paid_for_twice(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "broken")
    assert job.state == "failed"
    assert job.problem is not None
    assert job.problem.message == (
        "The pipeline “theirs” failed: Pipeline failed: Step 'generate-audio' failed: "
        "'NoneType' object has no attribute 'scenes'"
    )


def test_what_clearly_passes_is_tried_again_where_it_stopped(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "overloaded")
    assert (job.state, job.failures) == ("waiting", 1)
    bench.later()
    bench.notes.lines.clear()
    assert run(bench, "well").state == "completed"
    assert sum("Already complete" in line for line in bench.notes.lines) == 2


def test_a_key_that_is_refused_is_nowhere_to_be_read(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "wrong-key")
    assert (job.state, job.problem is None) == ("failed", False)
    kept = everything_kept(bench, job)
    assert "the API key [hidden] is not valid" in kept
    assert KEY not in kept


def test_a_key_that_is_missing_needs_attention_and_nothing_is_run(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "well", kept={})
    assert (job.state, bench.notes.lines) == ("needs-attention", [])
    assert job.problem is not None
    assert job.problem.code == "secret-missing"


def test_one_that_hangs_and_will_not_listen_is_ended(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "hanging", Limits(stall_s=1.0))
    assert job.state == "failed"
    assert job.problem is not None
    assert job.problem.code == "pipeline-died"
    assert "not said anything for too long" in job.problem.message
    (attempt,) = bench.store.attempts(job.id)
    assert attempt.process is not None
    assert processes_with(attempt.process.token) == []


def test_one_that_hangs_is_gone_soon_after_it_was_cancelled(bench: Bench) -> None:
    job_id = bench.add(options=OPTIONS)
    asked_at: list[float] = []

    def cancel_when_it_hangs(_job_id: int, text: str) -> None:
        if "never comes" in text:
            asked_at.append(bench.clock.monotonic())
            bench.store.cancel([job_id])
            bench.control.cancel()

    bench.notes.logged = cancel_when_it_hangs  # type: ignore[method-assign]
    assert run(bench, "hanging").state == "cancelled"
    assert bench.clock.monotonic() - asked_at[0] < 3.0 * slowness()


def test_from_scratch_it_finds_an_empty_folder(bench: Bench) -> None:
    job_id = bench.add(options=OPTIONS)
    film = run(bench, "well").film
    assert bench.store.retry([job_id], from_scratch=True).done
    job = run(bench, "no-film")
    assert (job.state, film is None) == ("failed", False)
    assert job.problem is not None
    assert job.problem.code == "film-missing"
    assert read_proof(bench.folder.film_of(job.key).absolute()) == film


def test_with_another_voice_it_does_not_take_the_old_work_for_the_new(bench: Bench) -> None:
    job_id = bench.add(options=OPTIONS)
    run(bench, "well")
    assert bench.store.retry([job_id]).done
    assert bench.store.set_options([job_id], replace(OPTIONS, voice="Kore")).done
    bench.notes.lines.clear()
    assert run(bench, "well").state == "completed"
    assert any("with Kore" in line for line in bench.notes.lines)
    assert not any("Already complete" in line for line in bench.notes.lines)


def test_it_cannot_spoil_the_film_in_place_by_writing_into_its_own(bench: Bench) -> None:
    bench.add(options=OPTIONS)
    job = run(bench, "well")
    with (bench.folder.work_of(job.key) / "final_video.mp4").open("r+b") as file:
        file.truncate(10)
    assert read_proof(bench.folder.film_of(job.key).absolute()) == job.film


def test_a_film_that_is_still_being_looked_at_does_not_hold_up_the_end_of_the_queue(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.add(options=OPTIONS)
    opened = av.open

    def open_and_end(*arguments: object, **named: object) -> object:
        bench.control.give_back()
        bench.clock.passed += 1.0
        return opened(*arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(av, "open", open_and_end)
    job = run(bench, "well")
    assert (job.state, job.film) == ("queued", None)
    (attempt,) = bench.store.attempts(job.id)
    assert attempt.outcome == "interrupted"
    assert (bench.folder.work_of(job.key) / "final_video.mp4").exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"arguments": ("no-such-program-anywhere",)}, "no-such-program-anywhere"),
        ({"working_folder": STAND_IN / "gone"}, "gone is not there"),
    ],
)
def test_a_program_or_folder_that_is_not_there_needs_attention_and_loses_no_job(
    bench: Bench, wrong: dict[str, Any], told: str
) -> None:
    bench.add(options=OPTIONS)
    settle(bench, "well")
    right = bench.settings
    bench.settings = replace(right, profiles=(replace(right.profiles[0], **wrong),))
    runner = bench.runner(kept={"GEMINI_API_KEY": KEY})
    job = runner.run(bench.claim(), bench.control, bench.notes)
    assert (job.state, job.failures) == ("needs-attention", 0)
    assert job.problem is not None
    assert job.problem.code == "cannot-start"
    assert told in job.problem.message
    assert "settings, then start the job again" in job.problem.hint
    bench.settings = right
    assert bench.store.retry([job.id]).done == (job.id,)
    assert runner.run(bench.claim(), bench.control, bench.notes).state == "completed"
