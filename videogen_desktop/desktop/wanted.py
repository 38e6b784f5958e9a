"""What a job that does not go on by itself wants of its owner, and what that is called on a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.jobs.model import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.model import Job

CONTEXT: Final = "Wanted"

Act = Literal[
    "review", "approve", "allow", "choose", "file", "settings", "retry", "resume", "cancel", "remove", "look"
]
"""What can be done with one job: read its script, let it go on unread, film a retracted paper, choose its
options, give the paper as a file, mend the settings, put it into the line again, what every job allows."""

_BY_PROBLEM: Final[Mapping[str, Act]] = {
    "retracted": "allow",
    "no-such-profile": "choose",
    "bad-options": "choose",
    "no-text": "file",
    "secret-missing": "settings",
    "cannot-start": "settings",
    "bad-setting": "settings",
}
_NAMES: Final[Mapping[Act, str]] = {
    "review": QT_TRANSLATE_NOOP("Wanted", "Review"),
    "approve": QT_TRANSLATE_NOOP("Wanted", "Approve"),
    "allow": QT_TRANSLATE_NOOP("Wanted", "Make anyway"),
    "choose": QT_TRANSLATE_NOOP("Wanted", "Choose…"),
    "file": QT_TRANSLATE_NOOP("Wanted", "Open its file…"),
    "settings": QT_TRANSLATE_NOOP("Wanted", "Settings…"),
    "retry": QT_TRANSLATE_NOOP("Wanted", "Try again"),
    "resume": QT_TRANSLATE_NOOP("Wanted", "Resume"),
    "cancel": QT_TRANSLATE_NOOP("Wanted", "Cancel"),
    "remove": QT_TRANSLATE_NOOP("Wanted", "Remove"),
    "look": QT_TRANSLATE_NOOP("Wanted", "Look at the paper"),
}


def wanted(job: Job) -> Act | None:
    """What its owner is asked for, of a job that needs attention; None for every other."""
    if job.state != "needs-attention":
        return None
    code = job.problem.code if job.problem else ""
    if code == "review":  # somebody else's pipeline cannot stop after its script
        return "review" if job.options.profile == BUILT_IN else "approve"
    return _BY_PROBLEM.get(code, "retry")


def way_on(job: Job) -> Act | None:
    """What has its film made after all; None for a job that goes on by itself, or is done."""
    if job.state in ("failed", "waiting", "cancelled"):
        return "retry"
    return "resume" if job.state == "paused" else wanted(job)


def name_of(act: Act, job: Job | None = None) -> str:
    """What it is called on a button, where it matters for that job."""
    if act == "retry" and job and job.state == "waiting":
        return _tr(QT_TRANSLATE_NOOP("Wanted", "Try now"))
    if act == "retry" and job and job.state == "cancelled":
        return _tr(QT_TRANSLATE_NOOP("Wanted", "Make it after all"))
    return _tr(_NAMES[act])


def by_keys(job: Job) -> str:
    """How the keyboard gives a job what it wants, for whoever hears the list; empty for nothing."""
    act = wanted(job)
    if act is None:
        return ""
    return _tr(QT_TRANSLATE_NOOP("Wanted", "Return: {action}")).format(action=name_of(act, job))


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
