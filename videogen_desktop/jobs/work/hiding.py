"""Keeps secrets out of what programs write: a service's client may print the key that it was refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HIDDEN = "[hidden]"
_SHORTEST = 6
"""Characters. What is shorter is no key, and hiding it would make a text unreadable."""


def hider(secrets: Iterable[str]) -> Callable[[str], str]:
    """A function that puts ``[hidden]`` in the place of each secret in a text.

    A secret is found as it is, as it stands in a URL, and by each of its lines.
    """
    parts = {part.strip() for value in secrets for part in (value, *value.splitlines())}
    forms = {form for part in parts if len(part) >= _SHORTEST for form in (part, quote(part, safe=""))}
    longest_first = sorted(forms, key=len, reverse=True)

    def hide(text: str) -> str:
        for form in longest_first:
            text = text.replace(form, HIDDEN)
        return text

    return hide
