"""How a job is drawn in the list: its picture, its title on two lines, its state, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.jobs_view.columns import PAPER, STATE
from videogen_desktop.desktop.jobs_view.lines import draw_apart, draw_lines
from videogen_desktop.desktop.jobs_view.model import JOB_ROLE
from videogen_desktop.desktop.jobs_view.offer import draw_offer, offer_rect, offer_text
from videogen_desktop.desktop.jobs_view.thumbnails import SIZE
from videogen_desktop.desktop.theme import CHIPS

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from videogen_desktop.desktop.jobs_view.thumbnails import Thumbnails
    from videogen_desktop.desktop.theme import Chip, Theme
    from videogen_desktop.jobs.model import Job

ROW_HEIGHT: Final = 84
_MARGIN: Final = 10
_GAP: Final = 12
_BAR: Final = 4
_TITLE_LINES: Final = 2
_FOCUS_PX: Final = 3
_LEAST_FOR_PICTURE: Final = 280
"""Pixels that a row has for a paper when its picture is shown; with less the title needs them all."""

Index = QModelIndex | QPersistentModelIndex


class JobDelegate(QStyledItemDelegate):
    """Draws jobs.

    Args:
        theme: The colours.
        thumbnails: The pictures.
        parent: The view.

    Attributes:
        hovered: The row that the pointer is over; -1 for none. All of it is shown so, not one cell.
        pointed_at: Whether it is over what that row offers.
    """

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.hovered = -1
        self.pointed_at = False

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's
        """As high as every row, as wide as the column."""
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._ground(painter, option, index)
        job = index.data(JOB_ROLE)
        if job is None:
            self._not_read_yet(painter, option.rect, index.column())
        elif index.column() == PAPER:
            self._paper(painter, option, job)
        elif index.column() == STATE:
            self._state(painter, option, job, pointed_at=self.pointed_at and index.row() == self.hovered)
        else:
            self._text(painter, option, str(index.data() or ""))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        roles, state = self._theme.roles, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(roles.chosen))
        elif index.row() == self.hovered:
            painter.fillRect(option.rect, QColor(roles.hover))
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(
            QPointF(option.rect.left(), option.rect.bottom() + 0.5),
            QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5),
        )
        if state & QStyle.StateFlag.State_HasFocus and index.column() == PAPER:
            start = option.rect.right() - _FOCUS_PX + 1 if _right_to_left(option) else option.rect.left()
            bar = QRect(start, option.rect.top(), _FOCUS_PX, option.rect.height())
            painter.fillRect(bar, QColor(roles.accent))

    def _not_read_yet(self, painter: QPainter, rect: QRect, column: int) -> None:
        if column == PAPER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.roles.track))
            left = rect.left() + _MARGIN
            painter.drawRoundedRect(QRectF(left, rect.top() + _MARGIN, SIZE.width(), SIZE.height()), 4, 4)
            left += SIZE.width() + _GAP
            painter.drawRoundedRect(QRectF(left, rect.top() + 18, 260, 10), 4, 4)
            painter.drawRoundedRect(QRectF(left, rect.top() + 40, 160, 8), 4, 4)

    def _paper(self, painter: QPainter, option: QStyleOptionViewItem, job: Job) -> None:
        inner = _inner(option.rect)
        words_at = inner.adjusted(0, -2, 0, 0)
        if inner.width() >= _LEAST_FOR_PICTURE:
            picture = QRect(inner.left(), inner.top(), SIZE.width(), min(SIZE.height(), inner.height()))
            words_at = inner.adjusted(SIZE.width() + _GAP, -2, 0, 0)
            if _right_to_left(option):
                picture.moveRight(inner.right())
                words_at = inner.adjusted(0, -2, -SIZE.width() - _GAP, 0)
            self._picture(painter, picture, job)
        roles = self._theme.roles
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        height = draw_lines(painter, words_at, words.title(job.paper), font, QColor(roles.text), _TITLE_LINES)
        below = words_at.adjusted(0, height + 3, 0, 0)
        if job.paper.retracted:
            below = self._mark(painter, below, option, words.retracted())
        draw_lines(painter, below, words.about(job.paper), option.font, QColor(roles.subtle), 1)

    def _mark(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, text: str) -> QRect:
        chip, font = self._theme.roles.bad_chip, _smaller(option.font)
        at = rect.topLeft()
        width = _chip_width(text, font)
        if _right_to_left(option):
            at.setX(rect.right() - width)
        _chip(painter, at, text, font, chip, edged=_is_chosen(option))
        if _right_to_left(option):
            return rect.adjusted(0, 2, -width - 6, 0)
        return rect.adjusted(width + 6, 2, 0, 0)

    def _picture(self, painter: QPainter, rect: QRect, job: Job) -> None:
        roles = self._theme.roles
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(rect), 4, 4)
        painter.fillPath(frame, QColor(roles.window))
        pixmap = self._thumbnails.of(job, painter.device().devicePixelRatioF())
        if pixmap is None:
            icon = self._theme.icon("clapperboard" if job.film else "file-text", "faint")
            icon.paint(painter, rect.adjusted(0, 20, 0, -20))
            self._edge(painter, rect)
            return
        size = pixmap.deviceIndependentSize().toSize()
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(rect.center())
        painter.save()
        painter.setClipPath(frame)
        painter.fillRect(rect, QColor(roles.screen))
        painter.drawPixmap(place.topLeft(), pixmap)
        painter.restore()
        self._edge(painter, rect)

    def _edge(self, painter: QPainter, rect: QRect) -> None:
        """Around a picture: a light film has none of its own on a light list."""
        painter.setPen(QPen(QColor(self._theme.roles.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def offered(self, cell: QRect, job: Job, font: QFont, *, right_to_left: bool) -> QRect:
        """Where in a job's cell of states it is offered what it wants; empty where it wants nothing."""
        text = offer_text(job)
        if not text:
            return QRect()
        return offer_rect(_inner(cell), text, _smaller(font), right_to_left=right_to_left)

    def _state(self, painter: QPainter, option: QStyleOptionViewItem, job: Job, *, pointed_at: bool) -> None:
        roles = self._theme.roles
        inner = _inner(option.rect)
        chip = roles.warning_chip if words.is_missing(job) else CHIPS[job.state](roles)
        text = words.state(job)
        font = _smaller(option.font)
        at = inner.topLeft()
        if _right_to_left(option):
            at.setX(inner.right() - _chip_width(text, font))
        _chip(painter, at, text, font, chip, edged=_is_chosen(option))
        offer = self.offered(option.rect, job, option.font, right_to_left=_right_to_left(option))
        offers = not offer.isEmpty()
        below = inner.adjusted(0, QFontMetrics(font).height() + (9 if offers else 14), 0, 0)
        if job.state == "running":
            self._bar(painter, below, job, right_to_left=_right_to_left(option))
            below.adjust(0, _BAR + 6, 0, 0)
            draw_apart(painter, below, words.stage(job), words.time_left(job), font, QColor(roles.subtle))
        else:
            colour = roles.bad if job.state == "failed" else roles.subtle
            draw_lines(painter, below, words.doing(job), font, QColor(colour), 1 if offers else 2)
        if offers:
            draw_offer(painter, offer, offer_text(job), font, roles, pointed_at=pointed_at)

    def _bar(self, painter: QPainter, rect: QRect, job: Job, *, right_to_left: bool) -> None:
        roles = self._theme.roles
        whole = QRectF(rect.left(), rect.top(), rect.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.track))
        painter.drawRoundedRect(whole, _BAR / 2, _BAR / 2)
        done = QRectF(whole)
        done.setWidth(max(whole.width() * min(job.progress.overall, 1.0), _BAR))
        if right_to_left:
            done.moveRight(whole.right())
        painter.setBrush(QColor(roles.accent))
        painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        inner = _inner(option.rect)
        draw_lines(painter, inner, text, option.font, QColor(self._theme.roles.text), 3)


def _inner(cell: QRect) -> QRect:
    return cell.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)


def _right_to_left(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft


def _is_chosen(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _smaller(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    return smaller


def _chip_width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 16


def _chip(painter: QPainter, at: QPoint, text: str, font: QFont, chip: Chip, *, edged: bool) -> None:
    """Draw a small label, with an edge where its ground is too like what it stands on."""
    metrics = QFontMetrics(font)
    place = QRectF(at.x(), at.y(), _chip_width(text, font), metrics.height() + 6)
    painter.setPen(QPen(QColor(chip.text), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chip.ground))
    inset = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inset, inset.height() / 2, inset.height() / 2)
    painter.setPen(QColor(chip.text))
    painter.setFont(font)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
