"""The finished scenes of a film in production: which there are, and going from one to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.player.transport import SAME_CHAPTER_S

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.player.transport import Transport

_NUMBER = re.compile(r"(\d+)$")


class Scenes(QObject):
    """Plays them in turn, each a clip of its own, and waits at the end of the last for one more.

    Args:
        transport: Plays the one that is open.
        parent: Owns it.
    """

    wanted = Signal(object, bool)
    """The ``Path`` of the clip that is to be opened, and whether it is to be played."""

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._paths: tuple[Path, ...] = ()
        self._total = 0
        self._at = 0
        self._waiting = False
        transport.moved.connect(self._moved)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Their clips, ``scene_NN.mp4``, in order; empty while none is shown."""
        return self._paths

    @property
    def number(self) -> int:
        """Which one is open, as the script counts them, from 0."""
        return self._number_of(self._at)

    @property
    def total(self) -> int:
        """How many the film will have; 0 while that is not known."""
        return self._total

    @property
    def waiting(self) -> bool:
        """Whether the last one has played to its end, and the next is to be played when it is there."""
        return self._waiting

    def go_on_in(self, paths: tuple[Path, ...]) -> bool:
        """Whether these are those that there are, and perhaps further ones."""
        return bool(self._paths) and paths[: len(self._paths)] == self._paths

    def use(self, paths: tuple[Path, ...], total: int) -> None:
        """These are there now; what plays stays, and goes on if it has waited for one of them."""
        self._paths, self._total = paths, total
        if self._waiting:
            self.open_next(play=True)

    def forget(self) -> None:
        """Nothing of them is wanted any more."""
        self._paths, self._total, self._at, self._waiting = (), 0, 0, False

    def open(self, index: int, *, play: bool = False) -> None:
        """Open one of them by its place among those that are there."""
        self._at, self._waiting = index, False
        self.wanted.emit(self._paths[index], play)

    def index_of(self, number: int) -> int | None:
        """The place of one that the script counts as this; None while it is not there."""
        return next((at for at in range(len(self._paths)) if self._number_of(at) == number), None)

    def open_next(self, *, play: bool) -> bool:
        """Open the one after this, if there is one."""
        if self._at + 1 >= len(self._paths):
            return False
        self.open(self._at + 1, play=play)
        return True

    def go_on(self) -> None:
        """Play what comes after this one: the next, or all from the first when they are repeated."""
        if not self._paths or self.open_next(play=True):
            return
        if self._transport.loop:
            self.open(0, play=True)
        else:
            self._waiting = True

    def stay(self) -> None:
        """Wait for nothing."""
        self._waiting = False

    def step_on(self) -> None:
        """Go to the next one, or to the end of the last."""
        if not self.open_next(play=self._transport.goes_on):
            self._transport.seek(self._transport.duration)

    def step_back(self) -> None:
        """Go to the start of this one, or to the one before it."""
        if self._at == 0 or self._transport.position > SAME_CHAPTER_S:
            self._transport.seek(0.0)
        else:
            self.open(self._at - 1, play=self._transport.goes_on)

    def _moved(self) -> None:
        self._waiting = self._waiting and self._transport.at_end

    def _number_of(self, index: int) -> int:
        named = _NUMBER.search(self._paths[index].stem)
        return int(named.group()) if named else index
