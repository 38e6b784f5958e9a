"""Jobs that make one film twice: a paper was added under different names before it was known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

_NOT_BEGUN = ("paused", "queued", "waiting")
_NO_FILM_COMES = ("cancelled", "failed")
_DRAWN = len("-3f9ac2d1")
"""Of a job's key, what is drawn at random; before it stands the name that its paper was added by."""


class Twins:
    """Finds them.

    Args:
        reading: Gives one moment of the database.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def among(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Those of some jobs that have not begun and that another job makes needless.

        That one is about the same paper with equal options, was added under another name, is older or has
        begun, and has neither failed nor been given up. Of what was added twice under one name its owner
        knows.
        """
        mine, other = JOB.alias(), JOB.alias()
        same = and_(
            other.c.paper_id == mine.c.paper_id,
            other.c.options_key == mine.c.options_key,
            other.c.id != mine.c.id,
            other.c.state.not_in(_NO_FILM_COMES),
            or_(other.c.id < mine.c.id, other.c.attempt > 0),
        )
        asked = (
            select(mine.c.id, mine.c.key, other.c.key.label("other"))
            .select_from(mine.join(other, same))
            .where(among(mine.c.id, ids), mine.c.state.in_(_NOT_BEGUN), mine.c.attempt == 0)
        )
        with self._reading() as connection:
            rows = connection.execute(asked).all()
        return tuple(sorted({row.id for row in rows if row.key[:-_DRAWN] != row.other[:-_DRAWN]}))
