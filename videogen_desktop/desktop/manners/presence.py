"""What is told of the queue outside the window: the tray, notices of the system, the title and the badge."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from videogen_desktop.desktop.manners.announcer import Announcer
from videogen_desktop.desktop.manners.badge import Badge
from videogen_desktop.desktop.manners.counting import Counting
from videogen_desktop.desktop.manners.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.preferences import Notify
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme


class Presence(QObject):
    """Builds and connects these parts; made before the queue is opened.

    Args:
        theme: Colours and icons.
        window: The main window; it owns all of this.
        link: The queue.
        notify: What the person wants to be told.
        show_number: ``QGuiApplication.setBadgeNumber``.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        link: QueueLink,
        notify: Callable[[], Notify],
        show_number: Callable[[int], object],
    ) -> None:
        super().__init__(window)
        self.tray = Tray(theme, window, link)
        self._announcer = Announcer(self.tray, link, notify, parent=self)
        self._badge = Badge(window, link, show_number, _progress_shown_by_the_system(window))
        counting = Counting(link, self)
        counting.taken.connect(self.tray.count)
        counting.taken.connect(self._badge.count)

    def close(self) -> None:
        """The program ends."""
        self.tray.close()
        self._badge.close()


def _progress_shown_by_the_system(window: QWidget) -> Callable[[int | None], object]:
    """What shows the percentage where the system lists windows or programs."""
    if sys.platform == "win32":
        from videogen_desktop.desktop.manners.task_bar import TaskBarProgress, task_bar

        return TaskBarProgress(window.winId, task_bar).show
    from videogen_desktop.desktop.manners.launcher import LauncherProgress

    return LauncherProgress().show
