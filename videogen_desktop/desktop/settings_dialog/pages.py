"""The pages of the settings, each built when it is turned to or, at the latest, in a turn of its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from videogen_desktop.desktop.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from videogen_desktop.desktop.settings_dialog.draft import Draft, KeyChange
    from videogen_desktop.desktop.settings_dialog.page import Page


@dataclass(frozen=True)
class PageKind:
    """A page that may not be there yet: what it is called, its icon, and how it is built."""

    title: str
    icon: str
    build: Callable[[], Page]


class Pages(QStackedWidget):
    """Shows one page at a time; what a page that is not built yet would say is what the draft says.

    Args:
        kinds: The pages, in their order.
        draft: What they show at first.
        parent: Owns it.
    """

    edited = Signal()
    """A person changed something on one of them, or one was built."""

    grown = Signal()
    """There is something more that Tab can come to."""

    def __init__(self, kinds: Sequence[PageKind], draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._draft = draft
        self._pages: dict[int, Page] = {}
        for _ in kinds:
            self.addWidget(_Scrolling())
        building = (self._builder(number) for number in range(len(kinds)))
        self._building = Turns(chain(building, (self._look_around,)), self)

    def begin(self) -> None:
        """Build those that are not there yet, one in each turn of the event loop; then they look around."""
        self._building.begin()

    def turn_to(self, number: int) -> None:
        """Show a page."""
        self._build(number)
        self.setCurrentIndex(number)

    def show_key(self, name: str, profile: str) -> None:
        """Have a key typed on the page that is shown."""
        self._pages[self.currentIndex()].show_key(name, profile)

    def show_draft(self, draft: Draft) -> None:
        """Show other settings on all of them."""
        self._draft = draft
        for _, page in self._built():
            page.show_draft(draft)

    def taken(self) -> Draft:
        """The settings as they are chosen; asked only while there is no problem."""
        draft = self._draft
        for _, page in self._built():
            draft = page.taken_into(draft)
        return draft

    def key_changes(self) -> tuple[KeyChange, ...]:
        """Keys that were typed, or are to be forgotten."""
        return tuple(change for _, page in self._built() for change in page.key_changes())

    def problems(self) -> dict[int, str]:
        """Why settings cannot be so, by the number of the page."""
        return {number: page.problem for number, page in self._built() if page.problem}

    def leave(self) -> None:
        """The dialog closes."""
        self._building.stop()
        for _, page in self._built():
            page.leave()

    def _built(self) -> Iterator[tuple[int, Page]]:
        """Those that are there, in their order."""
        yield from sorted(self._pages.items())

    def _look_around(self) -> None:
        for _, page in self._built():
            page.look_around()

    def _builder(self, number: int) -> Callable[[], None]:
        return lambda: self._build(number)

    def _build(self, number: int) -> None:
        if number in self._pages:
            return
        page = self._kinds[number].build()
        page.show_draft(self._draft)
        page.edited.connect(self.edited)
        page.grown.connect(self.grown)
        self._pages[number] = page
        area = self.widget(number)
        if isinstance(area, _Scrolling):
            area.setWidget(page)
            page.setAutoFillBackground(False)
        self.edited.emit()
        self.grown.emit()


class _Scrolling(QScrollArea):
    """Room for a page, which scrolls where the window is too low for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
