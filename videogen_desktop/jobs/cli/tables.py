"""Tables of jobs, as wide as the terminal is and never wider."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from videogen_desktop.jobs.cli.harmless import harmless
from videogen_desktop.jobs.cli.standing import in_short
from videogen_desktop.jobs.cli.units import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

_WIDE = 120
_COMMAND = re.compile("“videogen [^”]*”")
_HELD = "\N{NO-BREAK SPACE}"
"""Stands for a blank at which no line ends; the lines that are made have none."""
_SHORT = 0.35
"""Titles that take no more of the width than this take only what they need."""

STYLES: dict[State, str] = {
    "queued": "",
    "running": "bold cyan",
    "waiting": "yellow",
    "paused": "dim",
    "needs-attention": "bold yellow",
    "completed": "green",
    "failed": "bold red",
    "cancelled": "dim",
}


INTERRUPTED = "interrupted"
"""What a person reads of a job that was running when its program ended all at once."""


def job_table(
    jobs: Iterable[Job],
    now: float,
    width: int,
    interrupted: frozenset[int] = frozenset(),
    same_film: Mapping[int, int] | None = None,
) -> Table:
    """A table of jobs, a row each.

    Args:
        jobs: The jobs, in order.
        now: Seconds since 1970.
        width: Columns of the terminal; a wide one shows more of each job.
        interrupted: The numbers of running jobs on which nobody works.
        same_film: Jobs whose film another one makes, with that one.
    """
    wide = width >= _WIDE
    jobs, same_film = list(jobs), same_film or {}
    longest = max((cell_len(title_of(job)) for job in jobs), default=0)
    share = None if longest <= width * _SHORT else 3 if wide else 1
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("No.", justify="right", no_wrap=True)
    table.add_column("State", no_wrap=True)
    table.add_column("Paper", no_wrap=True, overflow="ellipsis", ratio=share)
    if wide:
        table.add_column("Name", no_wrap=True, max_width=32, overflow="ellipsis")
        table.add_column("Changed", no_wrap=True)
    table.add_column("", ratio=2 if wide else 1, no_wrap=True, overflow="ellipsis")
    for job in jobs:
        stopped = job.id in interrupted
        state = text(INTERRUPTED, "yellow") if stopped else text(job.state, STYLES[job.state])
        cells = [text(str(job.id)), state, text(title_of(job))]
        if wide:
            cells += [text(job.paper.name), text(moment(job.changed_at, now), "dim")]
        words = in_short(job, now, interrupted=stopped, same_film_as=same_film.get(job.id))
        table.add_row(*cells, text(words))
    return table


def text(words: str, style: str = "") -> Text:
    """Words of anybody as they are, on one line."""
    return Text(harmless(words), style)


def wrapped(sentences: str, width: int) -> list[str]:
    """Sentences on lines of a width, with each command in them whole, so that it can be copied."""
    whole = _COMMAND.sub(lambda command: command[0].replace(" ", _HELD), harmless(sentences))
    lines = textwrap.wrap(whole, width, break_long_words=False, break_on_hyphens=False)
    return [line.replace(_HELD, " ") for line in lines]


def title_of(job: Job) -> str:
    """What a person knows a job's paper by."""
    return job.paper.title or job.paper.name
