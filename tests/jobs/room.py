"""A data folder with jobs of some days ago, and a calendar that is set by hand."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.jobs.cleanup import DAY, HISTORY, Removal, planned
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import PROOF
from videogen_desktop.jobs.model import Ending, Film, Job, JobOptions, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.settings import Keep

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

NOW = 1_800_000_000.0
KEEP = Keep()


@dataclass
class SetClock:
    """The computer's clock, but for a calendar that is set by hand."""

    calendar: float = NOW
    real: SystemClock = field(default_factory=SystemClock)

    @property
    def boot(self) -> str:
        return self.real.boot

    def now(self) -> float:
        return self.calendar

    def monotonic(self) -> float:
        return self.real.monotonic()


class Room:
    """A data folder with jobs that ended some days ago, their folders and their films."""

    def __init__(self, store: JobStore, folder: DataFolder, clock: SetClock) -> None:
        self.store, self.folder, self.clock = store, folder, clock
        self._papers = 0

    def job(self, state: State, *, days_ago: float = 0, size: int = 1000) -> Job:
        self._papers += 1
        (job_id,) = self.store.add([NewPaper(PaperFacts(pmid=str(self._papers)))], JobOptions())
        self.clock.calendar = NOW - days_ago * DAY
        if state != "queued":
            claim = self.store.claim("test")
            assert claim is not None
            assert claim.job.id == job_id
            if state == "paused":
                self.store.pause([job_id])
            if state != "running":
                self.store.finish(claim, self._ending(state, claim.job))
        self.clock.calendar = NOW
        job = self.store.get(job_id)
        assert job is not None
        self.fill(self.folder.work_of(job.key), size, days_ago)
        return job

    def fill(self, work: Path, size: int = 1000, days_ago: float = 0) -> Path:
        write(work / "clips" / "scene_00.mp4", size, days_ago)
        write(work / "manifest.json", 0, days_ago)
        os.utime(work, (NOW - days_ago * DAY,) * 2)
        return work

    def plan(self, **keep: float) -> dict[str, Removal]:
        found = planned(self.store, self.folder, replace(KEEP, **keep), NOW)  # type: ignore[arg-type]
        return {removal.path.name: removal for removal in found if removal.path}

    def told(self) -> list[str]:
        return [event.text for event in self.store.events(None, 1000) if event.kind == HISTORY]

    def _ending(self, state: State, job: Job) -> Ending:
        match state:
            case "completed":
                path = write(self.folder.film_of(job.key) / "final_video.mp4", 500)
                return Ending(state, "completed", film=prove(path))
            case "failed":
                return Ending(state, "failed", Problem("x", "x", "x"))
            case "cancelled" | "paused":
                return Ending(state, state)
            case "waiting":
                return Ending(state, "retry", Problem("x", "x", "x", True), not_before=NOW + 60)
            case _:
                return Ending("needs-attention", "attention", Problem("review", "x", "x"))


def write(path: Path, size: int, days_ago: float = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    os.utime(path, (NOW - days_ago * DAY,) * 2)
    return path


def prove(path: Path) -> Film:
    """Write what says that a film is a finished one."""
    film = Film(path, 60, 16, 9, path.stat().st_size, "", NOW, 1)
    path.with_name(PROOF).write_bytes(msgspec.json.encode(film, enc_hook=os.fspath))
    return film
