"""Cancelled and paused in the moment of the claim, of the end and of the wait, with real processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.killed.queue_process import check_films, check_rows
from videogen_desktop.jobs.work import place_film, probe

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.jobs.work.bench import Bench
    from videogen_desktop.jobs.model import Decided, Job

    Moment = Callable[[Bench, pytest.MonkeyPatch, Callable[[], None]], None]

PLACE_FILM = "videogen_desktop.jobs.work.judging.place_film"
FAILS = "error:server-error:yes:75"
STATES = {"cancel": "cancelled", "pause": "paused"}
wishes = pytest.mark.parametrize("wish", STATES)


def its_process_has_ended(_bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], None]) -> None:
    def ask_and_place(*given: object, **named: object) -> object:
        ask()
        return place_film(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(PLACE_FILM, ask_and_place)


def its_film_is_in_place(_bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], None]) -> None:
    def place_and_ask(*given: object, **named: object) -> object:
        film = place_film(*given, **named)  # type: ignore[arg-type]
        ask()
        return film

    monkeypatch.setattr(PLACE_FILM, place_and_ask)


def its_end_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], None]) -> None:
    finish = bench.store.finish

    def ask_and_finish(*given: object) -> Job:
        ask()
        return finish(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.store, "finish", ask_and_finish)


def its_end_was_told(bench: Bench, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], None]) -> None:
    finish = bench.store.finish

    def finish_and_ask(*given: object) -> Job:
        job = finish(*given)  # type: ignore[arg-type]
        ask()
        return job

    monkeypatch.setattr(bench.store, "finish", finish_and_ask)


def asking(bench: Bench, wish: str, job_id: int) -> tuple[Callable[[], None], list[Decided]]:
    """Asks for something, and what was said to it."""
    said: list[Decided] = []
    return lambda: said.append(getattr(bench.store, wish)([job_id])), said


def the_job(bench: Bench) -> Job:
    """The only job, which is in a state that can be."""
    check_rows(bench.store)
    check_films(bench.folder, bench.store)
    job = bench.store.get(1)
    assert job is not None
    return job


@wishes
@pytest.mark.parametrize(
    "moment", [its_process_has_ended, its_film_is_in_place, its_end_is_told, its_end_was_told]
)
def test_a_film_that_is_made_is_kept_and_its_job_is_completed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, wish: str, moment: Moment
) -> None:
    ask, said = asking(bench, wish, bench.add())
    moment(bench, monkeypatch, ask)
    bench.run("well")
    (decided,) = said
    assert bool(decided.refused) is (moment is its_end_was_told)
    job = the_job(bench)
    assert (job.state, job.request, job.problem, job.attempt) == ("completed", None, None, 1)
    assert job.film is not None
    assert probe(job.film.path).duration_s == pytest.approx(2.0, abs=0.5)
    assert bench.store.claim("another") is None


@wishes
@pytest.mark.parametrize("moment", [its_end_is_told, its_end_was_told])
def test_a_job_that_comes_to_wait_does_as_it_is_asked_and_not_as_its_time_comes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, wish: str, moment: Moment
) -> None:
    job_id = bench.add()
    ask, said = asking(bench, wish, job_id)
    with monkeypatch.context() as patched:
        moment(bench, patched, ask)
        bench.run(FAILS)
    assert [decided.done for decided in said] == [(job_id,)]
    assert the_job(bench).state == STATES[wish]
    bench.later()
    assert bench.store.claim("another") is None
    assert (bench.store.resume if wish == "pause" else bench.store.retry)([job_id]).done
    bench.run("well")
    assert the_job(bench).state == "completed"


@wishes
def test_a_job_that_is_asked_in_the_moment_of_its_claim_does_so_before_its_film_is_made(
    bench: Bench, wish: str
) -> None:
    job_id = bench.add()
    claim = bench.claim(lease_s=0.4)
    ask, said = asking(bench, wish, job_id)
    ask()
    assert said[0].done
    bench.run("waits", claim)
    job = the_job(bench)
    assert (job.state, job.request) == (STATES[wish], None)
    assert bench.store.claim("another") is None
