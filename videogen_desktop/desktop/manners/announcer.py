"""Tells a person who looks elsewhere what became of their films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from videogen_desktop.desktop.manners.tally import Result, Tally
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.preferences import Notify
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Job

_GATHER_MS: Final = 1500
_APART_MS: Final = 10_000
_LONGEST: Final = 160
_NO_TAG: Final = "\u200b"


class Teller(Protocol):
    """Whoever can bring a notice before a person."""

    def say(self, title: str, text: str) -> None:
        """Tell it."""


def in_front() -> bool:
    """Whether the person works with this program now."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Announcer(QObject):
    """Announces films one by one, or all when the queue has come to rest, as the person wants it.

    What ended is counted since it was last announced. While the person looks at the window nothing is.

    Args:
        tray: Tells it.
        link: The queue.
        notify: What the person wants to be told.
        in_front: Whether they look at the window.
        gather_ms: How long films that end at about the same time are gathered for one notice.
        apart_ms: The least time between two notices.
        parent: Owns it.
    """

    def __init__(
        self,
        tray: Teller,
        link: QueueLink,
        notify: Callable[[], Notify],
        *,
        in_front: Callable[[], bool] = in_front,
        gather_ms: int = _GATHER_MS,
        apart_ms: int = _APART_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._link = link
        self._notify = notify
        self._in_front = in_front
        self._gather_ms = gather_ms
        self._apart_ms = apart_ms
        self._tally = Tally()
        self._since = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._announce_each)
        link.ended.connect(self._ended)
        link.idle.connect(self._rests)

    def _ended(self, job: Job) -> None:
        self._tally.add(job)
        if self._notify() == "each" and not self._soon.isActive():
            wait = self._apart_ms - self._since.elapsed() if self._since.isValid() else 0
            self._soon.start(max(self._gather_ms, wait))

    def _announce_each(self) -> None:
        if self._notify() == "each":
            self._tally.drop_waiting()
            self._announce("")

    def _rests(self) -> None:
        wanted = self._notify()
        if wanted == "never":
            self._tally.take()
        elif wanted == "all-done":
            held = self._link.is_open and self._link.pool.state.paused
            self._announce(self.tr("The queue is paused") if held else "")

    def _announce(self, why: str) -> None:
        result = self._tally.take()
        if result is None or self._in_front():
            return
        self._since.start()
        if result.only is not None:
            self._tray.say(self._heading(result.only), self._name(result.only))
        else:
            self._tray.say(why or self._summary(result), self._numbers(result))

    def _heading(self, job: Job) -> str:
        return {
            "completed": self.tr("Film done"),
            "failed": self.tr("The film could not be made"),
            "needs-attention": self.tr("A film needs your attention"),
        }.get(job.state, self.tr("A film is tried again later"))

    def _name(self, job: Job) -> str:
        name = shown(job.paper.title) or shown(job.paper.name)
        if len(name) > _LONGEST:
            name = f"{name[: _LONGEST - 1].rstrip()}…"
        return name.replace("<", f"<{_NO_TAG}")  # some systems read tags in a notice

    def _summary(self, result: Result) -> str:
        if result.failed or result.attention or result.waiting:
            return self.tr("The queue has come to rest")
        return self.tr("All films are done")

    def _numbers(self, result: Result) -> str:
        parts = (
            (self.tr("{n} done"), result.completed),
            (self.tr("{n} failed"), result.failed),
            (self.tr("{n} need your attention"), result.attention),
            (self.tr("{n} tried again later"), result.waiting),
        )
        return ", ".join(text.format(n=number) for text, number in parts if number)
