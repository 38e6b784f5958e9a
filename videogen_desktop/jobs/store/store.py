"""What can be done with the store: each method is one transaction, and what it hands out is frozen data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from videogen_desktop.jobs.store import (
    adding,
    adopting,
    cancelling,
    claiming,
    deciding,
    finishing,
    history,
    ordering,
    otherwise,
    preview,
    querying,
    queue_row,
    reading,
    removing,
    telling,
    tidying,
    twins,
    untitled,
)
from videogen_desktop.jobs.store.backups import backup_if_due
from videogen_desktop.jobs.store.feed import Feed, changes_since, revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import (
        Attempt,
        Changes,
        Claim,
        Decided,
        Ending,
        Event,
        Film,
        Job,
        JobOptions,
        JobQuery,
        NewPaper,
        PaperFacts,
        PauseReason,
        Place,
        Preview,
        ProcessIdentity,
        Progress,
        QueueState,
        RemovedJobs,
        Request,
        Usage,
    )
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.deciding import Rule
    from videogen_desktop.jobs.store.engine import Database
    from videogen_desktop.papers.identifiers import Recognised

LEASE_S = 60.0
"""Seconds that a claim holds without a sign of life."""
LONGEST_WAIT_S = 24 * 3600.0
"""No job waits longer, whatever a service asks for; a time further off is one that the calendar made so."""


class JobStore:
    """Every job, its paper, its attempts, its history and its film.

    Any thread may use it, and several processes at once. Each method is one transaction, ``claim`` a few; it
    raises VideoGenError ``database-full``, ``-busy`` or ``-failing``, retryable, if the world is against it.

    Args:
        database: Its file, opened.
        folder: The folder that it is in.
        clock: What time it is.
        longest_wait_s: A waiting job whose time is further off than that is due: the calendar was put back.
    """

    def __init__(
        self, database: Database, folder: DataFolder, clock: Clock, *, longest_wait_s: float = LONGEST_WAIT_S
    ) -> None:
        self._database, self._folder, self._clock = database, folder, clock
        self._longest_wait_s = longest_wait_s
        self._feed = Feed(database, clock)
        self._change = self._feed.change
        self._reading = database.reading
        self.untitled = untitled.UntitledPapers(self._reading, self._change)
        self._claiming = claiming.Claiming(self._change, self._reading, clock, longest_wait_s)
        self.twins = twins.Twins(self._reading)
        self.cancelling = cancelling.Cancelling(self._change, clock)
        self.adopting = adopting.Adopting(self._change)
        self.tidying = tidying.Tidying(database, self._change)

    # Taking papers in

    def preview(self, recognised: Recognised, options: JobOptions, sources: Sequence[Path] = ()) -> Preview:
        """Say what adding a list would do: new, here already with equal options, repeated, not recognised.

        ``sources`` are papers in hand. Nothing is changed; to make a film again, add what is here already.
        """
        with self._reading() as connection:
            return preview.preview(connection, recognised, options, sources)

    def add(
        self, papers: Sequence[NewPaper], options: JobOptions, *, priority: int = 0, paused: bool = False
    ) -> tuple[int, ...]:
        """Add a job for each paper, behind the others of that priority; return their numbers, in order."""
        with self._change() as change:
            return adding.add(change, papers, options, priority, "paused" if paused else "queued")

    # Working

    def claim(self, worker: str, lease_s: float = LEASE_S) -> Claim | None:
        """Take the first job that is due; None when none is, or the queue starts nothing now.

        First is the highest priority, then the lowest position. A lease is reckoned in the monotonic time of
        this boot, so setting the clock neither ends nor prolongs it.
        """
        return self._claiming.claim(worker, lease_s)

    def renew(self, claim: Claim) -> Request | None:
        """Prolong the lease, also one that has run out but that nobody took; return what the owner has asked.

        Raises:
            LeaseLost: the job is in other hands; nothing was changed.
        """
        with self._change() as change:
            return claiming.renew(change, self._clock, claim)

    def report(self, claim: Claim, progress: Progress, usage: Usage | None = None) -> Request | None:
        """Write down progress, and prolong the lease; return what the owner has asked.

        ``overall`` never goes back within an attempt. A job that was to begin from scratch has done so once a
        stage is told of. Each call is a commit: call it at most twice a second.

        Raises:
            LeaseLost: the job is in other hands; nothing was changed.
        """
        with self._change() as change:
            return claiming.report(change, self._clock, claim, progress, usage)

    def started(self, claim: Claim, process: ProcessIdentity) -> None:
        """Write down which process works on it, so that it can be found after a crash.

        Raises:
            LeaseLost: the job is in other hands; nothing was changed.
        """
        with self._change() as change:
            claiming.started(change, claim, process)

    def describe(self, claim: Claim, facts: PaperFacts) -> None:
        """Fill in what was found out about the paper, which may turn out to be one that is there already.

        Raises:
            LeaseLost: the job is in other hands; nothing was changed.
        """
        with self._change() as change:
            telling.describe(change, claim, facts)

    def set_script_text(self, claim: Claim, text: str) -> None:
        """Let the job be found by the words of its script; raises ``LeaseLost`` as ``describe`` does."""
        with self._change() as change:
            telling.set_script(change, claim, text)

    def finish(self, claim: Claim, ending: Ending) -> Job:
        """Give a job back: its state, the attempt's record, the film and the history at once.

        What its owner has asked and the worker did not see in time is done now where that still means
        something: one that would go on is paused or cancelled instead, and what was taken back is not done.

        Raises:
            LeaseLost: the job is in other hands; nothing was changed.
            IllegalMove: a running job cannot go to that state; nothing was changed.
            ValueError: the ending lacks what belongs to it, such as a film or a problem.
        """
        with self._change() as change:
            return finishing.finish(change, claim, ending)

    def take_back(self, job_id: int, attempt: int, ending: Ending) -> Job:
        """Take a job back from an attempt whose worker is gone, as ``finish`` would.

        Raises:
            LeaseLost: that attempt is not the one that runs; nothing was changed.
            IllegalMove: a running job cannot go to that state; nothing was changed.
        """
        with self._change() as change:
            return finishing.take_back(change, job_id, attempt, ending)

    def running(self) -> tuple[tuple[Job, Attempt], ...]:
        """The jobs that run, each with the attempt at it."""
        with self._reading() as connection:
            return reading.running(connection)

    def expired(self) -> tuple[tuple[Job, Attempt], ...]:
        """Those of them whose lease has run out, or is of another boot."""
        with self._reading() as connection:
            return reading.running(connection, claiming.has_run_out(self._clock))

    def requests(self) -> dict[tuple[int, int], Request]:
        """What their owner has asked of running jobs, by the numbers of job and attempt. Cheap."""
        with self._reading() as connection:
            return reading.requests(connection)

    def due_in(self, *, later: bool = False) -> float | None:
        """Seconds until a waiting one is due, 0 if one is (not if ``later``), None if none waits."""
        with self._reading() as connection:
            return claiming.due_in(connection, self._clock.now(), self._longest_wait_s, later=later)

    # Deciding

    def pause(self, ids: Sequence[int]) -> Decided:
        """Take jobs out of the line; a running one is asked to stop, and keeps the stages that are proven."""
        return self._decide(ids, deciding.pause)

    def resume(self, ids: Sequence[int]) -> Decided:
        """Put paused jobs back into the line; a running one is not paused after all."""
        now, longest = self._clock.now(), self._longest_wait_s
        return self._decide(ids, partial(deciding.resume, now=now, longest_wait_s=longest))

    def cancel(self, ids: Sequence[int]) -> Decided:
        """Give jobs up; a running one is asked to stop."""
        return self.cancelling.cancel(ids)[0]

    def retry(self, ids: Sequence[int], *, from_scratch: bool = False, named: bool = True) -> Decided:
        """Queue jobs again; those that their owner ``named``, whether another makes the same film or not."""
        with self._change() as change:
            return deciding.retry_all(change, ids, from_scratch=from_scratch, named=named)

    def approve(self, ids: Sequence[int], *, allow_retracted: bool = False) -> Decided:
        """Let jobs go on whose script was to be looked at; or those whose paper was retracted."""
        return self._decide(ids, deciding.allow_retracted if allow_retracted else deciding.approve)

    def set_options(self, ids: Sequence[int], options: JobOptions) -> Decided:
        """Change how films are to be made, of jobs that neither run nor are completed."""
        return self._decide(ids, partial(deciding.set_options, options=options))

    def make_otherwise(self, ids: Sequence[int], options: JobOptions) -> tuple[Decided, tuple[int, ...]]:
        """The same, but a completed job stays as it is, and one is added for its paper; return those, too."""
        with self._change() as change:
            return otherwise.make_otherwise(change, ids, options)

    def set_priority(self, ids: Sequence[int], priority: int) -> Decided:
        """Have jobs go before or after others; higher goes first."""
        with self._change() as change:
            return ordering.set_priority(change, ids, priority)

    def move(self, ids: Sequence[int], to: Place | int) -> Decided:
        """Move jobs within those of their priority; they keep their order among themselves.

        A number is a place in the line (queued, waiting, paused, needs-attention) without them, from 0.
        """
        with self._change() as change:
            return ordering.move_in_line(change, ids, to)

    def remove(self, ids: Sequence[int]) -> tuple[Decided, RemovedJobs]:
        """Take jobs that do not run out of the list; what is returned puts them back. Files stay."""
        with self._change() as change:
            return removing.remove(change, ids)

    def restore(self, removed: RemovedJobs) -> Decided:
        """Put removed jobs back, with their numbers, places, attempts and films."""
        with self._change() as change:
            return removing.restore(change, removed)

    # Reading

    def get(self, job_id: int) -> Job | None:
        """A job by its number."""
        with self._reading() as connection:
            return reading.job(connection, job_id)

    def jobs(self, ids: Sequence[int]) -> tuple[Job, ...]:
        """The jobs with these numbers, in that order, without those that are gone."""
        with self._reading() as connection:
            return reading.jobs(connection, ids)

    def find(self, name: str) -> tuple[Job, ...]:
        """The jobs that a name can mean: a job's number or key, a PMID, PMCID or DOI, a paper's path."""
        with self._reading() as connection:
            return reading.find(connection, name)

    def of_keys(self, keys: Iterable[str]) -> dict[str, Job]:
        """Which jobs folders of these names belong to."""
        with self._reading() as connection:
            return reading.of_keys(connection, keys)

    def films(self) -> dict[int, Film]:
        """All finished films, by the numbers of their jobs."""
        with self._reading() as connection:
            return reading.films(connection)

    def page(self, query: JobQuery, offset: int, limit: int) -> tuple[Job, ...]:
        """A stretch of the list that a query asks for."""
        with self._reading() as connection:
            return querying.page(connection, query, offset, limit)

    def ids(self, query: JobQuery) -> list[int]:
        """The numbers of all jobs of the list, in its order."""
        with self._reading() as connection:
            return querying.ids(connection, query)

    def count(self, query: JobQuery) -> int:
        """How many jobs are in the list."""
        with self._reading() as connection:
            return querying.count(connection, query)

    def counts(self) -> dict[State, int]:
        """How many jobs are in each state."""
        with self._reading() as connection:
            return reading.counts(connection)

    def place_of(self, query: JobQuery, job_id: int) -> int | None:
        """Where in the list a job stands, from 0; None when it is not in it."""
        with self._reading() as connection:
            return querying.place_of(connection, query, job_id)

    def attempts(self, job_id: int) -> tuple[Attempt, ...]:
        """The attempts at a job, the first one first."""
        with self._reading() as connection:
            return reading.attempts(connection, job_id)

    def events(self, job_id: int | None = None, limit: int = 100) -> tuple[Event, ...]:
        """The last lines of the history, of a job or of all, the newest first."""
        with self._reading() as connection:
            return history.events(connection, job_id, limit)

    # Following

    def revision(self) -> int:
        """The number of the last change."""
        with self._reading() as connection:
            return revision(connection)

    def changes(self, since: int) -> Changes:
        """What was touched after a revision."""
        with self._reading() as connection:
            return changes_since(connection, since)

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call ``callback`` after each commit of this process, in the writing thread; return what ends it."""
        return self._feed.subscribe(callback)

    def poll(self) -> Changes | None:
        """What other processes have changed since the last call; None for nothing. Cheap."""
        return self._feed.poll()

    # The queue as a whole

    def queue_state(self) -> QueueState:
        """Why nothing new is started, if so."""
        with self._reading() as connection:
            return queue_row.queue_state(connection)

    def set_reason(self, reason: PauseReason, on: bool) -> QueueState:
        """Add a reason to start nothing new, or take it away; while there is one, ``claim`` gives nothing."""
        with self._change() as change:
            return queue_row.set_reason(change, reason, on)

    def set_after_this_one(self, on: bool) -> QueueState:
        """Start nothing after what runs, or do."""
        with self._change() as change:
            return queue_row.set_after_this_one(change, on)

    def record(self, kind: str, text: str, job_id: int | None = None) -> None:
        """Write a line of history."""
        with self._change() as change:
            change.tell([job_id], kind, text)

    def mark_film(self, *job_ids: int, missing: bool) -> None:
        """Note whether jobs' films are where they were put."""
        with self._change() as change:
            finishing.mark_film(change, job_ids, missing=missing)

    # The file

    def writable(self) -> bool:
        """Whether a write gets through to the disk just now."""
        return self._database.writable()

    def backup_if_due(self) -> Path | None:
        """Make the day's backup unless there is one; return it when it was made."""
        return backup_if_due(self._database, self._folder, self._clock)

    def hurry(self, seconds: float) -> None:
        """Wait for other programs no longer than so many seconds from now on; for whoever has to leave."""
        self._database.hurry(seconds)

    def close(self, *, clean: bool = True) -> None:
        """Close the file; ``clean`` says that nothing was left undone, so that the next start is quick."""
        self._database.close(clean=clean)

    def _decide(self, ids: Sequence[int], rule: Rule) -> Decided:
        with self._change() as change:
            return deciding.decide(change, ids, rule)
