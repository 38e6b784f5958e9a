"""Walks a dialog as somebody does who only hears it, or only has a keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QLineEdit, QProgressBar, QWidget


def controls(dialog: QDialog) -> list[QWidget]:
    """What can be used in a dialog now, but for parts of other controls."""
    kinds = (QAbstractButton, QLineEdit, QAbstractScrollArea, QProgressBar)
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not isinstance(widget.parentWidget(), (QLineEdit, QAbstractScrollArea))
    ]


def unnamed(dialog: QDialog) -> list[str]:
    """Controls that a screen reader has no word for."""
    return [
        repr(widget)
        for widget in controls(dialog)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def walk(dialog: QDialog) -> list[QWidget]:
    """What has the keyboard one after the other, from the first on, when Tab is pressed."""
    found: list[QWidget] = []
    while (now := dialog.focusWidget()) not in found:
        found.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return found


def usable(dialog: QDialog) -> set[QWidget]:
    """What Tab must reach."""
    return {
        widget
        for widget in controls(dialog)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
