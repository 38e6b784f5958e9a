"""What the queue hands out: jobs, their papers, attempts, events and films, as data that cannot be changed.

Times are seconds since 1970 in UTC unless a name says otherwise; sizes are bytes; fractions run from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - read when options and a film's proof are decoded
from typing import TYPE_CHECKING, Literal

from videogen_desktop.pipeline.job import (  # noqa: TC001 - read when options are decoded
    Aspect,
    Audience,
    Captions,
    Length,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.states import State

Request = Literal["cancel", "pause"]
"""What the owner has asked of a running job and its worker has not done yet."""

BUILT_IN = "built-in"
"""The profile of the pipeline that comes with the application."""


@dataclass(frozen=True)
class JobOptions:
    """How a film is to be made. Two jobs with the same paper and equal options make the same film.

    ``profile`` names the pipeline that makes it; ``review`` stops after the script for a person to approve.
    ``logo``, a picture file, and ``closing``, words for the last scene, are the maker's own.
    """

    aspect: Aspect = "16:9"
    length: Length = "standard"
    voice: str | None = None
    audience: Audience = "general"
    captions: Captions = "soft"
    theme: str = "paper"
    allow_retracted: bool = False
    review: bool = False
    profile: str = BUILT_IN
    logo: Path | None = None
    closing: str = ""


@dataclass(frozen=True)
class PaperFacts:
    """A paper as far as it is known: at first only the name it was added by, the rest once it was fetched.

    ``source`` is the path of a paper in hand (a JATS file, or a folder with one), None for one to be fetched.
    ``year`` is 0 while unknown.
    """

    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None
    source: Path | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: int = 0
    licence: str = ""
    retracted: bool = False
    abstract_only: bool = False

    @property
    def name(self) -> str:
        """What the pipeline is given as PAPER_ID: the path of a paper in hand, else its strongest name."""
        return str(self.source) if self.source else self.pmid or self.pmcid or self.doi or ""


@dataclass(frozen=True)
class Problem:
    """Why a job is not going on: a code for programs, a sentence for a person, and what to do next."""

    code: str
    message: str
    hint: str
    retryable: bool = False
    retry_after_s: float | None = None


@dataclass(frozen=True)
class Usage:
    """What an attempt took: processor seconds of its process tree, and its largest memory in bytes."""

    cpu_s: float = 0.0
    peak_bytes: int = 0


@dataclass(frozen=True)
class Film:
    """A finished film, proven by probing the file.

    ``made_by`` is the number of the attempt that made it.
    """

    path: Path
    duration_s: float
    width: int
    height: int
    size: int
    sha256: str
    made_at: float
    made_by: int
    missing: bool = False
    """Whether the file was gone when last looked for."""


@dataclass(frozen=True)
class Progress:
    """How far a running job is. ``overall`` never goes back within an attempt."""

    stage: str = ""
    fraction: float = 0.0
    overall: float = 0.0
    message: str = ""
    eta_s: float | None = None


@dataclass(frozen=True)
class Job:
    """One job as it stood when it was read.

    Attributes:
        id: Its number in the store.
        key: The name of its folders, such as ``pmid-29608148-3f9ac2d1``.
        paper: The paper as far as it is known.
        state: Where it stands.
        priority: Higher goes first.
        position: Its place among jobs of one priority; only the order of two positions means something.
        attempt: How many times it was claimed; 0 for a job that never ran.
        failures: Attempts that failed in a row with something worth retrying.
        crashes: Attempts in a row whose process died without a word.
        not_before: When a waiting job may run again.
        problem: Why it waits, needs attention or failed.
        request: What its owner has asked of a running job.
        approved: Whether a person has approved its script.
        from_scratch: Whether its next attempt does every step again.
        worked_s: Seconds that attempts have taken so far.
        work_bytes: Size of its working folder when last measured.
        revision: The number of the change that touched it last.
    """

    id: int
    key: str
    paper_id: int
    paper: PaperFacts
    options: JobOptions
    state: State
    priority: int
    position: int
    progress: Progress
    attempt: int
    failures: int
    crashes: int
    not_before: float | None
    problem: Problem | None
    request: Request | None
    approved: bool
    from_scratch: bool
    created_at: float
    changed_at: float
    started_at: float | None
    finished_at: float | None
    worked_s: float
    work_bytes: int
    film: Film | None
    revision: int


@dataclass(frozen=True)
class ProcessIdentity:
    """What tells a process from every other that ever had its number.

    ``created`` is its creation time in seconds, on Linux since the start of the system and elsewhere since
    1970; ``boot`` names the run of the system it belongs to, and ``token`` is in its environment as
    ``VIDEOGEN_JOB_TOKEN``.
    """

    pid: int
    created: float
    boot: str
    token: str


Outcome = Literal[
    "running",
    "completed",
    "retry",
    "attention",
    "failed",
    "crashed",
    "cancelled",
    "paused",
    "interrupted",
    "lost",
]
"""How an attempt ended; ``interrupted`` is a quit or a power cut, ``lost`` one whose lease another took."""


@dataclass(frozen=True)
class Attempt:
    """One attempt at a job: who worked on it, as which process, and how it ended."""

    job_id: int
    number: int
    worker: str
    token: str
    started_at: float
    ended_at: float | None
    outcome: Outcome
    process: ProcessIdentity | None
    exit_code: int | None
    problem: Problem | None
    usage: Usage


@dataclass(frozen=True)
class Event:
    """One line of a job's history, such as a move from one state to another, with what caused it."""

    id: int
    job_id: int | None
    attempt: int | None
    at: float
    kind: str
    text: str


@dataclass(frozen=True)
class Claim:
    """A job that a worker holds. Later writes carry ``attempt`` and ``token``; a late one changes nothing."""

    job: Job
    attempt: int
    token: str
    worker: str
    lease_s: float


@dataclass(frozen=True)
class Ending:
    """How a worker gives a claimed job back.

    Args:
        state: Where the job goes; ``queued`` for one that was interrupted and goes on later.
        outcome: What the attempt's own record says.
        problem: For ``waiting``, ``needs-attention`` and ``failed``.
        not_before: For ``waiting``.
        film: For ``completed``.
        exit_code: Of the process, when it ended by itself.
        usage: What it took.
        work_bytes: Size of the working folder.
        counts_as: Whether the attempt adds to ``failures`` or to ``crashes``; None resets neither.
        cancelled_untold: Whether its owner has cancelled it and the store could not be told before.
    """

    state: State
    outcome: Outcome
    problem: Problem | None = None
    not_before: float | None = None
    film: Film | None = None
    exit_code: int | None = None
    usage: Usage = field(default_factory=Usage)
    work_bytes: int = 0
    counts_as: Literal["failure", "crash"] | None = None
    cancelled_untold: bool = False


@dataclass(frozen=True)
class Changes:
    """Which jobs a change touched: the feed that views and workers follow."""

    revision: int
    changed: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    queue: bool = False
    """Whether the state of the queue as a whole changed."""


PauseReason = Literal[
    "owner",
    "after-this-one",
    "low-disk",
    "on-battery",
    "disk-full",
    "not-writable",
    "database-failing",
    "mistake",
]
"""``mistake`` is one in the program, met when the next job was to be claimed."""


@dataclass(frozen=True)
class QueueState:
    """The queue as a whole. ``reasons`` says why no new job is started; empty when jobs are started.

    ``after_this_one`` is True while running jobs are let finish and none is started after them.
    """

    reasons: tuple[PauseReason, ...] = ()
    after_this_one: bool = False

    @property
    def paused(self) -> bool:
        """Whether no new job is started."""
        return bool(self.reasons)


@dataclass(frozen=True)
class Refusal:
    """A job that a decision could not be carried out on, and why, in a sentence."""

    job_id: int
    reason: str


@dataclass(frozen=True)
class Decided:
    """What became of a decision about several jobs."""

    done: tuple[int, ...] = ()
    refused: tuple[Refusal, ...] = ()


SortKey = Literal[
    "queue", "title", "authors", "journal", "year", "state", "progress", "added", "finished", "length"
]
Place = Literal["top", "bottom", "up", "down"]


@dataclass(frozen=True)
class JobQuery:
    """Which jobs are wanted, in what order. Empty ``states`` means all; ``search`` matches as it is typed."""

    states: frozenset[State] = frozenset()
    search: str = ""
    sort: SortKey = "queue"
    descending: bool = False


@dataclass(frozen=True)
class NewPaper:
    """A paper to be added, with where it stood in the list it came from."""

    facts: PaperFacts
    line: int = 0
    text: str = ""


@dataclass(frozen=True)
class AlreadyHere:
    """A paper of a list for which a job with equal options is in the queue."""

    paper: NewPaper
    job_id: int
    state: State


@dataclass(frozen=True)
class NotRecognised:
    """A line of a list that names no paper, and why, in a sentence."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Preview:
    """What adding a list would do. ``repeated`` are papers that the list itself names again."""

    new: tuple[NewPaper, ...] = ()
    already_here: tuple[AlreadyHere, ...] = ()
    repeated: tuple[NewPaper, ...] = ()
    not_recognised: tuple[NotRecognised, ...] = ()


@dataclass(frozen=True)
class CancelledJobs:
    """How jobs stood before they were cancelled, so that this can be undone."""

    rows: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True)
class RemovedJobs:
    """Jobs that were taken out of the list, whole, so that the removal can be undone."""

    rows: Mapping[str, tuple[Mapping[str, object], ...]]
    ids: tuple[int, ...] = ()
