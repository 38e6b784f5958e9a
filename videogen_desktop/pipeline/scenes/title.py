"""The title scene: the paper's title, who wrote it, where it appeared, and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from videogen_desktop.pipeline.scenes.byline import Byline, make_byline
from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.layers import Fades
from videogen_desktop.pipeline.scenes.markup import plain, read_title
from videogen_desktop.pipeline.scenes.ornament import paint_rings

if TYPE_CHECKING:
    from videogen_desktop.pipeline.scenes.layers import Layer
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.scenes.typeset import TextBlock
    from videogen_desktop.pipeline.script.model import Card

_KICKER = Scale("strong", (36, 32, 28), leading=1.3, even_lines=True)
_KICKER_GAP = 17
_TITLE = Scale("display", (100, 92, 84, 76, 68, 62, 56, 50, 44), leading=1.16, even_lines=True)
_TITLE_SHARE = 0.62
_LEAST_TITLE = 220
"""Pixels of height that the title gets before anything else has a claim."""
_SPACE = 34
_RULE = QSize(120, 8)
_WIDE_MEASURE = 1480


def compose_title(page: Page, card: Card) -> tuple[Layer, ...]:
    """Lay the title scene out on ``page``; the title is there at once, the rest fades in."""
    corner = QPoint(page.look.width - 40, page.look.height - 120)
    paint_rings(page, corner, first=130, step=62, count=9)
    measure = min(page.body.width(), _WIDE_MEASURE)
    kicker = _kicker(page, card, measure)
    byline, room = _byline(page, card, measure, kicker)
    title = fit(read_title(card.title), QSize(measure, room), _TITLE, page.fonts)
    free = page.body.height() - _fixed(kicker, byline) - title.height
    x, y = page.body.left(), page.body.top() + max(0, free) * 2 // 5
    if kicker:
        page.sheet.write("kicker", kicker, x, y, page.accent)
        y += kicker.height + _KICKER_GAP
    page.sheet.write("title", title, x, y, page.theme.ink)
    y += title.height + _SPACE
    start = x + measure - _RULE.width() if title.right_to_left else x
    page.sheet.fill(page.sheet.place("rule", QRect(QPoint(start, y), _RULE)), page.accent, 4)
    return (Fades(byline.appear(page, x, y + _RULE.height() + _SPACE)),)


def _kicker(page: Page, card: Card, measure: int) -> TextBlock | None:
    where = plain(" ·\u00a0".join(part for part in (card.journal, card.year) if part))
    lines = 2 * _KICKER.setting(_KICKER.sizes[0]).line_height
    return fit(where, QSize(measure, lines), _KICKER, page.fonts) if where else None


def _byline(page: Page, card: Card, measure: int, kicker: TextBlock | None) -> tuple[Byline, int]:
    """Make the byline, as full as leaves the title its room, and return it with the title's height."""
    most = 2 if page.wide else 4
    bylines = [
        make_byline(page, card, measure, lines=lines, badges=badges)
        for lines, badges in ((most, True), (2, True), (2, False), (1, False))
    ]
    rooms = [page.body.height() - _fixed(kicker, byline) for byline in bylines]
    chosen = next((number for number, room in enumerate(rooms) if room >= _LEAST_TITLE), len(rooms) - 1)
    return bylines[chosen], min(rooms[chosen], round(page.body.height() * _TITLE_SHARE))


def _fixed(kicker: TextBlock | None, byline: Byline) -> int:
    """The height that everything but the title takes."""
    above = kicker.height + _KICKER_GAP if kicker else 0
    below = _SPACE + byline.height if byline.height else 0
    return above + _SPACE + _RULE.height() + below
