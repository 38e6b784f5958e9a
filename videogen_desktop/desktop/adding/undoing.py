"""Taking back what was added, as far as nothing of it has begun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Decided, JobQuery, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

_NOT_BEGUN: frozenset[State] = frozenset({"queued", "paused", "waiting", "cancelled"})
_HAS_BEGUN = "Its film was begun, so it stays in the list; cancel or remove it there."


@dataclass(frozen=True)
class Undoable:
    """Something that was done and can be taken back.

    Attributes:
        text: What the menu says, such as “Undo adding 12 papers”.
        undo: Takes it back; returns at once.
    """

    text: str
    undo: Callable[[], None]


def take_back(store: JobStore, ids: Sequence[int]) -> Decided:
    """Remove those of the jobs that have not begun; the others are refused with a reason.

    Raises:
        VideoGenError: as the store says.
    """
    idle = set(store.ids(JobQuery(states=_NOT_BEGUN)))
    jobs = [store.get(number) for number in ids if number in idle]
    untouched = {job.id for job in jobs if job is not None and job.attempt == 0}
    decided, _ = store.remove([number for number in ids if number in untouched])
    begun = [number for number in ids if number not in untouched and store.get(number) is not None]
    return Decided(decided.done, (*decided.refused, *(Refusal(number, _HAS_BEGUN) for number in begun)))
