"""Which caption is over the picture: from the file beside the film, else from the track inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from videogen_desktop.desktop.player.cues import Cues
    from videogen_desktop.desktop.player.stage import Stage
    from videogen_desktop.desktop.player.transport import Transport


class Captioning(QObject):
    """Shows captions while they are wanted.

    The file comes first although both say the same: the track is told only while the film plays, and
    not after a seek of a film that is held still.

    Args:
        transport: Tells what is shown.
        stage: Shows them.
        parent: Owns it.
    """

    def __init__(self, transport: Transport, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._stage = stage
        self._cues: Cues | None = None
        self._on = True
        transport.moved.connect(self._follow)
        transport.said.connect(self._say)
        transport.loaded.connect(self._begin)

    @property
    def on(self) -> bool:
        """Whether captions are wanted."""
        return self._on

    def use(self, cues: Cues | None) -> None:
        """The captions of the film that comes; empty for those inside it, None for none at all."""
        self._cues = cues
        self._follow(self._transport.position)

    def set_on(self, on: bool) -> None:
        """Show captions, or not."""
        self._on = on
        self._stage.controls.show_captions(on)
        self._begin()

    def _begin(self) -> None:
        inside = self._cues is not None and not self._cues
        self._transport.set_own_captions(self._on and inside)
        self._stage.picture.show_caption("")
        self._follow(self._transport.position)

    def _follow(self, seconds: float) -> None:
        if self._cues:
            self._stage.picture.show_caption(self._cues.at(seconds) if self._on else "")

    def _say(self, text: str) -> None:
        if not self._cues and self._on:
            self._stage.picture.show_caption(text)
