"""A window as somebody meets it who only hears it, or only has a keyboard."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QProgressBar,
    QScrollBar,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_USED: Final = (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
)
_MOST_LINKS: Final = 50
_WHOLE: Final = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractScrollArea, QMenuBar)
"""Controls whose inner widgets are theirs, but for what a scroll area shows."""


def controls(window: QWidget) -> list[QWidget]:
    """What can be used in a window now: pressed, typed into, chosen in, scrolled or read off."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is window
        and (isinstance(widget, _USED) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and not _belongs_to_another(widget)
        and not _only_scrolls(widget)
    ]


def unnamed(window: QWidget) -> list[str]:
    """Controls that a screen reader has no word for."""
    return [_told(each) for each in controls(window) if not _name(each)]


def nameless(walked: Sequence[QWidget]) -> list[str]:
    """Whatever has the keyboard in its turn, and no word for a screen reader: parts of controls, too."""
    return [_told(each) for each in walked if not _name(each)]


def unexplained(window: QWidget) -> list[str]:
    """Buttons with nothing but an icon, and nothing that says what it means to who points at it."""
    return [
        _told(each)
        for each in controls(window)
        if isinstance(each, QAbstractButton) and _shows_no_text(each) and not each.toolTip()
    ]


def walk(window: QWidget) -> list[QWidget]:
    """What has the keyboard one after the other when Tab is pressed, until it comes round.

    Raises:
        AssertionError: Tab leads into a place that it does not lead out of.
    """
    found: list[QWidget] = []
    now = window.focusWidget()
    assert now is not None, "nothing has the keyboard"
    while now not in found:
        found.append(now)
        for _link in range(_MOST_LINKS):  # within a text Tab goes from link to link
            QTest.keyClick(now, Qt.Key.Key_Tab)
            if window.focusWidget() is not now:
                break
        now = window.focusWidget()
        assert now is not None, f"after {_told(found[-1])} nothing has the keyboard"
    assert now is found[0], f"Tab goes round in {[_told(each) for each in found[found.index(now) :]]}"
    return found


def unreached(window: QWidget, walked: Sequence[QWidget]) -> list[str]:
    """Enabled controls that the keyboard does not come to; of radio buttons one of a group is enough."""
    return [
        _told(each)
        for each in controls(window)
        if each.isEnabled()
        and not isinstance(each, QProgressBar)
        and each not in walked
        and not _is_of_walked_group(each, walked)
    ]


def out_of_order(walked: Sequence[QWidget]) -> list[str]:
    """Places where the keyboard goes up, or back in a line, but for the one where it begins again.

    Two controls are judged by where they stand in the innermost part of the window that has both: what is
    side by side there is gone through one part after the other.
    """
    back = [
        f"{_told(after)} comes after {_told(before)}"
        for before, after in pairwise([*walked, walked[0]])
        if _above(after, before)
    ]
    return back if len(back) > 1 else []


def _above(one: QWidget, other: QWidget) -> bool:
    """Whether a control is read before another: in a line above, or nearer to the beginning of its line."""
    first, second = _parts(one, other)
    if _share_line(first, second):
        leftwards = one.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return first.left() > second.left() if leftwards else first.left() < second.left()
    return first.top() < second.top()


def _parts(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Where two controls stand in what has both, each as the part of it that the control is in."""
    around = list(_up(one))
    after = other
    for place in _up(other):
        if place in around:
            before = around[around.index(place) - 1] if place is not one else one
            return before.geometry(), after.geometry()
        after = place
    raise AssertionError("they are in different windows")


def _up(widget: QWidget) -> Iterator[QWidget]:
    """A widget, what it is in, and so on up to its window."""
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = None if place.isWindow() else place.parentWidget()


def _share_line(first: QRect, second: QRect) -> bool:
    overlap = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    return overlap > min(first.height(), second.height()) // 2


def _belongs_to_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None:
        return False
    if isinstance(parent, QAbstractScrollArea):
        return True
    return isinstance(parent, _WHOLE) or parent.objectName().startswith("qt_") or _is_qts_own(widget)


def _is_qts_own(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)


def _only_scrolls(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus


def _is_of_walked_group(widget: QWidget, walked: Sequence[QWidget]) -> bool:
    if not isinstance(widget, QAbstractButton) or not (widget.autoExclusive() or widget.group() is not None):
        return False
    return any(
        isinstance(each, QAbstractButton)
        and each.parentWidget() is widget.parentWidget()
        and type(each) is type(widget)
        for each in walked
    )


def _shows_no_text(button: QAbstractButton) -> bool:
    icon_only = isinstance(button, QToolButton) and (
        button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()
    )
    return icon_only or not button.text()


def _name(widget: QWidget) -> str:
    """Its accessible name; of a list to choose from Qt tells what is chosen, so that its own one is taken."""
    if isinstance(widget, QComboBox):
        labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return widget.accessibleName() or "".join(label.text() for label in labels)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def _told(widget: QWidget) -> str:
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    text = widget.text() if isinstance(widget, QAbstractButton) else widget.objectName()
    return f"{type(widget).__name__} “{_name(widget) or text}” at {at.x()},{at.y()}"
