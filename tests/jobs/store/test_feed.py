from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import a_job, add, claimed
from videogen_desktop.jobs.model import Changes, Ending, Progress
from videogen_desktop.jobs.store import LeaseLost, open_store
from videogen_desktop.jobs.store.feed import OwnNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.jobs.store.queues import SetClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore


@pytest.fixture
def other(store: JobStore, data_folder: DataFolder, clock: SetClock) -> Iterator[JobStore]:
    """The same store as another process has it: through connections of its own."""
    assert store.poll() is None
    opened = open_store(data_folder, clock)
    yield opened
    opened.close()


def test_who_comes_back_is_told_what_was_touched_since(store: JobStore) -> None:
    first, second, third = add(store, 1, 2, 3)
    since = store.revision()
    store.pause([second])
    claim = claimed(store)
    store.report(claim, Progress(overall=0.5))
    store.set_reason("owner", True)
    store.remove([third])
    assert store.changes(since) == Changes(store.revision(), (second, first), (third,), queue=True)
    assert store.changes(store.revision()) == Changes(store.revision())


def test_a_revision_of_another_database_means_that_everything_changed(store: JobStore) -> None:
    ids = add(store, 1, 2)
    assert store.changes(10_000).changed == ids


def test_those_who_listen_are_told_after_the_commit(store: JobStore) -> None:
    told: list[tuple[Changes, int]] = []
    stop = store.subscribe(lambda changes: told.append((changes, store.revision())))
    ids = add(store, 1, 2)
    store.set_reason("owner", True)
    assert [changes for changes, _ in told] == [Changes(1, ids), Changes(2, queue=True)]
    assert [revision for _, revision in told] == [1, 2]
    stop()
    stop()
    add(store, 3)
    assert len(told) == 2


def test_a_listener_may_write_and_nobody_waits_for_it(store: JobStore) -> None:
    first, second = add(store, 1, 2)

    def answer(changes: Changes) -> None:
        if changes.changed == (first,):
            other = threading.Thread(target=store.pause, args=([second],))
            other.start()
            other.join(20)
            assert not other.is_alive()

    store.subscribe(answer)
    store.pause([first])
    assert store.counts()["paused"] == 2


def test_a_listener_that_fails_harms_nobody(store: JobStore, caplog: pytest.LogCaptureFixture) -> None:
    told: list[Changes] = []

    def fail(_changes: Changes) -> None:
        raise ZeroDivisionError

    store.subscribe(fail)
    store.subscribe(told.append)
    ids = add(store, 1)
    assert store.counts()["queued"] == 1
    assert told == [Changes(1, ids)]
    assert "ZeroDivisionError" in caplog.text


def test_nobody_is_told_of_what_was_not_done(store: JobStore) -> None:
    a_job(store, "queued")
    claim = claimed(store)
    told: list[Changes] = []
    store.subscribe(told.append)
    store.renew(claim)
    store.resume([claim.job.id])
    store.take_back(claim.job.id, 1, Ending("queued", "lost"))
    told.clear()
    with pytest.raises(LeaseLost):
        store.report(claim, Progress())
    assert store.claim("nobody") is not None
    assert store.claim("nobody") is None
    assert len(told) == 1


def test_other_processes_changes_are_found_by_asking(store: JobStore, other: JobStore) -> None:
    first, second = add(other, 1, 2)
    found = store.poll()
    assert found == Changes(1, (first, second))
    assert store.poll() is None
    other.remove([second])
    other.set_reason("owner", True)
    assert store.poll() == Changes(3, (), (second,), queue=True)
    assert store.poll() is None


def test_own_changes_are_not_found_by_asking(store: JobStore, other: JobStore) -> None:
    (mine,) = add(store, 1)
    (theirs,) = add(other, 2)
    (mine_again,) = add(store, 3)
    found = store.poll()
    assert found is not None
    assert found.changed == (theirs,)
    add(store, 4)
    assert store.poll() is None
    found = other.poll()
    assert found is not None
    assert set(found.changed) == {mine, mine_again, 4}


def test_a_renewed_lease_is_no_change(store: JobStore, other: JobStore) -> None:
    add(other, 1)
    claim = claimed(other)
    store.poll()
    other.renew(claim)
    assert store.poll() is None


def test_own_numbers_are_kept_as_ranges() -> None:
    numbers = OwnNumbers()
    for number in (3, 4, 5, 9, 8, 12):
        numbers.add(number)
    held = numbers.copy()
    numbers.drop_to(4)
    assert [number for number in range(15) if number in held] == [3, 4, 5, 8, 9, 12]
    assert [number for number in range(15) if number in numbers] == [5, 8, 9, 12]
