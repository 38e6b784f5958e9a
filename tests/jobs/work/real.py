"""Jobs run with the real pipeline, without any network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.jobs.work.bench import Bench, Notes
from tests.pipeline.runs import pipeline_environment
from tests.processes import descendants_with
from videogen_desktop.jobs.model import JobOptions, PaperFacts
from videogen_desktop.jobs.work import Launches

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import Job, Progress


@dataclass(frozen=True)
class Rescued:
    """A job after its first attempt, in which it was killed, and after its second."""

    bench: Bench
    first: Job
    second: Job
    notes: Notes
    """What was told in the second."""


def no_secret(_name: str) -> None:
    """There is no keyring."""


def run_real(bench: Bench) -> Job:
    """Run the next job to its end."""
    launches = Launches(bench.folder, lambda: bench.settings, no_secret, pipeline_environment(), lambda: 1)
    return bench.runner(launches).run(bench.claim(), bench.control, bench.notes)


def rescue(bench: Bench, paper: Path) -> Rescued:
    """Make the film of a paper in two attempts, the first of which is killed while it draws."""
    bench.add(PaperFacts(source=paper), JobOptions(aspect="1:1", length="short"))

    def kill(progress: Progress) -> None:
        if progress.stage == "generate-videos":
            for process in descendants_with("generate-video"):
                process.kill()

    bench.notes.on_progress = kill
    first = run_real(bench)
    bench.notes = Notes()
    bench.later()
    return Rescued(bench, first, run_real(bench), bench.notes)
