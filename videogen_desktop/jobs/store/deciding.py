"""What a person decides about jobs: a rule for one job, carried out on all that it allows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from videogen_desktop.jobs.model import Decided, Progress, Refusal
from videogen_desktop.jobs.states import SAME_FILM, may_move, why_not
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.options import options_columns, options_key
from videogen_desktop.jobs.store.rows import problem_columns, progress_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB
from videogen_desktop.jobs.store.twins import made_by_others

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from videogen_desktop.jobs.model import JobOptions, Request
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow

_WEIGHED = select(
    *(
        JOB.c[name]
        for name in ("id", "state", "request", "not_before", "priority", "approved", "error_code", "options")
    )
)
"""What rules look at."""

_MAY_PAUSE = frozenset({"queued", "waiting"})
"""A cancelled job goes back to being paused, and is not paused as one that is given up."""

GONE = "There is no such job any more."
_BEING_CANCELLED = "It is being cancelled."


@dataclass(frozen=True)
class Step:
    """What is done with a job: it goes to a state, or something about it changes.

    Args:
        text: For the history, a sentence.
        to: Its new state; None when that stays.
        kind: Of the line of history, when the state stays.
        values: Columns that change.
    """

    text: str
    to: State | None = None
    kind: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


Rule: TypeAlias = "Callable[[AnyRow], Step | str]"
"""What is done with the job of a row, or why nothing can be, in a sentence."""


def decide(change: Change, ids: Sequence[int], rule: Rule) -> Decided:
    """Carry out a decision on each job that its rule allows; the others are named with the reason."""
    wanted = dict.fromkeys(ids)
    rows = {row.id: row for row in change.connection.execute(_WEIGHED.where(among(JOB.c.id, wanted)))}
    done: list[int] = []
    refused: list[Refusal] = []
    alike: dict[tuple[State, str], list[int]] = defaultdict(list)
    steps: dict[tuple[State, str], Step] = {}
    for number in wanted:
        step = rule(rows[number]) if number in rows else GONE
        if isinstance(step, str):
            refused.append(Refusal(number, step))
            continue
        group = (rows[number].state, repr(step))
        steps[group] = step
        alike[group].append(number)
        done.append(number)
    for group, numbers in alike.items():
        _carry_out(change, numbers, group[0], steps[group])
    return Decided(tuple(done), tuple(refused))


def pause(row: AnyRow) -> Step | str:
    """Take it out of the line; when it runs, ask its worker to."""
    if row.state == "running":
        if row.request:
            return _BEING_CANCELLED if row.request == "cancel" else "It is being paused already."
        return _ask("pause", "Its owner asked to pause it.")
    if row.state in _MAY_PAUSE:
        return Step("Paused by its owner.", "paused")
    return why_not(row.state, "paused")


def resume(row: AnyRow, *, now: float, longest_wait_s: float) -> Step | str:
    """Put a paused job back where it was, or take back that a running one be paused."""
    if row.state == "running" and row.request:
        return _BEING_CANCELLED if row.request == "cancel" else _ask(None, "Its owner lets it go on.")
    if row.state != "paused":
        return f"It is {row.state}, not paused."
    if row.not_before is not None and now < row.not_before <= now + longest_wait_s:
        return Step("Resumed by its owner; it still waits.", "waiting")
    wanted = {"wanted_anyway": True} if row.error_code == SAME_FILM else {}
    return Step("Resumed by its owner.", "queued", values=_free_to_run() | wanted)


def cancel(row: AnyRow, *, now: float) -> Step | str:
    """Give it up; when it runs, ask its worker to."""
    if row.state == "running":
        if row.request == "cancel":
            return "It is being cancelled already."
        return _ask("cancel", "Its owner asked to cancel it.")
    if may_move(row.state, "cancelled"):
        return Step("Cancelled by its owner.", "cancelled", values=_free_to_run() | {"finished_at": now})
    return why_not(row.state, "cancelled")


def take_back_cancel(row: AnyRow, *, before: Mapping[str, Any]) -> Step | str:
    """Let it stand as it stood before it was cancelled; one that has ended for it goes on from there."""
    ran = before["state"] == "running"
    if ran and row.state == "running" and row.request == "cancel":
        return _ask(before["request"], "Its owner lets it go on after all.")
    if row.state != "cancelled":
        return f"It is {row.state}, not cancelled."
    if ran:
        to: State = "paused" if before["request"] == "pause" else "queued"
        return Step("Its owner took the cancelling back.", to, values={"finished_at": None})
    kept = {name: value for name, value in before.items() if name not in ("id", "state", "request")}
    return Step("Its owner took the cancelling back.", before["state"], values=kept | {"finished_at": None})


def retry_all(change: Change, ids: Sequence[int], *, from_scratch: bool, named: bool) -> Decided:
    """Have jobs made again; those that their owner ``named``, whatever others make."""
    needless = made_by_others(change.connection, ids) if named else frozenset()
    return decide(change, ids, partial(retry, from_scratch=from_scratch, needless=needless))


def retry(row: AnyRow, *, from_scratch: bool, needless: frozenset[int]) -> Step | str:
    """Have it made again, from the failed stage or from scratch; a finished one too.

    One that has a film, or is among the ``needless`` since another makes its film, is wanted all the same.
    """
    if row.state == "running":
        return "It is running."
    if row.state == "paused":
        return "It is paused; resume it."
    if not may_move(row.state, "queued"):
        return why_not(row.state, "queued")
    values = {
        "failures": 0,
        "crashes": 0,
        "finished_at": None,
        "from_scratch": from_scratch,
        "approved": row.approved and not from_scratch,
    }
    if row.state == "completed" or row.id in needless:
        values["wanted_anyway"] = True
    afresh = progress_columns(Progress())
    return Step("Tried again by its owner.", "queued", values=_free_to_run() | afresh | values)


def approve(row: AnyRow) -> Step | str:
    """Let the film be made of the script that was looked at."""
    if row.state != "needs-attention" or row.error_code != "review":
        return "Its script is not waiting to be approved."
    return Step("Its owner approved the script.", "queued", values=_free_to_run() | {"approved": True})


def allow_retracted(row: AnyRow) -> Step | str:
    """Make the film of a retracted paper all the same; the film says so."""
    if row.state != "needs-attention" or row.error_code != "retracted":
        return "It is not held back because its paper was retracted."
    options = row.options | {"allow_retracted": True}
    values = _free_to_run() | {"options": options, "options_key": options_key(options)}
    return Step("Its owner wants the film although the paper was retracted.", "queued", values=values)


def set_options(row: AnyRow, *, options: JobOptions) -> Step | str:
    """Change how its film is to be made; one that is finished would not be what its job says of it."""
    if row.state == "running":
        return "It is running; its film is being made as it was ordered."
    if row.state == "completed":
        return "Its film is finished; with other options it is another film."
    return Step("Its owner chose other options.", kind="options", values=options_columns(options))


def _ask(request: Request | None, text: str) -> Step:
    return Step(text, kind="asked", values={"request": request})


def _free_to_run() -> dict[str, Any]:
    """Nothing holds it back any more."""
    return problem_columns(None) | {"not_before": None}


def _carry_out(change: Change, numbers: Sequence[int], now: State, step: Step) -> None:
    if step.to is not None:
        move(change, numbers, now, step.to, step.text, **step.values)
        return
    change.update_jobs(numbers, **step.values)
    change.tell(numbers, step.kind, step.text)
