"""Sets of words, written as one line of text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``, parted by white space."""
    return frozenset(text.split())
