"""When all is done is reckoned from what films took, and not said while nothing is known."""

from __future__ import annotations

from dataclasses import replace

from tests.jobs.work.making import a_job
from videogen_desktop.desktop.forecast import Forecast
from videogen_desktop.jobs.model import Progress


def test_nothing_is_said_before_a_film_was_made() -> None:
    assert Forecast().left_s([], 3, 1) is None


def test_the_queue_takes_what_films_took() -> None:
    forecast = Forecast()
    forecast.learn([replace(a_job(), state="completed", worked_s=60.0)])

    assert forecast.left_s([], 10, 1) == 600.0
    assert forecast.left_s([], 10, 2) == 300.0


def test_what_runs_counts_with_what_is_left_of_it() -> None:
    forecast = Forecast()
    forecast.learn([replace(a_job(), state="completed", worked_s=100.0)])
    half = replace(a_job(), state="running", progress=Progress(overall=0.5))
    known = replace(a_job(), state="running", progress=Progress(overall=0.5, eta_s=90.0))

    assert forecast.left_s([half], 0, 1) == 50.0
    assert forecast.left_s([half, known], 0, 4) == 90.0  # no sooner than the slowest of them


def test_jobs_that_made_no_film_teach_nothing() -> None:
    forecast = Forecast()
    forecast.learn([replace(a_job(), state="failed", worked_s=5.0)])

    assert forecast.left_s([], 1, 1) is None


def test_while_the_first_film_is_made_the_others_are_taken_to_be_like_it() -> None:
    forecast = Forecast()
    begun = replace(a_job(), state="running", progress=Progress(overall=0.1))
    known = replace(a_job(), state="running", progress=Progress(overall=0.5, eta_s=50.0))

    assert forecast.left_s([begun], 10, 1) is None
    assert forecast.left_s([known], 10, 1) == 50.0 + 10 * 100.0
    assert forecast.left_s([known, begun], 10, 2) == (50.0 + 90.0 + 10 * 100.0) / 2


def test_what_films_took_counts_more_than_what_one_says_of_itself() -> None:
    forecast = Forecast()
    forecast.learn([replace(a_job(), state="completed", worked_s=60.0)])
    known = replace(a_job(), state="running", progress=Progress(overall=0.5, eta_s=50.0))

    assert forecast.left_s([known], 10, 1) == 50.0 + 10 * 60.0


def test_a_film_that_is_all_but_done_tells_nothing_of_others() -> None:
    done = replace(a_job(), state="running", progress=Progress(overall=1.0, eta_s=0.5))

    assert Forecast().left_s([done], 10, 1) is None
