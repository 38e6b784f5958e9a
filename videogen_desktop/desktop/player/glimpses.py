"""Small pictures of moments of a film, for the pointer over its line of time."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame

    from videogen_desktop.desktop.player.playback import Playback

_SIZE = QSize(192, 128)
_KEPT = 240


class Glimpses(QObject):
    """A second playback of the same film, silent and never shown, which decodes on threads of its own.

    Args:
        parent: Owns it.
    """

    come = Signal(int, object)
    """The second, and its small ``QImage``."""

    failed = Signal()
    """The film cannot be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._film: Path | None = None
        self._playback: Playback | None = None
        self._opened: Path | None = None
        self._wanted: int | None = None
        self._kept: OrderedDict[int, QImage] = OrderedDict()

    def set_film(self, film: Path | None) -> None:
        """The film; None lets go of its file."""
        self._kept.clear()
        self._film, self._wanted = film, None
        self._opened = None
        if self._playback:
            self._playback.release()

    def ask(self, second: int) -> QImage | None:
        """The picture of a second if it is here; else ``come`` tells when it is."""
        if second in self._kept:
            self._kept.move_to_end(second)
            return self._kept[second]
        if self._film is None:
            return None
        self._wanted = second
        playback = self._ready()
        if self._opened != self._film:
            self._opened = self._film
            playback.load(self._film)
        elif playback.is_open:
            playback.seek(second)
        return None

    def _ready(self) -> Playback:
        if self._playback is None:
            from videogen_desktop.desktop.player.playback import Playback  # only once it is wanted

            self._playback = Playback(self)
            self._playback.loaded.connect(self._begin)
            self._playback.frame_shown.connect(self._keep)
            self._playback.broken.connect(self.failed)
        return self._playback

    def _begin(self) -> None:
        if self._wanted is not None:
            self._ready().seek(self._wanted)

    def _keep(self, frame: QVideoFrame) -> None:
        second = round(frame.startTime() / 1e6)
        small = frame.toImage().scaled(
            _SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._kept[second] = small
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.come.emit(second, small)
