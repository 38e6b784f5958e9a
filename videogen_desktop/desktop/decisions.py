"""What the owner decides about jobs: carried out, told in a line, and taken back if wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.desktop.undoing import Undoable
from videogen_desktop.jobs.model import Decided, JobQuery
from videogen_desktop.jobs.states import IN_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import CancelledJobs, JobOptions, Place, RemovedJobs
    from videogen_desktop.jobs.store import JobStore

CONTEXT: Final = "Decisions"
FIRST, USUAL, LAST = 10, 0, -10
"""Priorities: before all others, in its turn, after all others."""

_FAILED: Final = JobQuery(frozenset({"failed"}))
_COMPLETED: Final = JobQuery(frozenset({"completed"}))

_ONE: Final = {
    "paused": QT_TRANSLATE_NOOP("Decisions", "One paper paused."),
    "resumed": QT_TRANSLATE_NOOP("Decisions", "One paper goes on."),
    "cancelled": QT_TRANSLATE_NOOP("Decisions", "One paper cancelled."),
    "retried": QT_TRANSLATE_NOOP("Decisions", "One paper is in the line again."),
    "removed": QT_TRANSLATE_NOOP("Decisions", "One paper removed; its film and files stay on the disk."),
    "approved": QT_TRANSLATE_NOOP("Decisions", "Approved: its film is made now."),
    "ordered": QT_TRANSLATE_NOOP("Decisions", "Its film is made so from now on."),
    "another": QT_TRANSLATE_NOOP("Decisions", "One more film is in the line; the finished one stays."),
}
_MANY: Final = {
    "paused": QT_TRANSLATE_NOOP("Decisions", "{n} papers paused."),
    "resumed": QT_TRANSLATE_NOOP("Decisions", "{n} papers go on."),
    "cancelled": QT_TRANSLATE_NOOP("Decisions", "{n} papers cancelled."),
    "retried": QT_TRANSLATE_NOOP("Decisions", "{n} papers are in the line again."),
    "removed": QT_TRANSLATE_NOOP("Decisions", "{n} papers removed; their films and files stay on the disk."),
    "approved": QT_TRANSLATE_NOOP("Decisions", "Approved: {n} films are made now."),
    "ordered": QT_TRANSLATE_NOOP("Decisions", "{n} films are made so from now on."),
    "another": QT_TRANSLATE_NOOP("Decisions", "{n} more films are in the line; the finished ones stay."),
}


@dataclass(frozen=True)
class Told:
    """What became of a decision.

    Attributes:
        text: Says what was done, and why the rest was not.
        whole: Whether it was done with all of the jobs.
        back: What takes it back, if anything does.
    """

    text: str
    whole: bool = True
    back: Undoable | None = None


class Decisions(QObject):
    """Carries out what was decided about jobs.

    Args:
        link: The queue.
        parent: Owns it.
    """

    told = Signal(object)
    """``Told``: what became of a decision, once."""

    def __init__(self, link: QueueLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link

    def pause(self, ids: Sequence[int]) -> None:
        """Take jobs out of the line; running ones stop and keep what is proven."""

        def paused(decided: Decided) -> None:
            undo = Undoable(
                _tr(QT_TRANSLATE_NOOP("Decisions", "Undo pausing")), lambda: self.resume(decided.done)
            )
            self._tell(decided, "paused", undo)

        if ids:
            self._link.decide(lambda store: store.pause(ids), paused)

    def resume(self, ids: Sequence[int]) -> None:
        """Put paused jobs back into the line."""
        self._decide(ids, lambda store: store.resume(ids), "resumed")

    def cancel(self, ids: Sequence[int]) -> None:
        """Give jobs up."""
        if ids:
            self._link.cancel(ids, self._cancelled)

    def retry(self, ids: Sequence[int], *, from_scratch: bool = False) -> None:
        """Put jobs into the line again."""
        self._decide(ids, lambda store: store.retry(ids, from_scratch=from_scratch), "retried")

    def retry_failed(self) -> None:
        """Put all failed jobs into the line again."""
        self._link.decide(
            lambda store: store.retry(store.ids(_FAILED), named=False),
            lambda done: self._tell(done, "retried"),
        )

    def approve(self, ids: Sequence[int]) -> None:
        """Let jobs go on whose script was looked at, and those whose paper was retracted."""
        self._decide(ids, lambda store: _approve(store, ids), "approved")

    def move(self, ids: Sequence[int], to: Place | int) -> None:
        """Move jobs within the line."""
        if ids:
            self._link.decide(lambda store: store.move(ids, to), lambda done: self._tell(done, ""))

    def move_before(self, ids: Sequence[int], neighbour: int | None) -> None:
        """Move jobs to before another one of the line; None for the end."""
        moved = frozenset(ids)

        def carried_out(store: JobStore) -> Decided:
            if neighbour is None:
                return store.move(ids, "bottom")
            line = [each for each in store.ids(_LINE) if each not in moved]
            return store.move(ids, line.index(neighbour) if neighbour in line else "bottom")

        if ids:
            self._link.decide(carried_out, lambda done: self._tell(done, ""))

    def set_priority(self, ids: Sequence[int], priority: int) -> None:
        """Have jobs go before or after others."""
        if ids:
            self._link.decide(
                lambda store: store.set_priority(ids, priority), lambda done: self._tell(done, "")
            )

    def set_options(self, ids: Sequence[int], options: JobOptions) -> None:
        """Have films made otherwise than was chosen first; those that are finished stay beside new ones."""
        if ids:
            self._link.write(lambda store: store.make_otherwise(ids, options), self._ordered)

    def remove(self, ids: Sequence[int]) -> None:
        """Take jobs out of the list; their files stay."""
        if ids:
            self._link.write(lambda store: store.remove(ids), self._removed)

    def remove_twins(self, ids: Sequence[int]) -> None:
        """Take jobs out of the list that make one film twice, those of them that still do."""
        self._link.write(lambda store: store.remove(store.twins.among(ids)), self._removed)

    def clear_completed(self) -> None:
        """Take all finished jobs out of the list; their films stay."""
        self._link.write(lambda store: store.remove(store.ids(_COMPLETED)), self._removed)

    def _decide(
        self,
        ids: Sequence[int],
        decision: Callable[[JobStore], Decided],
        done: str,
    ) -> None:
        if ids:
            self._link.decide(decision, lambda decided: self._tell(decided, done))

    def _tell(self, decided: Decided, done: str, back: Undoable | None = None) -> None:
        """Say in one go what was done and what was not: of two notices nobody would see the first."""
        sentences = []
        if decided.done and done:
            sentences.append(_counted(done, len(decided.done)))
        if decided.refused:
            sentences.append(_refusals(decided))
        if sentences:
            self.told.emit(Told(" ".join(sentences), not decided.refused, back if decided.done else None))

    def _cancelled(self, found: tuple[Decided, CancelledJobs]) -> None:
        decided, cancelled = found
        text = _tr(QT_TRANSLATE_NOOP("Decisions", "Undo cancelling"))
        self._tell(decided, "cancelled", Undoable(text, lambda: self._take_back_cancel(cancelled)))

    def _take_back_cancel(self, cancelled: CancelledJobs) -> None:
        self._link.decide(
            lambda store: store.cancelling.take_back(cancelled), lambda done: self._tell(done, "")
        )

    def _ordered(self, found: tuple[Decided, tuple[int, ...]]) -> None:
        decided, added = found
        if not added:
            self._tell(decided, "ordered")
            return
        back = Undoable(_tr(QT_TRANSLATE_NOOP("Decisions", "Undo adding")), lambda: self._unadd(added))
        sentences = [_counted("another", len(added)), _refusals(decided) if decided.refused else ""]
        self.told.emit(Told(" ".join(filter(None, sentences)), not decided.refused, back))

    def _unadd(self, ids: Sequence[int]) -> None:
        from videogen_desktop.desktop.adding.undoing import TakingBack

        taking_back = TakingBack(self._link, ids, self)
        taking_back.failed.connect(self._link.failed)
        taking_back.over.connect(self._tell_what_stays)
        taking_back.go_on()

    def _tell_what_stays(self, text: str) -> None:
        if text:
            self.told.emit(Told(text, whole=False))

    def _removed(self, found: tuple[Decided, RemovedJobs]) -> None:
        decided, removed = found
        text = _tr(QT_TRANSLATE_NOOP("Decisions", "Undo removing"))
        self._tell(decided, "removed", Undoable(text, lambda: self._restore(removed)))

    def _restore(self, removed: RemovedJobs) -> None:
        self._link.decide(lambda store: store.restore(removed), lambda done: self._tell(done, ""))


_LINE: Final = JobQuery(IN_LINE)


def _approve(store: JobStore, ids: Sequence[int]) -> Decided:
    """Agree to each job by what it is held back for."""
    scripts = store.approve(ids)
    if not scripts.refused:
        return scripts
    retracted = store.approve([each.job_id for each in scripts.refused], allow_retracted=True)
    gone_on = frozenset(retracted.done)
    refused = tuple(each for each in scripts.refused if each.job_id not in gone_on)
    return Decided(scripts.done + retracted.done, refused)


def _counted(done: str, number: int) -> str:
    return _tr(_ONE[done]) if number == 1 else _tr(_MANY[done]).format(n=number)


def _refusals(decided: Decided) -> str:
    """One sentence for one job; for many how many, and the reason of the first."""
    first = said(decided.refused[0].reason)
    if len(decided.refused) == 1 and not decided.done:
        return first
    return _tr(QT_TRANSLATE_NOOP("Decisions", "Not done for {n} of {all}: {reason}")).format(
        n=len(decided.refused), all=len(decided.refused) + len(decided.done), reason=first
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
