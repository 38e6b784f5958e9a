"""Where films are proposed to go before a person has ever chosen a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Callable

    Places = Callable[[QStandardPaths.StandardLocation], str]

_BEST_FIRST: Final = (
    QStandardPaths.StandardLocation.MoviesLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def usual_folder(places: Places = QStandardPaths.writableLocation) -> Path | None:
    """The person's folder of videos, else of documents, else home; None where none of them is there.

    Args:
        places: Knows where the system has these folders; a test hands in its own.
    """
    named = (places(location) for location in _BEST_FIRST)
    return next((Path(each) for each in named if each and Path(each).is_dir()), None)
