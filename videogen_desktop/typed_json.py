"""JSON read as one of the program's own kinds of data, on whichever thread asks.

msgspec 0.22 finds out what a kind is made of when it is first read, and has it used by other threads before
that is done: the process dies. Here one kind at a time is found out, and all reading goes through here.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_finding_out = threading.RLock()
_decoders: dict[object, msgspec.json.Decoder[Any]] = {}


def read_json(content: bytes | str | msgspec.Raw, kind: type[T]) -> T:
    """Read JSON.

    Raises:
        msgspec.ValidationError: It is something else than that kind.
        msgspec.DecodeError: It is no JSON.
        RecursionError: It is nested too deep.
        UnicodeDecodeError: A text in it is no UTF-8.
    """
    found: T = _decoder(kind).decode(content)
    return found


def read_plain(plain: object, kind: type[T]) -> T:
    """Read what was read from JSON or TOML without a kind.

    Raises:
        msgspec.ValidationError: It is something else than that kind.
    """
    _decoder(kind)
    return msgspec.convert(plain, kind, dec_hook=_from_text)


def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    decoder = _decoders.get(kind)
    if decoder is None:
        with _finding_out:
            decoder = _decoders[kind] = msgspec.json.Decoder(kind, dec_hook=_from_text)
    return decoder


def _from_text(wanted: type, value: object) -> object:
    """What JSON has no kind for: a path, which it holds as text, and what may be anything."""
    if wanted is object:
        return value
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise TypeError(f"{wanted} cannot be read from {value!r}")
