"""Removing a folder, and nothing elsewhere, so that a kill in the middle leaves no half under its name.

It is renamed first and emptied then; what a kill leaves under the new name is removed by whoever finds it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import uuid
from pathlib import Path

UNFINISHED_MARK = ".removed-"
"""What the name of a folder begins with whose removal has begun."""

_LONGEST_NAME = 200


def lies_truly_in(path: Path, root: Path) -> bool:
    """Whether ``path`` is there and below ``root`` itself, with no link and no ``..`` on the way to it.

    ``root`` may be reached through links; ``path`` must begin with it as it is written.
    """
    if path == root or not path.is_relative_to(root):
        return False
    try:  # a ".." on the way makes them differ as a link does
        return path.resolve(strict=True) == root.resolve(strict=True) / path.relative_to(root)
    except (OSError, RuntimeError):  # it is gone, or a link leads round in a circle
        return False


def remove_folder(folder: Path) -> None:
    """Remove a folder and all in it. Links in it are removed; what they lead to stays.

    Args:
        folder: The folder, or one whose removal was begun before.

    Raises:
        OSError: It cannot be renamed, and is whole; or something in it cannot be removed, and what is left
            lies under a name that begins with ``UNFINISHED_MARK``.
    """
    finish_removal(begin_removal(folder))


def begin_removal(folder: Path) -> Path:
    """Take a folder's name from it, at once; return what it is called now.

    Raises:
        OSError: It cannot be renamed, and is whole.
    """
    if folder.name.startswith(UNFINISHED_MARK):
        return folder
    name = f"{UNFINISHED_MARK}{uuid.uuid4().hex[:8]}-{folder.name}"
    return folder.rename(folder.with_name(name[:_LONGEST_NAME]))


def finish_removal(doomed: Path) -> None:
    """Remove a folder whose removal was begun, and all in it.

    Raises:
        OSError: Something in it cannot be removed.
    """
    try:
        shutil.rmtree(doomed)
    except OSError:
        _unprotect(doomed)
        shutil.rmtree(doomed)


def _unprotect(folder: Path) -> None:
    """Nothing goes from a folder that may not be written to, and on Windows no file that is read-only."""
    _allow(folder)
    for inner, folders, files in os.walk(folder):
        for name in (*folders, *files):
            _allow(Path(inner, name))


def _allow(path: Path) -> None:
    with contextlib.suppress(OSError):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (stat.S_IRWXU if path.is_dir() else stat.S_IWUSR))
