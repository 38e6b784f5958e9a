"""The title scene: the paper's title, who wrote it, where it appeared, and its numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPen

from videogen_desktop.pipeline.scenes.blocks import fading
from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.layers import Fades
from videogen_desktop.pipeline.scenes.markup import plain, read_title
from videogen_desktop.pipeline.scenes.ornament import paint_rings

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from videogen_desktop.pipeline.scenes.layers import Layer
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.scenes.typeset import TextBlock
    from videogen_desktop.pipeline.script.model import Card

_KICKER = Scale("strong", (36, 32, 28), leading=1.3, even_lines=True)
_TITLE = Scale("display", (100, 92, 84, 76, 68, 62, 56, 50, 44), leading=1.16, even_lines=True)
_AUTHORS = Scale("text", (38, 34, 30), leading=1.36)
_BADGE = Scale("strong", (26, 24), leading=1.3)
_BADGE_PADDING = QSize(22, 9)
_BADGE_GAP = 16
_SPACE = 34
_NAME = re.compile(r"(?<![^,]) ?[^,]{3,32}(?![^,])")
"""Between two commas; a name of this length is not broken at the end of a line."""
_RULE = QSize(120, 8)
_TITLE_SHARE = 0.62
_WIDE_MEASURE = 1480
_BYLINE_FRAME = 9


def compose_title(page: Page, card: Card) -> tuple[Layer, ...]:
    """Lay the title scene out on ``page``; the title is there at once, the rest fades in."""
    corner = QPoint(page.look.width - 40, page.look.height - 120)
    paint_rings(page, corner, first=130, step=62, count=9)
    body = page.body
    measure = min(body.width(), _WIDE_MEASURE)
    where = plain(" ·\u00a0".join(part for part in (card.journal, card.year) if part))
    kicker = fit(where, QSize(measure, 100), _KICKER, page.fonts) if where else None
    authors = _authors(page, card, measure)
    badges = _badge_blocks(page, card)
    places, badges_height = _in_rows(badges, body.width())
    others = (kicker.height + _SPACE // 2 if kicker else 0) + _SPACE + _RULE.height()
    others += (authors.height + _SPACE if authors else 0) + (badges_height + _SPACE if badges else 0)
    height = min(body.height() - others, round(body.height() * _TITLE_SHARE))
    title = fit(read_title(card.title), QSize(measure, height), _TITLE, page.fonts)

    x, y = body.left(), body.top() + max(0, body.height() - others - title.height) * 2 // 5
    if kicker:
        page.sheet.write("kicker", kicker, x, y, page.accent)
        y += kicker.height + _SPACE // 2
    page.sheet.write("title", title, x, y, page.theme.ink)
    y += title.height + _SPACE
    start = x + measure - _RULE.width() if title.right_to_left else x
    page.sheet.fill(page.sheet.place("rule", QRect(QPoint(start, y), _RULE)), page.accent, 4)
    y += _RULE.height() + _SPACE
    top = y

    if authors:
        page.sheet.place("authors", QRect(x + authors.left, y, authors.width, authors.height))
        y += authors.height + _SPACE
    badges_top = y
    for number, place in enumerate(places):
        page.sheet.place(f"badge {number}", place.translated(x, badges_top))

    def paint(painter: QPainter) -> None:
        if authors:
            authors.paint(painter, x, top, page.theme.calm)
        for block, place in zip(badges, places, strict=True):
            _paint_badge(painter, block, place.translated(x, badges_top), page)

    byline = QRect(x, top - 4, body.width(), badges_top + badges_height - top + 8)
    return (Fades((fading(page.sheet, byline, paint, enters=_BYLINE_FRAME),)),)


def _authors(page: Page, card: Card, measure: int) -> TextBlock | None:
    names = plain(_NAME.sub(_unbroken, card.authors))
    lines = 2 if page.wide else 4
    line = _AUTHORS.setting(_AUTHORS.sizes[0]).line_height
    return fit(names, QSize(measure, lines * line), _AUTHORS, page.fonts) if names else None


def _unbroken(name: re.Match[str]) -> str:
    text = name[0].strip()
    return name[0].replace(text, text.replace(" ", "\u00a0"))


def _badges(card: Card) -> list[str]:
    named = card.pmid and f"PMID {card.pmid}"
    licence = "" if "unknown" in card.licence.lower() else card.licence
    return [text for text in (card.doi and f"doi:{card.doi}", named, card.pmcid, licence) if text.strip()]


def _badge_blocks(page: Page, card: Card) -> list[TextBlock]:
    """Set the badges; one that does not fit as a whole is left out, since half a DOI finds nothing."""
    room = QSize(page.body.width() - 2 * _BADGE_PADDING.width(), _BADGE.setting(_BADGE.sizes[0]).line_height)
    blocks = (fit(plain(text), room, _BADGE, page.fonts) for text in _badges(card))
    return [block for block in blocks if not block.elided]


def _in_rows(badges: list[TextBlock], width: int) -> tuple[list[QRect], int]:
    """Place badges side by side, in as many rows as they need."""
    places: list[QRect] = []
    x = y = height = 0
    for block in badges:
        size = QSize(block.width + 2 * _BADGE_PADDING.width(), block.height + 2 * _BADGE_PADDING.height())
        if x and x + size.width() > width:
            x, y = 0, y + size.height() + _BADGE_GAP
        places.append(QRect(QPoint(x, y), size))
        x += size.width() + _BADGE_GAP
        height = y + size.height()
    return places, height


def _paint_badge(painter: QPainter, block: TextBlock, place: QRect, page: Page) -> None:
    painter.setPen(QPen(QColor(page.theme.hairline), 2))
    painter.setBrush(QColor(page.theme.ground))
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), place.height() / 2, place.height() / 2)
    x = place.left() + _BADGE_PADDING.width() - block.left
    block.paint(painter, x, place.top() + _BADGE_PADDING.height(), page.theme.calm)
