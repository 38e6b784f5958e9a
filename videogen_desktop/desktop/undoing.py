"""What can be taken back, the last thing first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 50


@dataclass(frozen=True)
class Undoable:
    """Something that was done and can be taken back.

    Attributes:
        text: What the menu says, such as “Undo adding 12 papers”.
        undo: Takes it back; returns at once.
    """

    text: str
    undo: Callable[[], None]


class UndoList(QObject):
    """What was done in this session and can be taken back."""

    changed = Signal(str)
    """What would be taken back next, as the menu says it; empty for nothing."""

    taken_back = Signal(object)
    """``Undoable``: it is being taken back, and is not in the list any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Undoable] = []

    def push(self, undoable: Undoable) -> None:
        """Something was done."""
        self._done = [*self._done[1 - _MOST :], undoable]
        self.changed.emit(undoable.text)

    def undo(self) -> None:
        """Take the last thing back."""
        if self._done:
            self.take_back(self._done[-1])

    def take_back(self, undoable: Undoable) -> None:
        """Take back one thing, whatever was done since; nothing if that has been taken back already."""
        if undoable in self:
            self._done.remove(undoable)
            self.changed.emit(self._done[-1].text if self._done else "")
            self.taken_back.emit(undoable)
            undoable.undo()

    def __contains__(self, undoable: Undoable) -> bool:
        return undoable in self._done
