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
            last = self._done.pop()
            self.changed.emit(self._done[-1].text if self._done else "")
            last.undo()
