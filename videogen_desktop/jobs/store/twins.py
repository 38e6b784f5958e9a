"""Jobs that make one film twice: a paper was added under different names before it was known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, func, literal_column, or_, select, tuple_

from videogen_desktop.jobs.states import SAME_FILM
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from sqlalchemy import ColumnElement, Connection, FromClause

    from videogen_desktop.jobs.store.tables import AnyRow

NO_FILM_COMES = ("cancelled", "failed")
"""A job in one of these makes a film only when its owner asks for it."""

_NOT_BEGUN = ("paused", "queued", "waiting")
_DRAWN = len("-3f9ac2d1")
"""Of a job's key, what is drawn at random; before it stands the name that its paper was added by."""

_MINE, _OTHER = JOB.alias(), JOB.alias()


def _alike(mine: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether two jobs are about one paper, with equal options."""
    return and_(
        other.c.paper_id == mine.c.paper_id,
        other.c.options_key == mine.c.options_key,
        other.c.id != mine.c.id,
    )


def _same(mine: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether they were added under two names, too: of what was added twice under one its owner knows."""
    return _alike(mine, other) & (_added_as(other) != _added_as(mine))


def _added_as(job: FromClause) -> ColumnElement[str]:
    return func.substr(job.c.key, 1, func.length(job.c.key) - _DRAWN)


def _is_set_aside(job: FromClause) -> ColumnElement[bool]:
    """Whether it is paused since another makes its film; said as the index of those says it."""
    return (job.c.state == literal_column("'paused'")) & (
        job.c.error_code == literal_column(f"'{SAME_FILM}'")
    )


def _is_not_set_aside(job: FromClause) -> ColumnElement[bool]:
    """The opposite, also where there is no problem: what is unknown to SQL is no more so when negated."""
    return or_(job.c.state != "paused", job.c.error_code.is_distinct_from(SAME_FILM))


def _comes_after(job: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether a job stands behind another in the line."""
    mine, its = (tuple_(-each.c.priority, each.c.position, each.c.id) for each in (job, other))
    return mine > its


_MAKES_IT = _OTHER.c.state.in_(("running", "completed", "needs-attention"))
_HAS_BEGUN = _OTHER.c.state.in_(("queued", "waiting")) & (_OTHER.c.attempt > 0)
_PAIRS = (
    select(_MINE.c.id, _OTHER.c.id.label("other"))
    .select_from(_MINE.join(_OTHER, _same(_MINE, _OTHER)))
    .order_by(_OTHER.c.id)
)
_NEEDLESS = _PAIRS.where(_MINE.c.wanted_anyway.is_(False))
_MADE_BY_ANOTHER = _NEEDLESS.where(  # built once, as the next one: every claim asks
    _MINE.c.id == bindparam("job_id"), or_(_MAKES_IT, _HAS_BEGUN & (_MINE.c.attempt == 0))
).limit(1)

_ASIDE = (
    select(*(JOB.c[name] for name in ("id", "key", "paper_id", "options_key", "priority", "position")))
    .where(_is_set_aside(JOB), JOB.c.id > bindparam("after"))
    .order_by(JOB.c.id)
    .limit(bindparam("most"))
    .subquery()
)
_MAY_MAKE_IT = _OTHER.c.state.not_in(NO_FILM_COMES) & or_(
    _is_not_set_aside(_OTHER), _comes_after(_ASIDE, _OTHER)
)
_LOOKED_AT = select(
    _ASIDE.c.id, exists().where(_same(_ASIDE, _OTHER), _MAY_MAKE_IT).label("is_made")
).order_by(_ASIDE.c.id)

_OLDER = (
    select(_MINE.c.id, _OTHER.c.id.label("other"), (_added_as(_OTHER) != _added_as(_MINE)).label("renamed"))
    .select_from(_MINE.join(_OTHER, _alike(_MINE, _OTHER) & (_OTHER.c.id < _MINE.c.id)))
    .where(_OTHER.c.state.not_in(NO_FILM_COMES), _is_not_set_aside(_OTHER))
    .order_by(_MINE.c.id, _OTHER.c.wanted_anyway.desc(), (_OTHER.c.attempt > 0).desc())
    .order_by(_OTHER.c.priority.desc(), _OTHER.c.position, _OTHER.c.id)
)


class Twins:
    """Finds them.

    Args:
        reading: Gives one moment of the database.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def among(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Those of some jobs that have not begun, or were set aside, and that another job makes needless.

        That one is about the same paper with equal options, was added under another name, is older or has
        begun, and has neither failed nor been given up. Never needless is what its owner wants anyway.
        """
        return tuple(sorted(self.of(ids)))

    def of(self, ids: Iterable[int]) -> dict[int, int]:
        """The same, each with the job that makes it needless."""
        asked = _NEEDLESS.where(
            among(_MINE.c.id, ids),
            _MINE.c.state.in_(_NOT_BEGUN),
            or_(_MINE.c.attempt == 0, _MINE.c.error_code == SAME_FILM),
            _OTHER.c.state.not_in(NO_FILM_COMES),
            or_(_OTHER.c.id < _MINE.c.id, _OTHER.c.attempt > 0),
        )
        found: dict[int, int] = {}
        with self._reading() as connection:
            for row in connection.execute(asked):
                found.setdefault(row.id, row.other)
        return found

    def all_set_aside(self) -> tuple[int, ...]:
        """The jobs that are paused since another makes their film."""
        asked = select(JOB.c.id).where(_is_set_aside(JOB)).order_by(JOB.c.id)
        with self._reading() as connection:
            return tuple(connection.execute(asked).scalars())

    def free_again(self) -> tuple[int, ...]:
        """Those of them that the next claim puts back into the line: no other job makes their film now."""
        with self._reading() as connection:
            return free_again(connection, 0, -1)[0]


def made_by_another(connection: Connection, job_id: int) -> int | None:
    """The job that makes the film of the one that would be next, if it became known that one does.

    The first in the line makes it, unless another one is at it, has made it, or has begun.
    """
    row = connection.execute(_MADE_BY_ANOTHER, {"job_id": job_id}).first()
    return row.other if row else None


def made_by_others(connection: Connection, ids: Iterable[int]) -> frozenset[int]:
    """Those of some jobs whose film another one is at, has made, or has begun."""
    asked = _PAIRS.where(among(_MINE.c.id, ids), or_(_MAKES_IT, _HAS_BEGUN))
    return frozenset(connection.execute(asked).scalars())


def made_beside(connection: Connection, ids: Iterable[int]) -> frozenset[int]:
    """The older jobs that make the films which jobs added just now make once more.

    Those that were added under the same name are left out: nothing sets them aside for the new ones.
    """
    first: dict[int, AnyRow] = {}
    for row in connection.execute(_OLDER.where(among(_MINE.c.id, ids))):
        first.setdefault(row.id, row)
    return frozenset(row.other for row in first.values() if row.renamed)


def free_again(connection: Connection, after: int, most: int) -> tuple[tuple[int, ...], int]:
    """Jobs that were set aside and whose film no other makes, has made or may make by itself.

    Of several that would make the same film it is the first in the line.

    Args:
        connection: One moment of the database.
        after: The jobs after this one are looked at.
        most: How many of those that were set aside; -1 for all.

    Returns:
        Their numbers, and after which one to go on; 0 when there are no more.
    """
    rows = connection.execute(_LOOKED_AT, {"after": after, "most": most}).all()
    free = tuple(row.id for row in rows if not row.is_made)
    return free, rows[-1].id if len(rows) == most else 0


def here_already(
    connection: Connection, paper_ids: Iterable[int], options_key: str, *which: ColumnElement[bool]
) -> frozenset[int]:
    """Those of some papers that have a job with such options, one that ``which`` holds for."""
    asked = select(JOB.c.paper_id).where(
        among(JOB.c.paper_id, paper_ids), JOB.c.options_key == options_key, *which
    )
    return frozenset(connection.execute(asked).scalars())
