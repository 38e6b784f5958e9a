"""Texts from papers, files and the network, made harmless to show in one line."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 2000
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces, but for those that keep what stands at their sides together, as French has them."""
_JOINERS = frozenset("\u200c\u200d")
"""They shape letters in Persian, Indic scripts and emoji."""
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_LEFTWARDS = frozenset({"R", "AL"})
_STRONG = _LEFTWARDS | {"L"}


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
    return _BREAKING.sub(" ", kept).strip()


def isolated(text: str) -> str:
    """``text`` shown, so that its direction changes nothing around it (UAX #9, first strong isolate)."""
    return f"{_FIRST_STRONG_ISOLATE}{shown(text)}{_POP_ISOLATE}"


def reads_leftwards(text: str) -> bool | None:
    """Whether a text reads from right to left, by its first letter with a direction (UAX #9, P2 and P3).

    Returns:
        None for a text without any such letter outside isolates, which reads as what is around it.
    """
    depth = 0
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _ISOLATES:
            depth += 1
        elif direction == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and direction in _STRONG:
            return direction != "L"
    return None


def side_by_side(parts: Sequence[str], between: str) -> str:
    """Texts in one line, which keep their order whatever direction each of them reads in."""
    mixed = any(unicodedata.bidirectional(character) in _LEFTWARDS for part in parts for character in part)
    return between.join(isolated(part) if mixed else part for part in parts)
