"""Adding papers to the queue: the front door."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.adding.brought import Brought
from videogen_desktop.desktop.adding.draft import FILE, Draft
from videogen_desktop.desktop.adding.mime import brought_by, has_something, text_brought
from videogen_desktop.desktop.adding.one_adding import Adding
from videogen_desktop.desktop.adding.paper_dialog import PaperDialog
from videogen_desktop.desktop.adding.papers_field import fits
from videogen_desktop.desktop.adding.undoing import TakingBack
from videogen_desktop.desktop.undoing import Undoable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.preferences import Preferences
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import JobOptions


class Adder(QObject):
    """Takes papers in whatever form they come, shows what they are, and adds what the person wants.

    One sheet is open at a time; what comes meanwhile, or before the queue is open, waits for its turn.

    Args:
        link: The queue.
        theme: Colours and icons.
        preferences: The preferences as they are now.
        window: What dialogs belong to; it owns the adder.
    """

    added = Signal(object)
    """A tuple of the numbers of new jobs."""

    failed = Signal(object)
    """``VideoGenError``: something that no sheet is there to tell."""

    undoable = Signal(object, object)
    """A tuple of the numbers of new jobs, and the ``Undoable`` that takes these back."""

    taken_back = Signal(str)
    """An adding was taken back, and what is to be said of that; empty when there is nothing to say."""

    options_chosen = Signal(object)
    """``JobOptions``: the person wants these from now on."""

    def __init__(
        self, link: QueueLink, theme: Theme, preferences: Callable[[], Preferences], window: QWidget
    ) -> None:
        super().__init__(window)
        self._link = link
        self._theme = theme
        self._preferences = preferences
        self._window = window
        self._waiting: deque[Brought] = deque()
        self._adding: Adding | None = None
        self._dialog: PaperDialog | None = None
        self._draft = Draft(link.folder.root / FILE)
        self._of_dialog: Brought | None = None
        self._reviewed: Brought | None = None
        link.opened.connect(self._next)
        link.background.run(self._draft.read, self._have_draft)

    def accepts(self, mime: QMimeData) -> bool:
        """Whether a drop or the clipboard may hold papers."""
        return has_something(mime)

    def add_mime(self, mime: QMimeData) -> None:
        """Add what was dropped or is in the clipboard."""
        self._take(brought_by(mime))

    def add_text(self, text: str) -> None:
        """Add what a text names."""
        self._take(text_brought(text))

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Add lists, papers in hand, and folders of them."""
        self._take(Brought(paths=tuple(paths)))

    def open_dialog(self) -> None:
        """Let the person type, paste or open papers; what was typed before and not added is there again."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        if self._adding is not None:
            return
        if not fits(self._draft.text):
            self._review_draft()
            return
        dialog = PaperDialog(self._theme, self._link.background, self._draft.text, self._window)
        self._dialog = dialog
        dialog.typed.connect(self._keep_draft)
        dialog.brought.connect(self._typed)
        dialog.finished.connect(self._put_dialog_away)
        dialog.open()

    def keep_draft(self) -> None:
        """Write down what is typed just now, so that it is there at the next start."""
        if self._dialog is not None:
            self._draft.text = self._dialog.text
        self._draft.keep()

    def _have_draft(self, text: str) -> None:
        """What an earlier session left; whatever was typed since then goes before it."""
        if self._draft.text or not text:
            return
        if self._dialog is None:
            self._draft.text = text
        elif not self._dialog.text and fits(text):
            self._dialog.begin_with(text)

    def _review_draft(self) -> None:
        """A text that is too long to type on is looked at as it is, like one that is pasted, and once."""
        self._reviewed = text_brought(self._draft.text)
        self._take(self._reviewed)

    def _keep_draft(self, text: str) -> None:
        self._draft.text = text
        self._link.background.run(self._draft.keep, key=(self, "draft"))

    def _take(self, brought: Brought) -> None:
        if not brought.nothing:
            self._waiting.append(brought)
            self._next()

    def _typed(self, brought: Brought) -> None:
        self._of_dialog = brought
        self._waiting.appendleft(brought)

    def _put_dialog_away(self) -> None:
        if self._dialog is not None:
            self._keep_draft(self._dialog.text)
            self._dialog.deleteLater()
            self._dialog = None
        self._next()

    def _next(self) -> None:
        if not self._waiting or self._adding or self._dialog or not self._link.is_open:
            return
        brought = self._waiting.popleft()
        adding = Adding(self._link, self._theme, brought, self._preferences().options, self._window)
        adding.added.connect(self._have_added)
        adding.over.connect(lambda done: self._end(brought, done))
        self._adding = adding
        adding.start()

    def _have_added(self, ids: tuple[int, ...], remembered: JobOptions | None) -> None:
        if remembered is not None:
            self.options_chosen.emit(remembered)
        self.added.emit(ids)
        self.undoable.emit(ids, Undoable(self._undo_text(len(ids)), lambda: self._undo(ids)))

    def _undo_text(self, count: int) -> str:
        if count == 1:
            return self.tr("Undo adding 1 paper")
        return self.tr("Undo adding %Ln papers", "", count)

    def _undo(self, ids: tuple[int, ...]) -> None:
        taking = TakingBack(self._link, ids, self)
        taking.failed.connect(self.failed)
        taking.over.connect(self.taken_back)
        taking.go_on()

    def _end(self, brought: Brought, done: bool) -> None:
        self._adding = None
        from_dialog, self._of_dialog = brought is self._of_dialog, None
        was_draft, self._reviewed = brought is self._reviewed, None
        if was_draft or (from_dialog and done):
            self._keep_draft("")
        elif from_dialog:
            self.open_dialog()
        self._next()
