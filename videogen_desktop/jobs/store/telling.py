"""What a worker finds out about the job that it holds: which paper it is, and the words of its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from videogen_desktop.jobs.store import papers, searching
from videogen_desktop.jobs.store.held import holds
from videogen_desktop.jobs.store.refusals import LeaseLost
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Claim, PaperFacts
    from videogen_desktop.jobs.store.changing import Change


def describe(change: Change, held: Claim, facts: PaperFacts) -> None:
    """Fill in what was found out about the job's paper, whichever row that is by now."""
    papers.describe(change, _paper_of(change, held), facts)


def set_script(change: Change, held: Claim, script: str) -> None:
    """Let the job be found by the words of its script."""
    _paper_of(change, held)
    searching.set_script(change, held.job.id, script)


def _paper_of(change: Change, held: Claim) -> int:
    """The number of the paper that a job is about which is still held."""
    paper_id = change.connection.execute(select(JOB.c.paper_id).where(holds(held))).scalar()
    if paper_id is None:
        raise LeaseLost(held.job.id, held.attempt)
    return int(paper_id)
