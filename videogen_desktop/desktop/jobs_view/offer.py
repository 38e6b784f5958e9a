"""What a row of the list wants of its owner, as something to press in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from videogen_desktop.desktop.wanted import name_of, wanted

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme.roles import Roles
    from videogen_desktop.jobs.model import Job

HEIGHT: Final = 24
"""Pixels: the least that WCAG 2.2 (2.5.8) has for what is pointed at."""
_SIDES: Final = 24
_ROUND: Final = 6


def offer_text(job: Job) -> str:
    """What is offered in a job's row; empty for nothing."""
    act = wanted(job)
    return name_of(act, job) if act else ""


def offer_rect(inner: QRect, text: str, font: QFont, *, right_to_left: bool) -> QRect:
    """Where it stands: at the foot of its cell, where the line of text begins.

    Args:
        inner: The cell without its margins.
        text: What it says.
        font: Of the text.
        right_to_left: How the row is laid out.
    """
    width = min(QFontMetrics(font).horizontalAdvance(text) + _SIDES, inner.width())
    left = inner.right() - width + 1 if right_to_left else inner.left()
    return QRect(left, inner.bottom() - HEIGHT + 1, width, HEIGHT)


def draw_offer(
    painter: QPainter, place: QRect, text: str, font: QFont, roles: Roles, *, pointed_at: bool
) -> None:
    """Draw it as buttons look."""
    painter.setPen(QPen(QColor(roles.accent if pointed_at else roles.field), 1))
    painter.setBrush(QColor(roles.hover if pointed_at else roles.surface))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.setPen(QColor(roles.text))
    painter.setFont(font)
    room = place.width() - _SIDES // 2
    said = QFontMetrics(font, painter.device()).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), said)
