"""Options as they are kept, and the key by which equal ones are found."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from typing import Any

import msgspec

from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.typed_json import read_plain


def _kept(options: JobOptions) -> dict[str, Any]:
    kept: dict[str, Any] = msgspec.to_builtins(options, enc_hook=os.fspath)
    return kept


_USUAL = _kept(JobOptions())


def options_of(kept: object) -> JobOptions:
    """Options as they were kept; those that an earlier version did not know are as usual.

    So are those that cannot be read: the list is shown all the same, and ``unreadable`` names them.
    """
    try:
        return _converted(kept)
    except msgspec.ValidationError:
        known = kept if isinstance(kept, Mapping) else {}
        return _converted({name: value for name, value in known.items() if _is_readable(name, value)})


def unreadable(kept: object) -> tuple[str, ...]:
    """The names of those that cannot be read, as damage or another version has left them."""
    if not isinstance(kept, Mapping):
        return tuple(_USUAL)
    return tuple(name for name, value in kept.items() if not _is_readable(name, value))


def _is_readable(name: str, value: object) -> bool:
    try:
        _converted({name: value})
    except msgspec.ValidationError:
        return False
    return True


def _converted(kept: object) -> JobOptions:
    return read_plain(kept, JobOptions)


def options_columns(options: JobOptions) -> dict[str, Any]:
    """Options as columns of a job."""
    kept = _kept(options)
    return {"options": kept, "options_key": options_key(kept)}


def options_key(kept: Mapping[str, Any]) -> str:
    """Equal for equal options.

    Only what is not as usual counts, and what is known: an option that a later version adds changes no key.
    """
    chosen = {name: value for name, value in kept.items() if value != _USUAL.get(name, value)}
    return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]
