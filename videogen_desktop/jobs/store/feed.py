"""The change feed: what was touched since a revision, told to those who listen and to those who ask."""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import TYPE_CHECKING

from sqlalchemy import select

from videogen_desktop.jobs.model import Changes
from videogen_desktop.jobs.store.changing import Change, next_revision
from videogen_desktop.jobs.store.tables import JOB, QUEUE, REMOVED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.store.engine import Database

_log = logging.getLogger(__name__)


class OwnNumbers:
    """The numbers of this process's changes: few ranges, since it is mostly alone."""

    def __init__(self, ranges: Iterable[range] = ()) -> None:
        self._ranges = list(ranges)

    def add(self, number: int) -> None:
        """Add one."""
        if self._ranges and self._ranges[-1].stop == number:
            self._ranges[-1] = range(self._ranges[-1].start, number + 1)
        else:
            self._ranges.append(range(number, number + 1))

    def drop_to(self, number: int) -> None:
        """Forget all up to a number."""
        self._ranges = [
            range(max(each.start, number + 1), each.stop) for each in self._ranges if each.stop > number + 1
        ]

    def copy(self) -> OwnNumbers:
        """The same, to look at while more are added."""
        return OwnNumbers(self._ranges)

    def __contains__(self, number: int) -> bool:
        return any(number in each for each in self._ranges)


class Feed:
    """Makes changes, numbers them, and tells of them: its own at once, those of other processes when asked.

    Args:
        database: The store's file.
        clock: What time it is.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._listeners: dict[object, Callable[[Changes], None]] = {}
        self._own = OwnNumbers()
        self._version = database.version()
        with database.reading() as connection:
            self._polled = revision(connection)

    @contextlib.contextmanager
    def change(self) -> Iterator[Change]:
        """One transaction. Those who listen are told after it was committed, in this thread.

        Raises:
            VideoGenError: ``database-full``, ``database-busy`` or ``database-failing``; nothing was changed.
        """
        with self._database.writing() as connection:
            change = Change(connection, self._clock.now(), next_revision(connection))
            yield change
            changes = change.close()
        if changes:
            self._publish(changes)

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Have ``callback`` called after each commit of this process; what is returned ends that."""
        token = object()
        with self._lock:
            self._listeners[token] = callback

        def unsubscribe() -> None:
            with self._lock:
                self._listeners.pop(token, None)

        return unsubscribe

    def poll(self) -> Changes | None:
        """What other processes have changed since this was last asked; None for nothing."""
        version = self._database.version()
        with self._lock:
            if version == self._version:
                return None
            self._version = version
            since, own = self._polled, self._own.copy()
        with self._database.reading() as connection:
            found = changes_since(connection, since, own)
        with self._lock:
            self._polled = found.revision
            self._own.drop_to(found.revision)
        return found if found.changed or found.removed or found.queue else None

    def _publish(self, changes: Changes) -> None:
        with self._lock:
            self._own.add(changes.revision)
            listeners = list(self._listeners.values())
        for listener in listeners:
            try:
                listener(changes)
            except Exception:
                _log.exception("A listener to the queue's changes failed")


def revision(connection: Connection) -> int:
    """The number of the last change."""
    return next_revision(connection) - 1


def changes_since(connection: Connection, since: int, own: OwnNumbers | None = None) -> Changes:
    """What was touched after a revision, but for changes whose numbers are in ``own``.

    A revision that is still to come is one of another database, such as the one that a backup replaced; then
    everything has changed.
    """
    own = own or OwnNumbers()
    queue = connection.execute(select(QUEUE.c.revision, QUEUE.c.queue_revision)).one()
    if since == queue.revision:
        return Changes(since)
    if since > queue.revision:
        since = 0
    changed = select(JOB.c.id, JOB.c.revision).where(JOB.c.revision > since)
    removed = select(REMOVED.c.job_id, REMOVED.c.revision).where(REMOVED.c.revision > since)
    return Changes(
        queue.revision,
        tuple(row[0] for row in connection.execute(changed) if row[1] not in own),
        tuple(row[0] for row in connection.execute(removed) if row[1] not in own),
        queue.queue_revision > since and queue.queue_revision not in own,
    )
