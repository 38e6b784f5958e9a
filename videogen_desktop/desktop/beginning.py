"""The way from the open queue to the whole window: the list first, then what is heavy."""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.states import State

PARTS = (
    *(f"desktop.{name}" for name in ("adding", "details", "exporting", "player", "settings_dialog")),
    *("desktop.window_work", "desktop.manners.dialogs", "jobs.doctor"),
)
"""What the list is shown without, by the time that it takes to load them."""
_log = logging.getLogger(__name__)


class Beginning(QObject):
    """Shows the list before anything else is loaded: the window can be read and scrolled from then on.

    Args:
        window: Shows it.
        link: The queue, open by the time that it begins.
        parent: Owns it.
    """

    loaded = Signal()
    """All is there that the rest of the window is built of."""

    failed = Signal(object)
    """``VideoGenError``: why it does not go on, until it is begun again."""

    def __init__(self, window: MainWindow, link: QueueLink, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._link = window, link
        self._is_listed = False

    def begin(self) -> None:
        """Begin, or go on where it failed."""
        if self._is_listed:
            self._count()
            return
        self._window.model.listed.connect(self._listed)
        self._link.failed.connect(self._not_listed)
        self._window.model.read_list()

    def _listed(self, number: int) -> None:
        self._listen_no_more()
        self._is_listed = True
        self._link.failed.connect(self._window.notices.fail)
        if number:  # the page of an empty list has buttons that need the rest
            self._window.show_list(number, number)
        self._count()

    def _not_listed(self, error: VideoGenError) -> None:
        self._listen_no_more()
        self.failed.emit(error)

    def _listen_no_more(self) -> None:
        self._window.model.listed.disconnect(self._listed)
        self._link.failed.disconnect(self._not_listed)

    def _count(self) -> None:
        self._link.read(lambda store: store.counts(), self._load_rest, self.failed.emit)

    def _load_rest(self, counts: Mapping[State, int]) -> None:
        """Load what is heavy on another thread, while the list is there already."""
        self._window.filters.count(counts)
        self._link.background.run(_load_parts, lambda _: self.loaded.emit(), self.failed.emit)


def _load_parts() -> None:
    """Load them.

    Raises:
        VideoGenError: ``not-loaded``.
    """
    try:
        for name in PARTS:
            importlib.import_module(f"videogen_desktop.{name}")
    except Exception as fault:  # whatever it is: nobody could tell of a crash before they are loaded
        _log.exception("a part of the program cannot be loaded")
        raise VideoGenError(
            "not-loaded",
            "A part of the program cannot be loaded.",
            "Try again. If that does not help, install the program again.",
        ) from fault
