"""Options as they are kept, and the key by which equal ones are found."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

import msgspec

from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import decode_path

if TYPE_CHECKING:
    from collections.abc import Mapping


def _kept(options: JobOptions) -> dict[str, Any]:
    kept: dict[str, Any] = msgspec.to_builtins(options, enc_hook=os.fspath)
    return kept


_USUAL = _kept(JobOptions())


def options_of(kept: Mapping[str, Any]) -> JobOptions:
    """Options as they were kept; those that an earlier version did not know are as usual."""
    return msgspec.convert(kept, JobOptions, dec_hook=decode_path)


def options_columns(options: JobOptions) -> dict[str, Any]:
    """Options as columns of a job."""
    kept = _kept(options)
    return {"options": kept, "options_key": options_key(kept)}


def options_key(kept: Mapping[str, Any]) -> str:
    """Equal for equal options.

    Only what is not as usual counts, so that an option that a later version adds changes no key.
    """
    chosen = {name: value for name, value in kept.items() if value != _USUAL[name]}
    return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]
