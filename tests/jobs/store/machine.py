"""Everything that can happen to the store, in any order, beside a plain model of it.

After each step the whole list must be as the model says, every state must have been reached by a legal move,
and the change feed must have named every job that looks different.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import event

from tests.jobs.store.machine_model import Model, PlainJob, copied
from tests.jobs.store.queues import TROUBLE, SetClock, a_film
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import (
    Ending,
    JobOptions,
    JobQuery,
    NewPaper,
    PaperFacts,
    Problem,
    ProcessIdentity,
    Progress,
)
from videogen_desktop.jobs.states import STATES, may_move
from videogen_desktop.jobs.store import LeaseLost, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Changes, Claim, Decided, Job, RemovedJobs
    from videogen_desktop.jobs.store import JobStore

MOST_JOBS = 12
_REST = 30
"""Steps between two starts of the program, which take longer than any other step."""
_MEMORY = Path("/dev/shm")  # noqa: S108 - files in memory, where the system has them
_HERE = _MEMORY if _MEMORY.is_dir() else None


def ending(kind: str, now: float) -> Ending:
    """A way in which a worker gives a job back."""
    gone = Problem("paper-not-found", "There is no such paper.", "Check the PMID.")
    return {
        "completed": Ending("completed", "completed"),
        "failed": Ending("failed", "failed", gone, counts_as="failure"),
        "poison": Ending("failed", "crashed", gone, counts_as="crash"),
        "crashed": Ending("queued", "crashed", counts_as="crash"),
        "interrupted": Ending("queued", "interrupted"),
        "retry": Ending("waiting", "retry", TROUBLE, not_before=now + 600, counts_as="failure"),
        "paused": Ending("paused", "paused"),
        "paused while failing": Ending("paused", "paused", TROUBLE, not_before=now + 600),
        "review": Ending("needs-attention", "attention", Problem("review", "Written.", "Look at it.")),
        "retracted": Ending("needs-attention", "attention", Problem("retracted", "Retracted.", "Decide.")),
        "cancelled": Ending("cancelled", "cancelled"),
    }[kind]


KINDS = st.sampled_from(sorted({
    "completed", "failed", "poison", "crashed", "interrupted", "retry", "paused", "paused while failing",
    "review", "retracted", "cancelled",
}))  # fmt: skip
WHICH = st.integers(0, 7)
_MOSTLY = 6
SOME = st.lists(st.integers(0, MOST_JOBS - 1), min_size=1, max_size=4)
"""Which jobs, by their place among all that there ever were."""


_LOOK_ANYWAY = 20
"""After so many steps the whole list is looked at even though the store says that nothing changed."""


class Machine(RuleBasedStateMachine):
    """The store on one side, the model on the other."""

    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(dir=_HERE))
        self.folders = itertools.count()
        self.clock = SetClock()
        self.model = Model(self.clock)
        self.claims: list[Claim] = []
        self.taken_out: list[tuple[RemovedJobs, dict[int, tuple[PlainJob, list[int]]]]] = []
        self.ever: list[int] = []
        self.folder = DataFolder(self.root / str(next(self.folders)))
        self.store = self._opened()
        self.seen: dict[int, Job] = {}
        self.revision = -1
        self.expected = self.model.seen()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.root)

    def _opened(self) -> JobStore:
        self.rest = 0
        store = open_store(self.folder, self.clock)
        engine = store._database._writer  # the disk's own promise is shown elsewhere; here it only costs time

        @event.listens_for(engine, "connect")
        def _hurry(connection: object, _record: object) -> None:
            connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]

        engine.dispose()
        return store

    # What workers do

    @rule(count=st.integers(1, 3), priority=st.integers(0, 1), paused=st.booleans())
    @precondition(lambda self: len(self.model.jobs) <= MOST_JOBS - 3)
    def add(self, count: int, priority: int, paused: bool) -> None:
        first = len(self.ever)
        papers = [NewPaper(PaperFacts(pmid=str(first + number + 1))) for number in range(count)]
        ids = self.store.add(papers, JobOptions(), priority=priority, paused=paused)
        assert len(set(ids)) == count
        assert not set(ids) & set(self.ever)
        self.ever += ids
        self.model.add(ids, priority, paused)

    @rule(lease_s=st.sampled_from((30.0, 60.0)))
    def claim(self, lease_s: float) -> None:
        claim = self.store.claim("a worker", lease_s)
        due = self.model.next_due()
        assert (claim.job.id if claim else None) == (due.id if due else None)
        if claim and due:
            self.claims.append(claim)
            self.model.claim(due, claim.token, lease_s)
            assert claim.attempt == due.attempt

    @precondition(lambda self: self.claims)
    @rule(which=WHICH)
    def renew(self, which: int) -> None:
        claim, job = self._held(which)
        if job is None:
            self._comes_too_late(lambda: self.store.renew(claim))
        else:
            assert self.store.renew(claim) == job.request
            self.model.renew(job, claim.lease_s)

    @precondition(lambda self: self.claims)
    @rule(which=WHICH, overall=st.sampled_from((0.0, 0.25, 0.5, 1.0)))
    def report(self, which: int, overall: float) -> None:
        claim, job = self._held(which)
        progress = Progress("generate-audio", overall, overall)
        if job is None:
            self._comes_too_late(lambda: self.store.report(claim, progress))
        else:
            assert self.store.report(claim, progress) == job.request
            job.overall = max(job.overall, overall)
            self.model.renew(job, claim.lease_s)

    @precondition(lambda self: self.claims)
    @rule(which=WHICH)
    def started(self, which: int) -> None:
        claim, job = self._held(which)
        process = ProcessIdentity(4711, self.clock.now(), self.clock.boot, claim.token)
        if job is None:
            self._comes_too_late(lambda: self.store.started(claim, process))
        else:
            self.store.started(claim, process)
            job.from_scratch = False

    @precondition(lambda self: self.claims)
    @rule(which=WHICH, kind=KINDS)
    def finish(self, which: int, kind: str) -> None:
        claim, job = self._held(which)
        way = self._ending(kind, claim.attempt)
        if job is None:
            self._comes_too_late(lambda: self.store.finish(claim, way))
        else:
            finished = self.store.finish(claim, way)
            self.model.finish(job, way)
            assert finished == self.store.get(job.id)

    @rule(kind=KINDS)
    def take_back_what_has_expired(self, kind: str) -> None:
        expired = self.store.expired()
        assert [job.id for job, _ in expired] == self.model.expired()
        for job, attempt in expired:
            way = self._ending(kind, attempt.number)
            self.store.take_back(job.id, attempt.number, way)
            self.model.finish(self.model.jobs[job.id], way)

    @rule()
    def look_at_what_runs(self) -> None:
        running = {job.id: attempt.token for job, attempt in self.store.running()}
        assert running == {job.id: job.token for job in self.model.jobs.values() if job.token}
        assert self.store.due_in() == self.model.due_in()

    # What their owner decides

    @precondition(lambda self: self.ever)
    @rule(which=SOME)
    def pause(self, which: list[int]) -> None:
        self._decide(which, self.store.pause, self.model.pause)

    @precondition(lambda self: self.ever)
    @rule(which=SOME)
    def resume(self, which: list[int]) -> None:
        self._decide(which, self.store.resume, self.model.resume)

    @precondition(lambda self: self.ever)
    @rule(which=SOME)
    def cancel(self, which: list[int]) -> None:
        self._decide(which, self.store.cancel, self.model.cancel)

    @precondition(lambda self: self.ever)
    @rule(which=SOME, from_scratch=st.booleans())
    def retry(self, which: list[int], from_scratch: bool) -> None:
        self._decide(
            which,
            lambda ids: self.store.retry(ids, from_scratch=from_scratch),
            lambda job: self.model.retry(job, from_scratch),
        )

    @precondition(lambda self: self.ever)
    @rule(which=SOME, allow_retracted=st.booleans())
    def approve(self, which: list[int], allow_retracted: bool) -> None:
        self._decide(
            which,
            lambda ids: self.store.approve(ids, allow_retracted=allow_retracted),
            lambda job: self.model.approve(job, allow_retracted),
        )

    @rule(on=st.sampled_from((False, False, True)))
    def hold_still(self, on: bool) -> None:
        assert self.store.set_reason("owner", on).paused is on
        self.model.held_still = on

    @precondition(lambda self: self.ever)
    @rule(which=SOME, to=st.sampled_from(("top", "bottom", "up", "down", 0, 1, 3, 9)))
    def move(self, which: list[int], to: str | int) -> None:
        ids = self._chosen(which)
        wanted = {priority: self.model.line_after(priority, ids, to) for priority in (0, 1)}  # type: ignore[arg-type]
        moved = [number for priority in (0, 1) for number in self.model.line(priority) if number in ids]
        assert set(self.store.move(ids, to).done) == set(moved)  # type: ignore[arg-type]
        swapped = [number for line in wanted.values() for number in line] if to in ("up", "down") else moved
        self._take_order_over(swapped)
        for priority, line in wanted.items():
            assert self.model.line(priority) == line

    @precondition(lambda self: self.ever)
    @rule(which=SOME, priority=st.integers(0, 1))
    def set_priority(self, which: list[int], priority: int) -> None:
        ids = self._chosen(which)
        changed = [n for n in ids if n in self.model.jobs and self.model.jobs[n].priority != priority]
        assert list(self.store.set_priority(ids, priority).done) == changed
        for number in changed:
            self.model.jobs[number].priority = priority
        self._take_order_over(changed)

    @precondition(lambda self: self.ever)
    @rule(which=SOME)
    def remove(self, which: list[int]) -> None:
        ids = self._chosen(which)
        gone = [n for n in ids if n in self.model.jobs and self.model.jobs[n].state != "running"]
        order = self.model.order.copy()
        decided, removed = self.store.remove(ids)
        assert list(decided.done) == gone
        taken = {number: (self.model.take_out(number)[0], order) for number in gone}
        self.taken_out.append((removed, taken))

    @precondition(lambda self: self.taken_out)
    @rule(which=st.integers(0, 3))
    def restore(self, which: int) -> None:
        removed, taken = self.taken_out[which % len(self.taken_out)]
        back = [number for number in removed.ids if number not in self.model.jobs]
        assert list(self.store.restore(removed).done) == back
        for number in back:
            self.model.jobs[number] = copied(taken[number][0])
        self._take_order_over(back)

    # What happens to the computer

    @rule(seconds=st.sampled_from((1.0, 30.0, 31.0, 60.0, 61.0, 600.0)))
    def time_passes(self, seconds: float) -> None:
        self.clock.pass_time(seconds)

    @rule(seconds=st.sampled_from((-1e6, -3600.0, -1.0, 3600.0, 1e6)))
    def the_calendar_is_set(self, seconds: float) -> None:
        self.clock.calendar += seconds

    @precondition(lambda self: self.rest >= _REST)
    @rule()
    def the_program_is_started_again(self) -> None:
        self.store.close()
        self.store = self._opened()

    @precondition(lambda self: self.rest >= _REST)
    @rule(reboot=st.booleans())
    def the_power_fails(self, reboot: bool) -> None:
        """What is on the disk at this moment is all that is left, the log among it."""
        left = DataFolder(self.root / str(next(self.folders)))
        left.root.mkdir()
        for path in self.folder.root.glob(f"{self.folder.database.name}*"):
            shutil.copy(path, left.root)
        self.store.close()
        self.folder = left
        if reboot:
            self.clock.boot, self.clock.count = f"{self.clock.boot}, and another", 7.0
        self.store = self._opened()

    # What must be so

    @invariant()
    def the_store_is_as_the_model_says(self) -> None:
        type(self).steps += 1
        self.rest += 1
        expected = self.model.seen()
        changes = self.store.changes(self.revision)
        if changes.revision == self.revision and self.rest % _LOOK_ANYWAY:
            assert self.expected == expected
            return
        jobs = self.store.page(JobQuery(), 0, 100)
        assert [job.id for job in jobs] == self.model.order
        for job in jobs:
            plain = self.model.jobs[job.id]
            assert plain.looks_like(job), (plain, job)
        states = [job.state for job in jobs]
        assert self.store.counts() == {state: states.count(state) for state in STATES}
        self._compare_with_last_look({job.id: job for job in jobs}, changes)
        self.expected = expected

    def _compare_with_last_look(self, jobs: dict[int, Job], changes: Changes) -> None:
        """Every difference is a legal move, was told, and is in the attempts' records."""
        for number, job in jobs.items():
            before = self.seen.get(number)
            if before and replace(before, position=job.position) == job:  # positions may be given out anew
                continue
            assert number in changes.changed
            assert before is None or before.state == job.state or may_move(before.state, job.state)
            outcomes = [attempt.outcome for attempt in self.store.attempts(number)]
            assert outcomes == self.model.jobs[number].outcomes
        assert set(self.seen) - set(jobs) <= set(changes.removed)
        self.seen, self.revision = jobs, changes.revision

    def _chosen(self, which: list[int]) -> list[int]:
        """Jobs that there are or were, each once."""
        return list(dict.fromkeys(self.ever[-1 - index % len(self.ever)] for index in which))

    def _held(self, which: int) -> tuple[Claim, PlainJob | None]:
        """A claim, more often one that holds than one of old; and its job if it holds that."""
        holding = [claim for claim in self.claims if self._job_of(claim)]
        choice = holding if holding and which < _MOSTLY else self.claims
        claim = choice[-1 - which % len(choice)]
        return claim, self._job_of(claim)

    def _job_of(self, claim: Claim) -> PlainJob | None:
        job = self.model.jobs.get(claim.job.id)
        return job if job and job.token == claim.token else None

    def _comes_too_late(self, write: Callable[[], object]) -> None:
        before = self.store.revision()
        with pytest.raises(LeaseLost):
            write()
        assert self.store.revision() == before

    def _ending(self, kind: str, attempt: int) -> Ending:
        way = ending(kind, self.clock.now())
        return Ending("completed", "completed", film=a_film(attempt)) if kind == "completed" else way

    def _decide(
        self, which: list[int], decide: Callable[[list[int]], Decided], rule_: Callable[[PlainJob], bool]
    ) -> None:
        ids = self._chosen(which)
        allowed = [number for number in ids if number in self.model.jobs and rule_(self.model.jobs[number])]
        decided = decide(ids)
        assert list(decided.done) == allowed
        assert {refusal.job_id for refusal in decided.refused} == set(ids) - set(allowed)

    def _take_order_over(self, moved: list[int]) -> None:
        """Those that were not moved stand as before; where the others came to, the store says."""
        order = self.store.ids(JobQuery())
        stayed = [number for number in self.model.order if number not in moved]
        assert [number for number in order if number not in moved] == stayed
        assert set(order) == set(self.model.jobs)
        self.model.order = order
