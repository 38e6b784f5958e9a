"""Films that are to be made otherwise: until one is finished its job changes, afterwards another is added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Decided, NewPaper, Refusal
from videogen_desktop.jobs.store import deciding
from videogen_desktop.jobs.store.adding import add
from videogen_desktop.jobs.store.options import options_columns
from videogen_desktop.jobs.store.reading import jobs
from videogen_desktop.jobs.store.tables import JOB
from videogen_desktop.jobs.store.twins import NO_FILM_COMES, here_already

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.store.changing import Change

_THERE = "A film of its paper with these options is in the list already."


def make_otherwise(
    change: Change, ids: Sequence[int], options: JobOptions
) -> tuple[Decided, tuple[int, ...]]:
    """Give jobs other options, and for finished films add jobs; return their numbers, too."""
    finished = {job.id: job for job in jobs(change.connection, ids) if job.state == "completed"}
    rule = partial(deciding.set_options, options=options)
    decided = deciding.decide(change, [number for number in ids if number not in finished], rule)
    there = here_already(
        change.connection,
        {job.paper_id for job in finished.values()},
        options_columns(options)["options_key"],
        JOB.c.state.not_in(NO_FILM_COMES),
    )
    wanted = {number: job for number, job in finished.items() if job.paper_id not in there}
    papers = {job.paper_id: NewPaper(job.paper) for job in wanted.values()}
    added = add(change, list(papers.values()), options, 0, "queued")
    refused = tuple(Refusal(number, _THERE) for number in finished if number not in wanted)
    return Decided((*decided.done, *wanted), (*decided.refused, *refused)), added
