"""Paper -> script: what the film says, sentence by sentence, each with its source."""

from videogen_desktop.pipeline.script.grounding import check_grounding
from videogen_desktop.pipeline.script.model import (
    Card,
    Closing,
    FigureUse,
    Line,
    Scene,
    Script,
    Sentence,
    Source,
)
from videogen_desktop.pipeline.script.numbers import numbers_in
from videogen_desktop.pipeline.script.writing import write_script

__all__ = [
    "Card",
    "Closing",
    "FigureUse",
    "Line",
    "Scene",
    "Script",
    "Sentence",
    "Source",
    "check_grounding",
    "numbers_in",
    "write_script",
]
