"""The order of the line: jobs whose turn is still to come, moved by hand.

Positions have gaps between them, so that a job is put between two others by writing its own row alone; only
when a gap is used up are positions given out anew. They order the jobs of one priority among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, literal_column, not_, select, text, tuple_, update

from videogen_desktop.jobs.states import IN_LINE
from videogen_desktop.jobs.store.deciding import Step, decide
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from videogen_desktop.jobs.model import Decided, Place
    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.tables import AnyRow

GAP = 1 << 20
"""Between the positions of jobs that were added one after the other: twenty jobs can be put between two."""

LINE = tuple(sorted(IN_LINE))
"""The states of jobs whose turn is still to come."""

_IN_LINE = literal_column("+job.state").in_(LINE)  # with the plus, the order's own index is walked
_PLACED = select(JOB.c.position, JOB.c.id, JOB.c.priority, JOB.c.state)
_IN_ORDER = _PLACED.where(_IN_LINE).order_by(JOB.c.priority.desc(), JOB.c.position, JOB.c.id)
_SPOT = tuple_(JOB.c.position, JOB.c.id)
_SENTENCES: Mapping[Place, str] = {
    "top": "Moved to the top.",
    "bottom": "Moved to the bottom.",
    "up": "Moved up.",
    "down": "Moved down.",
}


class Placed(NamedTuple):
    """A job and where it stands among those of its priority."""

    position: int
    id: int


def move_in_line(change: Change, ids: Sequence[int], to: Place | int) -> Decided:
    """Move jobs within those of their priority; they keep their order among themselves.

    A number is a place in the line of all priorities without the jobs that are moved, counted from 0.
    """
    text = f"Moved to place {to + 1}." if isinstance(to, int) else _SENTENCES[to]

    def rule(row: AnyRow) -> Step | str:
        if row.state not in LINE:
            return f"It is {row.state}, so it has no place in the line."
        return Step(text, kind="moved")

    decided = decide(change, ids, rule)
    bands: dict[int, list[Placed]] = defaultdict(list)
    for row in change.connection.execute(_placed(decided.done)):
        bands[row.priority].append(Placed(row.position, row.id))
    for priority, jobs in bands.items():
        _move_band(change, priority, sorted(jobs), to, decided.done)
    return decided


def set_priority(change: Change, ids: Sequence[int], priority: int) -> Decided:
    """Have jobs go before or after others."""

    def rule(row: AnyRow) -> Step | str:
        if row.priority == priority:
            return f"Its priority is {priority} already."
        return Step(f"Its owner gave it priority {priority}.", kind="priority", values={"priority": priority})

    decided = decide(change, ids, rule)
    keep_apart(change, [priority])
    return decided


def keep_apart(change: Change, priorities: Iterable[int]) -> None:
    """See to it that no two jobs of a priority have one position, after jobs have come to it."""
    for priority in priorities:
        of_priority = select(JOB.c.position).where(JOB.c.priority == priority)
        shared = of_priority.group_by(JOB.c.position).having(func.count() > 1).limit(1)
        if change.connection.execute(shared).first():
            _give_out_anew(change, priority, GAP)


def _move_band(
    change: Change, priority: int, jobs: list[Placed], to: Place | int, moved: Iterable[int]
) -> None:
    match to:
        case "top":
            _put_first(change, priority, jobs)
        case "bottom":
            _put_last(change, priority, jobs)
        case "up" | "down":
            _step(change, priority, jobs, to)
        case _:
            _put_at(change, priority, jobs, to, moved)


def _put_first(change: Change, priority: int, jobs: list[Placed]) -> None:
    first = change.connection.execute(_end_of(priority, func.min)).scalar_one()
    _spread(change, jobs, first - GAP * len(jobs), GAP)


def _put_last(change: Change, priority: int, jobs: list[Placed]) -> None:
    last = change.connection.execute(_end_of(priority, func.max)).scalar_one()
    _spread(change, jobs, last + GAP, GAP)


def _put_at(change: Change, priority: int, jobs: list[Placed], place: int, moved: Iterable[int]) -> None:
    """Put jobs before the one that has a place now, or as near to it as their priority lets them come."""
    after = _without(change.connection, max(0, place), moved)
    if after is None or after.priority < priority:
        _put_last(change, priority, jobs)
    elif after.priority > priority:
        _put_first(change, priority, jobs)
    else:
        others = _PLACED.where(not_(among(JOB.c.id, moved)))
        before = change.connection.execute(_before(others, priority, after)).first()
        start = before.position if before else after.position - GAP * (len(jobs) + 1)
        step = (after.position - start) // (len(jobs) + 1)
        if step:
            _spread(change, jobs, start + step, step)
        else:
            _give_out_anew(change, priority, GAP + len(jobs))
            _put_at(change, priority, jobs, place, moved)


def _without(connection: Connection, place: int, moved: Iterable[int]) -> AnyRow | None:
    """The job that has a place in the line without those that are moved.

    These are left out afterwards: asking it of every job on the way would take as long as the walk itself.
    """
    rows = list(connection.execute(_placed(moved)))
    stretch = list(connection.execute(_IN_ORDER.offset(place).limit(len(rows) + 1)))
    gone = {row.id for row in rows}
    left = [row for row in stretch if row.id not in gone]
    passed = sum(_turn(row) < _turn(stretch[0]) for row in rows) if stretch else 0
    return left[passed] if passed < len(left) else None


def _turn(row: AnyRow) -> tuple[int, int, int]:
    return (-row.priority, row.position, row.id)


def _step(change: Change, priority: int, jobs: list[Placed], to: Place) -> None:
    """Swap each job with the one before or after it; those that touch each other go together."""
    stretch = _stretch(change.connection, priority, jobs, to)
    places = [job.position for job in stretch]
    order = [job.id for job in stretch]
    if to == "down":
        order.reverse()
    chosen = {job.id for job in jobs}
    for index in range(1, len(order)):
        if order[index] in chosen and order[index - 1] not in chosen:
            order[index - 1], order[index] = order[index], order[index - 1]
    if to == "down":
        order.reverse()
    now = [Placed(position, number) for position, number in zip(places, order, strict=True)]
    _write(change, [job for job, before in zip(now, stretch, strict=True) if job != before])


def _stretch(connection: Connection, priority: int, jobs: list[Placed], to: Place) -> list[Placed]:
    """The line from the first of some jobs to the last, and the job beyond it on the side they go to."""
    ids = [job.id for job in jobs]
    placed = sorted(Placed(row.position, row.id) for row in connection.execute(_placed(ids)))
    line = _PLACED.where(JOB.c.priority == priority, _IN_LINE)
    inside = line.where(tuple_(*placed[0]) <= _SPOT, tuple_(*placed[-1]) >= _SPOT)
    found = list(connection.execute(inside))
    if to == "up":
        beyond = connection.execute(_before(line, priority, placed[0])).first()
    else:
        later = line.where(tuple_(*placed[-1]) < _SPOT).order_by(JOB.c.position, JOB.c.id)
        beyond = connection.execute(later.limit(1)).first()
    return sorted(Placed(row.position, row.id) for row in (*found, *([beyond] if beyond else [])))


def _placed(ids: Iterable[int]) -> Select[Any]:
    return _PLACED.where(among(JOB.c.id, ids))


def _before(line: Select[Any], priority: int, spot: Placed | AnyRow) -> Select[Any]:
    """The last job of the line before a spot."""
    earlier = line.where(JOB.c.priority == priority, tuple_(spot.position, spot.id) > _SPOT)
    return earlier.order_by(JOB.c.position.desc(), JOB.c.id.desc()).limit(1)


def _end_of(priority: int, extreme: Callable[[ColumnElement[Any]], ColumnElement[Any]]) -> Select[Any]:
    return select(extreme(JOB.c.position)).where(JOB.c.priority == priority)


def _spread(change: Change, jobs: list[Placed], start: int, step: int) -> None:
    _write(change, [Placed(start + step * number, job.id) for number, job in enumerate(jobs)])


def _write(change: Change, jobs: list[Placed]) -> None:
    if not jobs:
        return
    marked = {"revision": change.revision, "changed_at": change.now}
    at = update(JOB).where(JOB.c.id == bindparam("job")).values(position=bindparam("place"), **marked)
    change.connection.execute(at, [{"job": job.id, "place": job.position} for job in jobs])
    change.touch(job.id for job in jobs)


def _give_out_anew(change: Change, priority: int, gap: int) -> None:
    """New positions for all jobs of a priority, in the order that they have."""
    anew = text(
        "UPDATE job SET position = numbered.place FROM ("
        "SELECT id, row_number() OVER (ORDER BY position, id) * :gap AS place "
        "FROM job WHERE priority = :priority) AS numbered WHERE job.id = numbered.id"
    )
    change.connection.execute(anew, {"gap": gap, "priority": priority})
