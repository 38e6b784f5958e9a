"""Films that are to be made otherwise: until one is finished its job changes, afterwards another is added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select

from videogen_desktop.jobs.model import Decided, NewPaper, Refusal
from videogen_desktop.jobs.store import deciding
from videogen_desktop.jobs.store.adding import add
from videogen_desktop.jobs.store.options import options_columns
from videogen_desktop.jobs.store.reading import jobs
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.store.changing import Change

_THERE = "A film of its paper with these options is in the list already."
_NO_FILM_COMES = ("cancelled", "failed")


def make_otherwise(
    change: Change, ids: Sequence[int], options: JobOptions
) -> tuple[Decided, tuple[int, ...]]:
    """Give jobs other options, and for finished films add jobs; return their numbers, too."""
    finished = {job.id: job for job in jobs(change.connection, ids) if job.state == "completed"}
    rule = partial(deciding.set_options, options=options)
    decided = deciding.decide(change, [number for number in ids if number not in finished], rule)
    there = _papers_with(change.connection, {job.paper_id for job in finished.values()}, options)
    wanted = {number: job for number, job in finished.items() if job.paper_id not in there}
    papers = {job.paper_id: NewPaper(job.paper) for job in wanted.values()}
    added = add(change, list(papers.values()), options, 0, "queued")
    refused = tuple(Refusal(number, _THERE) for number in finished if number not in wanted)
    return Decided((*decided.done, *wanted), (*decided.refused, *refused)), added


def _papers_with(connection: Connection, papers: Iterable[int], options: JobOptions) -> set[int]:
    """Those of the papers of which there is a film with these options, or one will be."""
    alike = select(JOB.c.paper_id).where(
        among(JOB.c.paper_id, papers),
        JOB.c.options_key == options_columns(options)["options_key"],
        JOB.c.state.not_in(_NO_FILM_COMES),
    )
    return set(connection.execute(alike).scalars())
