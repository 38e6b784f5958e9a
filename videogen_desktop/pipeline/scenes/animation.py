"""How a scene is drawn over time: one picture, repainted only where it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage


class Animation(Protocol):
    """A scene as it is drawn, frame after frame, on one picture that is repainted only where it changes."""

    @property
    def frames(self) -> int:
        """Length in frames at 30 fps."""

    @property
    def image(self) -> QImage:
        """The picture, in ``Format_RGB32`` and the size of the film; the same object for every frame."""

    def advance(self, frame: int) -> QRect | None:
        """Bring ``image`` to ``frame``; called with 0, 1, 2, … in order.

        Returns:
            The rectangle that changed since the previous frame, None when the picture is the same.
            Frame 0 returns the whole picture.
        """
