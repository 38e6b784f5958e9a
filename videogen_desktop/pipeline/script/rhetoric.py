"""Which part of the story a sentence tells: why, what they did, what they found, what it means, limits.

Structured abstracts say so by their labels (ICMJE Recommendations, section IV.A.3.b; NLM's label categories).
Elsewhere the words say it, and their order: background comes before aims, aims before findings, findings
before conclusions, so the roles of a whole abstract are found together, as one path that only moves forward.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from videogen_desktop.pipeline.script.language import english

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal["why", "did", "found", "means", "limits"]
ORDER: tuple[Role, ...] = ("why", "did", "found", "means")

_PLACE: dict[Role, float] = {"why": 0.0, "did": 0.3, "found": 0.6, "means": 1.0}

_STRENGTHS_TITLE = re.compile(r"\bstrength", re.IGNORECASE)
_LIMITS_TITLE = re.compile(r"\blimitation|\bweakness", re.IGNORECASE)


def label_role(label: str) -> tuple[bool, Role | None]:
    """Read the label of a structured abstract's part.

    Returns:
        Whether the part belongs to the story at all, and its role when the label alone decides it.
    """
    for pattern, role in english().labels:
        if pattern.search(label):
            return role != "ignored", None if role in ("ignored", "mixed") else cast("Role", role)
    return True, None


def roles_in_order(sentences: Sequence[str]) -> list[Role]:
    """Give each sentence of an unlabelled abstract its role, by words, place and order together.

    The most likely path through why, did, found, means that never steps back (a left-to-right Viterbi path).
    """
    if not sentences:
        return []
    last = max(1, len(sentences) - 1)
    scores = [
        [cue_strength(text, role) + 1.5 * (1 - abs(_PLACE[role] - number / last) * 2) for role in ORDER]
        for number, text in enumerate(sentences)
    ]
    best = [scores[0]]
    came_from: list[list[int]] = []
    for row in scores[1:]:
        previous = best[-1]
        pointers = [max(range(step + 1), key=lambda earlier: previous[earlier]) for step in range(len(ORDER))]
        came_from.append(pointers)
        best.append([previous[pointer] + row[step] for step, pointer in enumerate(pointers)])
    step = max(range(len(ORDER)), key=lambda end: best[-1][end])
    path = [step]
    for pointers in reversed(came_from):
        step = pointers[step]
        path.append(step)
    return [ORDER[step] for step in reversed(path)]


def cue_strength(text: str, role: Role) -> float:
    """How strongly the words of a sentence speak for a role; 0 when none does."""
    return sum(cue.weight for cue in english().cues[role] if cue.pattern.search(text))


def limit_strength(text: str, section: Sequence[str]) -> float:
    """How surely a sentence states a limit of the authors' own study; 0 when it does not."""
    strength = cue_strength(text, "limits")
    if any(_LIMITS_TITLE.search(title) for title in section):
        strength += 1.5 if any(_STRENGTHS_TITLE.search(title) for title in section) else 3.0
    return strength if english().own_study.search(text) or strength >= 4.0 else strength * 0.5
