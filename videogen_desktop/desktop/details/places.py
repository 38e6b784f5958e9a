"""What scenes and places in a paper are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from videogen_desktop.desktop.details.harmless import harmless, shortened
from videogen_desktop.pipeline.script.model import RECORD

if TYPE_CHECKING:
    from videogen_desktop.pipeline.script.model import Scene, Sentence

_LONGEST_QUOTE = 1200


def scene_name(scene: Scene) -> str:
    """What a scene is called: its heading, else what kind it is."""
    if scene.heading.strip():
        return scene.heading
    if scene.kind == "title":
        return QCoreApplication.translate("details", "Title")
    if scene.kind == "source":
        return QCoreApplication.translate("details", "The paper")
    if scene.kind == "figure":
        return (
            scene.figure.label
            if scene.figure and scene.figure.label
            else QCoreApplication.translate("details", "Figure")
        )
    return QCoreApplication.translate("details", "Scene")


def place_of(sentence: Sentence) -> str:
    """Where in the paper a sentence is from, with the words there unless they are its own."""
    source = sentence.source
    if not source.section.strip() and not source.quote.strip():
        return ""
    section = _section(source.section)
    if source.paragraph > 0:
        place = QCoreApplication.translate(
            "details", "{section}, paragraph {paragraph}, sentence {sentence}"
        ).format(section=section, paragraph=source.paragraph, sentence=source.sentence)
    else:
        place = section
    quote = source.quote.strip()
    if not quote:
        return place
    if quote.rstrip(".") == sentence.text.strip().rstrip("."):
        return QCoreApplication.translate("details", "{place}, word for word").format(place=place)
    return QCoreApplication.translate("details", "{place}: “{quote}”").format(
        place=place, quote=_apart(shortened(quote, _LONGEST_QUOTE))
    )


def _section(named: str) -> str:
    if named == RECORD:
        return QCoreApplication.translate("details", "Article information")
    return _apart(named) or QCoreApplication.translate("details", "The paper")


def duration(seconds: float) -> str:
    """A time in the film, such as 1:05."""
    whole = int(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _apart(text: str) -> str:
    """A text whose direction changes nothing around it (UAX #9, first strong isolate)."""
    return f"\u2068{harmless(text)}\u2069" if text.strip() else ""
