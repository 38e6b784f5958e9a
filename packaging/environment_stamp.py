"""What an environment was made from, so that a finished one is known again and any other is made anew."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 1
STAMP_NAME = "videogen-desktop.json"


@dataclass(frozen=True)
class Wanted:
    """What an environment is to be made from.

    Args:
        fingerprint: SHA-256 over the pins, the requirements, the Python and the machine, in hexadecimal.
        requirements: The project's own requirements, by the extra that asks for them; "" is no extra.
    """

    fingerprint: str
    requirements: dict[str, list[str]]


@dataclass(frozen=True)
class Stamp:
    """What a finished environment was made from and the extras that it has; "" is the bare project."""

    fingerprint: str
    extras: tuple[str, ...]


def wanted_environment(pyproject: Path, constraints: Path) -> Wanted:
    """Read what the environment of this checkout is to be made from."""
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    requirements = {"": project["dependencies"], **project.get("optional-dependencies", {})}
    made_from = [
        _FORMAT,
        requirements,
        hashlib.sha256(constraints.read_bytes()).hexdigest(),
        [sys.implementation.name, *sys.version_info[:2], sys.base_prefix],
        [sys.platform, platform.machine()],
    ]
    return Wanted(hashlib.sha256(json.dumps(made_from).encode()).hexdigest(), requirements)


def read_stamp(environment: Path) -> Stamp | None:
    """Return the stamp of the environment in that folder, or None where it was not finished."""
    try:
        found = json.loads((environment / STAMP_NAME).read_text("utf-8"))
        return Stamp(found["fingerprint"], tuple(found["extras"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """Declare the environment finished. This is the last thing that is written to it."""
    path = environment / STAMP_NAME
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps({"fingerprint": stamp.fingerprint, "extras": stamp.extras}), "utf-8")
    aside.replace(path)


def remove_stamp(environment: Path) -> None:
    """Declare the environment unfinished, before anything in it changes."""
    (environment / STAMP_NAME).unlink(missing_ok=True)
