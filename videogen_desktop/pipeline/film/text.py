"""Text as it may stand in a caption, a tag or the name of a chapter."""

from __future__ import annotations

import re
import unicodedata

_ORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[ \t]+")


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what only a machine reads.

    Control characters and lone surrogates become spaces; marks that turn the order of letters around
    (Unicode Bidirectional Algorithm, explicit embeddings, overrides and isolates) are taken out.
    """
    visible = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in text)
    return _SPACES.sub(" ", _ORDERING.sub("", visible)).strip()


def within_bytes(text: str, limit: int) -> str:
    """Return ``text``, cut with an ellipsis between two letters when its UTF-8 exceeds ``limit`` bytes."""
    if len(text.encode()) <= limit:
        return text
    room = limit - len("…".encode())
    return text.encode()[:room].decode(errors="ignore").rstrip() + "…"
