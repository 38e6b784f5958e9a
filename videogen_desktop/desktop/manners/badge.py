"""How far the work is, told where windows are listed: in the title, and by a number at the program's sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from videogen_desktop.desktop.manners.overall import Overall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.manners.overall import Census
    from videogen_desktop.desktop.queue_link import QueueLink


class Badge(QObject):
    """A number at the program's sign for jobs that run, and the progress of all in the window's title.

    A system that shows no numbers at signs ignores them.

    Args:
        window: Whose title it is.
        link: The queue.
        show_number: ``QGuiApplication.setBadgeNumber``.
        show_progress: Shows the percentage at the sign, or None for nothing that is under way.
    """

    def __init__(
        self,
        window: QWidget,
        link: QueueLink,
        show_number: Callable[[int], object],
        show_progress: Callable[[int | None], object] = lambda _percent: None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._show = show_number
        self._show_progress = show_progress
        self._title = window.windowTitle()
        self._overall = Overall()
        self._number = 0
        link.ended.connect(self._overall.ended)
        link.idle.connect(self._overall.rest)

    def count(self, census: Census) -> None:
        """Show a census."""
        percent = self._overall.percent(census)
        self._show_progress(percent)
        if percent is None:
            self._window.setWindowTitle(self._title)
        else:
            told = self.tr("{percent} % – {title}").format(percent=percent, title=self._title)
            self._window.setWindowTitle(told)
        self._show_number(census.number("running"))

    def close(self) -> None:
        """The program ends: leave no number behind."""
        self._show_number(0)
        self._show_progress(None)
        self._window.setWindowTitle(self._title)

    def _show_number(self, number: int) -> None:
        if number != self._number:
            self._number = number
            self._show(number)
