"""Longer texts of papers and scripts, made harmless to show as they stand."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff]"
)
"""Controls, line ends, marks that turn the order of letters around (UAX #9), halves of characters, and what
Qt takes for the edges of frames and for pictures."""


def harmless(text: str) -> str:
    """Return ``text`` with a space for each character that would do something other than be seen.

    It is exactly as long as before, so that places in it stay where they are.
    """
    return _UNSAFE.sub(" ", text)


def shortened(text: str, most: int) -> str:
    """At most so many characters of a text, with a sign that it goes on."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
