"""Characters as people paste them: unbreakable spaces, marks that nobody sees, digits of other scripts."""

from __future__ import annotations

import re
import unicodedata

_REMOVED = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
_HYPHENS = "\u2010-\u2013\u2212"
_FULL_WIDTH = "\uff01-\uff5e"
_FULL_WIDTH_OFFSET = 0xFEE0  # U+FF01–U+FF5E mirror U+0021–U+007E

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile(f"[{_REMOVED}]+")
_LOOKALIKE = re.compile(rf"[{_HYPHENS}{_FULL_WIDTH}]|(?![0-9])\d")
_SHOWN_LENGTH = 200


def has_control(text: str) -> bool:
    """Whether ``text`` holds control characters other than tabs and line ends, or half a character."""
    return not text.isprintable() and _CONTROL.search(text) is not None


def normalised(text: str) -> str:
    """Return ``text`` with ASCII digits, hyphens and full-width forms, and without invisible marks."""
    if text.isascii():
        return text
    return _LOOKALIKE.sub(_ascii_form, _INVISIBLE.sub("", text))


def folded(text: str) -> str:
    """Return ``text`` normalised, trimmed, and with every run of white space as one space."""
    plain = normalised(text)
    one_spaced = "  " not in plain and plain.isascii() and plain.isprintable()
    return plain.strip() if one_spaced else " ".join(plain.split())


def shown(text: str, length: int = _SHOWN_LENGTH) -> str:
    """Return ``text`` so that it can be put before a person: folded, printable, at most ``length`` long."""
    return clipped(folded(text.lstrip()[: 4 * length]), length)


def clipped(text: str, length: int = _SHOWN_LENGTH) -> str:
    """Return ``text``, which is folded already, printable and cut to ``length``."""
    cut = text if len(text) <= length else f"{text[: length - 1]}…"
    if cut.isprintable():
        return cut
    return "".join(character if character.isprintable() else "\ufffd" for character in cut)


def _ascii_form(match: re.Match[str]) -> str:
    character = match[0]
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - _FULL_WIDTH_OFFSET)
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "-"
