"""Options as they are kept, and the key by which equal ones are found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = asdict(JobOptions())


def options_columns(options: JobOptions) -> dict[str, Any]:
    """Options as columns of a job."""
    kept = asdict(options)
    return {"options": kept, "options_key": options_key(kept)}


def options_key(kept: Mapping[str, Any]) -> str:
    """Equal for equal options.

    Only what is not as usual counts, so that an option that a later version adds changes no key.
    """
    chosen = {name: value for name, value in kept.items() if value != _USUAL[name]}
    return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]
