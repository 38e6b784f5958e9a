"""Goes through the window as a person would, one step after the other, and takes pictures of each."""

from __future__ import annotations

import sys
import time
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from videogen_desktop.desktop.app import Desktop
    from videogen_desktop.jobs.model import Progress, Usage

    Way = Generator[Callable[[], object], None, None]

_LOOK_MS = 40
_SETTLE_S = 0.6
_PATIENCE_S = 240.0
"""How long a step may take since a film last went on: how fast that is, is the machine's affair."""


class Traveller(QObject):
    """Takes steps: each is waited for until something is so.

    Args:
        desktop: The program.
        pictures: The folder for pictures; they are named in order.
        looks: In which appearances each step is taken a picture of.
    """

    def __init__(self, desktop: Desktop, pictures: Path, looks: tuple[str, ...]) -> None:
        super().__init__(desktop)
        self.desktop = desktop
        self._pictures, self._looks = pictures, looks
        self._number = 0
        self._way: Way | None = None
        self._until: Callable[[], object] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._far: dict[int, float] = {}
        desktop.link.progressed.connect(self._progressed)
        self.failed = False

    def travel(self, way: Way) -> None:
        """Begin."""
        self._way = way
        self._timer.start()

    def picture(self, name: str) -> Way:
        """Take pictures of the whole screen as it is, in each appearance.

        Raises:
            AssertionError: A window reaches beyond the screen.
        """
        self._number += 1
        for look in self._looks:
            self.desktop.theme.choose(look)  # type: ignore[arg-type]
            yield self.settled()
            screen = QApplication.primaryScreen()
            _check_all_are_within(screen)
            screen.grabWindow(0).save(str(self._pictures / f"{self._number:02d}-{name}-{look}.png"))
        self.desktop.theme.choose(self._looks[0])  # type: ignore[arg-type]

    def settled(self) -> Callable[[], bool]:
        """What is true when there was time to draw."""
        until = time.monotonic() + _SETTLE_S
        return lambda: time.monotonic() > until

    def _progressed(self, told: Sequence[tuple[int, Progress, Usage | None]]) -> None:
        far = self._far | {job_id: progress.overall for job_id, progress, _usage in told}
        if far != self._far:
            self._far, self._since = far, time.monotonic()

    def _look(self) -> None:
        try:
            if not self._until():
                if time.monotonic() - self._since > _PATIENCE_S:
                    raise TimeoutError(f"this came to no end: {_where(self._way)}")
                return
            if self._way is not None:
                self._until = next(self._way)
                self._since = time.monotonic()
        except StopIteration:
            self._end()
        except Exception:
            traceback.print_exc(file=sys.stderr)
            QApplication.primaryScreen().grabWindow(0).save(str(self._pictures / "failed.png"))
            self.failed = True
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.desktop.end()


def _check_all_are_within(screen: QScreen) -> None:
    room = screen.availableGeometry()
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    beyond = [
        f"{type(each).__name__} {each.frameGeometry().getRect()}"
        for each in windows
        if not room.contains(each.frameGeometry())
    ]
    if beyond:
        raise AssertionError(f"not within the screen of {room.width()} by {room.height()}: {beyond}")


def _where(way: Way | None) -> str:
    """The innermost step that is waited for."""
    while way is not None and way.gi_yieldfrom is not None:
        way = way.gi_yieldfrom
    return f"{way.gi_code.co_name}, line {way.gi_frame.f_lineno}" if way and way.gi_frame else "nowhere"
