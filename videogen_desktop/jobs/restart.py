"""What a start does before any job is claimed: it puts right what the last end left undone.

The caller holds the lock of the data folder (``only_instance``), so whoever worked on a running job is gone;
only its processes may be left.
"""

from __future__ import annotations

import contextlib
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.jobs.leftovers import files_in, is_partial, measured
from videogen_desktop.jobs.made_files import size_of
from videogen_desktop.jobs.model import Ending, Problem, ProcessIdentity
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.reconciling import Reconciled, reconcile
from videogen_desktop.jobs.removing import lies_truly_in
from videogen_desktop.jobs.supervisor import end_everything

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Attempt, Film, Job
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

SUSPECT_AFTER = 5
"""After so many attempts in a row that ended with the whole application, a job lets others go first: it may
be what takes the application, or the computer, down. It never fails for that: the cause may be another."""

SUSPECT_WAIT_S = 10.0
"""How long it lets others go first, times the number of such ends from then on."""

LONGEST_SUSPECT_WAIT_S = 600.0

UNCLEAN = "ended-with-the-application"
"""The code of the problem of an attempt that ended so; a quit leaves none."""

HISTORY = "recovered"
"""The kind of event that says what was found and done."""

_ENDED_AT_ONCE = 8

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TakenBack:
    """A job that was running when its application ended.

    Args:
        job_id: The job.
        key: The name of its folders.
        attempt: The attempt that ended.
        state: What the job is now.
        why: A sentence for a person.
        processes_gone: Whether nothing of the attempt runs any more.
    """

    job_id: int
    key: str
    attempt: int
    state: State
    why: str
    processes_gone: bool


@dataclass(frozen=True)
class Recovery:
    """What a start found and did.

    Args:
        taken_back: Jobs that were running.
        partial: Half-written files of theirs that were removed.
        reconciled: What is said of files in the store and what is on the disk.
    """

    taken_back: tuple[TakenBack, ...] = ()
    partial: tuple[Path, ...] = ()
    reconciled: Reconciled = field(default_factory=Reconciled)

    @property
    def after_crash(self) -> bool:
        """Whether the application had ended in the midst of its work."""
        return bool(self.taken_back)

    @property
    def lines(self) -> tuple[str, ...]:
        """A sentence for each thing that was found."""
        jobs = [f"{each.key}: {each.why}" for each in self.taken_back]
        many = len(self.partial)
        files = "half-written file was" if many == 1 else "half-written files were"
        partial = [f"{many} {files} removed."] if many else []
        return (*jobs, *partial, *self.reconciled.lines)


def recover(store: JobStore, folder: DataFolder, clock: Clock) -> Recovery:
    """Take back what was running, and reconcile the store with the files. Order, pauses and waits stay.

    Args:
        store: The jobs.
        folder: The data folder, whose lock the caller holds.
        clock: Tells this run of the system.

    Raises:
        VideoGenError: The database cannot be read or written.
    """
    running = store.running()
    with ThreadPoolExecutor(_ENDED_AT_ONCE, "ending") as pool:
        gone = list(pool.map(lambda each: end_everything(_identity(each[1], clock), clock), running))
    partial: list[Path] = []
    taken_back = []
    for (job, attempt), is_gone in zip(running, gone, strict=True):
        taken_back.append(_take_back(store, folder, clock, store.get(job.id) or job, attempt, is_gone))
        partial += _remove_partial(store, folder, job)
    recovery = Recovery(tuple(taken_back), tuple(partial), reconcile(store, folder))
    for line in recovery.lines:
        _log.info(line)
    return recovery


def ending_of(job: Job, attempt: Attempt, film: Film | None, unclean_before: int, now: float) -> Ending:
    """How an attempt has ended whose application is gone.

    Args:
        job: The job as it stands.
        attempt: The attempt that was running.
        film: What lies proven where the job's film belongs.
        unclean_before: How many attempts just before ended the same way.
        now: Seconds since 1970.
    """
    # After a backup was restored numbers of attempts are given again, so the time must fit too. Where the
    # calendar was set back meanwhile, the film is only proven once more.
    if film and film.made_by == attempt.number and film.made_at >= attempt.started_at:
        return Ending("completed", "completed", film=film, usage=attempt.usage)
    if job.request == "cancel":
        return Ending("cancelled", "cancelled", usage=attempt.usage)
    if job.request == "pause":
        return Ending("paused", "paused", usage=attempt.usage)
    beyond = unclean_before + 1 - SUSPECT_AFTER
    if beyond >= 0:
        wait = min(LONGEST_SUSPECT_WAIT_S, SUSPECT_WAIT_S * (beyond + 1))
        return Ending("waiting", "interrupted", _suspect(unclean_before + 1), now + wait, usage=attempt.usage)
    return Ending("queued", "interrupted", _unclean(), usage=attempt.usage)


def unclean_in_a_row(attempts: Sequence[Attempt], before: int) -> int:
    """How many attempts in a row, up to the one numbered ``before``, ended with the whole application."""
    count = 0
    for attempt in sorted(attempts, key=lambda attempt: attempt.number, reverse=True):
        if attempt.number >= before:
            continue
        if attempt.outcome != "interrupted" or attempt.problem is None or attempt.problem.code != UNCLEAN:
            break
        count += 1
    return count


def _identity(attempt: Attempt, clock: Clock) -> ProcessIdentity:
    """Its process, or one that never was: what carries the token is found all the same."""
    return attempt.process or ProcessIdentity(0, 0.0, clock.boot, attempt.token)


def _take_back(
    store: JobStore, folder: DataFolder, clock: Clock, job: Job, attempt: Attempt, processes_gone: bool
) -> TakenBack:
    film = read_proof(folder.film_of(job.key))
    unclean_before = unclean_in_a_row(store.attempts(job.id), attempt.number)
    ending = ending_of(job, attempt, film, unclean_before, clock.now())
    ending = replace(ending, work_bytes=size_of(folder.work_of(job.key)))
    after = store.take_back(job.id, attempt.number, ending)
    why = _WHY[after.state]
    if not processes_gone:
        why += " Some of its processes could not be ended."
    store.record(HISTORY, why, job.id)
    return TakenBack(job.id, job.key, attempt.number, after.state, why, processes_gone)


_FOUND = "The application had ended while this job was running."
_WHY: dict[State, str] = {
    "completed": f"{_FOUND} Its film was finished and in place.",
    "cancelled": f"{_FOUND} It had been cancelled.",
    "paused": f"{_FOUND} It had been paused.",
    "waiting": f"{_FOUND} That has happened often in a row, so it lets other jobs go first.",
    "queued": f"{_FOUND} It goes on from its last finished step.",
}


def _remove_partial(store: JobStore, folder: DataFolder, job: Job) -> list[Path]:
    work, films = folder.work_of(job.key), folder.film_of(job.key)
    found = [file.path for file in measured(work).partial if lies_truly_in(file.path, folder.work)]
    found += [file.path for file in files_in(films) if is_partial(file.path)]
    removed = []
    for path in found:
        with contextlib.suppress(OSError):
            path.unlink()
            removed.append(path)
    if removed:
        names = ", ".join(path.name for path in removed)
        store.record(HISTORY, f"Removed half-written files: {names}.", job.id)
    return removed


def _unclean() -> Problem:
    return Problem(
        UNCLEAN,
        "The application ended while the film was being made.",
        "It is started again by itself and goes on from the last finished step.",
        retryable=True,
    )


def _suspect(times: int) -> Problem:
    return Problem(
        UNCLEAN,
        f"The application has ended {times} times in a row while this film was being made, "
        "so other jobs go first for a moment.",
        "It is started again by itself. If it keeps ending the application, cancel it and report its log.",
        retryable=True,
    )
