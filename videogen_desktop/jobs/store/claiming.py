"""A job goes into a worker's hands: claimed under a lease, which is renewed while it works."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, bindparam, func, insert, or_, select, update

from videogen_desktop.jobs.model import Claim, Progress
from videogen_desktop.jobs.store import aside
from videogen_desktop.jobs.store.held import held_as
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.options import unreadable
from videogen_desktop.jobs.store.queue_row import queue_state
from videogen_desktop.jobs.store.reading import the_job
from videogen_desktop.jobs.store.refusals import LeaseLost
from videogen_desktop.jobs.store.rows import problem_columns, progress_columns
from videogen_desktop.jobs.store.tables import ATTEMPT, JOB
from videogen_desktop.jobs.store.twins import made_by_another
from videogen_desktop.jobs.store.unreadable import give_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection
    from sqlalchemy.sql.dml import ReturningUpdate

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.model import ProcessIdentity, Request, Usage
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow


class Claiming:
    """Gives workers jobs.

    Args:
        change: Gives one transaction.
        reading: Gives one moment of the database.
        clock: What time it is.
        longest_wait_s: A waiting job whose time is further off than that is due.
    """

    def __init__(
        self,
        change: Callable[[], AbstractContextManager[Change]],
        reading: Callable[[], AbstractContextManager[Connection]],
        clock: Clock,
        longest_wait_s: float,
    ) -> None:
        self._change = change
        self._clock = clock
        self._longest_wait_s = longest_wait_s
        self._aside = aside.Aside(reading)

    def claim(self, worker: str, lease_s: float) -> Claim | None:
        """Give the worker the first job that is due, unless the queue starts nothing now.

        Jobs before it whose film another one makes are set aside, and those go on whose film no other makes
        any more: a few in each transaction, so that nobody waits long for it. Of one whose options cannot be
        read its owner is asked.
        """
        while True:
            with self._change() as change:
                queue = queue_state(change.connection)
                if queue.paused or queue.after_this_one:
                    return None
                self._aside.let_go_on(change)
                due, is_whole = _first_to_make(change, self._longest_wait_s)
                if due is not None:
                    claim = _taken(change, self._clock, due, worker, lease_s)
                    if not (unread := unreadable(due.options)):
                        return claim
                    give_up(change, claim, unread)
            if due is None and is_whole and not self._aside.turn_to_free():
                return None


def _taken(change: Change, clock: Clock, row: AnyRow, worker: str, lease_s: float) -> Claim:
    attempt, token = row.attempt + 1, secrets.token_hex(16)
    taken: dict[str, Any] = {
        **_lease(clock, lease_s),
        **progress_columns(Progress()),
        **problem_columns(None),
        "attempt": attempt,
        "token": token,
        "not_before": None,
        "request": None,
        "started_at": change.now,
        "finished_at": None,
    }
    move(change, [row.id], row.state, "running", f"Claimed by {worker}.", in_attempt=attempt, **taken)
    record = {"job_id": row.id, "number": attempt, "worker": worker, "token": token}
    change.connection.execute(insert(ATTEMPT), [record | {"started_at": change.now}])
    return Claim(the_job(change.connection, row.id), attempt, token, worker, lease_s)


def renew(change: Change, clock: Clock, held: Claim) -> Request | None:
    """Prolong the lease; nothing that anybody sees changes."""
    return _write(change, held, _lease(clock, held.lease_s))


def report(
    change: Change, clock: Clock, held: Claim, progress: Progress, usage: Usage | None
) -> Request | None:
    """Write down progress, which is also a sign of life.

    A process that tells of a stage has voided what it is to make anew: to begin from scratch is done with.
    """
    told = progress_columns(progress)
    told["reached"] = told.pop("overall")
    marked = {"revision": change.revision, "changed_at": change.now, "from_scratch": False}
    request = _write(change, held, told | marked | _lease(clock, held.lease_s), _WRITE_PROGRESS)
    change.touch([held.job.id])
    if usage is not None:
        _write_attempt(change, held, cpu_s=usage.cpu_s, peak_bytes=usage.peak_bytes)
    return request


def started(change: Change, held: Claim, process: ProcessIdentity) -> None:
    """Write down which process works on it."""
    _write(change, held, {"revision": change.revision, "changed_at": change.now})
    change.touch([held.job.id])
    identity = {"pid": process.pid, "process_created": process.created, "boot": process.boot}
    _write_attempt(change, held, **identity)


def due_in(connection: Connection, now: float, longest_wait_s: float, *, later: bool) -> float | None:
    """Seconds until a waiting job's time comes; 0 when one's has come, None when none waits.

    ``later`` leaves out those whose time has come.
    """
    waiting = JOB.c.state == "waiting"
    if later:
        waiting &= (JOB.c.not_before > now) & (JOB.c.not_before <= now + longest_wait_s)
    earliest = connection.execute(select(func.min(JOB.c.not_before)).where(waiting)).scalar()
    if earliest is None:
        return None
    latest: float = connection.execute(select(func.max(JOB.c.not_before)).where(waiting)).scalar_one()
    return 0.0 if latest > now + longest_wait_s else max(0.0, earliest - now)


def _is_due(now: object, horizon: object) -> ColumnElement[bool]:
    """Whether a waiting job's time has come.

    A time further off than the longest wait was set before somebody put the calendar back.
    """
    return or_(JOB.c.not_before <= now, JOB.c.not_before > horizon)


def has_run_out(clock: Clock) -> ColumnElement[bool]:
    """Whether a lease has run out: it is of another run of the system, or its time is over."""
    return or_(JOB.c.lease_boot.is_distinct_from(clock.boot), JOB.c.lease_until < clock.monotonic())


_WRITE = (  # built once, as the next two: a running job is written to twice a second
    update(JOB)
    .where(held_as(bindparam("held_id"), bindparam("held_attempt"), bindparam("held_token")))
    .returning(JOB.c.request)
)
_WRITE_PROGRESS = _WRITE.values(overall=func.max(JOB.c.overall, bindparam("reached")))
_LINE = (  # and so the line: every claim asks for its first
    select(*(JOB.c[name] for name in ("id", "state", "attempt", "options", "priority", "position")))
    .order_by(JOB.c.priority.desc(), JOB.c.position, JOB.c.id)
    .limit(1)
)
_FIRST_QUEUED = _LINE.where(JOB.c.state == "queued")
_FIRST_DUE = _LINE.where(JOB.c.state == "waiting", _is_due(bindparam("now"), bindparam("horizon")))
_WRITE_ATTEMPT = update(ATTEMPT).where(
    ATTEMPT.c.job_id == bindparam("held_id"), ATTEMPT.c.number == bindparam("held_attempt")
)


def _first_to_make(change: Change, longest_wait_s: float) -> tuple[AnyRow | None, bool]:
    """The first that is due and whose film no other job makes; whether the look for it came to its end."""
    for _ in range(aside.MOST_AT_ONCE):
        row = _first_due(change.connection, change.now, longest_wait_s)
        other = made_by_another(change.connection, row.id) if row else None
        if row is None or other is None:
            return row, True
        aside.set_aside(change, row, other)
    return None, False


def _first_due(connection: Connection, now: float, longest_wait_s: float) -> AnyRow | None:
    """The first in line of the queued jobs, or of the waiting ones that are due."""
    moment = {"now": now, "horizon": now + longest_wait_s}
    found = (connection.execute(_FIRST_QUEUED).first(), connection.execute(_FIRST_DUE, moment).first())
    rows = [row for row in found if row is not None]
    return min(rows, key=lambda row: (-row.priority, row.position, row.id), default=None)


def _lease(clock: Clock, lease_s: float) -> dict[str, Any]:
    return {"lease_boot": clock.boot, "lease_until": clock.monotonic() + lease_s}


def _write(
    change: Change, held: Claim, values: dict[str, Any], statement: ReturningUpdate[Any] = _WRITE
) -> Request | None:
    """Write columns of a job that is held; return what its owner has asked meanwhile."""
    mine = {"held_id": held.job.id, "held_attempt": held.attempt, "held_token": held.token}
    row = change.connection.execute(statement, values | mine).first()
    if row is None:
        raise LeaseLost(held.job.id, held.attempt)
    request: Request | None = row.request
    return request


def _write_attempt(change: Change, held: Claim, **values: object) -> None:
    mine = {"held_id": held.job.id, "held_attempt": held.attempt}
    change.connection.execute(_WRITE_ATTEMPT, values | mine)
