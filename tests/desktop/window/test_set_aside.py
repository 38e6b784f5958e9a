"""A job that was set aside, since another makes the same film, says so in the list and on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop.window.test_same_paper import NAMES, WHOLE, add_names
from tests.jobs.store.queues import ENDINGS
from videogen_desktop.desktop.details.standing import standing_of
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.jobs.model import Ending
from videogen_desktop.jobs.store.papers import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TOLD = "Its paper is in the list under two names, and job 1 makes the same film."


def test_why_it_is_paused_is_said(opened: Open, before: Before) -> None:
    def set_aside(store: JobStore) -> None:
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        with store._change() as change:
            describe(change, claim.job.paper_id, WHOLE)
        assert store.claim("another") is None
        store.finish(claim, Ending("queued", "interrupted"))
        store.set_reason("owner", True)

    before(add_names(*NAMES[:2]))
    before(set_aside)
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 2)
    job = desk.store.get(2)
    assert job

    assert words.doing(job) == TOLD
    page = standing_of(job)
    assert (page.why, page.next) == (TOLD, "It goes on when you resume it.")
    desk.choose(2)
    desk.act("resume-jobs")
    desk.until(lambda: desk.states()[2] == "queued")
    assert words.doing(desk.listed()[1]) == ""


@pytest.mark.parametrize(("action", "made_anyway"), [("retry-failed", False), ("retry", True)])
def test_a_film_that_is_there_is_made_again_only_for_a_job_that_is_chosen(
    opened: Open, before: Before, action: str, made_anyway: bool
) -> None:
    def fail_one_and_make_the_other(store: JobStore) -> None:
        store.set_reason("owner", False)
        for ending in (ENDINGS["failed"], ENDINGS["completed"]):
            claim = store.claim("a worker")
            assert claim
            with store._change() as change:
                describe(change, claim.job.paper_id, WHOLE)
            store.finish(claim, ending)
        store.set_reason("owner", True)

    before(add_names(*NAMES[:2]))
    before(fail_one_and_make_the_other)
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 2)
    desk.choose(1)
    desk.act(action)
    desk.until(lambda: desk.states()[1] == "queued")

    with desk.store._reading() as connection:  # were the queue not held, the window itself would claim it
        wanted = connection.exec_driver_sql("SELECT wanted_anyway FROM job WHERE id = 1").scalar_one()
    assert bool(wanted) is made_anyway
