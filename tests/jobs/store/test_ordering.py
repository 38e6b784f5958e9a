from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import NOON, a_job, add, claimed, in_line
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.states import STATES, State
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.store.ordering import LINE

if TYPE_CHECKING:
    from tests.jobs.store.queues import SetClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Place
    from videogen_desktop.jobs.store import JobStore

MOVES: list[tuple[list[int], Place | int, list[int]]] = [
    ([3], "top", [3, 1, 2, 4, 5]),
    ([5, 2], "top", [2, 5, 1, 3, 4]),
    ([1], "top", [1, 2, 3, 4, 5]),
    ([3], "bottom", [1, 2, 4, 5, 3]),
    ([4, 1], "bottom", [2, 3, 5, 1, 4]),
    ([3], "up", [1, 3, 2, 4, 5]),
    ([1], "up", [1, 2, 3, 4, 5]),
    ([3, 4], "up", [1, 3, 4, 2, 5]),
    ([2, 4], "up", [2, 1, 4, 3, 5]),
    ([1, 2, 4], "up", [1, 2, 4, 3, 5]),
    ([3], "down", [1, 2, 4, 3, 5]),
    ([5], "down", [1, 2, 3, 4, 5]),
    ([2, 3], "down", [1, 4, 2, 3, 5]),
    ([2, 4], "down", [1, 3, 2, 5, 4]),
    ([4, 5], "down", [1, 2, 3, 4, 5]),
    ([4], 0, [4, 1, 2, 3, 5]),
    ([1], 2, [2, 3, 1, 4, 5]),
    ([5, 1], 1, [2, 1, 5, 3, 4]),
    ([2], 4, [1, 3, 4, 5, 2]),
    ([2], 99, [1, 3, 4, 5, 2]),
    ([2], -1, [2, 1, 3, 4, 5]),
    ([3], 2, [1, 2, 3, 4, 5]),
]


@pytest.mark.parametrize(("ids", "to", "line"), MOVES)
def test_jobs_move_in_line_and_keep_their_order(
    store: JobStore, ids: list[int], to: Place | int, line: list[int]
) -> None:
    add(store, 1, 2, 3, 4, 5)
    assert store.move(ids, to).done == tuple(ids)
    assert in_line(store) == line
    assert [claimed(store).job.id for _ in line] == line


@pytest.mark.parametrize("state", STATES)
def test_only_jobs_whose_turn_is_still_to_come_are_moved(store: JobStore, state: State) -> None:
    job_id = a_job(store, state)
    assert (store.move([job_id], "top").done == (job_id,)) is (state in LINE)


def test_jobs_that_are_done_with_are_stepped_over(store: JobStore) -> None:
    first, gone, _ended, last = add(store, 1, 2, 3, 4)
    store.cancel([gone, _ended])
    store.move([last], "up")
    assert in_line(store) == [last, gone, _ended, first]
    store.move([last], 1)
    assert [job_id for job_id in in_line(store) if job_id in (first, last)] == [first, last]


def test_moves_stay_within_a_priority(store: JobStore) -> None:
    low = add(store, 1, 2)
    high = add(store, 3, 4, priority=1)
    store.move([low[1]], "top")
    assert in_line(store) == [*high, low[1], low[0]]
    store.move([low[0], high[0]], 0)
    assert in_line(store) == [*high, low[0], low[1]]
    store.move([low[0], high[0]], 99)
    assert in_line(store) == [high[1], high[0], low[1], low[0]]
    store.move([high[1], low[0]], "down")
    assert in_line(store) == [high[0], high[1], low[1], low[0]]


def test_a_job_that_is_not_there_is_refused(store: JobStore) -> None:
    assert store.move([4711], "top").refused[0].reason == "There is no such job any more."
    assert store.revision() == 0


def test_the_order_outlasts_a_restart(store: JobStore, data_folder: DataFolder, clock: SetClock) -> None:
    add(store, 1, 2, 3)
    store.move([3], 0)
    again = open_store(data_folder, clock)
    assert in_line(again) == [3, 1, 2]
    again.close()


def test_a_gap_that_is_used_up_is_made_anew(store: JobStore) -> None:
    ids = list(add(store, *range(1, 41)))
    line = ids.copy()
    for job_id in ids[2:]:  # each time between the first job and the one that was put there last
        store.move([job_id], 1)
        line.remove(job_id)
        line.insert(1, job_id)
        assert in_line(store) == line
    assert [claimed(store).job.id for _ in line] == line


def test_more_jobs_than_a_gap_holds_are_put_into_it(store: JobStore) -> None:
    ids = list(add(store, *range(1, 101)))
    for _ in range(19):
        store.move([ids[-1]], 1)
        store.move([ids[-2]], 1)
    chosen = ids[10:90]
    store.move(chosen, 1)
    rest = [job_id for job_id in in_line(store) if job_id not in chosen]
    assert in_line(store) == [rest[0], *chosen, *rest[1:]]


def test_moves_agree_with_a_list(store: JobStore) -> None:
    chance = random.Random(7)
    line = list(add(store, *range(1, 13)))
    places: list[Place] = ["top", "bottom", "up", "down"]
    for _ in range(150):
        ids = chance.sample(line, chance.randint(1, 5))
        to = chance.choice([*places, chance.randrange(12)])
        store.move(ids, to)
        line = moved(line, ids, to)
        assert in_line(store) == line


def moved(line: list[int], ids: list[int], to: Place | int) -> list[int]:
    """The plain rule."""
    chosen = [job_id for job_id in line if job_id in ids]
    rest = [job_id for job_id in line if job_id not in ids]
    if to in ("up", "down"):
        order = line.copy() if to == "up" else line[::-1]
        for index in range(1, len(order)):
            if order[index] in ids and order[index - 1] not in ids:
                order[index - 1], order[index] = order[index], order[index - 1]
        return order if to == "up" else order[::-1]
    place = {"top": 0, "bottom": len(rest)}.get(to, to) if isinstance(to, str) else to
    assert isinstance(place, int)
    return [*rest[:place], *chosen, *rest[place:]]


def test_a_move_is_told(store: JobStore) -> None:
    add(store, 1, 2, 3)
    before = store.revision()
    store.move([3], "top")
    assert store.changes(before).changed == (3,)
    event = store.events(3)[0]
    assert (event.kind, event.text, event.at) == ("moved", "Moved to the top.", NOON)


def test_jobs_that_come_to_a_priority_share_no_position_with_others(store: JobStore) -> None:
    """Positions are given out in each priority by itself, so those of two priorities can be equal."""
    low = add(store, 1, 2)
    high = add(store, 3, 4, priority=1)
    store.move([low[0]], "bottom")
    store.move([high[0]], "bottom")
    store.move([low[0], high[0]], "bottom")
    store.set_priority(high, 0)
    jobs = store.page(JobQuery(), 0, 10)
    assert len({job.position for job in jobs}) == 4
    for job_id in (job.id for job in jobs):
        line = in_line(store)
        store.move([job_id], "down")
        assert in_line(store) == moved(line, [job_id], "down")
