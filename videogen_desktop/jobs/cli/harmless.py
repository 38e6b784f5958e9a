"""Text of others put before a person: no character of it moves the cursor, hides or turns anything around."""

from __future__ import annotations

import unicodedata

_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT_CATEGORIES = frozenset({"Zs"})


def harmless(text: str) -> str:
    """Return ``text`` on one line and printable.

    Line ends and tabs become spaces. Control characters (ECMA-48), the marks that turn the direction of text
    around (Unicode UAX #9; Boucher and Anderson, "Trojan Source", 2021) and halves of characters are shown as
    U+FFFD; other marks that nobody sees are left out.
    """
    if text.isprintable():
        return text
    return "".join(_harmless_form(character) for character in text)


def _harmless_form(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) in _KEPT_CATEGORIES:
        return character
    if character in _SPACES:
        return " "
    if unicodedata.category(character) == "Cf" and not _turns_text(character):
        return ""
    return _REPLACEMENT


def _turns_text(character: str) -> bool:
    return (
        "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
        or character in "\u200e\u200f\u061c"
    )
