from __future__ import annotations

from tests.desktop.manners.some_jobs import a_job
from videogen_desktop.desktop.manners.overall import Census, Overall
from videogen_desktop.desktop.manners.tally import Tally


def test_a_job_counts_once_as_what_it_became_last() -> None:
    tally = Tally()
    for job in (a_job(1, "waiting"), a_job(1, "completed"), a_job(2, "failed"), a_job(3, "needs-attention")):
        tally.add(job)
    result = tally.take()
    assert result is not None
    assert (result.completed, result.failed, result.attention, result.waiting) == (1, 1, 1, 0)
    assert result.only is None
    assert tally.take() is None


def test_what_the_person_did_themselves_is_no_news() -> None:
    tally = Tally()
    tally.add(a_job(1, "completed"))
    tally.add(a_job(1, "cancelled"))
    tally.add(a_job(2, "paused"))
    tally.add(a_job(3, "queued"))
    assert tally.take() is None


def test_one_job_is_known() -> None:
    tally = Tally()
    tally.add(a_job(1, "completed", "A title"))
    tally.add(a_job(2, "waiting"))
    tally.drop_waiting()
    result = tally.take()
    assert result is not None
    assert result.only is not None
    assert result.only.paper.title == "A title"


def test_progress_is_that_of_all_that_was_begun() -> None:
    overall = Overall()
    assert overall.percent(Census({"running": 1}, (0.375,))) == 37
    overall.ended(a_job(1, "completed"))
    overall.ended(a_job(2, "failed"))
    census = Census({"running": 1, "queued": 1, "paused": 5, "completed": 900}, (0.5,))
    assert overall.percent(census) == 62
    overall.ended(a_job(3, "waiting"))
    assert overall.percent(census) == 62


def test_while_nothing_runs_there_is_no_progress() -> None:
    overall = Overall()
    overall.ended(a_job(1, "completed"))
    assert overall.percent(Census({"queued": 3})) is None
    overall.rest()
    assert overall.percent(Census({"running": 1}, (0.25,))) == 25
