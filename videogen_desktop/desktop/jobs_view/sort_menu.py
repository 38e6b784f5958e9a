"""The menu of what the list can be sorted by, whichever columns are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from videogen_desktop.desktop.jobs_view.columns import COLUMNS, CONTEXT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.jobs_view.model import JobModel
    from videogen_desktop.jobs.model import SortKey


class SortMenu(QMenu):
    """Offers every order once, and each of them backwards.

    Args:
        model: Says how the list is sorted now.
        parent: The window.
    """

    sorted_by = Signal(str, bool)
    """The name of the order that was chosen, and whether it is backwards."""

    def __init__(self, model: JobModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = model
        self.setTitle(self.tr("&Sort by"))
        orders = QActionGroup(self)
        self._orders: dict[SortKey, QAction] = {}
        for column in COLUMNS:
            if column.sort not in self._orders:
                action = self.addAction(QCoreApplication.translate(CONTEXT, column.heading))
                action.setCheckable(True)
                action.triggered.connect(lambda _checked, sort=column.sort: self._choose(sort))
                self._orders[column.sort] = orders.addAction(action)
        self.addSeparator()
        self._backwards = self.addAction(self.tr("Backwards"))
        self._backwards.setCheckable(True)
        self._backwards.triggered.connect(self._turn)
        self.aboutToShow.connect(self._tick)
        self._tick()

    def _tick(self) -> None:
        """Show how the list is sorted now: the headings do it, too."""
        query = self._jobs.query
        self._orders[query.sort].setChecked(True)
        self._backwards.setChecked(query.descending)

    def _choose(self, sort: SortKey) -> None:
        if sort != self._jobs.query.sort:
            self.sorted_by.emit(sort, False)

    def _turn(self, backwards: bool) -> None:
        self.sorted_by.emit(self._jobs.query.sort, backwards)
