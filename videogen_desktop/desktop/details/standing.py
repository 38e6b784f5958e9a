"""What is told of a job that has neither film nor script yet: how it stands, why, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from videogen_desktop.desktop.details.links import paper_links
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.desktop.wanted import name_of, way_on
from videogen_desktop.papers.model import PaperIds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from videogen_desktop.desktop.wanted import Act
    from videogen_desktop.jobs.model import Job, PaperFacts
    from videogen_desktop.jobs.states import State

CONTEXT: Final = "details"

_LOOKS: Final[Mapping[State, tuple[str, str]]] = {
    "queued": ("hourglass", "subtle"),
    "running": ("clapperboard", "accent"),
    "waiting": ("hourglass", "subtle"),
    "paused": ("pause", "subtle"),
    "needs-attention": ("triangle-alert", "warning"),
    "completed": ("clapperboard", "subtle"),
    "failed": ("circle-alert", "bad"),
    "cancelled": ("circle-stop", "subtle"),
}


@dataclass(frozen=True)
class Standing:
    """What a job's page says.

    Attributes:
        icon: Of ``resources/icons``.
        role: The colour of the icon and of the state, by the role's name.
        title: Of the paper.
        about: Its authors, journal and year.
        state: How it stands, in a word or two.
        why: What keeps it, or what is being done; empty where the state says all.
        next: What comes next, or what can be done; empty where nobody knows.
        done: How much of it is done, from 0 to 1, while it runs.
        main: What the first button does, and what it says; None where there is nothing to do.
        others: What else can be done.
    """

    icon: str
    role: str
    title: str
    about: str
    state: str
    why: str
    next: str
    done: float | None
    main: tuple[Act, str] | None
    others: tuple[tuple[Act, str], ...]


def standing_of(job: Job) -> Standing:
    """Say how a job stands that has neither film nor script."""
    icon, role = _LOOKS[job.state]
    act = _main(job)
    return Standing(
        icon,
        role,
        words.title(job.paper),
        words.about(job.paper),
        words.state(job),
        _why(job),
        _next(job),
        min(job.progress.overall, 1.0) if job.state == "running" else None,
        (act, name_of(act, job)) if act else None,
        tuple((other, name_of(other, job)) for other in _others(job)),
    )


def page_of(paper: PaperFacts) -> str:
    """The address of the paper's page, PubMed's before others; empty for a paper without any."""
    links = paper_links(PaperIds(paper.pmid, paper.pmcid, paper.doi))
    ordered = sorted(links, key=lambda link: link.name != "PubMed")
    return ordered[0].address if ordered else ""


def _main(job: Job) -> Act | None:
    act = way_on(job)
    return "retry" if act == "review" else act  # its script is gone, and has to be written again


def _why(job: Job) -> str:
    if job.problem is not None and job.state != "running":
        return shown(said(job.problem.message))
    return words.doing(job) if job.state == "running" else ""


def _next(job: Job) -> str:
    translate = QCoreApplication.translate
    if job.state == "queued":
        return translate("details", "Its film is made when its turn comes.")
    if job.state == "running":
        return translate("details", "Its script and its scenes appear here as they are finished.")
    if job.state == "paused":
        return translate("details", "It goes on when you resume it.")
    if job.state == "cancelled":
        return translate("details", "Nothing more is made of it, unless you want it after all.")
    hint = shown(said(job.problem.hint)) if job.problem is not None else ""
    if job.state == "waiting" and job.not_before is not None:
        again = translate("details", "The next try is at {time}.").format(time=_time(job.not_before))
        return f"{hint} {again}".strip()
    if job.problem is not None and job.problem.code == "retracted":
        warned = translate("details", "Made anyway, its film says that the paper was retracted.")
        return f"{hint} {warned}".strip()
    return hint


def _others(job: Job) -> Iterator[Act]:
    if job.state == "needs-attention" and _main(job) in ("settings", "choose"):
        yield "retry"
    if page_of(job.paper):
        yield "look"
    yield "cancel" if job.state == "running" else "remove"


def _time(at: float) -> str:
    """A time of day; with the day where that is another one."""
    when, now = QDateTime.fromSecsSinceEpoch(int(at)), QDateTime.currentDateTime()
    if when.date() == now.date():
        return QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
