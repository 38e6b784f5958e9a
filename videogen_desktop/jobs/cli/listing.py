"""``videogen jobs list``: the jobs, some of them, in an order."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from videogen_desktop.jobs.cli.documents import job_document, queue_document
from videogen_desktop.jobs.cli.selecting import SEARCH, STATE
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.standing import why_paused
from videogen_desktop.jobs.cli.tables import INTERRUPTED, job_table
from videogen_desktop.jobs.cli.units import many
from videogen_desktop.jobs.model import JobQuery, SortKey
from videogen_desktop.jobs.states import STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from videogen_desktop.jobs.model import Job, QueueState
    from videogen_desktop.jobs.states import State

_USUAL_LIMIT = 50
_PAGE = 1000


@click.command("list")
@STATE
@SEARCH
@click.option("--sort", type=click.Choice(get_args(SortKey)), default="queue", show_default=True)
@click.option("--descending", is_flag=True, help="The other way round.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    metavar="N",
    help=f"At most so many; 0 is all. Usual: all with --json, else {_USUAL_LIMIT}.",
)
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Leave out the first N.")
@queue_command
def list_jobs(
    session: Session,
    states: tuple[State, ...],
    search: str,
    sort: SortKey,
    descending: bool,
    limit: int | None,
    offset: int,
) -> None:
    """List jobs: all of them, or those in a state or with words in title, authors, journal or script."""
    query = JobQuery(frozenset(states), search, sort, descending)
    if limit is None and not session.output.as_json:
        limit = _USUAL_LIMIT
    with session.store_to_read() as store:
        total, counts, queue = store.count(query), store.counts(), store.queue_state()
        end = total if not limit else min(total, offset + limit)
        jobs: list[Job] = []
        while offset + len(jobs) < end:
            page = store.page(query, offset + len(jobs), min(_PAGE, end - offset - len(jobs)))
            if not page:  # others have removed some meanwhile
                break
            jobs += page
        same_film = store.twins.of(job.id for job in jobs)
    if session.output.as_json:
        interrupted = session.interrupted(jobs)
        session.output.document(
            {
                "jobs": [
                    job_document(job, interrupted=job.id in interrupted, same_film_as=same_film.get(job.id))
                    for job in jobs
                ],
                "total": total,
                "counts": {state: counts.get(state, 0) for state in STATES},
                "queue": queue_document(queue),
            }
        )
        return
    _show(session, jobs, same_film, total, counts, queue)


def _show(
    session: Session,
    jobs: Sequence[Job],
    same_film: Mapping[int, int],
    total: int,
    counts: Mapping[State, int],
    queue: QueueState,
) -> None:
    output = session.output
    broken_off = bool(counts.get("running")) and not session.is_at_work()
    interrupted = frozenset(job.id for job in jobs if broken_off and job.state == "running")
    if jobs:
        width = output.console.width
        output.show(job_table(jobs, session.clock.now(), width, interrupted, same_film))
    else:
        output.say("There is no such job." if any(counts.values()) else "There is no job yet.")
    if len(jobs) < total:
        output.say(f"{len(jobs):,} of {total:,} are shown; --limit and --offset show others.", "dim")
    names: Mapping[State, str] = {"running": INTERRUPTED} if broken_off else {}
    counted = (state for state in STATES if counts.get(state))
    summary = ", ".join(f"{counts[state]:,} {names.get(state, state)}" for state in counted)
    if summary:
        output.say(f"{many(sum(counts.values()), 'job')}: {summary}.")
    if queue.paused:
        output.say(f"The queue starts no job: {why_paused(queue)}.", "yellow")
