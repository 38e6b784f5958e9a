"""What the script knows of English: cue patterns, labels and word lists, read once from the shipped data."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from videogen_desktop.shipped import shipped


@dataclass(frozen=True)
class Cue:
    """A pattern that speaks for something, and how strongly."""

    pattern: re.Pattern[str]
    weight: float


@dataclass(frozen=True)
class Language:
    """The patterns and words of one language; ``resources/rhetoric`` says what each is for."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    familiar: frozenset[str]
    labels: tuple[tuple[re.Pattern[str], str], ...]
    cues: dict[str, tuple[Cue, ...]]
    subjects: tuple[tuple[str, re.Pattern[str]], ...]
    own_study: re.Pattern[str]
    people: re.Pattern[str]
    observational: re.Pattern[str]


@functools.cache
def english() -> Language:
    """Read the patterns and word lists of English."""
    data: dict[str, Any] = tomllib.loads(shipped("rhetoric/en.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in data["sentences"].items()}
    return Language(
        **words,
        labels=tuple((_compiled(entry), entry["role"]) for entry in data["labels"]),
        cues={
            role: tuple(Cue(_compiled(entry), entry["weight"]) for entry in data[role])
            for role in ("why", "did", "found", "means", "limits")
        },
        subjects=tuple((entry["name"], _compiled(entry)) for entry in data["subjects"]),
        own_study=_compiled(data["own_study"]),
        people=_compiled(data["people"]),
        observational=_compiled(data["observational"]),
    )


def _compiled(entry: dict[str, str]) -> re.Pattern[str]:
    return re.compile(entry["pattern"], re.IGNORECASE)
