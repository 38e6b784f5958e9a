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
        self._burned = self._over = False
        transport.moved.connect(self._follow)
        transport.said.connect(self._say)
        transport.loaded.connect(self._begin_film)

    @property
    def on(self) -> bool:
        """Whether captions are wanted."""
        return self._on

    @property
    def shown(self) -> bool:
        """Whether they are shown over this film; over one whose picture has them, only when asked for."""
        return self._over if self._burned else self._on

    def use(self, cues: Cues | None, *, burned: bool = False) -> None:
        """Use the captions of the film that comes.

        Args:
            cues: Empty for those inside it, None for none at all.
            burned: Whether they are part of its picture already.
        """
        self._cues, self._burned = cues, burned
        self._stage.controls.show_captions(self.shown)
        self._follow(self._transport.position)

    def set_on(self, on: bool) -> None:
        """Show captions, or not."""
        self._on = on
        self._begin()

    def toggle(self) -> None:
        """Show captions or not; of a film whose picture has them, this says nothing about others."""
        if self._burned:
            self._over = not self._over
            self._begin()
        else:
            self.set_on(not self._on)

    def _begin_film(self) -> None:
        self._over = False
        self._begin()

    def _begin(self) -> None:
        inside = self._cues is not None and not self._cues
        self._stage.controls.show_captions(self.shown)
        self._transport.set_own_captions(self.shown and inside)
        self._stage.picture.show_caption("")
        self._follow(self._transport.position)

    def _follow(self, seconds: float) -> None:
        if self._cues:
            self._stage.picture.show_caption(self._cues.at(seconds) if self.shown else "")

    def _say(self, text: str) -> None:
        if not self._cues and self.shown:
            self._stage.picture.show_caption(text)
