"""Words of a paper on one line, so that no title can begin a line of a record."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return ``text`` on one line with single spaces.

    Every line end that Unicode knows, control characters and lone surrogates become spaces; marks that turn
    the order of letters around (Unicode Bidirectional Algorithm: embeddings, overrides, isolates) are left
    out.
    """
    return " ".join(_ORDERING.sub("", _INVISIBLE.sub(" ", text)).split())
