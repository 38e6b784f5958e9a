"""Jobs as the queue tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Job, JobOptions, PaperFacts, Progress

if TYPE_CHECKING:
    from videogen_desktop.jobs.states import State


def a_job(number: int, state: State, title: str = "", overall: float = 0.0) -> Job:
    return Job(
        id=number,
        key=f"pmid-{number}",
        paper_id=number,
        paper=PaperFacts(pmid=str(number), title=title),
        options=JobOptions(),
        state=state,
        priority=0,
        position=number,
        progress=Progress(overall=overall),
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
        revision=number,
    )
