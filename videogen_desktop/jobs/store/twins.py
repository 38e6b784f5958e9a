"""Jobs that make one film twice: a paper was added under different names before it was known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, or_, select

from videogen_desktop.jobs.model import Problem
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.rows import problem_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import EVENT, JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from sqlalchemy import ColumnElement, Connection

    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow

SAME_FILM = "same-film"
"""The problem of a job that was set aside, and the kind of the line of history that says so."""

AGAIN = "again"
"""The kind of the line of history of a job whose owner knew, when it was added, that there is another."""

_NOT_BEGUN = ("paused", "queued", "waiting")
_NO_FILM_COMES = ("cancelled", "failed")
_DRAWN = len("-3f9ac2d1")
"""Of a job's key, what is drawn at random; before it stands the name that its paper was added by."""

_MINE, _OTHER = JOB.alias(), JOB.alias()


def _wanted_all_the_same() -> ColumnElement[bool]:
    """Whether its owner knew of the other job: it was added again, or goes on after it was set aside."""
    resumed = (EVENT.c.kind == SAME_FILM) & _MINE.c.error_code.is_distinct_from(SAME_FILM)
    return exists().where(EVENT.c.job_id == _MINE.c.id, or_(EVENT.c.kind == AGAIN, resumed))


_SAME = and_(
    _OTHER.c.paper_id == _MINE.c.paper_id,
    _OTHER.c.options_key == _MINE.c.options_key,
    _OTHER.c.id != _MINE.c.id,
)
_PAIRS = (
    select(_MINE.c.id, _MINE.c.key, _OTHER.c.id.label("other"), _OTHER.c.key.label("other_key"))
    .select_from(_MINE.join(_OTHER, _SAME))
    .where(~_wanted_all_the_same())
    .order_by(_OTHER.c.id)
)
_MADE_BY_ANOTHER = _PAIRS.where(  # built once: every claim asks
    _MINE.c.id == bindparam("job_id"),
    or_(
        _OTHER.c.state.in_(("running", "completed", "needs-attention")),
        _OTHER.c.state.in_(("queued", "waiting")) & (_OTHER.c.attempt > 0) & (_MINE.c.attempt == 0),
    ),
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
        begun, and has neither failed nor been given up. Of what was added twice under one name its owner
        knows, and of what goes on after it was set aside.
        """
        return tuple(sorted(self.of(ids)))

    def of(self, ids: Iterable[int]) -> dict[int, int]:
        """The same, each with the job that makes it needless."""
        asked = _PAIRS.where(
            among(_MINE.c.id, ids),
            _MINE.c.state.in_(_NOT_BEGUN),
            or_(_MINE.c.attempt == 0, _MINE.c.error_code == SAME_FILM),
            _OTHER.c.state.not_in(_NO_FILM_COMES),
            or_(_OTHER.c.id < _MINE.c.id, _OTHER.c.attempt > 0),
        )
        with self._reading() as connection:
            return _under_two_names(connection.execute(asked).all())

    def set_aside(self) -> tuple[int, ...]:
        """The jobs that are paused since another makes their film."""
        asked = select(JOB.c.id).where(JOB.c.state == "paused", JOB.c.error_code == SAME_FILM)
        with self._reading() as connection:
            return tuple(connection.execute(asked.order_by(JOB.c.id)).scalars())


def made_by_another(connection: Connection, job_id: int) -> int | None:
    """The job that makes the film of the one that would be next, if it became known that one does.

    The first in the line makes it, unless another one is at it, has made it, or has begun.
    """
    rows = connection.execute(_MADE_BY_ANOTHER, {"job_id": job_id}).all()
    return _under_two_names(rows).get(job_id)


def set_aside(change: Change, row: AnyRow, other: int) -> None:
    """Pause a job, since another one makes its film."""
    problem = Problem(
        SAME_FILM,
        f"Its paper is in the list under two names, and job {other} makes the same film.",
        "Remove it, or resume it to have the film made twice.",
    )
    values = problem_columns(problem) | {"not_before": None}
    move(change, [row.id], row.state, "paused", problem.message, kind=SAME_FILM, **values)


def here_already(connection: Connection, paper_ids: Iterable[int], options_key: str) -> frozenset[int]:
    """Those of some papers that have a job with such options."""
    asked = select(JOB.c.paper_id).where(among(JOB.c.paper_id, paper_ids), JOB.c.options_key == options_key)
    return frozenset(connection.execute(asked).scalars())


def _under_two_names(rows: Iterable[AnyRow]) -> dict[int, int]:
    """The pairs that were added under different names, the oldest other of each."""
    found: dict[int, int] = {}
    for row in rows:
        if row.key[:-_DRAWN] != row.other_key[:-_DRAWN]:
            found.setdefault(row.id, row.other)
    return found
