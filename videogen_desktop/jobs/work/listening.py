"""What a running pipeline tells, passed on to the store and to whoever watches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from videogen_desktop.jobs.made_files import read_made
from videogen_desktop.jobs.model import Progress
from videogen_desktop.jobs.supervisor import PaperEvent, StageEvent
from videogen_desktop.jobs.work.external import ExternalProgress
from videogen_desktop.jobs.work.facts import facts_of, foreign_facts_of, foreign_script_text, script_text
from videogen_desktop.jobs.work.pace import Pace
from videogen_desktop.pipeline.job import STAGES
from videogen_desktop.pipeline.stages.bench import PAPER, SCRIPT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.model import Job, PaperFacts, ProcessIdentity, Usage
    from videogen_desktop.jobs.supervisor import Event
    from videogen_desktop.jobs.work.reports import Reports

_LOOK_S = 1.0
"""How often the files of somebody else's pipeline are looked at."""
_LEAST_NEWS_S = 5.0
_LEAST_NEWS_PART = 0.1


class Watcher(Protocol):
    """Who is told how jobs go, on the threads that run them, as often as there is news."""

    def progressed(self, job_id: int, progress: Progress) -> None:
        """A job is further."""

    def logged(self, job_id: int, text: str) -> None:
        """A job's process has written a line."""

    def used(self, job_id: int, usage: Usage, now_bytes: int) -> None:
        """What a job's processes have taken, and the memory that they hold now."""

    def ended(self, job: Job) -> None:
        """A job was given back to the store."""


class Reader:
    """Reads paper.json and script.json once they are there, and reports what they say.

    Args:
        job: The job that they belong to.
        folder: Its working folder.
        reports: Told about them.
        foreign: Whether somebody else's pipeline makes them.
    """

    def __init__(self, job: Job, folder: Path, reports: Reports, *, foreign: bool) -> None:
        self._known = job.paper
        self._folder = folder
        self._reports = reports
        self._facts_of: Callable[[bytes, PaperFacts], PaperFacts | None] = (
            foreign_facts_of if foreign else facts_of
        )
        self._text_of = foreign_script_text if foreign else script_text

    def hear_paper(self, facts: PaperFacts) -> None:
        """The paper is told of before it is kept, or is stopped at the door."""
        told = {name: value for name, value in vars(facts).items() if value}
        self._reports.describe(replace(self._known, **told))

    def read_paper(self) -> None:
        """The paper was fetched."""
        facts = self._facts_of(read_made(self._folder, PAPER) or b"", self._known)
        if facts is not None:
            self._reports.describe(facts)

    def read_script(self) -> None:
        """The script was written."""
        text = self._text_of(read_made(self._folder, SCRIPT) or b"")
        if text is not None:
            self._reports.script(text)


class PipelineListener:
    """Listens to a pipeline that speaks the protocol."""

    def __init__(self, job: Job, reports: Reports, watcher: Watcher, reader: Reader) -> None:
        self._job_id = job.id
        self._reports = reports
        self._watcher = watcher
        self._reader = reader
        self._overall = 0.0

    def started(self, identity: ProcessIdentity) -> None:
        """Note which process it is, so that it can be found after a crash."""
        self._reports.started(identity)

    def event(self, event: Event) -> None:
        """Pass progress on, and what the paper is; read what a stage has made when it is done."""
        if isinstance(event, PaperEvent):
            self._reader.hear_paper(event.facts)
        if not isinstance(event, StageEvent):
            return
        self._overall = max(self._overall, event.overall)
        self._progressed(Progress(event.stage, event.fraction, self._overall, event.message, event.eta_s))
        if event.state in ("done", "skipped"):
            self._stage_done(event.stage)

    def line(self, text: str) -> None:
        """Pass a line of the log on."""
        self._watcher.logged(self._job_id, text)

    def usage(self, usage: Usage, now_bytes: int) -> None:
        """Pass on what it takes."""
        self._reports.used(usage)
        self._watcher.used(self._job_id, usage, now_bytes)

    def tick(self) -> None:
        """Look for what is not told; nothing here, where everything is."""

    def ended(self) -> None:
        """The process has ended; nothing more is told."""

    def _progressed(self, progress: Progress) -> None:
        self._reports.progressed(progress)
        self._watcher.progressed(self._job_id, progress)

    def _stage_done(self, stage: str) -> None:
        match stage:
            case "fetch-paper":
                self._reader.read_paper()
            case "generate-script":
                self._reader.read_script()


class ExternalListener(PipelineListener):
    """Listens to somebody else's pipeline, which tells nothing: its log and its files are read instead.

    Args:
        job: The job that it works for.
        reports: Told what happens.
        watcher: Told as well.
        reader: Reads what its stages make.
        folder: Its OUTPUT_DIR.
        clock: Tells how much time goes by.
        suspended: Whether it stands still at present.
    """

    def __init__(
        self,
        job: Job,
        reports: Reports,
        watcher: Watcher,
        reader: Reader,
        *,
        folder: Path,
        clock: Clock,
        suspended: Callable[[], bool],
    ) -> None:
        super().__init__(job, reports, watcher, reader)
        self._progress = ExternalProgress(folder)
        self._clock = clock
        self._suspended = suspended
        self._looked_at = clock.monotonic()
        self._pace = Pace(self._looked_at)
        self._told: Progress | None = None
        self._stages_done = 0

    def line(self, text: str) -> None:
        """Pass a line of the log on, and hear in it how far the work is."""
        super().line(text)
        self._news(self._progress.line(text))

    def tick(self) -> None:
        """Look now and then at what has appeared, and at the time that is left."""
        now = self._clock.monotonic()
        self._pace.work(now, suspended=self._suspended())
        if now - self._looked_at >= _LOOK_S:
            self._looked_at = now
            self._news(self._progress.look())
            if self._told and _differ(self._told.eta_s, self._left_s()):
                self._tell(self._told)

    def ended(self) -> None:
        """Look once more."""
        self._news(self._progress.look())

    def _news(self, progress: Progress | None) -> None:
        if progress is None:
            return
        self._pace.reached(progress.overall)
        self._tell(progress)
        at = STAGES.index(progress.stage)
        for stage in STAGES[self._stages_done : at]:
            self._stage_done(stage)
        self._stages_done = max(self._stages_done, at)

    def _tell(self, progress: Progress) -> None:
        self._told = replace(progress, eta_s=self._left_s())
        self._progressed(self._told)

    def _left_s(self) -> float | None:
        return self._pace.left_s if self._progress.measurable else None


def _differ(told_s: float | None, now_s: float | None) -> bool:
    """Whether a person should hear of another time that is left; a little less is what everybody expects."""
    if told_s is None or now_s is None:
        return told_s != now_s
    return abs(told_s - now_s) > max(_LEAST_NEWS_S, _LEAST_NEWS_PART * told_s)
