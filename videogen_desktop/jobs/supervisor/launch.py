"""What is to be run, who is told about it, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from videogen_desktop.jobs.model import Problem, ProcessIdentity, Usage
    from videogen_desktop.jobs.settings import Limits
    from videogen_desktop.jobs.supervisor.events import Event, ResultEvent

EndedBy = Literal["itself", "cancel", "pause", "give-back", "stall", "wall", "memory", "lost"]
"""Who ended a process: itself (its death by a stranger's signal included), a wish of its owner, a limit, or
the loss of the job to another worker."""


@dataclass(frozen=True)
class Launch:
    """A pipeline to be run.

    Args:
        arguments: The command line, as a list; no shell reads it.
        environment: The whole environment of the process; the supervisor adds the token and what keeps
            Python's output unbuffered and in UTF-8. Its values are never logged.
        folder: The folder to start in; None for the supervisor's own.
        log: The file that what the process writes is appended to.
        token: A random name of this attempt, by which all of its processes can be found.
        limits: When it is ended.
        protocol: Whether it writes the pipeline's events on standard output; without, every line is a line
            of its log.
        hide: Takes secrets out of a line, for a program that prints its own; used for the log, for the lines
            that the listener gets, and for the last words.
        watched: A folder in which files that appear or grow are signs of life, for a program that tells
            nothing; None for one that tells.
    """

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path | None
    log: Path
    token: str
    limits: Limits
    protocol: bool = True
    hide: Callable[[str], str] | None = None
    watched: Path | None = None

    def __post_init__(self) -> None:
        if not self.token:
            raise ValueError("without a token the processes of a job cannot be found")


class Listener(Protocol):
    """Whoever is told about a process, always on the thread that supervises it."""

    def started(self, identity: ProcessIdentity) -> None:
        """The process has started."""

    def event(self, event: Event) -> None:
        """The pipeline has told something."""

    def line(self, text: str) -> None:
        """The process has written a line, cleaned of control characters. In a flood only the latest come."""

    def usage(self, usage: Usage, now_bytes: int) -> None:
        """What the process and all it started have taken so far, and hold at present."""


@dataclass(frozen=True)
class Exit:
    """How a process ended.

    Attributes:
        code: Its exit code; None when a signal ended it, when it never started, or when nobody knows.
        signal: The number of the signal that ended it.
        ended_by: Who ended it.
        result: The last result that it told.
        error: The last error that it told.
        usage: What it and all it started took.
        seconds: How long it ran, time in which it was suspended included.
        last_words: The end of what it wrote, for a person who wants to know why it died.
    """

    code: int | None
    signal: int | None
    ended_by: EndedBy
    result: ResultEvent | None
    error: Problem | None
    usage: Usage
    seconds: float
    last_words: str
