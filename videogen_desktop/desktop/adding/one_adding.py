"""One adding, from what was brought to the jobs in the queue."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from videogen_desktop.desktop.adding.choices import Choices, find_choices
from videogen_desktop.desktop.adding.looking import Outlook, look
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.adding.reading import read
from videogen_desktop.jobs.material import Material

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.adding.brought import Brought
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import JobOptions

AT_ONCE_MS = 150
"""What is read sooner than that shows no “Reading…” that would only flash."""


class Adding(QObject):
    """Reads what was brought, shows what it is, and adds it when the person says so.

    Args:
        link: The queue, which is open.
        theme: Colours and icons.
        brought: What the person brought.
        options: What is chosen at first.
        window: What the sheet belongs to.
    """

    added = Signal(object, object)
    """The numbers of the new jobs, and ``JobOptions`` when they are to be remembered, else None."""

    over = Signal(bool)
    """The sheet is closed, and whether papers were added."""

    def __init__(
        self, link: QueueLink, theme: Theme, brought: Brought, options: JobOptions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._link = link
        self._brought = brought
        self._stop = threading.Event()
        self._material = Material()
        self._choices = Choices()
        self._sheet = PreviewSheet(theme, options, brought.paths, window)
        self._sheet.options_changed.connect(self._look)
        self._sheet.add_wanted.connect(self._add)
        self._sheet.finished.connect(self._end)
        self._patience = QTimer(self, singleShot=True, interval=AT_ONCE_MS)
        self._patience.timeout.connect(self._sheet.open)

    def start(self) -> None:
        """Begin to read."""
        brought, stop, settings = self._brought, self._stop, self._link.queue.settings
        self._patience.start()
        self._link.background.run(
            lambda: (read(brought, stop.is_set), find_choices(settings)),
            self._have_read,
            self._failed,
            key=("read", id(self)),
        )

    def cancel(self) -> None:
        """Close the sheet; nothing is added."""
        self._sheet.reject()

    def _have_read(self, found: tuple[Material, Choices]) -> None:
        self._material, self._choices = found
        self._look()

    def _look(self) -> None:
        material, options = self._material, self._sheet.options
        self._sheet.show_looking()
        self._link.read(
            lambda store: look(store, material, options), self._show, self._failed, key=("look", id(self))
        )

    def _show(self, outlook: Outlook) -> None:
        self._sheet.show_outlook(outlook, self._choices)
        self._open_now()

    def _failed(self, error: VideoGenError) -> None:
        if not self._stop.is_set():
            self._sheet.show_problem(error)
            self._open_now()

    def _open_now(self) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self._sheet.open()

    def _add(self) -> None:
        papers, options = self._sheet.papers, self._sheet.options
        self._sheet.show_adding()
        self._link.write(lambda store: store.add(papers, options), self._have_added, self._failed)

    def _have_added(self, ids: tuple[int, ...]) -> None:
        self.added.emit(ids, self._sheet.options if self._sheet.remember else None)
        self._sheet.accept()

    def _end(self, result: int) -> None:
        self._patience.stop()
        self._stop.set()
        self._link.background.drop(("read", id(self)))
        self._link.background.drop(("look", id(self)))
        self.over.emit(result == QDialog.DialogCode.Accepted)
        self._sheet.deleteLater()
        self.deleteLater()
