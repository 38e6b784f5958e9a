"""Jobs, claims and endings of processes for tests, with all that a test does not care about filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from videogen_desktop.jobs.model import Claim, Job, JobOptions, PaperFacts, Progress, Usage
from videogen_desktop.jobs.supervisor import Exit

JOB = Job(
    id=1,
    key="pmid-1-abc",
    paper_id=1,
    paper=PaperFacts(pmid="29608148"),
    options=JobOptions(),
    state="running",
    priority=0,
    position=1,
    progress=Progress(),
    attempt=1,
    failures=0,
    crashes=0,
    not_before=None,
    problem=None,
    request=None,
    approved=False,
    from_scratch=False,
    created_at=0.0,
    changed_at=0.0,
    started_at=None,
    finished_at=None,
    worked_s=0.0,
    work_bytes=0,
    film=None,
    revision=1,
)
EXIT = Exit(
    code=0,
    signal=None,
    ended_by="itself",
    result=None,
    error=None,
    usage=Usage(),
    seconds=1.0,
    last_words="",
)


def a_job(**changes: Any) -> Job:  # noqa: ANN401 - any field
    return replace(JOB, **changes)


def a_claim(job: Job | None = None) -> Claim:
    job = job or a_job()
    return Claim(job, job.attempt, "a-token", "a-worker", 60.0)


def an_exit(**changes: Any) -> Exit:  # noqa: ANN401 - any field
    return replace(EXIT, **changes)
