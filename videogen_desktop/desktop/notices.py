"""What the window has to say, at its foot: it asks for nothing, and all but errors goes by itself."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.desktop.notice import Notice, Offer
from videogen_desktop.desktop.said import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.desktop.notice import Kind
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError

_WIDEST: Final = 720
_NARROWEST: Final = 200
_EDGE: Final = 16
_APART: Final = 8
_MOST_ERRORS: Final = 2
"""Those that are shown at once; further ones come when one of them has been closed."""


class Notices(QWidget):
    """Notices over the foot of a window, the last one on top, so that none moves away from under the mouse.

    Args:
        theme: Their colours.
        window: Over which they are shown.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._before = QWidget(self)  # never seen: keeps their place in the order of Tab while there are none
        self._before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._before.hide()
        self._shown: list[Notice] = []
        self._said: dict[str, Notice] = {}
        self._errors: dict[Notice, VideoGenError] = {}
        self._waiting: deque[VideoGenError] = deque()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_APART)
        window.installEventFilter(self)
        theme.changed.connect(self._draw)
        self.hide()

    def say(
        self,
        text: str,
        kind: Kind = "info",
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        also: Offer | None = None,
        about: str = "",
    ) -> Notice:
        """Say something, in place of what was said before about the same; it goes after a while.

        Args:
            text: What to say.
            kind: How good or bad it is.
            action: With it a button that does ``act``.
            act: What that button does.
            also: Another button, before that one.
            about: Names what it is about; what was said about something else stays beside it.

        Returns:
            What is shown now.
        """
        before = self._said.pop(about, None)
        if before:
            self._take_away(before)
        offers = [*([also] if also else []), *([Offer(action, act)] if act else [])]
        self._said[about] = notice = self._show(text, kind, offers)
        return notice

    def fail(self, error: VideoGenError) -> None:
        """Say what went wrong and what to do; it stays until it is closed, and is said once until then."""
        if any(_details(each) == _details(error) for each in (*self._errors.values(), *self._waiting)):
            return
        if len(self._errors) < _MOST_ERRORS:
            self._errors[self._show(explained(error), "bad", details=_details(error))] = error
        else:
            self._waiting.append(error)

    def forget(self, code: str) -> None:
        """What had gone wrong is right again: errors of that code are not told any more."""
        self._waiting = deque(each for each in self._waiting if each.code != code)
        for notice in [each for each, error in self._errors.items() if error.code == code]:
            self.close_notice(notice)

    def close_notice(self, notice: Notice) -> None:
        """Show one no more, if it is still shown."""
        self._said = {about: each for about, each in self._said.items() if each is not notice}
        self._errors.pop(notice, None)
        self._take_away(notice)
        if self._waiting and len(self._errors) < _MOST_ERRORS:
            self.fail(self._waiting.popleft())

    @property
    def text(self) -> str:
        """What is said now, the last at the end; empty for nothing."""
        return "\n".join(notice.text for notice in self._shown) if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Stay at the foot of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _show(self, text: str, kind: Kind, offers: Sequence[Offer] = (), details: str = "") -> Notice:
        notice = Notice(self._theme, text, kind, offers, details, self)
        notice.closed.connect(lambda: self.close_notice(notice))
        self._shown.append(notice)
        self._column.insertWidget(0, notice)
        for one, next_one in pairwise((self._before, *notice.stops)):
            QWidget.setTabOrder(one, next_one)
        notice.show()
        self.show()
        self._place()
        self.raise_()
        return notice

    def _take_away(self, notice: Notice) -> None:
        if notice not in self._shown:
            return
        self._shown.remove(notice)
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self._place()
        self.setVisible(bool(self._shown))

    def _draw(self) -> None:
        for notice in self._shown:
            notice.draw()

    def _place(self) -> None:
        width = max(min(_WIDEST, self._window.width() - 2 * _EDGE), _NARROWEST)
        self.setFixedWidth(width)
        self.resize(width, self.heightForWidth(width))
        foot = 32 + _EDGE
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - foot)


def _details(error: VideoGenError) -> str:
    return f"{error.code}\n{error.message}\n{error.hint}"
