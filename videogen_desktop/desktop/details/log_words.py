"""A line of a job's log as a person reads it: when it was, in words, and whether it is a warning.

The log keeps what processes wrote and what was noted of their events (``jobs.supervisor.log``), with times in
UTC. What is not understood is told as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication

from videogen_desktop.desktop.jobs_view import words as of_jobs
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.jobs.supervisor.events import (
    ErrorEvent,
    PaperEvent,
    ResultEvent,
    StageEvent,
    read_event,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT: Final = "LogWords"

Weight = Literal["", "warning", "error"]
Told = tuple[str, Weight]

_LINE: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d{3} (stdout|stderr|queue): (.*)", re.DOTALL)
_LOGGED: Final = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) [\w.]+: (.*)", re.DOTALL)
_STAGE: Final = re.compile(r"([\w-]+) (started|done|skipped): (.*)", re.DOTALL)
_ERROR: Final = re.compile(r"error [\w-]+: (.*)", re.DOTALL)
_CODE: Final = re.compile(r"[a-z]+(?:-[a-z]+)*: (?=[A-Z])")
_PAPER: Final = re.compile(r"job: (.*) -> ", re.DOTALL)
_SCENE: Final = re.compile(r"(generate-audio|generate-videos)/scene_(\d{1,4})")
_END: Final = re.compile(r"end: (exit code|signal) (-?\d+|None) after (\d+\.\d) s, ended by ([\w-]+)")
_WORRY: Final = re.compile(r"\W{0,3}(warning|error|fatal|critical)\s*[:\]]|traceback \(", re.IGNORECASE)
_LEVEL: Final = re.compile(r".{0,60}?\b(WARN|WARNING|ERROR|CRITICAL|FATAL)\b")

_WEIGHTS: Final[Mapping[str, Weight]] = {
    "warn": "warning",
    "warning": "warning",
    "error": "error",
    "critical": "error",
    "fatal": "error",
}
_STOPPED: Final[Mapping[str, str]] = {
    "cancel": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: it was cancelled."),
    "pause": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: it was paused."),
    "give-back": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: it goes on later."),
    "stall": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: nothing was heard of it for too long."),
    "wall": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: it took too long."),
    "memory": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: it took too much memory."),
    "lost": QT_TRANSLATE_NOOP("LogWords", "Stopped after {time}: another program works on it."),
}
_WISHES: Final = frozenset({"cancel", "pause", "give-back"})
_NOTES: Final[Mapping[str, str]] = {
    "start: ": QT_TRANSLATE_NOOP("LogWords", "Started."),
    "not started: ": QT_TRANSLATE_NOOP("LogWords", "Not started."),
    "suspended": QT_TRANSLATE_NOOP("LogWords", "It is held."),
    "resumed": QT_TRANSLATE_NOOP("LogWords", "It goes on."),
    "asked to end: ": QT_TRANSLATE_NOOP("LogWords", "It is being stopped."),
}
"""What the queue notes, by how that begins; one that has no more to say has nothing behind it."""


@dataclass(frozen=True)
class LogLine:
    """What a line says.

    Attributes:
        words: In the language of the window, or as it was written.
        weight: Whether it is a warning, or tells of an error.
        day: When it was written, by the clock of this computer; None where it does not say.
        time: The hour, minute and second of that day.
    """

    words: str
    weight: Weight = ""
    day: date | None = None
    time: str = ""


def in_words(line: str) -> LogLine:
    """Tell a line of a log in words."""
    parts = _LINE.match(line)
    moment = _moment(parts[1]) if parts else None
    if parts is None or moment is None:
        return LogLine(line)
    told, weight = {"queue": _noted, "stderr": _logged, "stdout": _printed}[parts[2]](parts[3])
    return LogLine(told, weight, *moment)


@lru_cache(maxsize=4)
def _moment(written: str) -> tuple[date, str] | None:
    try:
        at = datetime.fromisoformat(written).replace(tzinfo=UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    return at.date(), f"{at:%H:%M:%S}"


def _noted(text: str) -> Told:
    """What the queue has written of a process and its events."""
    if stage := _STAGE.fullmatch(text):
        return _stage(*stage.groups()), ""
    if error := _ERROR.fullmatch(text):
        return said(error[1]), "error"
    if end := _END.fullmatch(text):
        return _ended(*end.groups())
    for begin, words in _NOTES.items():
        if text == begin or (begin.endswith(" ") and text.startswith(begin)):
            return _tr(words), ""
    what, _, value = text.partition(": ")
    if value and what == "paper":
        return _tr(QT_TRANSLATE_NOOP("LogWords", "The paper: {title}")).format(title=value), ""
    if value and what == "result":
        return _result(value), ""
    return said(text), ""


def _logged(text: str) -> Told:
    """What a process has written about its work, in the form of Python's own logging."""
    logged = _LOGGED.fullmatch(text)
    if logged is None:
        return text, _weight_of(text)
    level, message = logged.groups()
    weight = _WEIGHTS.get(level.lower(), "")
    if weight:
        return said(_CODE.sub("", message, count=1)), weight
    if message.startswith("done: "):
        return _proven(message.removeprefix("done: ")), ""
    if paper := _PAPER.match(message):
        return _tr(QT_TRANSLATE_NOOP("LogWords", "The paper is {name}.")).format(name=paper[1]), ""
    return message, ""


def _printed(text: str) -> Told:
    """What a process has printed: an event that was not taken for one, or anything."""
    match read_event(text.encode("utf-8", "replace")):
        case StageEvent() as event if event.state == "progress":
            return said(event.message) or _name_of(event.stage), ""
        case StageEvent() as event:
            return _stage(event.stage, event.state, event.message), ""
        case ResultEvent() as event:
            return _result(event.video or event.stage or ""), ""
        case ErrorEvent() as event:
            return said(event.problem.message), "error"
        case PaperEvent() as event:
            return _noted(f"paper: {event.facts.title}")
    return text, _weight_of(text)


def _stage(stage: str, state: str, message: str) -> str:
    if state == "skipped":
        return _tr(QT_TRANSLATE_NOOP("LogWords", "Done before: {stage}")).format(stage=_name_of(stage))
    if not message:
        return _name_of(stage) if state == "started" else _done(stage)
    if state == "done" and stage == "fetch-paper":
        return _tr(QT_TRANSLATE_NOOP("LogWords", "The paper is read: {title}")).format(title=message)
    if state == "done" and stage == "generate-script":
        template = QT_TRANSLATE_NOOP("LogWords", "The script is written: {what}")
        return _tr(template).format(what=said(message))
    return said(message)


def _result(value: str) -> str:
    if value in of_jobs.STAGES:
        return _done(value)
    return _tr(QT_TRANSLATE_NOOP("LogWords", "The film is there: {file}")).format(file=value)


def _proven(work: str) -> str:
    scene = _SCENE.fullmatch(work)
    if scene is None:
        return _done(work)
    spoken = scene[1] == "generate-audio"
    template = (
        QT_TRANSLATE_NOOP("LogWords", "Scene {number} is spoken.")
        if spoken
        else QT_TRANSLATE_NOOP("LogWords", "Scene {number} is drawn.")
    )
    return _tr(template).format(number=int(scene[2]) + 1)


def _done(stage: str) -> str:
    return _tr(QT_TRANSLATE_NOOP("LogWords", "Done: {stage}")).format(stage=_name_of(stage))


def _name_of(stage: str) -> str:
    if stage in of_jobs.STAGES:
        return QCoreApplication.translate(of_jobs.CONTEXT, of_jobs.STAGES[stage])
    return stage


def _ended(how: str, number: str, seconds: str, by: str) -> Told:
    time = of_jobs.span(float(seconds))
    if by in _STOPPED:
        return _tr(_STOPPED[by]).format(time=time), "" if by in _WISHES else "error"
    if number == "0":
        return _tr(QT_TRANSLATE_NOOP("LogWords", "Ended after {time}.")).format(time=time), ""
    template = (
        QT_TRANSLATE_NOOP("LogWords", "Ended after {time} by signal {number}.")
        if how == "signal"
        else QT_TRANSLATE_NOOP("LogWords", "Ended after {time} with exit code {number}.")
    )
    return _tr(template).format(time=time, number=number), "error"


def _weight_of(text: str) -> Weight:
    """What somebody else's program seems to mean."""
    if worry := _WORRY.match(text) or _LEVEL.match(text):
        return _WEIGHTS.get((worry[1] or "error").lower(), "")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
