"""The store on one side, a plain model of it on the other, and the comparison of the two.

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
from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import event

from tests.jobs.store.machine_choices import MOSTLY
from tests.jobs.store.machine_model import Model, PlainJob
from tests.jobs.store.queues import SetClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.states import SAME_FILM, STATES, may_move
from videogen_desktop.jobs.store import LeaseLost, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import CancelledJobs, Changes, Claim, Job, RemovedJobs, Request
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

_MEMORY = Path("/dev/shm")  # noqa: S108 - files in memory, where the system has them
_HERE = _MEMORY if _MEMORY.is_dir() else None
_LOOK_ANYWAY = 20
"""After so many steps the whole list is looked at even though the store says that nothing changed."""


class Compared(RuleBasedStateMachine):
    """A store and its model; what happens to both is for who derives from it."""

    steps: ClassVar[int] = 0
    endings: ClassVar[set[tuple[Request | None, State]]] = set()
    moves: ClassVar[set[tuple[State, State]]] = set()

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
        self._look()

    def _look(self) -> None:
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
            if before and before.state != job.state:
                was_aside = before.problem is not None and before.problem.code == SAME_FILM
                way = ("paused", "queued", job.state) if was_aside and job.state == "running" else ()
                for move in itertools.pairwise(way or (before.state, job.state)):
                    assert may_move(*move)
                    type(self).moves.add(move)
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
        choice = holding if holding and which < MOSTLY else self.claims
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

    def _take_order_over(self, moved: list[int]) -> None:
        """Those that were not moved stand as before; where the others came to, the store says."""
        order = self.store.ids(JobQuery())
        stayed = [number for number in self.model.order if number not in moved]
        assert [number for number in order if number not in moved] == stayed
        assert set(order) == set(self.model.jobs)
        self.model.order = order
