"""The queue without threads: what stands against a job, and how that passes."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.jobs.pool.disks import fill
from tests.jobs.pool.doubles import SETTINGS, AtOnce, ByHand, HandClock, add
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, Problem, QueueState
from videogen_desktop.jobs.outbox import Outbox
from videogen_desktop.jobs.queue import Surroundings, WorkQueue
from videogen_desktop.jobs.settings import GIB
from videogen_desktop.jobs.sizing import Machine
from videogen_desktop.jobs.store import IllegalMove, LeaseLost, open_store
from videogen_desktop.jobs.trouble import FIRST_HOLD_S, SOON_S, Hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import Claim, Job
    from videogen_desktop.jobs.queue import Runner, Watcher
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.jobs.supervisor import Control

NOBODY = Outbox(lambda: None, lambda: None)
FULL = Problem("disk-full", "The disk is full.", "Free some space.", retryable=True)


class Desk:
    """A queue on a real store with a clock that goes by hand."""

    def __init__(self, store: JobStore, folder: DataFolder, runner: Runner) -> None:
        self.store = store
        self.clock = HandClock()
        self.settings = SETTINGS
        self.states: list[QueueState] = []
        self.queue = WorkQueue(
            store,
            runner,
            folder,
            lambda: self.settings,
            self.clock,
            worker="test",
            on_state=self.states.append,
            around=Surroundings(lambda: Machine(8, 64 * GIB), lambda: False),
        )
        self.queue.open()

    def holds_still(self) -> bool:
        return self.queue.state.paused

    def work(self) -> str | None:
        """Do the next job; the state in which it is then, None when there is no next one."""
        claim = self.queue.next_claim()
        if claim is None:
            return None
        self.queue.run(claim, NOBODY)
        job = self.store.get(claim.job.id)
        return job.state if job else None


class Ends:
    """A runner whose jobs end at once as a list says."""

    def __init__(self, store: JobStore, *endings: Ending | Exception) -> None:
        self._store = store
        self._endings = list(endings)

    def run(self, claim: Claim, control: Control, watcher: Watcher) -> Job:  # noqa: ARG002 - as all
        ending = self._endings.pop(0)
        if isinstance(ending, Exception):
            raise ending
        return self._store.finish(claim, ending)


def test_no_more_is_claimed_than_may_run(store: JobStore, folder: DataFolder) -> None:
    add(store, 3)
    desk = Desk(store, folder, AtOnce(store, folder.root))
    desk.queue.resize(2)
    first, second = desk.queue.next_claim(), desk.queue.next_claim()
    assert first is not None
    assert second is not None
    assert desk.queue.next_claim() is None
    desk.queue.run(first, NOBODY)
    assert desk.queue.next_claim() is not None


def test_who_resumes_while_the_last_job_ends_has_the_queue_go_on(
    store: JobStore, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = add(store, 2)
    desk = Desk(store, folder, AtOnce(store, folder.root))

    @contextmanager
    def resumed_before_its_turn() -> Iterator[None]:
        desk.queue.resume()
        yield

    claim = desk.queue.next_claim()
    assert claim is not None
    desk.queue.stop_after_this_one()
    monkeypatch.setattr(desk.queue, "_claiming", resumed_before_its_turn())
    desk.queue.run(claim, NOBODY)
    monkeypatch.undo()

    assert not desk.holds_still()
    assert desk.work() == "completed"
    assert [job.state for job in store.jobs([first, second])] == ["completed"] * 2


def test_after_the_close_nothing_is_claimed(store: JobStore, folder: DataFolder) -> None:
    add(store, 1)
    desk = Desk(store, folder, AtOnce(store, folder.root))
    desk.queue.close()
    assert desk.queue.next_claim() is None
    desk.queue.end()


def test_a_full_disk_holds_the_queue_until_it_is_time_to_try_again(
    store: JobStore, folder: DataFolder
) -> None:
    add(store, 2)
    waiting = Ending("waiting", "retry", FULL, not_before=SystemClock().now() + 3600, counts_as="failure")
    desk = Desk(store, folder, Ends(store, waiting, waiting))
    assert desk.work() == "waiting"
    assert desk.queue.state.reasons == ("disk-full",)
    assert store.queue_state().reasons == ("disk-full",)
    assert desk.queue.hindrances()[0].message == "The disk is full."
    assert desk.work() is None

    desk.queue.look()
    assert desk.holds_still(), "it is too early to try again"
    desk.clock.pass_by(FIRST_HOLD_S)
    desk.settings = replace(SETTINGS, least_free_bytes=1 << 62)
    desk.queue.look()
    assert set(desk.queue.state.reasons) == {"low-disk", "disk-full"}, "there is no room yet"
    desk.settings = SETTINGS
    desk.queue.look()
    assert not desk.holds_still()
    assert not store.queue_state().paused

    assert desk.work() == "waiting"
    desk.clock.pass_by(FIRST_HOLD_S)
    desk.queue.look()
    assert desk.holds_still(), "trouble that comes back holds longer"
    desk.clock.pass_by(FIRST_HOLD_S)
    desk.queue.look()
    assert not desk.holds_still()


def test_a_films_folder_that_takes_no_files_holds_the_queue_until_it_does(
    store: JobStore, folder: DataFolder
) -> None:
    add(store, 2)
    gone = Problem("not-writable", "The folder cannot be written to.", "Plug the drive in.")
    waiting = Ending("waiting", "retry", gone, not_before=SystemClock().now() + 3600)
    drive = folder.root / "drive"
    drive.write_text("a file where the drive's folder was")
    desk = Desk(store, replace(folder, films_elsewhere=drive / "films"), Ends(store, waiting))
    assert desk.work() == "waiting"
    assert desk.queue.state.reasons == ("not-writable",)
    desk.clock.pass_by(FIRST_HOLD_S)
    desk.queue.look()
    assert desk.holds_still(), "the drive is not back"
    drive.unlink()
    desk.queue.look()
    assert not desk.holds_still()


def test_nothing_but_the_owner_ends_the_owners_pause(store: JobStore, folder: DataFolder) -> None:
    add(store, 1)
    waiting = Ending("waiting", "retry", FULL, not_before=SystemClock().now() + 3600, counts_as="failure")
    desk = Desk(store, folder, Ends(store, waiting))
    assert desk.work() == "waiting"
    desk.queue.pause()
    desk.clock.pass_by(FIRST_HOLD_S)
    desk.queue.look()
    assert desk.queue.state.reasons == ("owner",)
    desk.queue.resume()
    assert not desk.holds_still()


def test_a_mistake_at_every_claim_holds_the_queue_which_says_so_and_tries_again(
    store: JobStore, folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    add(store, 2)
    desk = Desk(store, folder, AtOnce(store, folder.root))
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("ALTER TABLE attempt RENAME TO hidden")
        other.commit()
        assert desk.work() is None
        assert desk.queue.state.reasons == store.queue_state().reasons == ("mistake",)
        (hindrance,) = desk.queue.hindrances()
        assert "made a mistake" in hindrance.message
        assert "doctor" in hindrance.hint
        assert "no such table" in caplog.text
        assert desk.work() is None

        desk.queue.look()
        assert desk.holds_still(), "it is too early to try again"
        desk.clock.pass_by(FIRST_HOLD_S)
        desk.queue.look()
        assert not desk.holds_still()
        assert desk.work() is None
        desk.clock.pass_by(FIRST_HOLD_S)
        desk.queue.look()
        assert desk.holds_still(), "a mistake that comes back holds longer"

        other.execute("ALTER TABLE hidden RENAME TO attempt")
        other.commit()
    desk.queue.resume()
    assert desk.work() == "completed"


def test_a_job_whose_options_cannot_be_read_holds_no_other_up(store: JobStore, folder: DataFolder) -> None:
    unread, _other = add(store, 2)
    desk = Desk(store, folder, AtOnce(store, folder.root))
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("UPDATE job SET options = '{' WHERE id = ?", (unread,))
        other.commit()
    assert desk.work() == "completed"
    assert not desk.holds_still()
    assert desk.work() is None
    assert store.counts()["needs-attention"] == 1


def test_the_owners_resume_tries_at_once_what_failed(store: JobStore, folder: DataFolder) -> None:
    add(store, 1)
    waiting = Ending("waiting", "retry", FULL, not_before=SystemClock().now() + 3600, counts_as="failure")
    desk = Desk(store, folder, Ends(store, waiting))
    assert desk.work() == "waiting"
    desk.queue.resume()
    assert not desk.holds_still()


def test_trouble_holds_longer_each_time_and_is_forgotten_after_a_quiet_while() -> None:
    hold, now, waits = Hold(), 1000.0, []
    for _ in range(9):
        hold.begin(now)
        waits.append(hold.until - now)
        now = hold.until + 3600
        assert hold.over(now)
        hold.end(now)
        now += 60
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]
    now += SOON_S
    hold.begin(now)
    assert hold.until - now == FIRST_HOLD_S


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (
            VideoGenError("database-failing", "The disk does not answer.", "Look at it.", retryable=True),
            "queued",
        ),
        (VideoGenError("database-busy", "Another program holds it.", "Close it.", retryable=True), "queued"),
        (VideoGenError("no-such-profile", "There is no such pipeline.", "Add it."), "failed"),
        (KeyError("a mistake"), "failed"),
        (IllegalMove("completed", "running"), "failed"),
    ],
)
def test_an_attempt_that_a_runner_could_not_end_is_ended(
    store: JobStore, folder: DataFolder, error: Exception, state: str
) -> None:
    add(store, 1)
    desk = Desk(store, folder, Ends(store, error))
    assert desk.work() == state
    assert desk.queue.running() == ()
    failing = isinstance(error, VideoGenError) and error.code == "database-failing"
    assert desk.holds_still() is failing


def test_a_job_that_another_took_is_left_to_it(store: JobStore, folder: DataFolder) -> None:
    (job,) = add(store, 1)
    desk = Desk(store, folder, Ends(store, LeaseLost(job, 1)))
    assert desk.work() == "running"
    assert desk.queue.running() == ()


def test_requests_reach_a_job_that_runs_here(store: JobStore, folder: DataFolder) -> None:
    job, other = add(store, 2)
    desk = Desk(store, folder, ByHand(store, folder.root))
    claim = desk.queue.next_claim()
    assert claim is not None
    assert store.claim("another worker") is not None
    assert store.requests() == {}
    since = store.revision()
    store.pause([job])
    store.cancel([other])
    assert store.requests() == {(job, 1): "pause", (other, 1): "cancel"}
    desk.queue.attend(store.changes(since))
    desk.queue.run(claim, NOBODY)
    assert [found.state for found in [store.get(job)] if found] == ["paused"]


def test_what_was_asked_of_an_attempt_does_not_reach_the_next(
    store: JobStore, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = add(store, 1)
    desk = Desk(store, folder, Ends(store, Ending("queued", "interrupted"), Ending("queued", "interrupted")))
    claim = desk.queue.next_claim()
    assert claim is not None
    since = store.revision()
    _, cancelled = desk.queue.cancel([job])
    read_in_time = store.requests()
    assert store.cancelling.take_back(cancelled).done == (job,)
    desk.queue.run(claim, NOBODY)
    assert desk.queue.next_claim() is not None

    monkeypatch.setattr(store, "requests", lambda: read_in_time)
    desk.queue.attend(store.changes(since))

    assert desk.queue._running.control(job).asked is None


def test_a_database_on_a_full_disk_stops_the_queue_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    folder = DataFolder(small_disk / "data")
    store = open_store(folder, SystemClock())
    try:
        first, second = add(store, 2)
        desk = Desk(store, folder, AtOnce(store, folder.root))
        claim = desk.queue.next_claim()
        assert claim is not None

        filling = small_disk / "filling"
        fill(filling)
        assert desk.queue.run(claim, NOBODY) is None
        assert desk.queue.state.reasons == ("disk-full",), (
            "the queue holds still although it cannot be stored"
        )
        assert desk.work() is None
        desk.clock.pass_by(FIRST_HOLD_S)
        desk.queue.look()
        assert desk.holds_still(), "the disk is still full"

        filling.unlink()
        desk.clock.pass_by(FIRST_HOLD_S * 10)
        desk.queue.look()
        assert not desk.holds_still()
        assert not store.queue_state().paused
        assert [job.state for job in map(store.get, (first, second)) if job] == ["queued"] * 2
        assert desk.work() == "completed"
        assert desk.work() == "completed"
    finally:
        store.close()


def test_a_pause_holds_although_the_store_cannot_be_told_and_is_stored_later(small_disk: Path) -> None:
    folder = DataFolder(small_disk / "data")
    store = open_store(folder, SystemClock())
    try:
        add(store, 1)
        desk = Desk(store, folder, AtOnce(store, folder.root))
        filling = small_disk / "filling"
        fill(filling)
        desk.queue.pause()
        assert "owner" in desk.queue.state.reasons
        assert desk.work() is None
        filling.unlink()
        desk.queue.look()
        assert store.queue_state().reasons == ("owner",)
    finally:
        store.close()


def test_trouble_that_a_runner_keeps_to_itself_is_found_by_looking(small_disk: Path) -> None:
    folder = DataFolder(small_disk / "data")
    store = open_store(folder, SystemClock())
    try:
        add(store, 2)
        desk = Desk(store, folder, AtOnce(store, folder.root))
        claim = desk.queue.next_claim()
        assert claim is not None
        fill(small_disk / "filling")
        desk.queue.look()
        assert desk.queue.state.reasons == ("disk-full",)
        (small_disk / "filling").unlink()
        desk.clock.pass_by(FIRST_HOLD_S)
        desk.queue.look()
        assert not desk.holds_still()
        desk.queue.run(claim, NOBODY)
        assert store.counts()["completed"] == 1
    finally:
        store.close()
