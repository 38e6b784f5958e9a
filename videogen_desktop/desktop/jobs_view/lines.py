"""Texts of papers drawn on a few lines: each reads in its own direction, and stands where its row begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from videogen_desktop.desktop.title_text import reads_leftwards

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART: Final = 10
"""Pixels between two texts on one line."""
_BEGINS: Final = {
    Qt.LayoutDirection.LeftToRight: Qt.AlignmentFlag.AlignLeft,
    Qt.LayoutDirection.RightToLeft: Qt.AlignmentFlag.AlignRight,
}


def draw_lines(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, most: int) -> int:
    """Draw text on at most so many lines, the last one elided.

    The words follow the text's own direction (UAX #9, P2), so that a full stop ends a Hebrew title on its
    left; the lines begin where those of all rows do, which is the painter's direction.

    Returns:
        How high that is, in pixels.
    """
    metrics = QFontMetrics(font, painter.device())
    row = painter.layoutDirection()
    leftwards = reads_leftwards(text)
    own = row if leftwards is None else _direction(leftwards=leftwards)
    painter.setPen(colour)
    height = 0
    for part in _parts(text, font, rect.width(), own, painter, most):
        layout = _layout(part, font, own, painter)
        option = layout.textOption()
        option.setAlignment(_BEGINS[row] | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(max(rect.width(), 1))
            line.setPosition(QPointF(0, metrics.ascent() - line.ascent()))
        layout.endLayout()
        layout.draw(painter, QPointF(rect.left(), rect.top() + height))
        height += metrics.height()
    return height


def draw_apart(painter: QPainter, rect: QRect, text: str, end: str, font: QFont, colour: QColor) -> None:
    """Draw two texts on one line, one at its beginning and one at its end, which is drawn whole."""
    if not end:
        draw_lines(painter, rect, text, font, colour, 1)
        return
    wide = QFontMetrics(font, painter.device()).horizontalAdvance(end) + 1
    at_end, rest = QRect(rect), QRect(rect)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        at_end.setRight(rect.left() + wide - 1)
        rest.setLeft(at_end.right() + _APART)
    else:
        at_end.setLeft(rect.right() - wide + 1)
        rest.setRight(at_end.left() - _APART)
    if rest.width() > 0:
        draw_lines(painter, rest, text, font, colour, 1)
    draw_lines(painter, at_end & rect, end, font, colour, 1)


def _parts(
    text: str, font: QFont, width: int, own: Qt.LayoutDirection, painter: QPainter, most: int
) -> Iterator[str]:
    """What stands on each line."""
    layout = _layout(text, font, own, painter)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        start, length = line.textStart(), line.textLength()
        if number == most - 1:
            metrics = QFontMetrics(font, painter.device())
            yield metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        else:
            yield text[start : start + length].rstrip()
    layout.endLayout()


def _layout(text: str, font: QFont, own: Qt.LayoutDirection, painter: QPainter) -> QTextLayout:
    layout = QTextLayout(text, font, painter.device())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(own)
    layout.setTextOption(option)
    return layout


def _direction(*, leftwards: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
