"""What the store must do, said plainly: jobs in a list, and a rule for everything that can happen to one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.jobs.states import SAME_FILM
from videogen_desktop.jobs.store import LONGEST_WAIT_S

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.jobs.store.queues import SetClock
    from videogen_desktop.jobs.model import Aspect, Ending, Job, Place
    from videogen_desktop.jobs.states import State

IN_LINE = ("queued", "waiting", "paused", "needs-attention")


NAMES = ("pmid", "doi")
"""What a paper can be added by."""


def facts(about: int, names: Iterable[str] = NAMES, title: str = "") -> PaperFacts:
    """The paper of a number in the world, as far as it is known."""
    whole = {"pmid": str(about), "doi": f"10.1000/{about}"}
    return PaperFacts(**{name: whole[name] for name in names}, title=title)


def whole(about: int) -> PaperFacts:
    """All that anybody finds out about a paper."""
    return facts(about, title=f"Paper {about}")


@dataclass(eq=False)
class PlainPaper:
    """A paper as the list knows it: perhaps under one of its names only."""

    about: int
    names: frozenset[str]
    titled: bool = False

    def facts(self) -> PaperFacts:
        return facts(self.about, self.names, f"Paper {self.about}" if self.titled else "")


@dataclass
class PlainJob:
    """A job as it should be."""

    id: int
    paper: PlainPaper
    priority: int
    state: State
    attempt: int = 0
    token: str | None = None
    lease: tuple[str, float] | None = None
    failures: int = 0
    crashes: int = 0
    not_before: float | None = None
    problem: str | None = None
    request: str | None = None
    approved: bool = False
    from_scratch: bool = False
    allow_retracted: bool = False
    aspect: Aspect = "16:9"
    overall: float = 0.0
    film_of: int | None = None
    outcomes: list[str] = field(default_factory=list)
    added_as: str = ""
    wanted_anyway: bool = False

    def looks_like(self, job: Job) -> bool:
        """Whether what the store says of it is so."""
        return self.seen() == (
            job.id,
            job.paper,
            job.priority,
            job.state,
            job.attempt,
            job.failures,
            job.crashes,
            job.not_before,
            job.problem.code if job.problem else None,
            job.request,
            job.approved,
            job.from_scratch,
            job.options.allow_retracted,
            job.options.aspect,
            job.progress.overall,
            job.film.made_by if job.film else None,
        )

    def seen(self) -> tuple[object, ...]:
        """What of it can be seen from outside."""
        hidden = ("token", "lease", "outcomes", "added_as", "wanted_anyway")
        own = vars(self) | {"paper": self.paper.facts()}
        return tuple(value for name, value in own.items() if name not in hidden)

    def makes_the_film_of(self, other: PlainJob) -> bool:
        """Whether both are about one paper, added under two names, with equal options."""
        return self.is_about_the_same(other) and self.added_as != other.added_as

    def is_about_the_same(self, other: PlainJob) -> bool:
        """Whether both are about one paper, with equal options."""
        mine, its = ((each.paper, each.aspect, each.allow_retracted) for each in (self, other))
        return self is not other and mine == its

    def is_set_aside(self) -> bool:
        """Whether it is paused since another makes its film."""
        return self.state == "paused" and self.problem == SAME_FILM

    def is_at_it(self) -> bool:
        """Whether it makes its film or has made it."""
        return self.state in ("running", "completed", "needs-attention")

    def has_begun(self) -> bool:
        """Whether it goes on with its film by itself."""
        return self.state in ("queued", "waiting") and self.attempt > 0

    def free(self) -> None:
        """Nothing holds it back."""
        self.not_before = self.problem = None

    def let_go(self) -> None:
        """Nobody works on it."""
        self.token = self.lease = self.request = None


@dataclass
class Model:
    """The whole queue. ``order`` is that of the list, with all jobs in it."""

    clock: SetClock
    jobs: dict[int, PlainJob] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    papers: dict[int, list[PlainPaper]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)

    def seen(self) -> list[tuple[object, ...]]:
        """What of it can be seen from outside."""
        return [job.seen() for job in self.in_order()]

    def add(self, named: dict[int, tuple[int, str]], priority: int, paused: bool) -> None:
        """Add jobs, each about a paper under one name."""
        ids, before = list(named), list(self.jobs.values())
        for number, (about, name) in named.items():
            paper = self.paper(about, {name})
            job = PlainJob(number, paper, priority, "paused" if paused else "queued")
            job.added_as = next(kind for kind in NAMES if kind in paper.names)
            job.wanted_anyway = any(each.is_about_the_same(job) for each in before)
            self.jobs[number] = job
        end = [n for n in self.order if self.jobs[n].priority >= priority]
        self.order[len(end) : len(end)] = ids
        for number in ids:
            self._want_beside(self.jobs[number])

    def _want_beside(self, added: PlainJob) -> None:
        """An older job is wanted anyway, too, that makes the film which one makes once more."""
        older = [job for job in self.in_order() if job.id < added.id and job.is_about_the_same(added)]
        older = [job for job in older if job.state not in ("failed", "cancelled") and not job.is_set_aside()]
        first = min(older, key=lambda job: (not job.wanted_anyway, job.attempt == 0), default=None)
        if first and added.wanted_anyway and first.makes_the_film_of(added):
            first.wanted_anyway = True

    def paper(self, about: int, names: Iterable[str]) -> PlainPaper:
        """The one of that name; a new one when there is none."""
        known = self.papers.setdefault(about, [])
        for paper in known:
            if not paper.names.isdisjoint(names):
                return paper
        known.append(PlainPaper(about, frozenset(names)))
        return known[-1]

    def describe(self, about: int) -> None:
        """All is found out about a paper: what is known of it under several names is one."""
        kept = self.papers[about][0]
        kept.names, kept.titled = frozenset(NAMES), True
        self.papers[about] = [kept]
        for job in self.jobs.values():
            if job.paper.about == about:
                job.paper = kept

    def put_back(self, job: PlainJob) -> None:
        """Bring a job that was taken out back into the list, whose paper may be known better by now."""
        self.jobs[job.id] = copied(job)
        self.jobs[job.id].paper = self.paper(job.paper.about, job.paper.names)

    def next_due(self) -> PlainJob | None:
        if self.held:
            return None
        return next((job for job in self.in_order() if job.state == "queued" or self.is_due(job)), None)

    def next_to_make(self) -> PlainJob | None:
        """The next that is due; jobs before it are set aside when another makes their film.

        Those go on first whose film no other makes any more, and at last those of which that is so by then.
        """
        while not self.held:
            for number in self.free_again():
                self.jobs[number].state = "queued"
                self.jobs[number].free()
            while (job := self.next_due()) and self._is_made_by_another(job):
                job.state, job.problem, job.not_before = "paused", SAME_FILM, None
            if job or not self.free_again():
                return job
        return None

    def free_again(self) -> list[int]:
        """The jobs that were set aside and whose film no other makes, nor may make before them."""
        aside = [job for job in self.in_order() if job.is_set_aside()]
        return [job.id for place, job in enumerate(aside) if not self._may_be_made(job, aside[place:])]

    def _may_be_made(self, job: PlainJob, no_sooner: list[PlainJob]) -> bool:
        return any(
            other.state not in ("failed", "cancelled") and other not in no_sooner
            for other in self.jobs.values()
            if other.makes_the_film_of(job)
        )

    def _is_made_by_another(self, job: PlainJob) -> bool:
        return not job.wanted_anyway and any(
            other.is_at_it() or (other.has_begun() and job.attempt == 0)
            for other in self.jobs.values()
            if other.makes_the_film_of(job)
        )

    def made_by_others(self) -> frozenset[int]:
        """The jobs whose film another one is at, has made, or has begun."""
        makers = [job for job in self.jobs.values() if job.is_at_it() or job.has_begun()]
        return frozenset(
            job.id for job in self.jobs.values() if any(each.makes_the_film_of(job) for each in makers)
        )

    def is_due(self, job: PlainJob) -> bool:
        return job.state == "waiting" and not self.is_ahead(job)

    def is_ahead(self, job: PlainJob) -> bool:
        now = self.clock.now()
        return job.not_before is not None and now < job.not_before <= now + LONGEST_WAIT_S

    def due_in(self, *, later: bool) -> float | None:
        waiting = [job for job in self.jobs.values() if job.state == "waiting"]
        waiting = [job for job in waiting if self.is_ahead(job) or not later]
        seconds = [(job.not_before or 0) - self.clock.now() if self.is_ahead(job) else 0.0 for job in waiting]
        return min(seconds, default=None)

    def claim(self, job: PlainJob, token: str, lease_s: float) -> None:
        job.free()
        job.state, job.request, job.overall = "running", None, 0.0
        job.attempt += 1
        job.token = token
        job.outcomes.append("running")
        self.renew(job, lease_s)

    def renew(self, job: PlainJob, lease_s: float) -> None:
        job.lease = (self.clock.boot, self.clock.monotonic() + lease_s)

    def expired(self) -> list[int]:
        return sorted(job.id for job in self.jobs.values() if job.lease and self._is_over(job.lease))

    def _is_over(self, lease: tuple[str, float]) -> bool:
        return lease[0] != self.clock.boot or self.clock.monotonic() > lease[1]

    def finish(self, job: PlainJob, ending: Ending) -> None:
        state: State = ending.state
        if job.request == "cancel" and state not in ("completed", "failed"):
            state = "cancelled"
        elif job.request == "pause" and state in ("queued", "waiting", "cancelled"):
            state = "paused"
        elif job.request is None and state in ("paused", "cancelled"):
            state = "queued"
        job.state = state
        job.let_go()
        job.outcomes[-1] = ending.outcome
        job.not_before = ending.not_before if state in ("waiting", "paused") else None
        job.problem = ending.problem.code if ending.problem and state not in ("queued", "cancelled") else None
        if state == "completed":
            job.failures = job.crashes = 0
            job.overall, job.problem, job.film_of = 1.0, None, job.attempt
        else:
            job.failures += ending.counts_as == "failure"
            job.crashes += ending.counts_as == "crash"

    def pause(self, job: PlainJob) -> bool:
        if job.state == "running":
            allowed = job.request is None
            job.request = job.request or "pause"
            return allowed
        if job.state not in ("queued", "waiting"):
            return False
        job.state = "paused"
        return True

    def resume(self, job: PlainJob) -> bool:
        if job.state == "running" and job.request == "pause":
            job.request = None
            return True
        if job.state != "paused":
            return False
        if self.is_ahead(job):
            job.state = "waiting"
        else:
            job.wanted_anyway |= job.is_set_aside()
            job.state = "queued"
            job.free()
        return True

    def cancel(self, job: PlainJob) -> bool:
        if job.state == "running":
            allowed = job.request != "cancel"
            job.request = "cancel"
            return allowed
        if job.state not in IN_LINE:
            return False
        job.state = "cancelled"
        job.free()
        return True

    def take_back_cancel(self, job: PlainJob, before: PlainJob) -> bool:
        if job.state == before.state == "running" and job.request == "cancel":
            job.request = before.request
            return True
        if job.state != "cancelled":
            return False
        if before.state == "running":
            job.state = "paused" if before.request == "pause" else "queued"
        else:
            job.state, job.not_before, job.problem = before.state, before.not_before, before.problem
        return True

    def retry(self, job: PlainJob, from_scratch: bool, needless: frozenset[int]) -> bool:
        if job.state not in ("waiting", "needs-attention", "completed", "failed", "cancelled"):
            return False
        job.wanted_anyway |= job.state == "completed" or job.id in needless
        job.state = "queued"
        job.free()
        job.failures = job.crashes = 0
        job.overall = 0.0
        job.from_scratch = from_scratch
        job.approved = job.approved and not from_scratch
        return True

    def approve(self, job: PlainJob, allow_retracted: bool) -> bool:
        if job.state != "needs-attention" or job.problem != ("retracted" if allow_retracted else "review"):
            return False
        job.state = "queued"
        job.free()
        if allow_retracted:
            job.allow_retracted = True
        else:
            job.approved = True
        return True

    def set_options(self, job: PlainJob, aspect: Aspect) -> bool:
        if job.state == "running":
            return False
        job.aspect, job.allow_retracted = aspect, False
        return True

    def in_order(self) -> list[PlainJob]:
        return [self.jobs[number] for number in self.order]

    def line(self, priority: int) -> list[int]:
        """The jobs of a priority whose turn is still to come."""
        return [job.id for job in self.in_order() if job.priority == priority and job.state in IN_LINE]

    def line_after(self, priority: int, ids: list[int], to: Place | int) -> list[int]:
        """That line once jobs were moved."""
        line = self.line(priority)
        chosen = [number for number in line if number in ids]
        rest = [number for number in line if number not in ids]
        if to in ("up", "down"):
            order = line if to == "up" else line[::-1]
            for index in range(1, len(order)):
                if order[index] in chosen and order[index - 1] not in chosen:
                    order[index - 1], order[index] = order[index], order[index - 1]
            return order if to == "up" else order[::-1]
        if isinstance(to, str):
            return [*chosen, *rest] if to == "top" else [*rest, *chosen]
        ahead = [job.id for job in self.in_order() if job.state in IN_LINE and job.priority > priority]
        place = max(0, to - len([number for number in ahead if number not in ids]))
        return [*rest[:place], *chosen, *rest[place:]]

    def take_out(self, number: int) -> PlainJob:
        """Remove a job."""
        self.order.remove(number)
        return self.jobs.pop(number)


def copied(job: PlainJob) -> PlainJob:
    """The job as it is now, whatever becomes of it."""
    return replace(job, outcomes=job.outcomes.copy())
