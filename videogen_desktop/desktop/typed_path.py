"""The path that somebody types into a field."""

from __future__ import annotations

from pathlib import Path


def typed_path(text: str) -> Path | None:
    """The path; None when nothing is typed.

    The home folder of nobody who is known here stays as it was typed: no whole path, and refused as such.
    """
    typed = text.strip()
    if not typed:
        return None
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # nobody of that name is known here
        return Path(typed)
