"""Small queues to try decisions on: a clock that is set by hand, papers, and jobs in every state."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Ending, Film, JobOptions, JobQuery, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.store.papers import describe as describe_paper
from videogen_desktop.jobs.store.searching import set_script

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim, Outcome
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

NOON = 1_795_435_200.0
"""2026-11-23 12:00 UTC."""

TROUBLE = Problem("server-busy", "PubMed is busy.", "Wait a little.", retryable=True)


@dataclass
class SetClock:
    """The calendar and the count of a boot, each set by hand."""

    calendar: float = NOON
    count: float = 1000.0
    boot: str = "this boot"

    def now(self) -> float:
        return self.calendar

    def monotonic(self) -> float:
        return self.count

    def pass_time(self, seconds: float) -> None:
        self.calendar += seconds
        self.count += seconds


def papers(*pmids: int) -> list[NewPaper]:
    return [NewPaper(PaperFacts(pmid=str(pmid))) for pmid in pmids]


def a_film(attempt: int = 1, seconds: float = 84.2) -> Film:
    return Film(Path("films/final_video.mp4"), seconds, 1920, 1080, 5_000_000, "c0ffee", NOON, attempt)


ENDINGS: dict[State, Ending] = {
    "queued": Ending("queued", "interrupted"),
    "waiting": Ending("waiting", "retry", TROUBLE, not_before=NOON + 600, counts_as="failure"),
    "paused": Ending("paused", "paused"),
    "needs-attention": Ending(
        "needs-attention", "attention", Problem("review", "Its script is written.", "Look at it.")
    ),
    "completed": Ending("completed", "completed", film=a_film()),
    "failed": Ending(
        "failed", "failed", Problem("paper-not-found", "There is no such paper.", "Check the PMID.")
    ),
    "cancelled": Ending("cancelled", "cancelled"),
}
"""One way to each state from a claim."""


def add(store: JobStore, *pmids: int, priority: int = 0, paused: bool = False) -> tuple[int, ...]:
    return store.add(papers(*pmids), JobOptions(), priority=priority, paused=paused)


def claimed(store: JobStore, worker: str = "a worker") -> Claim:
    claim = store.claim(worker)
    assert claim is not None
    return claim


def a_job(store: JobStore, state: State, pmid: int = 1) -> int:
    """A job brought to a state by a worker, alone in its queue."""
    (job_id,) = add(store, pmid)
    if state != "queued":
        claim = claimed(store)
        assert claim.job.id == job_id
        if state == "paused":
            store.pause([job_id])
        if state == "cancelled":
            store.cancel([job_id])
        if state != "running":
            store.finish(claim, ENDINGS[state])
    return job_id


def describe(store: JobStore, job_id: int, facts: PaperFacts) -> None:
    """Fill in a job's paper as a worker would that holds it, whatever the job's state."""
    job = store.get(job_id)
    assert job is not None
    with store._change() as change:
        describe_paper(change, job.paper_id, facts)


def write_script(store: JobStore, job_id: int, text: str) -> None:
    """Let a job be found by the words of a script, whatever its state."""
    with store._change() as change:
        set_script(change, job_id, text)


def state_of(store: JobStore, job_id: int) -> State:
    job = store.get(job_id)
    assert job is not None
    return job.state


def in_line(store: JobStore) -> list[int]:
    return store.ids(JobQuery())


def outcomes(store: JobStore, job_id: int) -> list[Outcome]:
    return [attempt.outcome for attempt in store.attempts(job_id)]


def everything(folder: DataFolder) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, as it is in the file."""
    with closing(sqlite3.connect(f"{folder.database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'job_text_%'"
            )
        ]
        return {
            name: [dict(row) for row in connection.execute(f"SELECT rowid, * FROM {name}")]  # noqa: S608 - our own
            for name in names
        }
