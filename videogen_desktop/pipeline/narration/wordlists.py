"""Lists of words, written as they are read."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text: ``listed("a b")`` is ``("a", "b")``."""
    return tuple(words.split())


def any_of(words: str) -> str:
    """Return a regular expression that matches one of the words of a text, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))
