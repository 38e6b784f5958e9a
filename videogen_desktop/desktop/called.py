"""What a start of the program was given: files and folders that are there, or words."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.instance import Call


def paths_and_words(call: Call) -> tuple[list[Path], list[str]]:
    """Part the arguments of a call: what lies where it was started is a path, all else is text."""
    files = [call.folder / argument for argument in call.arguments]
    paths = [path for path in files if _is_there(path)]
    words = [word for word, path in zip(call.arguments, files, strict=True) if path not in paths]
    return paths, words


def _is_there(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.exists()
    return False
