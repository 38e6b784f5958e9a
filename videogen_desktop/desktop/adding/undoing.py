"""Taking back what was added: what has begun is given up first, and only finished films stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import Changes
    from videogen_desktop.jobs.store import JobStore

_AT_A_TIME: Final = 500


@dataclass(frozen=True)
class Left:
    """What is still in the list of an adding that is taken back.

    Attributes:
        ending: Jobs that ran and were cancelled; they can be removed once they have ended.
        made: Jobs that have a film.
    """

    ending: tuple[int, ...] = ()
    made: tuple[int, ...] = ()


def take_back(store: JobStore, ids: Sequence[int]) -> Left:
    """Remove those of the jobs that have no film, and cancel those of them that run.

    Raises:
        VideoGenError: as the store says.
    """
    made: list[int] = []
    ending: list[int] = []
    for begin in range(0, len(ids), _AT_A_TIME):
        jobs = store.jobs(ids[begin : begin + _AT_A_TIME])
        made += [job.id for job in jobs if job.film]
        decided, _ = store.remove([job.id for job in jobs if not job.film])
        ending += [refusal.job_id for refusal in decided.refused]
    if ending:
        store.cancel(ending)
    return Left(tuple(ending), tuple(made))


class TakingBack(QObject):
    """Takes an adding back, until nothing of it runs any more.

    Args:
        link: The queue.
        ids: The jobs that were added.
        parent: Owns it.
    """

    over = Signal(str)
    """What is to be said of jobs that stay, since their films are made; empty for none."""

    failed = Signal(object)
    """``VideoGenError``: why no more could be taken back."""

    def __init__(self, link: QueueLink, ids: Sequence[int], parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._left = tuple(ids)
        self._added, self._made = len(self._left), 0
        self._asked = self._again = False
        link.changed.connect(self._changed)

    def go_on(self) -> None:
        """Take back what can be taken back now."""
        self._again = self._asked
        if not self._asked:
            self._asked = True
            left = self._left
            self._link.write(lambda store: take_back(store, left), self._taken, self._fail)

    def _taken(self, left: Left) -> None:
        self._asked = False
        self._made += len(left.made)
        self._left = left.ending
        if not self._left:
            self.over.emit(self._what_stays())
            self.deleteLater()
        elif self._again:
            self.go_on()

    def _what_stays(self) -> str:
        if not self._made:
            return ""
        if self._added == 1:
            return self.tr("Its film is made already, so the paper stays in the list.")
        if self._made == 1:
            return self.tr("One of the papers stays in the list: its film is made already.")
        text = self.tr("{n} of the papers stay in the list: their films are made already.")
        return text.format(n=self._made)

    def _fail(self, error: VideoGenError) -> None:
        self.failed.emit(error)
        self.deleteLater()

    def _changed(self, changes: Changes) -> None:
        """What was cancelled has ended, perhaps."""
        if not frozenset(changes.changed).isdisjoint(self._left):
            self.go_on()
