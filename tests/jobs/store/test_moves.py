"""The one way in which states change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import ENDINGS, NOON, a_job, everything, state_of
from videogen_desktop.jobs.states import MOVES, STATES, State
from videogen_desktop.jobs.store import IllegalMove
from videogen_desktop.jobs.store.feed import Feed
from videogen_desktop.jobs.store.moves import RANK, move
from videogen_desktop.jobs.store.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.jobs.store.queues import SetClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

PAIRS = [(now, to) for now in STATES for to in STATES]


@pytest.fixture
def feed(data_folder: DataFolder, clock: SetClock) -> Iterator[Feed]:
    """Another way into the store's file."""
    database = open_database(data_folder, clock)
    yield Feed(database, clock)
    database.close()


@pytest.mark.parametrize(("now", "to"), [pair for pair in PAIRS if pair[1] in MOVES[pair[0]]])
def test_a_move_of_the_table_is_made_and_written_into_the_history(
    store: JobStore, feed: Feed, now: State, to: State
) -> None:
    job_id = a_job(store, now)
    before = store.revision()
    with feed.change() as change:
        move(change, [job_id], now, to, "Because.")
    job = store.get(job_id)
    assert job is not None
    assert (job.state, job.revision, job.changed_at) == (to, before + 1, NOON)
    last = store.events(job_id)[0]
    assert (last.kind, last.text, last.at) == (to, "Because.", NOON)
    assert store.revision() == before + 1
    assert store.changes(before).changed == (job_id,)


@pytest.mark.parametrize(("now", "to"), [pair for pair in PAIRS if pair[1] not in MOVES[pair[0]]])
def test_every_other_move_is_refused(
    store: JobStore, feed: Feed, data_folder: DataFolder, now: State, to: State
) -> None:
    job_id = a_job(store, now)
    before = everything(data_folder)
    with pytest.raises(IllegalMove) as refused, feed.change() as change:
        move(change, [job_id], now, to, "Because.")
    assert refused.value.code == "illegal-move"
    assert everything(data_folder) == before


def test_a_job_that_is_not_in_the_state_it_was_taken_for_stays_where_it_is(
    store: JobStore, feed: Feed
) -> None:
    job_id = a_job(store, "completed")
    with pytest.raises(RuntimeError, match="not all"), feed.change() as change:
        move(change, [job_id], "queued", "paused", "Because.")
    assert state_of(store, job_id) == "completed"


def test_every_state_has_a_rank_and_a_way_to_it() -> None:
    assert set(RANK) == set(STATES)
    assert set(ENDINGS) == MOVES["running"]
