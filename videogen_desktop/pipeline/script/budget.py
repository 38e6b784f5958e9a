"""How many words each part of the story may have: by how long the film is to be, and for whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.pipeline.job import Audience, Length
    from videogen_desktop.pipeline.script.rhetoric import Role

_WORDS: Mapping[Audience, Mapping[Role, int]] = {
    "general": {"why": 55, "did": 65, "found": 115, "means": 55, "limits": 60},
    "specialist": {"why": 30, "did": 95, "found": 130, "means": 35, "limits": 60},
}
"""Words a role in a film of standard length, as many in all for either audience; a narrator says about 150 a
minute."""
_TIMES: Mapping[Length, float] = {"short": 0.5, "standard": 1.0, "long": 1.8}


def words_of(length: Length, audience: Audience) -> dict[Role, int]:
    """Words that each role may have.

    What the authors say against their own findings keeps its words in a short film: a claim must not look
    surer because less is told.
    """
    return {
        role: max(words, scaled) if role == "limits" else scaled
        for role, words in _WORDS[audience].items()
        for scaled in [round(words * _TIMES[length])]
    }
