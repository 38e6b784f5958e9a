"""What the window says of papers that were added, and of addings that were taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.notice import Offer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.adding import Adder
    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.undo_notices import UndoNotices
    from videogen_desktop.desktop.undoing import Undoable, UndoList


class Added(QObject):
    """Has the first of new papers chosen that the list shows; where it shows none, offers to show them.

    Args:
        window: What a person sees.
        link: The queue, open.
        adder: Takes papers in.
        undo: What can be taken back.
        notices: Say what was added.
    """

    choose_wanted = Signal(int)
    """The number of a job that the list shows, or will in a moment."""

    show_wanted = Signal(int)
    """The number of a job that is to be shown, whatever the list shows now."""

    def __init__(
        self,
        window: MainWindow,
        link: QueueLink,
        adder: Adder,
        undo: UndoList,
        notices: UndoNotices,
    ) -> None:
        super().__init__(window)
        self._window, self._link = window, link
        self._undo, self._notices = undo, notices
        adder.undoable.connect(self._added)
        adder.taken_back.connect(self._taken_back)

    def _added(self, ids: Sequence[int], undoable: Undoable) -> None:
        self._undo.push(undoable)
        query = self._window.model.query
        self._link.read(
            lambda store: frozenset(store.ids(query)).intersection(ids),
            lambda listed: self._tell(ids, [each for each in ids if each in listed], undoable),
            lambda _error: self._tell(ids, ids, undoable),
        )

    def _tell(self, ids: Sequence[int], listed: Sequence[int], undoable: Undoable) -> None:
        if undoable not in self._undo:
            return
        one = len(ids) == 1
        if listed:
            self.choose_wanted.emit(listed[0])
            text, offer = self.tr("One paper added.") if one else self.tr("{n} papers added."), None
        else:
            hidden = self.tr("{n} papers added, which the list does not show now.")
            text = self.tr("One paper added, which the list does not show now.") if one else hidden
            name = self.tr("Show it") if one else self.tr("Show them")
            offer = Offer(name, lambda: self.show_wanted.emit(ids[0]))
        self._notices.say(text.format(n=len(ids)), "good", undoable, offer)

    def _taken_back(self, text: str) -> None:
        if text:
            self._window.notices.say(text, "warning")
