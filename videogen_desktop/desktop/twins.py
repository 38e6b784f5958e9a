"""Tells of papers that turn out to be in the list twice, since they were added under different names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Changes

_SETTLE_MS: Final = 600
"""What papers are becomes known of many of them one after the other."""


class TwinWatch(QObject):
    """Looks for needless jobs among those that change.

    Args:
        link: The queue, open.
        parent: Owns it.
    """

    found = Signal(object)
    """The numbers of jobs that turned out to be needless; of each it is told once."""

    def __init__(self, link: QueueLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._changed: set[int] = set()
        self._told: set[int] = set()
        self._looking = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        link.changed.connect(self._heed)

    @property
    def busy(self) -> bool:
        """Whether something has changed that was not looked at."""
        return self._settle.isActive() or self._looking > 0

    def was_told(self, ids: Iterable[int]) -> None:
        """Jobs were just added; of those that were known to be needless, their owner knew too."""
        self._ask(frozenset(ids), tell=False)

    def _heed(self, changes: Changes) -> None:
        self._changed.update(changes.changed)
        if self._changed and not self._settle.isActive():
            self._settle.start()

    def _look(self) -> None:
        changed, self._changed = frozenset(self._changed), set()
        self._ask(changed, tell=True)

    def _ask(self, ids: frozenset[int], *, tell: bool) -> None:
        if not self._link.is_open:
            return
        self._looking += 1
        self._link.read(
            lambda store: store.twins.among(ids),
            lambda twins: self._answered(twins, tell=tell),
            lambda _error: self._answered((), tell=False),  # whoever changes something is told of it
        )

    def _answered(self, twins: tuple[int, ...], *, tell: bool) -> None:
        self._looking -= 1
        new = tuple(number for number in twins if number not in self._told)
        self._told.update(new)
        if new and tell:
            self.found.emit(new)
