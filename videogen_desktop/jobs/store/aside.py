"""Jobs are set aside while another makes their film, and go on when none does any more.

Both happen when a worker asks for a job, and to a few jobs in a transaction: everybody else waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Problem
from videogen_desktop.jobs.states import SAME_FILM
from videogen_desktop.jobs.store.moves import move
from videogen_desktop.jobs.store.rows import problem_columns
from videogen_desktop.jobs.store.twins import free_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow

MOST_AT_ONCE = 10
"""Jobs that are set aside in a transaction."""
_MOST_LOOKED_AT = 50
"""Jobs that may go on, of which a transaction looks."""

_GOES_ON = "It goes on, since no other job makes its film any more."


def set_aside(change: Change, row: AnyRow, other: int) -> None:
    """Pause a job, since another one makes its film."""
    problem = Problem(
        SAME_FILM,
        f"Its paper is in the list under two names, and job {other} makes the same film.",
        "Remove it, or resume it to have the film made twice.",
    )
    values = problem_columns(problem) | {"not_before": None}
    move(change, [row.id], row.state, "paused", problem.message, kind=SAME_FILM, **values)


class Aside:
    """Looks through the jobs that are set aside, and puts those back into the line that are free to go on.

    Args:
        reading: Gives one moment of the database.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading
        self._after = 0

    def let_go_on(self, change: Change) -> None:
        """Look at some of them, each time at the next ones."""
        free, self._after = free_again(change.connection, self._after, _MOST_LOOKED_AT)
        if free:
            freed = problem_columns(None) | {"not_before": None}
            move(change, free, "paused", "queued", _GOES_ON, **freed)

    def turn_to_free(self) -> bool:
        """Have those looked at next that are free to go on; whether any are.

        Asked when nothing else is to be done. It looks at all of them, and meanwhile nobody has to wait.
        """
        with self._reading() as connection:
            free, _ = free_again(connection, 0, -1)
        self._after = free[0] - 1 if free else 0
        return bool(free)
