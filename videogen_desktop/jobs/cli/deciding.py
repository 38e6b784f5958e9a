"""What an owner decides about jobs. The decisions are written down; whoever runs the queue follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from videogen_desktop.jobs.cli.documents import decided_document, queue_document
from videogen_desktop.jobs.cli.selecting import PRIORITY, Selection, selecting
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.standing import why_paused
from videogen_desktop.jobs.cli.units import many
from videogen_desktop.jobs.model import Place
from videogen_desktop.jobs.states import OPEN
from videogen_desktop.pipeline.exit_codes import FAILED

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Decided, PauseReason

_PLACES: tuple[Place, ...] = get_args(Place)
_MOST_DIGITS = 12


@click.command("pause")
@selecting("All jobs that run, are in the line or wait.")
@click.option(
    "--queue", "whole_queue", is_flag=True, help="The queue itself: running jobs finish, none starts."
)
@click.option(
    "--after-this-one",
    is_flag=True,
    help="With --queue: whoever works on it stops after what runs now.",
)
@queue_command
def pause(session: Session, selection: Selection, whole_queue: bool, after_this_one: bool) -> int:
    """Let each JOB, or the whole queue, wait until it is resumed; finished steps are kept."""
    if after_this_one and not whole_queue:
        raise click.UsageError("--after-this-one goes with --queue.")
    if whole_queue:
        return _hold(session, selection, "after-this-one" if after_this_one else "owner")
    with session.store() as store:
        return tell(session, "paused", store.pause(selection.ids(store, OPEN)))


@click.command("resume")
@selecting("All paused jobs, but those that were set aside: name them.")
@click.option("--queue", "whole_queue", is_flag=True, help="The queue itself.")
@queue_command
def resume(session: Session, selection: Selection, whole_queue: bool) -> int:
    """Let each paused JOB, or the whole queue, go on."""
    if whole_queue:
        return _hold(session, selection, None)
    with session.store() as store:
        aside = frozenset(store.twins.all_set_aside())
        return tell(session, "resumed", store.resume(selection.ids(store, ("paused",), but=aside)))


@click.command("cancel")
@selecting("All jobs that have not ended.")
@queue_command
def cancel(session: Session, selection: Selection) -> int:
    """Cancel each JOB; a running one is ended within seconds, and its finished steps are kept."""
    meant = (*OPEN, "paused", "needs-attention")
    with session.store() as store:
        return tell(session, "cancelled", store.cancel(selection.ids(store, meant)))


@click.command("retry")
@selecting("All failed jobs.")
@click.option("--from-scratch", is_flag=True, help="Do every step again, also those that are proven done.")
@queue_command
def retry(session: Session, selection: Selection, from_scratch: bool) -> int:
    """Try each JOB again that failed, was cancelled or is completed, from the step that failed."""
    with session.store() as store:
        chosen = selection.ids(store, ("failed",))
        decided = store.retry(chosen, from_scratch=from_scratch, named=bool(selection.names))
        return tell(session, "put into the line again", decided)


@click.command("approve")
@selecting("All jobs whose script waits for you; with --allow-retracted those of retracted papers.")
@click.option("--allow-retracted", is_flag=True, help="Of retracted papers; their films say so throughout.")
@queue_command
def approve(session: Session, selection: Selection, allow_retracted: bool) -> int:
    """Let each JOB go on that needs your word: its script is good, or its paper may be a retracted one."""
    code = "retracted" if allow_retracted else "review"
    with session.store() as store:
        chosen = selection.ids(
            store,
            ("needs-attention",),
            lambda job: job.problem is not None and job.problem.code == code,
        )
        return tell(session, "approved", store.approve(chosen, allow_retracted=allow_retracted))


@click.command("priority")
@selecting("All jobs that are in the line or wait.")
@click.option("--to", "priority", type=PRIORITY, required=True, help="Higher goes first; 0 is usual.")
@queue_command
def priority(session: Session, selection: Selection, priority: int) -> int:
    """Let each JOB go before all jobs of a lower priority."""
    with session.store() as store:
        chosen = selection.ids(store, ("queued", "waiting"))
        return tell(session, f"given the priority {priority}", store.set_priority(chosen, priority))


def _place(_context: click.Context, _option: click.Parameter, value: str) -> Place | int:
    """Read a place in the line: top, bottom, up, down, or a number from 1; the store counts from 0.

    A number of more digits than any line is long means its end.
    """
    for place in _PLACES:
        if value == place:
            return place
    if value.isascii() and value.isdigit() and (digits := value.lstrip("0")):
        return int(digits[:_MOST_DIGITS]) - 1
    raise click.BadParameter(f"{value!r} is none of {', '.join(_PLACES)}, nor a number from 1.")


@click.command("move")
@selecting("All jobs that are in the line.")
@click.option(
    "--to",
    "place",
    required=True,
    metavar="PLACE",
    callback=_place,
    help="top, bottom, up, down, or a place in the line from 1.",
)
@queue_command
def move(session: Session, selection: Selection, place: Place | int) -> int:
    """Move each JOB in the line, among jobs of its priority."""
    with session.store() as store:
        return tell(session, "moved", store.move(selection.ids(store, ("queued",)), place))


def tell(session: Session, done: str, decided: Decided) -> int:
    """Say what became of a decision, and return the exit code: 3 when it was refused for some job."""
    if session.output.as_json:
        session.output.document(decided_document(decided))
    else:
        if decided.done or not decided.refused:
            session.output.say(f"{many(len(decided.done), 'job')} {done}{_numbers(decided.done)}.")
        for refusal in decided.refused:
            session.output.say(f"Job {refusal.job_id}: {refusal.reason}", "yellow")
    return FAILED if decided.refused else 0


def _numbers(ids: tuple[int, ...]) -> str:
    return f": {', '.join(map(str, ids))}" if 0 < len(ids) <= 20 else ""


def _hold(session: Session, selection: Selection, why: PauseReason | None) -> int:
    """Let the queue start no job, or let it go on: then whatever its owner had said before is taken back.

    Where somebody works on it, that one finishes first what it was asked to stop after.
    """
    if selection.anything:
        raise click.UsageError("Either jobs, or --queue.")
    with session.store() as store:
        if why is None:
            store.set_reason("owner", False)
            store.set_after_this_one(False)
            state = store.set_reason("after-this-one", False)
        elif why == "after-this-one" and session.is_at_work():
            state = store.set_after_this_one(True)
        else:
            state = store.set_reason(why, True)
    if session.output.as_json:
        session.output.document({"queue": queue_document(state)})
    elif state.after_this_one:
        session.output.say("No job is started after those that run.")
    elif state.paused:
        session.output.say(f"The queue starts no job: {why_paused(state)}.")
    else:
        session.output.say("The queue goes on.")
    return 0
