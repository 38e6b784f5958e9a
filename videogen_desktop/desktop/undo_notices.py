"""Notices of what was done, each with a button that takes back just that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from videogen_desktop.desktop.notice import Kind, Notice, Offer
    from videogen_desktop.desktop.notices import Notices
    from videogen_desktop.desktop.undoing import Undoable, UndoList


class UndoNotices(QObject):
    """Says what was done for as long as it stands: once it is taken back, its notice goes.

    Args:
        notices: Where it is said.
        undo: What can be taken back.
        parent: Owns it.
    """

    def __init__(self, notices: Notices, undo: UndoList, parent: QObject) -> None:
        super().__init__(parent)
        self._notices, self._undo = notices, undo
        self._said: tuple[Undoable, Notice] | None = None
        undo.taken_back.connect(self._taken_back)

    def say(self, text: str, kind: Kind, undoable: Undoable, also: Offer | None = None) -> None:
        """Say what was done; ``also`` is offered beside taking it back."""
        notice = self._notices.say(
            text, kind, action=self.tr("Undo"), act=lambda: self._undo.take_back(undoable), also=also
        )
        self._said = undoable, notice

    def _taken_back(self, undoable: Undoable) -> None:
        if self._said and self._said[0] is undoable:
            (_, notice), self._said = self._said, None
            self._notices.close_notice(notice)
