"""Everything that can happen to the store, in any order, beside a plain model of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.jobs.store.machine_choices import (
    ADDED,
    ASKED,
    ASKED_OF_WAITING,
    CHANCE,
    FRACTIONS,
    KIND,
    KINDS,
    LEAPS,
    MOST_JOBS,
    NAME,
    SELDOM,
    SOME,
    WHICH,
    ending,
)
from tests.jobs.store.machine_compared import Compared
from tests.jobs.store.machine_model import PlainJob, PlainPaper, copied, facts, whole
from videogen_desktop.jobs.model import JobOptions, NewPaper, ProcessIdentity, Progress
from videogen_desktop.jobs.states import ENDED
from videogen_desktop.jobs.store import LEASE_S

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from videogen_desktop.jobs.model import Aspect, CancelledJobs, Claim, Decided, RemovedJobs

_REST = 30
"""Steps between two starts of the program, which take longer than any other step."""


class Machine(Compared):
    """What workers, their owner and the computer do."""

    # What workers do

    @rule(names=ADDED, priority=st.integers(0, 1), paused=st.booleans())
    @precondition(lambda self: len(self.model.jobs) <= MOST_JOBS - 3)
    def add(self, names: list[str], priority: int, paused: bool) -> None:
        self._add(names, priority, paused)

    @initialize(low=st.lists(NAME, min_size=2, max_size=5), high=st.lists(NAME, max_size=3))
    def begin(self, low: list[str], high: list[str]) -> None:
        """Hypothesis leaves out some rules in every run; without jobs all others would be idle."""
        self._add(low, 0, paused=False)
        if high:
            self._add(high, 1, paused=False)

    def _add(self, names: list[str], priority: int, paused: bool) -> None:
        """Two jobs after each other are about one paper, often under two of its names."""
        first = len(self.ever)
        named = [((first + number) // 2 + 1, name) for number, name in enumerate(names)]
        papers = [NewPaper(facts(about, (name,))) for about, name in named]
        ids = self.store.add(papers, JobOptions(), priority=priority, paused=paused)
        assert len(set(ids)) == len(names)
        assert not set(ids) & set(self.ever)
        self.ever += ids
        self.model.add(dict(zip(ids, named, strict=True)), priority, paused)

    @rule()
    def claim(self) -> None:
        self._claim()

    @rule(chance=CHANCE)
    def work_on_two_to_their_end(self, chance: Random) -> None:
        """Claim, ask and end in one: one after the other they seldom come together by chance."""
        for _ in range(2):
            self._work_on_one(chance)
            self._look()

    def _work_on_one(self, chance: Random) -> None:
        self._let_one_be_due(chance)
        self._claim()
        held = [claim for claim in self.claims if self._job_of(claim)]
        if not held:
            return
        self._look()
        for decision in chance.choice(ASKED):
            self._decide(decision, [held[-1].job.id])
        self._look()
        self._finish(held[-1], chance.choice(KINDS))

    def _let_one_be_due(self, chance: Random) -> None:
        """Decide about a job that waits, and wait or try all again when nothing else is left to do."""
        waiting = [job.id for job in self.model.in_order() if job.state == "waiting"]
        if waiting and chance.random() < 0.25:
            self._give_up(waiting[:1])
            self._look()
            self._take_back(*self.given_up[-1])
            self._look()
        elif waiting and chance.random() < 0.5:
            for decision in chance.choice(ASKED_OF_WAITING):
                self._decide(decision, waiting[:1])
                self._look()
        if self.model.next_due() is None and chance.random() < 0.5:
            self.clock.pass_time(600.0)
        elif self.model.next_due() is None:
            self._decide("retry", [job.id for job in self.model.in_order() if job.state in ENDED])
            self._look()

    def _claim(self) -> None:
        claim = self.store.claim("a worker", LEASE_S)
        due = self.model.next_to_make()
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
    @rule(which=WHICH, kind=KIND)
    def finish(self, which: int, kind: str) -> None:
        claim, _job = self._held(which)
        self._finish(claim, kind)

    def _finish(self, claim: Claim, kind: str) -> None:
        job, way = self._job_of(claim), ending(kind, self.clock.now(), claim.attempt)
        if job is None:
            self._comes_too_late(lambda: self.store.finish(claim, way))
        else:
            type(self).endings.add((job.request, way.state))
            finished = self.store.finish(claim, way)
            self.model.finish(job, way)
            assert finished == self.store.get(job.id)

    @precondition(lambda self: self.claims)
    @rule(which=WHICH)
    def describe(self, which: int) -> None:
        """A worker finds out what the paper is that it was given under one name."""
        claim, job = self._held(which)
        if job is None:
            self._comes_too_late(lambda: self.store.describe(claim, whole(1)))
            self._comes_too_late(lambda: self.store.set_script_text(claim, "Late words"))
        else:
            self.store.describe(claim, whole(job.paper.about))
            self.model.describe(job.paper.about)

    @rule(first=NAME, second=NAME)
    def titles_are_looked_up_while_papers_are_added(self, first: str, second: str) -> None:
        """A paper that has just come, perhaps under both its names, and another one between two answers."""
        if len(self.model.jobs) > MOST_JOBS - 4:
            self._take_out([job.id for job in self.model.in_order() if job.state in ENDED])
        if len(self.model.jobs) > MOST_JOBS - 4:
            return
        self._add([*([first] * (len(self.ever) % 2)), first, second], 0, paused=False)
        page = self.store.untitled.after(0, 100)
        untitled = sorted(job.id for job in self.model.jobs.values() if not job.paper.titled)
        assert [each.job_id for each in page] == untitled
        papers = {each.paper_id: self.model.jobs[each.job_id].paper for each in page}
        *others, last = papers.items()
        self._hear_titles(dict(others))
        self._add([first], 0, paused=False)
        self._hear_titles(dict([last]))

    def _hear_titles(self, papers: dict[int, PlainPaper]) -> None:
        self.store.untitled.describe({number: whole(paper.about) for number, paper in papers.items()})
        for paper in papers.values():
            if paper in self.model.papers[paper.about] and not paper.titled:
                self.model.describe(paper.about)

    def _process_of(self, claim: Claim) -> ProcessIdentity:
        return ProcessIdentity(4711, self.clock.now(), self.clock.boot, claim.token)

    @rule(kind=KIND)
    def take_back_what_has_expired(self, kind: str) -> None:
        expired = self.store.expired()
        assert [job.id for job, _ in expired] == self.model.expired()
        running = {job.id: attempt.token for job, attempt in self.store.running()}
        assert running == {job.id: job.token for job in self.model.jobs.values() if job.token}
        for later in (False, True):
            assert self.store.due_in(later=later) == self.model.due_in(later=later)
        for job, attempt in expired:
            way = ending(kind, self.clock.now(), attempt.number)
            type(self).endings.add((job.request, way.state))
            self.store.take_back(job.id, attempt.number, way)
            self.model.finish(self.model.jobs[job.id], way)

    # What their owner decides

    @rule(decision=st.sampled_from(("pause", "cancel")), which=SOME)
    def hold(self, decision: str, which: list[int]) -> None:
        self._decide(decision, self._chosen(which))

    @rule(decision=st.sampled_from(("resume", "retry", "approve")), which=SOME, extra=st.booleans())
    def let_go(self, decision: str, which: list[int], extra: bool) -> None:
        self._decide(decision, self._chosen(which), extra=extra)

    @rule(which=SOME, aspect=st.sampled_from(("16:9", "9:16")))
    def set_options(self, which: list[int], aspect: Aspect) -> None:
        """Choose another form for films that are still to be made."""
        ids = [n for n in self._chosen(which) if n not in self.model.jobs or not self._is_made(n)]
        self._carry_out(
            ids,
            partial(self.store.set_options, options=JobOptions(aspect=aspect)),
            partial(self.model.set_options, aspect=aspect),
        )

    def _is_made(self, number: int) -> bool:
        return self.model.jobs[number].state == "completed"

    @rule(reason=st.sampled_from(("owner", "disk-full", "after-this-one")), on=SELDOM)
    def hold_the_queue(self, reason: Literal["owner", "disk-full", "after-this-one"], on: bool) -> None:
        """Start nothing, or let the queue go on."""
        if reason == "after-this-one":
            state = self.store.set_after_this_one(on)
        else:
            state = self.store.set_reason(reason, on)
        (self.model.held.add if on else self.model.held.discard)(reason)
        told = {*state.reasons, *(("after-this-one",) if state.after_this_one else ())}
        assert told == self.model.held

    def _decide(self, decision: str, ids: list[int], *, extra: bool = False) -> None:
        store, model = self.store, self.model
        named = len(ids) < 3
        needless = model.made_by_others() if named else frozenset()
        ways: dict[str, tuple[Callable[[list[int]], Decided], Callable[[PlainJob], bool]]] = {
            "pause": (store.pause, model.pause),
            "resume": (store.resume, model.resume),
            "cancel": (store.cancel, model.cancel),
            "retry": (
                partial(store.retry, from_scratch=extra, named=named),
                partial(model.retry, from_scratch=extra, needless=needless),
            ),
            "approve": (
                partial(store.approve, allow_retracted=extra),
                partial(model.approve, allow_retracted=extra),
            ),
        }
        self._carry_out(ids, *ways[decision])

    def _carry_out(
        self,
        ids: list[int],
        of_store: Callable[[list[int]], Decided],
        of_model: Callable[[PlainJob], bool],
    ) -> None:
        model = self.model
        allowed = [number for number in ids if number in model.jobs and of_model(model.jobs[number])]
        decided = of_store(ids)
        assert list(decided.done) == allowed
        assert {refusal.job_id for refusal in decided.refused} == set(ids) - set(allowed)

    @rule(which=SOME, undo=st.integers(0, 2), at_once=st.booleans())
    def cancel_or_take_that_back(self, which: list[int], undo: int, at_once: bool) -> None:
        """Give jobs up, and have them back as they stood: at once, or whatever has come between."""
        if at_once or undo >= len(self.given_up):
            self._give_up(self._chosen(which))
        if at_once or undo < len(self.given_up):
            self._look()
            self._take_back(*self.given_up[-1 - undo * (not at_once)])

    def _give_up(self, ids: list[int]) -> None:
        there = {number: copied(self.model.jobs[number]) for number in ids if number in self.model.jobs}
        done = [number for number in there if self.model.cancel(self.model.jobs[number])]
        decided, cancelled = self.store.cancelling.cancel(ids)
        assert list(decided.done) == done
        self.given_up.append((cancelled, {number: there[number] for number in done}))

    def _take_back(self, cancelled: CancelledJobs, before: dict[int, PlainJob]) -> None:
        jobs = [(self.model.jobs[number], job) for number, job in before.items() if number in self.model.jobs]
        back = [job.id for job, old in jobs if self.model.take_back_cancel(job, old)]
        assert sorted(self.store.cancelling.take_back(cancelled).done) == sorted(back)

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
        self._take_out(self._chosen(which))

    def _take_out(self, ids: list[int]) -> None:
        gone = [n for n in ids if n in self.model.jobs and self.model.jobs[n].state != "running"]
        decided, removed = self.store.remove(ids)
        assert list(decided.done) == gone
        self.taken_out.append((removed, {number: self.model.take_out(number) for number in gone}))

    def _restore(self, removed: RemovedJobs, taken: dict[int, PlainJob]) -> None:
        back = [number for number in removed.ids if number not in self.model.jobs]
        assert list(self.store.restore(removed).done) == back
        for number in back:
            self.model.put_back(taken[number])
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
