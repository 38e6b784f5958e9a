"""One change of the store: a transaction, the number it has in the feed, and what it touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from videogen_desktop.jobs.model import Changes
from videogen_desktop.jobs.store.selecting import among, insert_rows
from videogen_desktop.jobs.store.tables import EVENT, JOB, QUEUE, REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection


@dataclass
class Change:
    """A write transaction while it is open.

    Args:
        connection: What the statements of this change are executed on.
        now: When it happens.
        revision: The number that everything touched by it gets.
    """

    connection: Connection
    now: float
    revision: int
    changed: dict[int, None] = field(default_factory=dict)
    removed: dict[int, None] = field(default_factory=dict)
    queue: bool = False

    def update_jobs(self, ids: Sequence[int], *which: ColumnElement[bool], **values: object) -> int:
        """Set columns of some jobs, those of them that ``which`` holds for; return how many there were."""
        marked = {"revision": self.revision, "changed_at": self.now, **values}
        chosen = JOB.c.id == ids[0] if len(ids) == 1 else among(JOB.c.id, ids)
        count = self.connection.execute(update(JOB).where(chosen, *which).values(marked)).rowcount
        if count:
            self.touch(ids)
        return count

    def touch(self, ids: Iterable[int]) -> None:
        """Note jobs whose rows have got this change's number."""
        self.changed.update(dict.fromkeys(ids))

    def bury(self, ids: Sequence[int]) -> None:
        """Leave word that jobs are gone."""
        rows = ([each] for each in ids)
        insert_rows(self.connection, REMOVED, ["job_id"], rows, {"revision": self.revision})
        self.removed.update(dict.fromkeys(ids))

    def unbury(self, ids: Sequence[int]) -> None:
        """Take that word back."""
        self.connection.execute(delete(REMOVED).where(among(REMOVED.c.job_id, ids)))

    def tell(self, ids: Iterable[int | None], kind: str, text: str, attempt: int | None = None) -> None:
        """Write a line of history for each of some jobs, or one of the queue's own for None."""
        shared = {"attempt": attempt, "at": self.now, "kind": kind, "text": text}
        insert_rows(self.connection, EVENT, ["job_id"], ([job_id] for job_id in ids), shared)

    def close(self) -> Changes | None:
        """Give the store this change's number, if anything was touched; return what was."""
        if not (self.changed or self.removed or self.queue):
            return None
        statement = _NUMBER_QUEUE_CHANGE if self.queue else _NUMBER_CHANGE
        self.connection.execute(statement, {"number": self.revision})
        return Changes(self.revision, tuple(self.changed), tuple(self.removed), self.queue)


_REVISION = select(QUEUE.c.revision)  # built once, as the next two: every change needs them
_NUMBER_CHANGE = update(QUEUE).values(revision=bindparam("number"))
_NUMBER_QUEUE_CHANGE = _NUMBER_CHANGE.values(queue_revision=bindparam("number"))


def next_revision(connection: Connection) -> int:
    """The number of the change that begins."""
    return int(connection.execute(_REVISION).scalar_one()) + 1
