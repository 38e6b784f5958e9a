"""What a person sees of a queue at work: a table that keeps up on a terminal, else a line for each change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table

from videogen_desktop.jobs.cli.standing import STAGE_NAMES, percent, why_paused
from videogen_desktop.jobs.cli.tables import STYLES, text, title_of
from videogen_desktop.jobs.cli.units import many, moment, span
from videogen_desktop.jobs.states import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import Job, QueueState
    from videogen_desktop.jobs.states import State

_WIDE = 100
_NARROW = 80
_WORDS: Mapping[State, str] = {
    "running": "running",
    "queued": "in the line",
    "waiting": "waiting",
    "paused": "paused",
    "needs-attention": "in need of attention",
    "completed": "completed",
    "failed": "failed",
}
_MARKS: Mapping[State, str] = {"completed": "✓", "failed": "✗", "needs-attention": "!", "waiting": "…"}


@dataclass(frozen=True)
class Scene:
    """The queue at one moment.

    Args:
        running: The jobs that run.
        counts: How many jobs are in each state.
        queue: The queue as a whole.
        due_in: Seconds to the next waiting job, if one waits.
        now: Seconds since 1970.
        hindrances: Why the queue holds still by itself, in sentences, as far as they are known.
        free: Jobs that were set aside and go on next, as far as nothing else is to be done before.
    """

    running: Sequence[Job]
    counts: Mapping[State, int]
    queue: QueueState
    due_in: float | None
    now: float
    hindrances: tuple[str, ...] = ()
    free: tuple[int, ...] = ()


@dataclass
class Tally:
    """How the jobs stand that were worked on, each once, however often it was tried."""

    states: dict[int, State] = field(default_factory=dict)

    def note(self, job: Job) -> None:
        """An attempt at a job is over."""
        self.states[job.id] = job.state

    def ids(self, state: State) -> list[int]:
        """The jobs that stand so."""
        return sorted(number for number, its in self.states.items() if its == state)

    def counts(self) -> Counter[State]:
        """How many stand how."""
        return Counter(self.states.values())


class View(Protocol):
    """Who shows a queue at work."""

    def show(self, scene: Scene) -> None:
        """The queue is so now."""

    def ended(self, job: Job, now: float) -> None:
        """An attempt at a job is over."""

    def trouble(self, error: VideoGenError) -> None:
        """The queue cannot be read just now."""

    def say(self, words: str, style: str = "") -> None:
        """Something about the queue as a whole."""

    def close(self) -> None:
        """Nothing more is shown."""


class Silence:
    """Shows nothing: a program waits for the document at the end."""

    def show(self, scene: Scene) -> None:
        """The queue is so now."""

    def ended(self, job: Job, now: float) -> None:
        """An attempt at a job is over."""

    def trouble(self, error: VideoGenError) -> None:
        """The queue cannot be read just now."""

    def say(self, words: str, style: str = "") -> None:
        """Something about the queue as a whole."""

    def close(self) -> None:
        """Nothing more is shown."""


class Lines:
    """A line for each change, for a log file."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._started: dict[int, int] = {}
        self._said = ""

    def show(self, scene: Scene) -> None:
        """Tell of jobs that were started, and when the queue begins or ceases to hold still."""
        for job in scene.running:
            if self._started.get(job.id) != job.attempt:
                self._started[job.id] = job.attempt
                self.say(f"{moment(scene.now, scene.now)} job {job.id} started: {title_of(job)}")
        self._hold(why_held(scene))

    def trouble(self, error: VideoGenError) -> None:
        """Tell that the queue cannot be read, once."""
        self._hold(f"{error.message} {error.hint}")

    def ended(self, job: Job, now: float) -> None:
        """Tell how a job stands after an attempt."""
        self._started.pop(job.id, None)
        self.say(f"{moment(now, now)} {outcome(job, now)}")

    def say(self, words: str, style: str = "") -> None:
        """Tell something."""
        self._console.print(text(words, style), soft_wrap=True)

    def close(self) -> None:
        """Nothing more is told."""

    def _hold(self, why: str) -> None:
        if why != self._said:
            self._said = why
            self.say(why or "The queue goes on.")


class LiveTable:
    """A table of the running jobs at the foot of the terminal; what has ended scrolls up above it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._live = Live(console=console, auto_refresh=False, transient=True)
        self._live.start()

    def show(self, scene: Scene) -> None:
        """Draw the table anew."""
        self._live.update(scene_table(scene, self._console.width), refresh=True)

    def trouble(self, error: VideoGenError) -> None:
        """Draw what is wrong instead of the table."""
        self._live.update(text(f"{error.message} {error.hint}", "yellow"), refresh=True)

    def ended(self, job: Job, now: float) -> None:
        """Leave a line above the table."""
        self.say(outcome(job, now), STYLES[job.state])

    def say(self, words: str, style: str = "") -> None:
        """Leave a line above the table."""
        self._console.print(text(words, style), soft_wrap=True)

    def close(self) -> None:
        """Take the table away."""
        self._live.stop()


def scene_table(scene: Scene, width: int) -> RenderableType:
    """The running jobs with how far they are, and a line about all others."""
    narrow = width < _NARROW
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("No.", justify="right", no_wrap=True)
    table.add_column("Paper", ratio=1 if narrow else 3, no_wrap=True, overflow="ellipsis")
    table.add_column("Doing", ratio=2, no_wrap=True, overflow="ellipsis")
    if not narrow:
        table.add_column("", width=20 if width >= _WIDE else 10)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Left", justify="right", no_wrap=True, min_width=8)
    for job in scene.running:
        left = span(job.progress.eta_s) if job.progress.eta_s is not None else ""
        bar = () if narrow else (ProgressBar(1.0, job.progress.overall),)
        first = (text(str(job.id)), text(title_of(job)), text(_doing(job)))
        table.add_row(*first, *bar, text(percent(job)), text(left))
    return Group(table, *summary(scene)) if scene.running else Group(*summary(scene))


def summary(scene: Scene) -> list[Text]:
    """How many jobs stand how, and why nothing is started, if so."""
    counts = ", ".join(
        f"{scene.counts[state]:,} {words}" for state, words in _WORDS.items() if scene.counts.get(state)
    )
    lines = [text(counts, "dim")]
    held = why_held(scene)
    if held:
        lines.append(text(held, "yellow"))
    elif not scene.running and scene.due_in is not None and not scene.counts.get("queued"):
        lines.append(text(f"The next is tried again in {span(scene.due_in)}.", "dim"))
    return lines


def why_held(scene: Scene) -> str:
    """Why no job is started, in a sentence; empty when jobs are."""
    if scene.hindrances:
        return " ".join(scene.hindrances)
    if scene.queue.paused:
        return f"The queue starts no job: {why_paused(scene.queue)}."
    return "No job is started after those that run." if scene.queue.after_this_one else ""


def set_aside(job: Job) -> str:
    """That another job makes the film of one, on one line."""
    return f"· job {job.id} is set aside: {job.problem.message if job.problem else title_of(job)}"


def outcome(job: Job, now: float) -> str:
    """How a job stands after an attempt, on one line."""
    mark = _MARKS.get(job.state, "·")
    stands = "goes back into the line" if job.state == "queued" else job.state
    start = f"{mark} job {job.id} {stands}: {title_of(job)}"
    if job.state == "completed" and job.film:
        return f"{start} ({span(job.film.duration_s)}) {job.film.path}"
    if job.state == "waiting" and job.problem and job.not_before is not None:
        return f"{start}. {job.problem.message} Tried again in {span(job.not_before - now)}."
    return f"{start}. {job.problem.message}" if job.problem else start


def concluded(counts: Mapping[State, int], left: int, *, paused: int = 0, aside: int = 0) -> str:
    """What a run has come to, in a sentence.

    Args:
        counts: How the jobs stand that were worked on.
        left: How many the queue would go on with by itself.
        paused: How many are paused by their owner.
        aside: How many are set aside, since another job makes their film.
    """
    done = many(counts.get("completed", 0), "film")
    failed = counts.get("failed", 0)
    attention = counts.get("needs-attention", 0)
    parts = [f"{done} made"]
    if failed:
        parts.append(f"{many(failed, 'job')} failed")
    if attention:
        parts.append(f"{many(attention, 'job')} in need of your attention")
    if left:
        parts.append(f"{many(left, 'job')} left")
    if paused:
        parts.append(f"{many(paused, 'job')} paused")
    if aside:
        parts.append(f"{many(aside, 'job')} set aside")
    return ", ".join(parts) + "."


def next_steps(counts: Mapping[State, int], *, aside: int = 0) -> list[str]:
    """What can be done about the jobs of a queue that is no longer worked on, in sentences.

    Args:
        counts: How all jobs stand.
        aside: How many of those that are paused are set aside, since another job makes their film.
    """
    steps = []
    if counts.get("failed"):
        failed = many(counts["failed"], "job has failed", "jobs have failed")
        steps.append(
            f"{failed}; “videogen jobs list --state failed” says why, and “videogen jobs retry --all” "
            "tries again."
        )
    if counts.get("needs-attention"):
        need = many(counts["needs-attention"], "job needs your word", "jobs need your word")
        steps.append(f"{need}; “videogen jobs list --state needs-attention” says for what.")
    if paused := counts.get("paused", 0) - aside:
        are_paused = many(paused, "job is paused", "jobs are paused")
        steps.append(f"{are_paused}; “videogen jobs resume --all” ends that.")
    if aside:
        are_aside = many(aside, "job is set aside, since another", "jobs are set aside, since others")
        make = "makes" if aside == 1 else "make"
        steps.append(f"{are_aside} {make} the same film; “videogen jobs list --state paused” says which.")
    if any(counts.get(state) for state in OPEN):
        steps.append("“videogen jobs run” goes on with what is left.")
    return steps


def broken_off(number: int) -> str:
    """What stands above the list of jobs that something had broken off."""
    return f"{many(number, 'job')} had been broken off:"


def _doing(job: Job) -> str:
    asked = {"cancel": "being cancelled", "pause": "being paused"}.get(job.request or "")
    return asked or job.progress.message or STAGE_NAMES.get(job.progress.stage, "starting")
