"""An unexpected error as text: what it was, and by what the same one is known again."""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType

_INNERMOST: Final = 4
_MOST_FRAMES: Final = 60
_LONGEST: Final = 20_000


@dataclass(frozen=True)
class Fault:
    """A mistake in the program that came to light.

    Attributes:
        kind: The exception's type.
        trace: Its whole trace, for whoever mends it.
        where: The innermost places of the trace; with ``kind`` the same for the same mistake.
        thread: The name of the thread in which it happened.
    """

    kind: str
    trace: str
    where: tuple[tuple[str, int], ...]
    thread: str

    @property
    def mark(self) -> tuple[str, tuple[tuple[str, int], ...]]:
        """What two tellings of one mistake have in common."""
        return (self.kind, self.where)


def fault_of(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, thread: str
) -> Fault:
    """Keep of an exception what is text; the exception itself would keep alive all that it has seen."""
    lines = traceback.format_exception(kind, error, trace, limit=-_MOST_FRAMES)
    frames = traceback.extract_tb(trace, limit=-_INNERMOST)
    where = tuple((frame.filename, frame.lineno or 0) for frame in frames)
    return Fault(kind.__qualname__, "".join(lines)[-_LONGEST:], where, thread)


def details_of(fault: Fault, number: int) -> str:
    """What is copied for a bug report: the trace without the person's name and folders, and the versions.

    Args:
        fault: What happened first.
        number: How many errors there were in all.
    """
    from videogen_desktop.jobs.doctor.versions import versions

    found = versions()
    told = [
        f"VideoGen Desktop {found['videogen-desktop']}, Python {found['python']}",
        f"PySide6 {found['PySide6-Essentials']}, {platform.platform()}",
        f"{number} unexpected in this session; the first, in the thread {fault.thread}:",
        "",
        fault.trace.rstrip(),
    ]
    return scrubbed("\n".join(told)) + "\n"


def scrubbed(text: str) -> str:
    """A trace without the person's name and folders."""
    from videogen_desktop.jobs.doctor.scrubbing import Private, Scrubber, names_here

    return Scrubber(Private(home=Path.home(), names=names_here())).scrubbed(text)
