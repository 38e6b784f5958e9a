"""What is said of a job in the list: its title, its paper in one line, its state, how far it is."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import shown, side_by_side
from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.model import Job, PaperFacts
    from videogen_desktop.jobs.states import State

CONTEXT: Final = "Jobs"

STATES: Final[Mapping[State, str]] = {
    "queued": QT_TRANSLATE_NOOP("Jobs", "Queued"),
    "running": QT_TRANSLATE_NOOP("Jobs", "Running"),
    "waiting": QT_TRANSLATE_NOOP("Jobs", "Waiting"),
    "paused": QT_TRANSLATE_NOOP("Jobs", "Paused"),
    "needs-attention": QT_TRANSLATE_NOOP("Jobs", "Needs attention"),
    "completed": QT_TRANSLATE_NOOP("Jobs", "Done"),
    "failed": QT_TRANSLATE_NOOP("Jobs", "Failed"),
    "cancelled": QT_TRANSLATE_NOOP("Jobs", "Cancelled"),
}
STAGES: Final[Mapping[str, str]] = {
    "fetch-paper": QT_TRANSLATE_NOOP("Jobs", "reading the paper"),
    "generate-script": QT_TRANSLATE_NOOP("Jobs", "writing the script"),
    "generate-audio": QT_TRANSLATE_NOOP("Jobs", "speaking"),
    "generate-videos": QT_TRANSLATE_NOOP("Jobs", "drawing"),
    "add-captions": QT_TRANSLATE_NOOP("Jobs", "finishing the film"),
}
_STARTING: Final = QT_TRANSLATE_NOOP("Jobs", "starting")
_MOST_AUTHORS: Final = 2


def title(paper: PaperFacts) -> str:
    """The paper's title; until it is known, its number."""
    return shown(paper.title) or name(paper)


def name(paper: PaperFacts) -> str:
    """The paper's number as people write it."""
    if paper.pmid:
        return f"PMID {paper.pmid}"
    if paper.source:
        return shown(paper.source.name)
    return shown(paper.pmcid or paper.doi or "")


def authors(paper: PaperFacts) -> str:
    """The first authors."""
    first = ", ".join(shown(author) for author in paper.authors[:_MOST_AUTHORS])
    return f"{first} …" if len(paper.authors) > _MOST_AUTHORS else first


def about(paper: PaperFacts) -> str:
    """Authors, journal and year in one line."""
    year = str(paper.year) if paper.year else ""
    parts = [part for part in (authors(paper), shown(paper.journal), year) if part]
    if parts and paper.title:
        return side_by_side(parts, " · ")
    return name(paper) if paper.title else _tr(QT_TRANSLATE_NOOP("Jobs", "Its title is not known yet"))


def retracted() -> str:
    """What stands beside a paper that was retracted."""
    return _tr(QT_TRANSLATE_NOOP("Jobs", "Retracted"))


def is_missing(job: Job) -> bool:
    """Whether its film was made, and is not where it was put."""
    return job.state == "completed" and job.film is not None and job.film.missing


def state(job: Job) -> str:
    """The name of its state; what its owner has asked for counts already."""
    if job.request == "cancel":
        return _tr(QT_TRANSLATE_NOOP("Jobs", "Stopping …"))
    if job.request == "pause":
        return _tr(QT_TRANSLATE_NOOP("Jobs", "Pausing …"))
    if is_missing(job):
        return _tr(QT_TRANSLATE_NOOP("Jobs", "Film missing"))
    return _tr(STATES[job.state])


def doing(job: Job) -> str:
    """What goes on, how far it is, or why it does not go on; and that there is a film of an earlier time."""
    if job.state == "running":
        return " · ".join(part for part in (stage(job), time_left(job)) if part)
    if job.state == "completed":
        return _completed(job)
    return " · ".join(part for part in (_earlier_film(job), _standing_still(job)) if part)


def stage(job: Job) -> str:
    """What goes on in a running job."""
    named = STAGES.get(job.progress.stage, _STARTING)
    return shown(said(job.progress.message)) or _tr(named)


def time_left(job: Job) -> str:
    """How long a running job still takes; empty while nobody knows."""
    if job.progress.eta_s is None:
        return ""
    return _tr(QT_TRANSLATE_NOOP("Jobs", "{time} left")).format(time=span(job.progress.eta_s))


def tool_tip(job: Job) -> str:
    """Its whole title and how it goes on or what stands against it, as HTML in which the texts are text."""
    parts = [f"<b>{html.escape(title(job.paper))}</b>", html.escape(about(job.paper))]
    if job.state == "running":
        parts.append(html.escape(doing(job)))
    if job.problem:
        parts += [html.escape(shown(said(text))) for text in (job.problem.message, job.problem.hint)]
    return "<p>" + "<br>".join(part for part in parts if part) + "</p>"


def place(number: int | None) -> str:
    """A place in the line, as the person's own country writes it; empty for none."""
    return QLocale().toString(number) if number else ""


def priority(job: Job) -> str:
    """Whether its turn is out of the usual order."""
    if job.priority == 0:
        return ""
    if job.priority > 0:
        return _tr(QT_TRANSLATE_NOOP("Jobs", "Before others"))
    return _tr(QT_TRANSLATE_NOOP("Jobs", "After others"))


def percent(job: Job) -> int:
    """How far it is, in whole percent; 100 only when it is done."""
    return 100 if job.state == "completed" else min(int(job.progress.overall * 100), 99)


def span(seconds: float) -> str:
    """A length of time from now on, as one says it."""
    if seconds < 60:
        return _tr(QT_TRANSLATE_NOOP("Jobs", "{n} s")).format(n=max(int(seconds), 1))
    if seconds < 3600:
        return _tr(QT_TRANSLATE_NOOP("Jobs", "{n} min")).format(n=round(seconds / 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    return _tr(QT_TRANSLATE_NOOP("Jobs", "{h} h {m} min")).format(h=hours, m=minutes)


def length(seconds: float) -> str:
    """How long a film is: ``1:24``."""
    whole = int(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def moment(at: float | None) -> str:
    """A moment, short, as the person's own country writes it."""
    if at is None:
        return ""
    when = QDateTime.fromSecsSinceEpoch(int(at))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def _standing_still(job: Job) -> str:
    if job.state in ("waiting", "paused", "needs-attention", "failed") and job.problem:
        return shown(said(job.problem.message))
    if job.state == "queued" and job.progress.overall > 0:
        return _tr(QT_TRANSLATE_NOOP("Jobs", "goes on from {percent} %")).format(percent=percent(job))
    return ""


def _earlier_film(job: Job) -> str:
    if job.film is None or job.film.missing:
        return ""
    return _tr(QT_TRANSLATE_NOOP("Jobs", "earlier film {length}")).format(length=length(job.film.duration_s))


def _completed(job: Job) -> str:
    if job.film is None:
        return ""
    if job.film.missing:
        return _tr(QT_TRANSLATE_NOOP("Jobs", "The film is not where it was put."))
    return length(job.film.duration_s)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
