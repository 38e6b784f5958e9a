"""Jobs, attempts and what runs, read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, or_, select

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.states import STATES
from videogen_desktop.jobs.store.rows import FILM_COLUMNS, JOBS, attempt_of, film_of, job_of
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import ATTEMPT, JOB, PAPER, VIDEO
from videogen_desktop.papers.identifiers import parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

    from videogen_desktop.jobs.model import Attempt, Film, Job, Request
    from videogen_desktop.jobs.states import State


_ONE_JOB = JOBS.where(JOB.c.id == bindparam("job_id"))  # built once: it is asked for all the time


def job(connection: Connection, job_id: int) -> Job | None:
    """A job by its number."""
    row = connection.execute(_ONE_JOB, {"job_id": job_id}).first()
    return job_of(row) if row else None


def the_job(connection: Connection, job_id: int) -> Job:
    """A job that is known to be there."""
    return job_of(connection.execute(_ONE_JOB, {"job_id": job_id}).one())


def jobs(connection: Connection, ids: Sequence[int]) -> tuple[Job, ...]:
    """The jobs with these numbers, in that order; those that are gone are left out."""
    found = {row.id: row for row in connection.execute(JOBS.where(among(JOB.c.id, ids))).all()}
    return tuple(job_of(found[number]) for number in ids if number in found)


def of_keys(connection: Connection, keys: Iterable[str]) -> dict[str, Job]:
    """The jobs with these keys, by key."""
    found = (job_of(row) for row in connection.execute(JOBS.where(among(JOB.c.key, keys))))
    return {each.key: each for each in found}


def films(connection: Connection) -> dict[int, Film]:
    """All films, by the number of their job."""
    rows = connection.execute(select(*FILM_COLUMNS).order_by(VIDEO.c.job_id))
    return {row.film_job_id: film for row in rows if (film := film_of(row))}


def find(connection: Connection, name: str) -> tuple[Job, ...]:
    """The jobs that a name can mean, oldest first."""
    wanted: list[ColumnElement[bool]] = [JOB.c.key == name.strip(), PAPER.c.source == name]
    number = name.strip().removeprefix("#")
    if number.isdecimal() and number.isascii() and len(number) < 19:
        wanted.append(JOB.c.id == int(number))
    try:
        identifier = parse_identifier(name)
    except VideoGenError:
        pass
    else:
        wanted.append(PAPER.c[identifier.kind] == identifier.value)
    rows = connection.execute(JOBS.where(or_(*wanted)).order_by(JOB.c.id))
    return tuple(job_of(row) for row in rows)


def attempts(connection: Connection, job_id: int) -> tuple[Attempt, ...]:
    """The attempts at a job, the first one first."""
    rows = select(ATTEMPT).where(ATTEMPT.c.job_id == job_id).order_by(ATTEMPT.c.number)
    return tuple(attempt_of(row) for row in connection.execute(rows))


def running(connection: Connection, *which: ColumnElement[bool]) -> tuple[tuple[Job, Attempt], ...]:
    """The running jobs, those of them that ``which`` holds for, each with its attempt."""
    rows = connection.execute(JOBS.where(JOB.c.state == "running", *which).order_by(JOB.c.id))
    found = [job_of(row) for row in rows]
    present = and_(ATTEMPT.c.job_id == JOB.c.id, ATTEMPT.c.number == JOB.c.attempt)
    theirs = select(ATTEMPT).join(JOB, present).where(among(JOB.c.id, [each.id for each in found]))
    by_job = {row.job_id: attempt_of(row) for row in connection.execute(theirs)}
    return tuple((each, by_job[each.id]) for each in found)


def requests(connection: Connection) -> dict[tuple[int, int], Request]:
    """What the owner has asked of running jobs, by the numbers of job and attempt."""
    asked = select(JOB.c.id, JOB.c.attempt, JOB.c.request)
    rows = connection.execute(asked.where(JOB.c.state == "running", JOB.c.request.is_not(None)))
    return {(row.id, row.attempt): row.request for row in rows}


def counts(connection: Connection) -> dict[State, int]:
    """How many jobs are in each state."""
    rows = connection.execute(select(JOB.c.state, func.count()).group_by(JOB.c.state))
    found = {row[0]: row[1] for row in rows}
    return {state: found.get(state, 0) for state in STATES}
