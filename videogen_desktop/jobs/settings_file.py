"""A file of settings, written whole or not at all; what another version keeps in it stays there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path


def write_settings_file(path: Path, settings: object) -> None:
    """Save settings as JSON; what is in the file and none of them stays there.

    Args:
        path: The file; it may not be there yet.
        settings: A dataclass.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    document = _carried_over(_kept(path), msgspec.to_builtins(settings, enc_hook=os.fspath))
    write_bytes(path, msgspec.json.format(msgspec.json.encode(document), indent=2))


def _kept(path: Path) -> object:
    """What is in the file now; nothing where that cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _carried_over(old: object, new: object) -> object:
    """The new settings, with what the old ones have beside them."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return new
    return {**old, **{name: _carried_over(old.get(name), value) for name, value in new.items()}}
