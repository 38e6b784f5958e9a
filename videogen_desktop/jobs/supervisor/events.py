"""The lines in which the pipeline says how far it is, read as what a stranger might have written."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import PaperFacts, Problem
from videogen_desktop.papers.identifiers import parse_identifier

if TYPE_CHECKING:
    from videogen_desktop.papers.identifiers import Kind

_LONGEST_NAME = 60
_LONGEST_TEXT = 1000
_MOST_NOTES = 50
_MOST_AUTHORS = 1000
_LAST_YEAR = 9999
_LONGEST_TIME_S = 366 * 24 * 3600.0
_SIGN = b'"event"'
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
"""Control characters, line separators, and what turns the direction of writing."""


@dataclass(frozen=True)
class StageEvent:
    """A stage has begun, moved on, ended, or was found done.

    ``fraction`` of the stage and ``overall`` of the whole run from 0 to 1; ``eta_s`` is None while no pace
    can be told. The stage may be one that this version does not know.
    """

    stage: str
    state: Literal["started", "progress", "done", "skipped"]
    fraction: float
    overall: float
    message: str = ""
    eta_s: float | None = None


@dataclass(frozen=True)
class ResultEvent:
    """The work is done. ``video`` is a file's name in the output folder, or None with the last ``stage``."""

    video: str | None
    duration_s: float | None = None
    stage: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ErrorEvent:
    """The work has ended without a film."""

    problem: Problem


@dataclass(frozen=True)
class PaperEvent:
    """What the paper is, told as soon as it is known, also of one that no film is made of."""

    facts: PaperFacts


Event = StageEvent | ResultEvent | ErrorEvent | PaperEvent

_Name = Annotated[str, msgspec.Meta(min_length=1)]


class _Stage(msgspec.Struct, tag_field="event", tag="stage"):
    stage: _Name
    state: Literal["started", "progress", "done", "skipped"]
    fraction: float
    overall: float
    message: str = ""
    eta_s: float | None = None


class _Result(msgspec.Struct, tag_field="event", tag="result"):
    video: str | None
    duration_s: float | None = None
    stage: str | None = None
    notes: tuple[str, ...] = ()


class _Error(msgspec.Struct, tag_field="event", tag="error"):
    code: _Name
    message: str
    hint: str = ""
    retryable: bool = False
    retry_after_s: float | None = None


class _Paper(msgspec.Struct, tag_field="event", tag="paper"):
    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: int | None = None
    licence: str = ""
    retracted: bool = False
    abstract_only: bool = False


_Told = _Stage | _Result | _Error | _Paper
_DECODER = msgspec.json.Decoder(_Told)


def may_hold_events(lines: bytes) -> bool:
    """Whether it is worth looking for events in some lines."""
    return _SIGN in lines


def read_events(lines: bytes) -> tuple[list[Event], bytes]:
    """The events among lines that came at once, and the other lines.

    Of progress after progress in one stage only the latest is an event: nobody would see the others.

    Args:
        lines: Each ended by a line feed.
    """
    told: list[_Told] = []
    others: list[bytes] = []
    for line in lines.split(b"\n")[:-1]:
        more = _told(line)
        if more is None:
            others += (line, b"\n")
        elif told and _outdates(more, told[-1]):
            told[-1] = more
        else:
            told.append(more)
    return [_event(each) for each in told], b"".join(others)


def read_event(line: bytes) -> Event | None:
    """The event that a line tells; None for a line that is none.

    Numbers are clamped to what they can mean, texts cut and cleaned of what cannot be seen.
    """
    told = _told(line)
    return None if told is None else _event(told)


def _told(line: bytes) -> _Told | None:
    if _SIGN not in line:
        return None
    try:
        told = _DECODER.decode(line)
    except (msgspec.MsgspecError, ValueError, RecursionError):  # ValueError: what is not UTF-8
        return None
    return told if _makes_sense(told) else None


def _makes_sense(told: _Told) -> bool:
    match told:
        case _Stage():
            return math.isfinite(told.fraction) and math.isfinite(told.overall)
        case _Result():
            return told.video is None or _is_file_name(told.video)
    return True


def _outdates(later: _Told, earlier: _Told) -> bool:
    """Whether nothing is lost without the earlier one; how far the whole run was may not be."""
    return (
        isinstance(later, _Stage)
        and isinstance(earlier, _Stage)
        and later.state == earlier.state == "progress"
        and later.stage == earlier.stage
        and later.overall >= earlier.overall
    )


def _event(told: _Told) -> Event:
    match told:
        case _Stage():
            return _stage(told)
        case _Result():
            return _result(told)
        case _Paper():
            return _paper(told)
    return _error(told)


def _stage(told: _Stage) -> StageEvent:
    return StageEvent(
        stage=_clean(told.stage, _LONGEST_NAME),
        state=told.state,
        fraction=min(1.0, max(0.0, told.fraction)),
        overall=min(1.0, max(0.0, told.overall)),
        message=_clean(told.message),
        eta_s=_seconds(told.eta_s),
    )


def _result(told: _Result) -> ResultEvent:
    return ResultEvent(
        video=told.video,
        duration_s=_seconds(told.duration_s),
        stage=None if told.stage is None else _clean(told.stage, _LONGEST_NAME),
        notes=tuple(_clean(note) for note in told.notes[:_MOST_NOTES]),
    )


def _error(told: _Error) -> ErrorEvent:
    return ErrorEvent(
        Problem(
            code=_clean(told.code, _LONGEST_NAME),
            message=_clean(told.message),
            hint=_clean(told.hint),
            retryable=told.retryable,
            retry_after_s=_seconds(told.retry_after_s),
        )
    )


def _paper(told: _Paper) -> PaperEvent:
    return PaperEvent(
        PaperFacts(
            pmid=_name("pmid", told.pmid),
            pmcid=_name("pmcid", told.pmcid),
            doi=_name("doi", told.doi),
            title=_clean(told.title),
            authors=tuple(filter(None, map(_clean, told.authors[:_MOST_AUTHORS]))),
            journal=_clean(told.journal),
            year=told.year if told.year is not None and 0 < told.year <= _LAST_YEAR else 0,
            licence=_clean(told.licence, _LONGEST_NAME),
            retracted=told.retracted,
            abstract_only=told.abstract_only,
        )
    )


def _name(kind: Kind, told: str | None) -> str | None:
    """One of a paper's names, if it is one: a wrong one would make two papers one."""
    try:
        identifier = parse_identifier(told or "")
    except VideoGenError:
        return None
    return identifier.value if identifier.kind == kind else None


def _clean(text: str, longest: int = _LONGEST_TEXT) -> str:
    shown = _UNSEEN.sub(" ", text[: 4 * longest]).strip()
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _seconds(told: float | None) -> float | None:
    if told is None or not math.isfinite(told):
        return None
    return min(_LONGEST_TIME_S, max(0.0, told))


def _is_file_name(name: str) -> bool:
    """Whether it names a file in the folder itself and nothing elsewhere, on any system."""
    return 0 < len(name) <= 255 and name.strip(". ") != "" and not re.search(r"[/\\:\x00-\x1f]", name)
