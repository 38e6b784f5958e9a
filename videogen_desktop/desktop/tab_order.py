"""In which order Tab goes through a window whose parts are not built in the order in which they are seen."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on_with(before: QWidget, *parts: QWidget) -> None:
    """Have Tab go from one part of a window on to others; within each the order stays.

    Nothing in the moved parts may hand the keyboard on to something in it: Qt leaves such a box behind.
    """
    stops = _stops(before.window())
    moved = [stop for part in parts for stop in stops if part.isAncestorOf(stop)]
    last = [stop for stop in stops if stop is before or before.isAncestorOf(stop)][-1:]
    for one, next_one in pairwise([*last, *moved]):
        QWidget.setTabOrder(one, next_one)


def _stops(window: QWidget) -> list[QWidget]:
    """What Tab can come to, in its order."""
    stops: list[QWidget] = []
    now: QWidget | None = window.nextInFocusChain()
    while now is not None and now is not window:
        if now.focusPolicy() & Qt.FocusPolicy.TabFocus and now.focusProxy() is None:
            stops.append(now)
        now = now.nextInFocusChain()
    return stops
