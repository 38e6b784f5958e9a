"""File names that every system takes: Windows, macOS and Linux, and the drives that go between them.

After "Naming Files, Paths, and Namespaces" (Microsoft), for names of at most 255 bytes (ext4), 255 UTF-16
units (NTFS) and 255 decomposed UTF-16 units (HFS+).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_NAME: Final = 255
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?=\.|$)", re.IGNORECASE
)
_FORBIDDEN = str.maketrans(
    {":": "-", "/": "-", "\\": "-", "|": "-", "*": "-", '"': "'", "<": "‹", ">": "›", "?": None}
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]|\{\s*\}")
_LOOSE_DASHES = re.compile(r"\s+-(?:\s+-)*\s+")
_EDGE = " .-~"
"""What hides a file, reads as an option or marks a temporary file in front, and what Windows drops behind."""


def clean(text: str) -> str:
    """Return ``text`` in NFC without what a file name may not hold.

    Control characters become spaces; format characters, among them those that turn the order of letters
    around, lone surrogates and code points that mean nothing are left out.
    """
    plain = text.replace(": ", " - ")
    visible = plain if plain.isprintable() else "".join(map(_visible, plain))
    return " ".join(unicodedata.normalize("NFC", visible).translate(_FORBIDDEN).split())


def tidy(name: str) -> str:
    """Return a clean name without the brackets, dashes and dots left where there was nothing to say."""
    joined = _LOOSE_DASHES.sub(" - ", _EMPTY_BRACKETS.sub(" ", name))
    return " ".join(joined.split()).strip(_EDGE)


def unreserved(name: str) -> str:
    """Return a name that with any ending is no device of Windows (``CON``, ``nul.txt``, ``COM¹``)."""
    found = _RESERVED.match(name)
    return f"{name[: found.end()].rstrip()}_{name[found.end() :]}" if found else name


def length_of(name: str) -> int:
    """The length of a name as the strictest of the systems counts it."""
    units = len(unicodedata.normalize("NFD", name).encode("utf-16-le")) // 2
    return max(len(name.encode()), units)


def cut(name: str, room: int) -> str:
    """Return as much of the beginning of ``name`` as has room, with an ellipsis if anything is cut."""
    if length_of(name) <= room:
        return name
    kept = name[:room]
    while kept and length_of(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if kept else ""


def folded(name: str) -> str:
    """What two names have in common that a system may take for one (Unicode 3.13, D145)."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] == "Z" or category == "Cc":
        return " "
    return "" if category[0] == "C" else letter
