"""Addresses that name no paper whatever they hold, and what to do instead."""

from __future__ import annotations

import re

_FILE = "This is the address of a file. Drop the file itself here, or open it with “Open files”."
_HELD = "This address holds its content itself and leads to no paper. Copy what it shows, and paste that."
_PROGRAM = "This is a piece of a program and not an address. Copy the paper's own address, and paste that."
_INNER = "This address means something only in the program that it comes from. Copy the paper's own address."

_REASONS = {
    "file": _FILE,
    "data": _HELD,
    "javascript": _PROGRAM,
    "vbscript": _PROGRAM,
    "blob": _INNER,
    "about": _INNER,
    "chrome": _INNER,
}
_ADDRESS = re.compile(rf"\s*({'|'.join(_REASONS)}):(?=\S)", re.IGNORECASE)


def reason_against(text: str) -> str:
    """A sentence saying why an address is not looked at; empty for every other text."""
    found = _ADDRESS.match(text)
    return _REASONS[found[1].lower()] if found else ""
