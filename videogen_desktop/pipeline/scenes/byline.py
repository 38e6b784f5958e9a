"""Who wrote a paper and the numbers it is known by, as they stand under its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPen

from videogen_desktop.pipeline.scenes.blocks import fading
from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.markup import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from videogen_desktop.pipeline.scenes.layers import Fading
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.scenes.typeset import TextBlock
    from videogen_desktop.pipeline.script.model import Card

_AUTHORS = Scale("text", (38, 34, 30), leading=1.36)
_BADGE = Scale("strong", (26, 24), leading=1.3)
_PADDING = QSize(22, 9)
_BADGE_GAP = 16
_SPACE = 34
_ENTERS = 9
_NAME = re.compile(r"(?<![^,]) ?[^,]{3,32}(?![^,])")
"""Between two commas; a name of this length is not broken at the end of a line."""


@dataclass(frozen=True)
class Byline:
    """Authors, and under them badges in rows; places are relative to the top left corner."""

    authors: TextBlock | None
    badges: tuple[TextBlock, ...]
    places: tuple[QRect, ...]

    @property
    def height(self) -> int:
        """Height of all of it in pixels; 0 when there is nothing to show."""
        badges = self.places[-1].bottom() + 1 if self.places else 0
        authors = self.authors.height if self.authors else 0
        return max(authors, badges)

    def appear(self, page: Page, x: int, y: int) -> tuple[Fading, ...]:
        """Let it fade in on ``page`` shortly after the scene has begun."""
        if not self.height:
            return ()
        if self.authors:
            place = QRect(x + self.authors.left, y, self.authors.width, self.authors.height)
            page.sheet.place("authors", place, pixels=self.authors.setting.pixels)
        for badge, place in zip(self.badges, self.places, strict=True):
            page.sheet.place("badge", place.translated(x, y), pixels=badge.setting.pixels)

        def paint(painter: QPainter) -> None:
            if self.authors:
                self.authors.paint(painter, x, y, page.theme.calm)
            for badge, place in zip(self.badges, self.places, strict=True):
                _paint_badge(painter, badge, place.translated(x, y), page)

        rect = QRect(x, y - 4, page.body.width(), self.height + 8)
        return (fading(page.sheet, rect, paint, enters=_ENTERS),)


def make_byline(page: Page, card: Card, measure: int, *, lines: int, badges: bool) -> Byline:
    """Set the authors in at most ``lines`` lines of ``measure`` pixels, and the badges if wanted."""
    names = plain(_NAME.sub(_unbroken, card.authors))
    room = QSize(measure, lines * _AUTHORS.setting(_AUTHORS.sizes[0]).line_height)
    authors = fit(names, room, _AUTHORS, page.fonts) if names else None
    blocks = _badge_blocks(page, card) if badges else []
    top = authors.height + _SPACE if authors else 0
    return Byline(authors, tuple(blocks), tuple(_in_rows(blocks, page.body.width(), top)))


def _unbroken(name: re.Match[str]) -> str:
    text = name[0].strip()
    return name[0].replace(text, text.replace(" ", "\u00a0"))


def _badge_blocks(page: Page, card: Card) -> list[TextBlock]:
    """Set the badges; one that does not fit as a whole is left out, since half a DOI finds nothing."""
    named = card.pmid and f"PMID {card.pmid}"
    licence = "" if "unknown" in card.licence.lower() else card.licence
    texts = [plain(text) for text in (card.doi and f"doi:{card.doi}", named, card.pmcid, licence)]
    room = QSize(page.body.width() - 2 * _PADDING.width(), _BADGE.setting(_BADGE.sizes[0]).line_height)
    blocks = [fit(text, room, _BADGE, page.fonts) for text in texts if text]
    return [block for block in blocks if not block.elided]


def _in_rows(badges: list[TextBlock], width: int, top: int) -> list[QRect]:
    """Place badges side by side from ``top`` down, in as many rows as they need."""
    places: list[QRect] = []
    x, y = 0, top
    for block in badges:
        size = QSize(block.width + 2 * _PADDING.width(), block.height + 2 * _PADDING.height())
        if x and x + size.width() > width:
            x, y = 0, y + size.height() + _BADGE_GAP
        places.append(QRect(QPoint(x, y), size))
        x += size.width() + _BADGE_GAP
    return places


def _paint_badge(painter: QPainter, block: TextBlock, place: QRect, page: Page) -> None:
    painter.setPen(QPen(QColor(page.theme.hairline), 2))
    painter.setBrush(QColor(page.theme.ground))
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), place.height() / 2, place.height() / 2)
    x = place.left() + _PADDING.width() - block.left
    block.paint(painter, x, place.top() + _PADDING.height(), page.theme.calm)
