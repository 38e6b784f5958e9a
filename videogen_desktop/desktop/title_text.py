"""Texts from papers, files and the network, made harmless to show in one line."""

from __future__ import annotations

import unicodedata

_LONGEST = 2000
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_JOINERS = frozenset("\u200c\u200d")
"""They shape letters in Persian, Indic scripts and emoji."""


def shown(text: str) -> str:
    """Return ``text`` as one line of what can be seen: no controls, and no overrides of direction.

    Unicode's bidirectional controls could make a title read as something else (UTS #39, UAX #9).
    """
    if text.isprintable():
        return " ".join(text[:_LONGEST].split())
    kept = "".join(
        character if character in _JOINERS or unicodedata.category(character)[0] != "C" else " "
        for character in text[:_LONGEST]
        if unicodedata.category(character) != "Cf" or character in _JOINERS
    )
    return " ".join(kept.split())


def isolated(text: str) -> str:
    """``text`` shown, so that its direction changes nothing around it (UAX #9, first strong isolate)."""
    return f"{_FIRST_STRONG_ISOLATE}{shown(text)}{_POP_ISOLATE}"
