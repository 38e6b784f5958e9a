"""A job that was set aside, since another makes the same film, says so in the list and on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.window.test_same_paper import NAMES, WHOLE, add_names
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
