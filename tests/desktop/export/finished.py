"""Finished films on the disk, with everything in their folders that a pipeline leaves there."""

from __future__ import annotations

import hashlib
import itertools
import threading
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.desktop.export import ExportSettings, carry_out, plan_export
from videogen_desktop.jobs.model import Film, Job, JobOptions, PaperFacts, Progress
from videogen_desktop.papers.model import Author, Journal, Paper, PaperIds, PartialDate
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.pipeline.script.model import Card, Scene, Script, Sentence, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.desktop.export import ExportProgress, Plan, Receipt

FACTS = PaperFacts(
    pmid="29608148",
    doi="10.7554/eLife.32671",
    title="Imaging of cortical circuits: three dimensions",
    authors=("Weijian Yang", "Luis Carrillo-Reid", "Rafael Yuste"),
    journal="eLife",
    year=2018,
    licence="CC-BY-4.0",
)
MADE_AT = 1_789_984_800.0  # 2026-09-21, 10:00 UTC
FILM = bytes(range(256)) * 1200


def job_of(film: Film | None, number: int = 1, facts: PaperFacts = FACTS) -> Job:
    """A job, finished when it has a film."""
    return Job(
        id=number,
        key=f"pmid-{facts.pmid}-{number:08x}",
        paper_id=number,
        paper=facts,
        options=JobOptions(),
        state="completed" if film else "queued",
        priority=0,
        position=number,
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
        film=film,
        revision=1,
    )


def finished_job(films: Path, number: int = 1, facts: PaperFacts = FACTS, film: bytes = FILM) -> Job:
    """A finished job and its folder below ``films``."""
    folder = films / f"job-{number}"
    folder.mkdir(parents=True)
    content = film + number.to_bytes(4, "big")
    (folder / "final_video.mp4").write_bytes(content)
    (folder / "captions.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n", encoding="utf-8")
    (folder / "captions.vtt").write_text("WEBVTT\n", encoding="utf-8")
    (folder / "thumbnail.jpg").write_bytes(b"\xff\xd8picture")
    (folder / "script.json").write_bytes(msgspec.json.encode(script_of(facts)))
    (folder / "paper.json").write_bytes(msgspec.json.encode(paper_of(facts)))
    sha256 = hashlib.sha256(content).hexdigest()
    made = Film(folder / "final_video.mp4", 84.2, 1920, 1080, len(content), sha256, MADE_AT, 1)
    return job_of(made, number, facts)


def paper_of(facts: PaperFacts) -> Paper:
    """The paper as paper.json has it."""
    return Paper(
        ids=PaperIds(facts.pmid, facts.pmcid, facts.doi),
        title=plain_text(facts.title),
        origin="pmc-bucket",
        authors=(Author("Yang", "Weijian"), Author("Carrillo-Reid", "Luis"), Author("Yuste", "Rafael")),
        journal=Journal("eLife", "Elife"),
        published=PartialDate(2018, 2, 7),
        volume="7",
    )


def script_of(facts: PaperFacts) -> Script:
    """A script of one scene."""
    source = Source("Abstract › Results", "abstract/0/1", 1, 2, "We imaged 100 cells.")
    return Script(
        version=1,
        card=Card(
            "", facts.title, "Yang W", "eLife", "2018", facts.doi or "", facts.pmid or "", "", "CC BY", ""
        ),
        scenes=(Scene("text", "What was found", (Sentence("They imaged 100 cells.", source),)),),
    )


def export(plan: Plan) -> Receipt:
    """Carry a plan out with nobody watching."""
    return carry_out(plan, lambda _: None, threading.Event())


def exported(jobs: list[Job], settings: ExportSettings) -> Receipt:
    """Plan and carry out."""
    return export(plan_export(jobs, settings))


def names_in(folder: Path) -> list[str]:
    """What is in a folder, hidden files too, but for the record."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("Exported "))


def impatient() -> Callable[[], float]:
    """A clock by which every report of progress is due."""
    return map(float, itertools.count()).__next__


class Watcher:
    """Keeps what an export tells of its progress."""

    def __init__(self) -> None:
        self.seen: list[ExportProgress] = []

    def __call__(self, progress: ExportProgress) -> None:
        self.seen.append(progress)
