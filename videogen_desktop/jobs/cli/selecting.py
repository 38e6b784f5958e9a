"""Which jobs a command means: by number, key or paper, by their state, or all that it can be done to."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.states import STATES, State

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

_MOST_LISTED = 10

PRIORITY = click.IntRange(-1_000_000, 1_000_000)
"""Priorities that jobs are given."""

JOBS = click.argument("jobs", metavar="[JOB]...", nargs=-1)
STATE = click.option(
    "--state",
    "states",
    type=click.Choice(STATES),
    multiple=True,
    help="Jobs in this state; may be given more than once.",
)


def _words(_context: click.Context, _option: click.Parameter, typed: str | None) -> str:
    """Take what is to be looked for; what has no word would fit every job, which nobody means by it."""
    if typed is None:
        return ""
    if not any(character.isalnum() for character in typed):
        raise click.BadParameter(f"“{typed}” has no word in it to look for.")
    return typed


SEARCH = click.option(
    "--search",
    metavar="WORDS",
    callback=_words,
    help="Jobs whose paper or script has all these words, or words that begin so.",
)


@dataclass(frozen=True)
class Selection:
    """What a person named.

    Args:
        names: Numbers, keys and identifiers.
        states: States, each of which selects its jobs.
        search: Words that narrow the states or ``everything`` down.
        everything: Whether all jobs that the command is for are meant.
    """

    names: tuple[str, ...]
    states: frozenset[State]
    search: str
    everything: bool

    @property
    def anything(self) -> bool:
        """Whether anything was named at all."""
        return bool(self.names or self.states or self.search or self.everything)

    def ids(
        self,
        store: JobStore,
        meant: Iterable[State],
        fits: Callable[[Job], bool] | None = None,
        but: Container[int] = (),
    ) -> list[int]:
        """The jobs that are selected, in the order in which they were named.

        Args:
            store: Where they are.
            meant: The states that ``everything`` stands for.
            fits: Which of the jobs that were not named one by one are meant.
            but: Which of them are not.

        Raises:
            VideoGenError: ``nothing-chosen``, ``no-such-job`` or ``several-jobs``.
        """
        if not self.anything:
            raise VideoGenError(
                "nothing-chosen",
                "No job was named.",
                "Name jobs by number, key or paper, or choose them with --all, --state or --search.",
            )
        chosen = [one_job(name, store).id for name in self.names]
        if self.everything or self.states or self.search:
            states = self.states or frozenset(meant)
            found = [each for each in store.ids(JobQuery(states, self.search)) if each not in but]
            chosen += [each for each in found if fits is None or _fits(each, store, fits)]
        return list(dict.fromkeys(chosen))


def selecting(what_all_means: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the arguments and options that select jobs, as one ``selection``."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def command(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever click hands over
            selection = Selection(
                options.pop("jobs"),
                frozenset(options.pop("states")),
                options.pop("search"),
                options.pop("everything"),
            )
            return function(*arguments, selection=selection, **options)

        everything = click.option("--all", "everything", is_flag=True, help=what_all_means)
        return JOBS(everything(STATE(SEARCH(command))))

    return decorate


def one_job(name: str, store: JobStore) -> Job:
    """The one job that a name means.

    Raises:
        VideoGenError: ``no-such-job`` or ``several-jobs``, which lists them.
    """
    found = store.find(name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise VideoGenError(
            "no-such-job",
            f"There is no job “{name}”.",
            "“videogen jobs list” shows all jobs; “videogen jobs list --search WORDS” finds some.",
        )
    raise VideoGenError(
        "several-jobs",
        f"“{name}” could mean {len(found)} jobs.",
        "Name the one you mean by its key:\n" + "\n".join(_lines(found)),
    )


def _fits(job_id: int, store: JobStore, fits: Callable[[Job], bool]) -> bool:
    job = store.get(job_id)
    return job is not None and fits(job)


def _lines(jobs: Sequence[Job]) -> list[str]:
    lines = [
        f"  {job.key}  (number {job.id}, {job.state}) {job.paper.title or job.paper.name}"
        for job in jobs[:_MOST_LISTED]
    ]
    rest = len(jobs) - _MOST_LISTED
    return [*lines, f"  … and {rest} more"] if rest > 0 else lines
