"""``videogen jobs show``: everything about jobs, also why they wait, and where their films are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from rich.table import Table

from videogen_desktop.jobs.cli.documents import detailed_document
from videogen_desktop.jobs.cli.selecting import one_job
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.standing import standing
from videogen_desktop.jobs.cli.tables import STYLES, text, title_of, wrapped
from videogen_desktop.jobs.cli.units import many, moment, size, span
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from videogen_desktop.jobs.cli.output import Output
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Attempt, Event, Job, JobOptions
    from videogen_desktop.jobs.store import JobStore

_MOST_EVENTS = 1000
_SHOWN_EVENTS = 15
_SHOWN_ATTEMPTS = 8
_NAMES = len("Priority") + 1
_COPIED = frozenset({"File", "From", "Log", "Script", "Work"})
"""Facts that are paths: what is folded cannot be copied."""
_SCRIPT = "script.json"
_IN_LINE = JobQuery(frozenset({"queued"}))


@dataclass(frozen=True)
class _Whole:
    """A job with all that is kept of it."""

    job: Job
    attempts: tuple[Attempt, ...]
    events: tuple[Event, ...]
    standing: str
    interrupted: bool
    same_film_as: int | None


@click.command("show")
@click.argument("jobs", metavar="JOB...", nargs=-1, required=True)
@queue_command
def show(session: Session, jobs: tuple[str, ...]) -> None:
    """Tell everything about each JOB: how it stands and why, its film, its attempts and its history."""
    folder = session.folder()
    with session.store_to_read() as store:
        found = list({job.id: job for job in (one_job(name, store) for name in jobs)}.values())
        interrupted = session.interrupted(found)
        now = session.clock.now()
        wholes = [_whole(job, store, now, interrupted=job.id in interrupted) for job in found]
    if session.output.as_json:
        documents = [
            detailed_document(
                whole.job,
                whole.attempts,
                whole.events,
                whole.standing,
                folder,
                interrupted=whole.interrupted,
                same_film_as=whole.same_film_as,
            )
            for whole in wholes
        ]
        session.output.document({"jobs": documents})
        return
    for whole in wholes:
        _tell(session.output, whole, folder, session.clock.now())


def _whole(job: Job, store: JobStore, now: float, *, interrupted: bool) -> _Whole:
    ahead = store.place_of(_IN_LINE, job.id) if job.state == "queued" else None
    return _Whole(
        job,
        tuple(store.attempts(job.id)),
        tuple(store.events(job.id, _MOST_EVENTS)),
        standing(job, store.queue_state(), now, ahead, interrupted=interrupted),
        interrupted,
        store.twins.of([job.id]).get(job.id),
    )


def _tell(output: Output, whole: _Whole, folder: DataFolder, now: float) -> None:
    job = whole.job
    output.console.print(text(title_of(job), "bold"))
    style = "yellow" if whole.interrupted else STYLES[job.state]
    for line in wrapped(whole.standing, output.console.width):
        output.say(line, style)
    for name, value in _facts(job, folder, now):
        if name in _COPIED:
            output.console.print(text(f"{name:<{_NAMES}}", "dim") + value, soft_wrap=True)
        else:
            output.show(_fact(name, value))
    if whole.attempts:
        output.console.print(text("Attempts", "dim"))
        output.show(_attempt_table(whole.attempts[-_SHOWN_ATTEMPTS:], now))
    if whole.events:
        output.console.print(text("History", "dim"))
        output.show(_history(whole.events, now))


def _fact(name: str, value: Text) -> Table:
    fact = Table(box=None, show_header=False, pad_edge=False)
    fact.add_column(style="dim", width=_NAMES - 1)
    fact.add_column(overflow="fold")
    fact.add_row(name, value)
    return fact


def _facts(job: Job, folder: DataFolder, now: float) -> Iterator[tuple[str, Text]]:
    paper = job.paper
    yield "Job", text(f"{job.id}, {job.key}")
    names = [name for name in (paper.pmid and f"PMID {paper.pmid}", paper.pmcid, paper.doi) if name]
    yield "Paper", text(", ".join(names) or paper.name)
    if paper.source and names:
        yield "From", text(str(paper.source))
    if paper.authors:
        others = f" and {many(len(paper.authors) - 3, 'other')}" if len(paper.authors) > 3 else ""
        yield "Authors", text(", ".join(paper.authors[:3]) + others)
    if paper.journal or paper.year:
        yield "Journal", text(" ".join(part for part in (paper.journal, str(paper.year or "")) if part))
    if paper.retracted:
        yield "Beware", text("The paper has been retracted.", "bold red")
    yield "Film", text(_options(job.options))
    if job.film:
        film = job.film
        yield "File", text(str(film.path))
        yield "", text(f"{span(film.duration_s)}, {film.width} × {film.height}, {size(film.size)}")
    if job.priority:
        yield "Priority", text(str(job.priority))
    yield "Added", text(moment(job.created_at, now))
    if job.finished_at is not None:
        yield "Ended", text(moment(job.finished_at, now))
    if job.worked_s:
        yield "Worked", text(span(job.worked_s))
    if job.state == "needs-attention" and job.problem and job.problem.code == "review":
        yield "Script", text(str(folder.work_of(job.key) / _SCRIPT))
    yield "Work", text(str(folder.work_of(job.key)))
    yield "Log", text(str(folder.log_of(job.key)))


def _options(options: JobOptions) -> str:
    parts = [
        options.aspect,
        options.length,
        f"for a {options.audience} audience",
        f"{options.captions} captions",
    ]
    if options.theme != "paper":
        parts.append(f"{options.theme} theme")
    if options.voice:
        parts.append(f"voice {options.voice}")
    if options.logo:
        parts.append(f"with the logo {options.logo.name}")
    if options.closing:
        parts.append(f"closing with “{options.closing}”")
    if options.profile != "built-in":
        parts.append(f"made by {options.profile}")
    if options.review:
        parts.append("script to be reviewed")
    if options.allow_retracted:
        parts.append("even if retracted")
    return ", ".join(parts)


def _attempt_table(attempts: tuple[Attempt, ...], now: float) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for attempt in attempts:
        took = span((now if attempt.ended_at is None else attempt.ended_at) - attempt.started_at)
        table.add_row(
            text(str(attempt.number)),
            text(moment(attempt.started_at, now)),
            text(f"{attempt.outcome}, {took}"),
            text(attempt.problem.message if attempt.problem else ""),
        )
    return table


def _history(events: tuple[Event, ...], now: float) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for event in sorted(events, key=lambda event: event.id)[-_SHOWN_EVENTS:]:
        table.add_row(text(moment(event.at, now)), text(_told(event)))
    return table


def _told(event: Event) -> str:
    """A line of the history; which worker began an attempt is for those who read it as JSON."""
    if event.kind == "running" and event.attempt is not None:
        return f"Attempt {event.attempt} began."
    return event.text or event.kind
