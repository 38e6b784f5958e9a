"""What a person asks for while the window is still being built is done as soon as it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from videogen_desktop.desktop.allowed import OF_JOBS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from PySide6.QtCore import QMetaObject
    from PySide6.QtGui import QAction

    from videogen_desktop.desktop.actions import Actions


class EarlyWishes(QObject):
    """Remembers the last action that was wanted; what is about jobs cannot be wanted before any is chosen.

    Args:
        actions: Those of the window.
        at_once: Names of the actions that are heeded from the first moment.
        parent: Owns it.
    """

    def __init__(self, actions: Actions, at_once: AbstractSet[str], parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: QAction | None = None
        self._held: list[tuple[QAction, QMetaObject.Connection]] = []
        for entry, action in actions.all():
            if entry.name in OF_JOBS:
                action.setEnabled(False)
            elif entry.name not in at_once:
                self._held.append((action, action.triggered.connect(self._remembering(action))))

    def fulfil(self) -> None:
        """Everything is in place: do what was wanted last, and remember nothing from now on."""
        for action, connection in self._held:
            action.triggered.disconnect(connection)
        self._held.clear()
        if self._wanted is not None:
            self._wanted.trigger()

    def _remembering(self, action: QAction) -> object:
        def remember() -> None:
            self._wanted = action

        return remember
