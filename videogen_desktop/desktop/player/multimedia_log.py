"""What Qt Multimedia writes to the log, without what tells nobody anything."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory

_RULES = (
    "qt.multimedia.*.info=false",  # its version, and every stream of every film
    "qt.multimedia.ffmpeg.info=false",
    "qt.multimedia.symbolsresolver=false",  # libraries of the system that it can do without
    "qt.multimedia.ffmpeg.mediadataholder=false",  # a film that cannot be opened; the player says so itself
)


def quieten_multimedia() -> None:
    """Leave that out; before Qt Multimedia is loaded, which writes at once."""
    QLoggingCategory.setFilterRules("\n".join(_RULES))
