"""A script as Markdown: what the film says, and for each sentence where the paper says it.

The words are a paper's, so nothing in them may become markup: no HTML, no link, no heading (CommonMark 0.31,
section 2.4: a backslash before ASCII punctuation makes it literal).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from videogen_desktop.papers.citation import one_line
from videogen_desktop.pipeline.script.model import Script
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.pipeline.script.model import Card, Scene, Source

_MARKUP = re.compile(r"[\\`*_\[\]{}<>&|~$^@#]")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")
"""What begins a list or underlines a heading at the beginning of a line."""

_Kind = TypeVar("_Kind", Script, "_ForeignScript")


@dataclass(frozen=True)
class _ForeignScene:
    text: str = ""
    title: str = ""


@dataclass(frozen=True)
class _ForeignScript:
    scenes: list[_ForeignScene]


def script_markdown(content: bytes, title: str) -> str | None:
    """Return script.json as Markdown; None when it cannot be read.

    Args:
        content: The script; one by somebody else's pipeline is told without places in the paper.
        title: The paper's title, for a script that does not name it.
    """
    script = _decoded(content, Script)
    if script is not None:
        return "\n".join(_script(script))
    foreign = _decoded(content, _ForeignScript)
    return "\n".join(_foreign(foreign, title)) if foreign is not None else None


def _decoded(content: bytes, kind: type[_Kind]) -> _Kind | None:
    try:
        return read_json(content, kind)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _script(script: Script) -> Iterator[str]:
    yield f"# {_escaped(script.card.plain_title) or 'Untitled'}\n"
    if banner := _escaped(script.banner):
        yield f"**{banner}**\n"
    yield from _card(script.card)
    for number, scene in enumerate(script.scenes, 1):
        yield f"\n## {number}. {_escaped(scene.heading) or scene.kind.capitalize()}\n"
        yield from _scene(scene)
    if script.notes:
        yield "\n## Notes\n"
        yield from (f"- {_escaped(note)}" for note in script.notes)
    yield ""


def _card(card: Card) -> Iterator[str]:
    told = (
        ("Authors", card.authors),
        ("Journal", card.journal),
        ("Year", card.year),
        ("DOI", card.doi),
        ("PMID", card.pmid),
        ("PMCID", card.pmcid),
        ("Licence", " ".join(part for part in (card.licence, card.licence_url) if part)),
    )
    return (f"- {name}: {_escaped(value)}" for name, value in told if value.strip())


def _scene(scene: Scene) -> Iterator[str]:
    for sentence in scene.sentences:
        yield f"- {_escaped(sentence.text)}"
        yield f"  - {_place(sentence.source)}"
    if scene.figure:
        shown = (scene.figure.label, scene.figure.credit)
        yield f"- Shown: {_escaped(', '.join(part for part in shown if part))}"
    for line in scene.lines:
        yield f"- Shown: {_escaped(line.text)}"


def _place(source: Source) -> str:
    place = f"*{_escaped(source.section) or 'The paper'}*"
    if source.paragraph:
        place += f", paragraph {source.paragraph}, sentence {source.sentence}"
    return f"{place}: “{_escaped(source.quote)}”" if source.quote.strip() else place


def _foreign(script: _ForeignScript, title: str) -> Iterator[str]:
    yield f"# {_escaped(title) or 'Untitled'}"
    for number, scene in enumerate(script.scenes, 1):
        yield f"\n## {number}. {_escaped(scene.title) or 'Scene'}\n"
        yield _escaped(scene.text)
    yield ""


def _escaped(text: str) -> str:
    """One line of words that is words wherever it stands."""
    line = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _BLOCK.sub(r"\1\\\2", _ADDRESS.sub(r"\\\g<0>", line))
