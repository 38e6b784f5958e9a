"""Long work on the UI thread in short pieces, so that what a person does is heeded between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Turns(QObject):
    """Steps that are taken in order, one in each turn of the event loop.

    Args:
        steps: What to do; none of them may take longer than a person notices.
        parent: Owns it; the steps end with it.
    """

    def __init__(self, steps: Iterable[Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = iter(steps)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take)

    def begin(self) -> None:
        """Take the first step in the next turn."""
        self._next.start()

    def stop(self) -> None:
        """Take no further step."""
        self._next.stop()
        self._steps = iter(())

    def _take(self) -> None:
        step = next(self._steps, None)
        if step is None:
            return
        step()
        self._next.start()
