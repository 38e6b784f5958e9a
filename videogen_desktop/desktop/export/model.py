"""What is to be exported, what became of it, and how far it is, as data that cannot be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.export.parts import Part
    from videogen_desktop.desktop.export.settings import ExportSettings
    from videogen_desktop.jobs.model import Job, Problem

Conflict = Literal["none", "skip", "replace", "rename"]
"""``none`` where no file is in the way, else what is done about it."""

Result = Literal["exported", "replaced", "skipped", "failed", "cancelled"]


@dataclass(frozen=True)
class Item:
    """One file to be written.

    Attributes:
        job_id: The job it belongs to.
        part: What it is.
        source: The file to copy; None for what is written anew, which is ``content``.
        content: The bytes of a script or a citation.
        target: Where it goes.
        size: Bytes that it will have.
        conflict: What the policy does about a file that is there.
        replaced_size: Bytes of the file that it takes the place of.
        sha256: What the film is known to hold; empty for what is not known.
        same: Whether the file in the way, which is left as it is, is this very one.
    """

    job_id: int
    part: Part
    source: Path | None
    content: bytes
    target: Path
    size: int
    conflict: Conflict = "none"
    replaced_size: int = 0
    sha256: str = ""
    same: bool = False


@dataclass(frozen=True)
class LeftOut:
    """What cannot be exported, and why; ``part`` is None for the whole job."""

    job_id: int
    part: Part | None
    problem: Problem


@dataclass(frozen=True)
class Plan:
    """What an export would do, reckoned before the first byte is written.

    ``needed`` is the space in bytes that the folder's drive must have free for it, ``free`` what it has.
    """

    folder: Path
    settings: ExportSettings
    jobs: tuple[Job, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    needed: int
    free: int

    @property
    def missing(self) -> int:
        """Bytes that are missing on the drive; 0 when there is room."""
        return max(0, self.needed - self.free)


@dataclass(frozen=True)
class ExportProgress:
    """How far an export is. Bytes count twice: as they are written, and as they are read back."""

    done: int
    total: int
    finished: int
    items: int
    name: str

    @property
    def fraction(self) -> float:
        """From 0 to 1."""
        return self.done / self.total if self.total else 1.0


@dataclass(frozen=True)
class Outcome:
    """What became of one file; ``sha256`` is that of the file as it was read back."""

    item: Item
    result: Result
    problem: Problem | None = None
    sha256: str = ""


@dataclass(frozen=True)
class Receipt:
    """What an export did. Times are seconds since 1970.

    ``record`` is the CSV file that says the same; None when there is none, with the reason if that is one.
    """

    folder: Path
    settings: ExportSettings
    jobs: tuple[Job, ...]
    outcomes: tuple[Outcome, ...]
    left_out: tuple[LeftOut, ...]
    started_at: float
    ended_at: float
    cancelled: bool
    record: Path | None = None
    record_problem: Problem | None = None

    def count(self, result: Result) -> int:
        """How many files came to a result."""
        return sum(outcome.result == result for outcome in self.outcomes)
