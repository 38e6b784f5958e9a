"""Qt's application, which tells the program's own wishes to end from those of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


_BY_HAND: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel})


class Application(QApplication):
    """Ends only by ``end``: what the dock, a menu or the session ask for is told, and not done by Qt.

    Qt would otherwise close every window by itself, and end at once where the window is hidden in the tray.

    Args:
        arguments: The program's name, and Qt's own options.
    """

    quit_wanted = Signal()
    """A person wants the program to end, from the dock or by the system's menu."""

    session_ends = Signal()
    """The session ends: nobody can be asked."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._session_ends = False
        self._ending = False
        self.commitDataRequest.connect(self._end_of_session)

    def end(self) -> None:
        """Leave the event loop."""
        self._ending = True
        self.quit()

    def event(self, event: QEvent) -> bool:
        """Heed the wish to quit; everything else is Qt's."""
        if event.type() != QEvent.Type.Quit or self._ending:
            return super().event(event)
        event.ignore()
        (self.session_ends if self._session_ends else self.quit_wanted).emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """A person who works on tells that the session goes on after all: Qt does not tell of that."""
        if event.type() in _BY_HAND:
            self._session_ends = False
            self.removeEventFilter(self)
        return super().eventFilter(watched, event)

    def _end_of_session(self) -> None:
        self._session_ends = True
        self.installEventFilter(self)  # only from now on: every event of the program comes by there
