"""What can be taken back, the last thing first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 50


class Undoable(Protocol):
    """Something that was done: what the menu says, and what takes it back."""

    @property
    def text(self) -> str:
        """Such as “Undo adding 12 papers”."""

    @property
    def undo(self) -> Callable[[], None]:
        """Takes it back."""


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
