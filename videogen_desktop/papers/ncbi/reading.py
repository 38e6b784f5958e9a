"""Telling what was asked for from everything else that may come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.jats import find_article, read_article
from videogen_desktop.papers.web import TryAgain
from videogen_desktop.papers.web.faults import rate_limited
from videogen_desktop.papers.xml import parse_xml
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.model import Origin, Paper
    from videogen_desktop.papers.web import Answer

T = TypeVar("T")

_START = 4096


@dataclass(frozen=True)
class FullText:
    """A paper as PMC has it, and the XML it was read from."""

    paper: Paper
    xml: bytes = field(repr=False)


def full_text_in(answer: Answer, root: Element, origin: Origin, pmcid: str) -> FullText:
    """Read the JATS article in an answer's XML, alone or in PMC's article set.

    Raises:
        TryAgain: when there is none, or when it says that it is another than ``pmcid``.
    """
    paper = readable(answer, lambda: read_article(find_article(root), origin))
    if paper.ids.pmcid not in (None, pmcid):
        raise answer.unusable("sent another paper than the one that was asked for")
    return FullText(paper, answer.body)


def xml_in(answer: Answer) -> Element:
    """Read XML of any kind.

    Raises:
        TryAgain: when it is none, or is unsafe.
    """
    return readable(answer, lambda: parse_xml(answer.body))


def readable(answer: Answer, read: Callable[[], T]) -> T:
    """Return what one of this package's parsers makes of an answer.

    Raises:
        TryAgain: when the parser cannot read it.
        VideoGenError: ``too-large``.
    """
    try:
        return read()
    except VideoGenError as error:
        if error.code == "too-large":
            raise
        raise answer.unusable("sent something else than what was asked for") from error


def json_in(answer: Answer, shape: type[T]) -> T:
    """Read JSON of a shape.

    Raises:
        TryAgain: when it is something else.
    """
    try:
        return read_json(answer.body, shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise answer.unusable("sent something else than what was asked for") from error


def refuse_complaints(answer: Answer) -> None:
    """Stop at what NCBI says in JSON instead of answering, whatever the status it says it with.

    Raises:
        TryAgain: when it is asked too often.
        VideoGenError: ``bad-api-key``.
    """
    start = answer.body[:_START].lstrip()
    if not start.startswith(b"{"):
        return
    if b"API rate limit exceeded" in start:
        raise TryAgain(rate_limited(answer.host))
    if b"API key invalid" in start or b"API key not" in start:
        raise VideoGenError(
            "bad-api-key",
            "NCBI does not know the API key.",
            "Correct the key in the settings, or leave it empty: it works without one, only slower.",
        )
