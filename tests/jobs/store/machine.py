"""Everything that can happen to the store, in any order, beside a plain model of it.

After each step the whole list must be as the model says, every state must have been reached by a legal move,
and the change feed must have named every job that looks different.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
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
from videogen_desktop.jobs.store import LEASE_S, LONGEST_WAIT_S, LeaseLost, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import CancelledJobs, Changes, Claim, Decided, Job, RemovedJobs
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
        "crashed": Ending("queued", "crashed", TROUBLE, counts_as="crash"),
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
FRACTIONS = st.sampled_from((0.0, 0.25, 0.5, 1.0))
LEAPS = st.sampled_from((0.0, 0.0, 0.0, -1e6, -LONGEST_WAIT_S, -1.0, LONGEST_WAIT_S, 1e6))
SOME = st.lists(st.integers(0, MOST_JOBS), min_size=1, max_size=3)
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
        self.taken_out: list[tuple[RemovedJobs, dict[int, PlainJob]]] = []
        self.given_up: list[tuple[CancelledJobs, dict[int, PlainJob]]] = []
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
        self._add(count, priority, paused)

    @initialize(low=st.integers(2, 5), high=st.integers(0, 3))
    def begin(self, low: int, high: int) -> None:
        """Hypothesis leaves out some rules in every run; without jobs all others would be idle."""
        self._add(low, 0, paused=False)
        if high:
            self._add(high, 1, paused=False)

    def _add(self, count: int, priority: int, paused: bool) -> None:
        first = len(self.ever)
        papers = [NewPaper(PaperFacts(pmid=str(first + number + 1))) for number in range(count)]
        ids = self.store.add(papers, JobOptions(), priority=priority, paused=paused)
        assert len(set(ids)) == count
        assert not set(ids) & set(self.ever)
        self.ever += ids
        self.model.add(ids, priority, paused)

    @rule()
    def claim(self) -> None:
        claim = self.store.claim("a worker", LEASE_S)
        due = self.model.next_due()
        assert (claim.job.id if claim else None) == (due.id if due else None)
        if claim and due:
            self.claims.append(claim)
            self.model.claim(due, claim.token, LEASE_S)
            assert claim.attempt == due.attempt

    @precondition(lambda self: self.claims)
    @rule(sign=st.sampled_from(("renew", "report", "report", "started")), which=WHICH, overall=FRACTIONS)
    def give_a_sign_of_life(self, sign: str, which: int, overall: float) -> None:
        claim, job = self._held(which)
        write: Callable[[], object] = {
            "renew": lambda: self.store.renew(claim),
            "report": lambda: self.store.report(claim, Progress("generate-audio", overall, overall)),
            "started": lambda: self.store.started(claim, self._process_of(claim)),
        }[sign]
        if job is None:
            self._comes_too_late(write)
        elif sign == "started":
            write()
        else:
            assert write() == job.request
            self.model.renew(job, claim.lease_s)
            if sign == "report":
                job.overall = max(job.overall, overall)
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

    def _process_of(self, claim: Claim) -> ProcessIdentity:
        return ProcessIdentity(4711, self.clock.now(), self.clock.boot, claim.token)

    @rule(kind=KINDS)
    def take_back_what_has_expired(self, kind: str) -> None:
        expired = self.store.expired()
        assert [job.id for job, _ in expired] == self.model.expired()
        running = {job.id: attempt.token for job, attempt in self.store.running()}
        assert running == {job.id: job.token for job in self.model.jobs.values() if job.token}
        for later in (False, True):
            assert self.store.due_in(later=later) == self.model.due_in(later=later)
        for job, attempt in expired:
            way = self._ending(kind, attempt.number)
            self.store.take_back(job.id, attempt.number, way)
            self.model.finish(self.model.jobs[job.id], way)

    # What their owner decides

    @rule(decision=st.sampled_from(("pause", "cancel")), which=SOME)
    def hold(self, decision: str, which: list[int]) -> None:
        self._decide(decision, which)

    @rule(decision=st.sampled_from(("resume", "retry", "approve")), which=SOME, extra=st.booleans())
    def let_go(self, decision: str, which: list[int], extra: bool) -> None:
        self._decide(decision, which, extra=extra)

    def _decide(self, decision: str, which: list[int], *, extra: bool = False) -> None:
        store, model = self.store, self.model
        ways: dict[str, tuple[Callable[[list[int]], Decided], Callable[[PlainJob], bool]]] = {
            "pause": (store.pause, model.pause),
            "resume": (store.resume, model.resume),
            "cancel": (store.cancel, model.cancel),
            "retry": (partial(store.retry, from_scratch=extra), partial(model.retry, from_scratch=extra)),
            "approve": (
                partial(store.approve, allow_retracted=extra),
                partial(model.approve, allow_retracted=extra),
            ),
        }
        of_store, of_model = ways[decision]
        ids = self._chosen(which)
        allowed = [number for number in ids if number in model.jobs and of_model(model.jobs[number])]
        decided = of_store(ids)
        assert list(decided.done) == allowed
        assert {refusal.job_id for refusal in decided.refused} == set(ids) - set(allowed)

    @rule(which=SOME, undo=st.integers(0, 5))
    def cancel_or_take_that_back(self, which: list[int], undo: int) -> None:
        if undo < len(self.given_up):
            cancelled, before = self.given_up[-1 - undo]
            jobs = [
                (self.model.jobs[number], job) for number, job in before.items() if number in self.model.jobs
            ]
            back = [job.id for job, old in jobs if self.model.take_back_cancel(job, old)]
            assert sorted(self.store.cancelling.take_back(cancelled).done) == sorted(back)
            return
        ids = self._chosen(which)
        there = {number: copied(self.model.jobs[number]) for number in ids if number in self.model.jobs}
        done = [number for number in there if self.model.cancel(self.model.jobs[number])]
        decided, cancelled = self.store.cancelling.cancel(ids)
        assert list(decided.done) == done
        self.given_up.append((cancelled, {number: there[number] for number in done}))

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

    @rule(which=SOME, priority=st.integers(0, 1))
    def set_priority(self, which: list[int], priority: int) -> None:
        ids = self._chosen(which)
        changed = [n for n in ids if n in self.model.jobs and self.model.jobs[n].priority != priority]
        assert list(self.store.set_priority(ids, priority).done) == changed
        for number in changed:
            self.model.jobs[number].priority = priority
        self._take_order_over(changed)

    @rule(which=SOME, undo=st.integers(0, 5))
    def remove_or_restore(self, which: list[int], undo: int) -> None:
        if undo < len(self.taken_out):
            self._restore(*self.taken_out[-1 - undo])
            return
        ids = self._chosen(which)
        gone = [n for n in ids if n in self.model.jobs and self.model.jobs[n].state != "running"]
        decided, removed = self.store.remove(ids)
        assert list(decided.done) == gone
        self.taken_out.append((removed, {number: self.model.take_out(number) for number in gone}))

    def _restore(self, removed: RemovedJobs, taken: dict[int, PlainJob]) -> None:
        back = [number for number in removed.ids if number not in self.model.jobs]
        assert list(self.store.restore(removed).done) == back
        for number in back:
            self.model.jobs[number] = copied(taken[number])
        self._take_order_over(back)

    # What happens to the computer

    @rule(seconds=st.sampled_from((1.0, 60.0, 61.0, 600.0)), leap=LEAPS)
    def time_passes(self, seconds: float, leap: float) -> None:
        self.clock.pass_time(seconds)
        self.clock.calendar += leap

    @precondition(lambda self: self.rest >= _REST)
    @rule(how=st.sampled_from(("quit", "power", "reboot")))
    def the_program_is_started_again(self, how: str) -> None:
        left = self.folder if how == "quit" else self._left_on_the_disk()
        self.store.close()
        self.folder = left
        if how == "reboot":
            self.clock.boot, self.clock.count = f"{self.clock.boot}, and another", 7.0
        self.store = self._opened()

    def _left_on_the_disk(self) -> DataFolder:
        """A copy of what is there at this moment, the log among it: what a power cut would leave."""
        left = DataFolder(self.root / str(next(self.folders)))
        left.root.mkdir()
        for path in self.folder.root.glob(f"{self.folder.database.name}*"):
            shutil.copy(path, left.root)
        return left

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
        """Jobs that there are, and one that there was, each once."""
        choice = [*self.model.jobs, self.ever[-1]]
        return list(dict.fromkeys(choice[index % len(choice)] for index in which))

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

    def _take_order_over(self, moved: list[int]) -> None:
        """Those that were not moved stand as before; where the others came to, the store says."""
        order = self.store.ids(JobQuery())
        stayed = [number for number in self.model.order if number not in moved]
        assert [number for number in order if number not in moved] == stayed
        assert set(order) == set(self.model.jobs)
        self.model.order = order
