"""A film that is not where it was put, found again by its owner and put back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, replacing, sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import Film


def put_back(film: Film, found: Path) -> None:
    """Copy a film to where the list has it, if it is that very film.

    Args:
        film: What is known of it.
        found: Where its owner says that it is; it stays there.

    Raises:
        VideoGenError: ``other-film``, ``disk-full`` or ``not-writable``.
    """
    if not _is(film, found):
        raise VideoGenError(
            "other-film",
            "That file is not the film that was made for this paper, or it cannot be read.",
            "Choose another file, or let the film be made again.",
        )
    with explained_os_errors(film.path):
        film.path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(film.path) as partial:
            shutil.copyfile(found, partial)


def _is(film: Film, found: Path) -> bool:
    try:
        return found.stat().st_size == film.size and sha256_of(found) == film.sha256
    except OSError:
        return False
